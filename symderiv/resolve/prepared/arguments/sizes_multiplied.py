r"""Sizes in parentheses behind a name, with the same product typed out beside: `(n \mu) - \mu (n) = 0`.

A letter in parentheses behind a name may be where its value is taken, `E(n)`. It is a factor where it ends sums, the
name is defined without an argument, and the equation multiplies the two without parentheses, too. What is no term
of a sum, `R(T) = T R`, may say what a value is, and then the name is left as it is wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.statement_forms import is_equation
from ....latex.tree import Factor, Group, Node, Product, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..applied import before_parentheses

Pair = tuple[str, str]
TIMES = frozenset(["", r"\cdot", r"\times"])


def _multiplies(s: Statement) -> bool:
    return not set(_multiplied(s)).isdisjoint(pair for x in t.of_kind(s, Product) for pair in _applied(x))


@where(_multiplies)
def with_sizes_multiplied(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such sizes as factors."""
    statements = [s for f in read_of(located) for s in f.statements]
    sums = [x for s in statements for x in t.of_kind(s, t.BigSum)]
    ends = {letter_of(x.above) for x in sums if x.above is not None}
    defined = {letter_of(s.chain.members[0]) for s in statements if is_equation(s.chain)}
    sides = {name for s in statements for m in s.chain.members if not _is_sum(m) for name in _names_applied(m)}
    others = {name for s in statements for x in t.of_kind(s, Product) for name, held in _applied(x) if held not in ends}
    names = defined - sides - others

    def changed(s: Statement) -> Statement:
        meant = {pair for pair in _multiplied(s) if pair[0] in names and pair[1] in ends}
        found: Statement = rebuilt(s, _change(meant)) if meant else s
        return found

    return with_statements(located, changed)


def _change(meant: set[Pair]) -> Callable[[Any], Node | None]:
    """What makes factors of the sizes that stand in parentheses behind some names."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product) or meant.isdisjoint(_applied(x)):
            return None
        factors: list[Factor] = []
        for f in x.factors:
            before = factors[-1].body if factors else None
            inner = f.body.items[0] if isinstance(f.body, Group) and len(f.body.items) == 1 else None
            pair = _pair(before, f.body) if f.joined else None
            if inner is not None and pair in meant:
                factors.append(Factor(r"\cdot", replace(inner, span=f.body.span)))
            else:
                factors.append(replace(f, body=rebuilt(f.body, change)))
        return replace(x, factors=tuple(factors))

    return change


def _applied(x: Product) -> Iterator[Pair]:
    """The letters that stand right before a parenthesis with a letter or a number, with that ('' for a number)."""
    yield from (pair for name, group in before_parentheses(x) if (pair := _pair(name, group)) is not None)


def _pair(name: Node | None, group: Node) -> Pair | None:
    if name is None or not isinstance(group, Group) or group.open != "(" or len(group.items) != 1:
        return None
    letter, inner = letter_of(name), group.items[0]
    held = "" if isinstance(inner, t.Number) else letter_of(inner)
    return None if letter is None or held is None else (letter, held)


def _is_sum(x: Node) -> bool:
    return isinstance(x, t.Terms) and len(x.terms) > 1


def _names_applied(x: Node) -> Iterator[str]:
    yield from (name for y in t.of_kind(x, Product) for name, _ in _applied(y))


def _multiplied(s: Statement) -> Iterator[Pair]:
    """Any two letters that are factors of one product of a statement."""
    for x in t.of_kind(s.chain, Product):
        letters = [letter_of(f.body) for f in x.factors if f.operator in TIMES]
        yield from ((a, b) for a in letters for b in letters if a is not None and b is not None and a != b)
