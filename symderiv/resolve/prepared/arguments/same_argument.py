r"""One value for each index that depends on a number: `P_j(\theta) = \frac{1}{1 + e^{-a_j (\theta - b_j)}}`.

Where such a name always stands before the same letter, which is a value itself, it is the value there, and `P_j'` is
its derivative by that letter. Applied to another argument anywhere, it is a function, and stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Derivative, Name, Node, Product, Script, Wrt
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import arguments_of, with_values_for


def _defines(s: t.Statement) -> bool:
    return _defined(s.chain) is not None


@where(_defines)
def with_same_arguments_dropped(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such arguments."""
    formulas = read_of(located)
    used: dict[Stem, set[Node | None]] = {}
    applied: dict[Stem, int] = {}
    groups: list[t.Group] = []
    for x in (x for f in formulas for x in t.of_kind(f, Product)):
        for a, b in zip(x.factors, x.factors[1:], strict=False):
            group = arguments_of(b)
            if isinstance(a.body, Name) and group is not None:
                groups.append(group)
                used.setdefault(stem_of(a.body), set()).add(group.items[0] if len(group.items) == 1 else None)
                applied[stem_of(a.body)] = applied.get(stem_of(a.body), 0) + 1
    defined = {stem for f in formulas for s in f.statements if (stem := _defined(s.chain)) is not None}
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    counting = _counting(located)
    within = {id(x) for g in groups for i in g.items for x in t.of_kind(i, Name)}
    said = (m for f in formulas for s in f.statements if s.chain.relations for m in s.chain.members)
    computed = (x for m in said if letter_of(m) is None for x in t.of_kind(m, Name))
    values = {letter_of(x) for x in computed if id(x) not in within} - counting
    always = {k for k in defined if sum(stem_of(x) == k for x in names) == applied[k] and len(used[k]) == 1}
    found = {k for k in always if letter_of(next(iter(used[k])) or t.Number("")) in values - {None}}

    def value(name: Name, group: t.Group) -> Node | None:
        return _derived(name, group.items[0]) if stem_of(name) in found else None

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change) if found else s)


def _defined(c: Chain) -> Stem | None:
    """The name with an index and one argument on the left of an equation."""
    left = c.members[0]
    if not c.relations or c.relations[0] not in EQUALITIES or not isinstance(left, Product) or len(left.factors) != 2:
        return None
    name, group = left.factors[0].body, arguments_of(left.factors[1])
    if not isinstance(name, Name) or group is None or len(group.items) != 1 or name.primes:
        return None
    letters = [letter_of(e) for s in name.scripts if not s.above for e in s.entries]
    return stem_of(name) if any(x is not None and x.isalpha() for x in letters) else None


def _counting(located: Sequence[Located]) -> set[str | None]:
    """The letters in scripts and under sums."""
    formulas = read_of(located)
    scripts = (e for f in formulas for x in t.of_kind(f, Script) for e in x.entries)
    sums = (x for f in formulas for x in t.of_kind(f, t.BigSum))
    return {letter_of(c.members[0] if isinstance(c, Chain) else c) for x in sums for c in x.below} | set(
        map(letter_of, scripts)
    )


def _derived(x: Name, by: Node) -> Node:
    r"""The value, or its derivative: `P_j'(\theta)` is `\frac{\partial P_j}{\partial \theta}`."""
    if not x.primes:
        return x
    return Derivative(replace(x, primes=0), (Wrt(by, x.primes, x.span),), x.primes, span=x.span)
