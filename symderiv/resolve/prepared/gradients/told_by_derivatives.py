r"""What is differentiated, told by its derivative alone: `\frac{\partial}{\partial w_j} h(x) = \frac{\partial}{\partial
w_j} \left( \sum_k w_k x_k \right)` where no equation says what h is.

So much a person takes from the line. Terms in which the letter does not occur may be left out of it: by everything that
the page differentiates h by it has to have such a line, and all of these say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Chain, Derivative, Formula, Group, Nabla, Name, Node, Product, Statement, Term, Terms
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import Stem, stem_of

By: TypeAlias = str
"""The letter that something is differentiated by."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a line says of a name, `whole` with its argument: by which letter it differentiates, and what."""

    name: Name
    whole: Node
    by: By
    value: Node


def _may_tell(s: Statement) -> bool:
    return _told(s) is not None


@where(_may_tell)
def with_functions_told_by_derivatives(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with an equation for such a name before the first of these lines."""
    statements = [s for f in read_of(located) for s in f.statements]
    found: dict[Stem, list[_Told]] = {}
    for s in statements:
        told = _told(s)
        if told is not None:
            found.setdefault(stem_of(told.name), []).append(told)
    lefts = {stem_of(x) for s in statements if s.chain.relations for x in _begun(s.chain.members[0])}
    found = {stem: lines for stem, lines in found.items() if stem not in lefts and _agree(lines)}
    by: dict[Stem, set[By]] = {stem: set() for stem in found}
    for of, letter in (pair for s in statements for pair in _differentiated(s)) if found else ():
        if of in by:
            by[of].add(letter)
    first = {id(lines[0].value): lines[0] for stem, lines in found.items() if by[stem] <= {x.by for x in lines}}

    def with_equations(f: Formula) -> Formula:
        new: list[Statement] = []
        for s in f.statements:
            told = _told(s)
            key = next((k for k, x in first.items() if told is not None and x == told), None)
            if key is not None:
                new.append(_equation(s, first.pop(key)))
            new.append(s)
        return f if len(new) == len(f.statements) else replace(f, statements=tuple(new))

    return [(d, f if isinstance(f, ReadError) else with_equations(f)) for d, f in located] if first else list(located)


def _told(s: Statement) -> _Told | None:
    """What the first two members of a statement say of a name."""
    chain = s.chain
    if len(chain.members) < 2 or chain.relations[0] not in EQUALITIES:
        return None
    left, right = chain.members[:2]
    by, of = _taken(left)
    name = _begun(of) if of is not None else ()
    value = _value(right, left) if by and len(name) == 1 else None
    if value is None or not name or of is None:
        return None
    names = t.of_kind(value, Name)
    if by not in {x.base for x in names} or stem_of(name[0]) in set(map(stem_of, names)) or isinstance(value, Name):
        return None
    return _Told(name[0], of, by, value)


def _taken(x: Node) -> tuple[By, Node | None]:
    """The letter that a first derivative is taken by, and of what; empty where it is something else."""
    if isinstance(x, Derivative) and x.order == 1 and len(x.wrt) == 1 and not x.direct and x.of is not None:
        by = x.wrt[0]
        return (by.body.base, x.of) if isinstance(by.body, Name) and by.order == 1 else ("", None)
    if isinstance(x, Nabla) and x.by is not None and len(x.by.entries) == 1 and x.of is not None:
        entry = x.by.entries[0]
        return (entry.base, x.of) if isinstance(entry, Name) else ("", None)
    return "", None


def _begun(x: Node) -> tuple[Name, ...]:
    """The name of `h` and of `h(x)`, without indices of its own."""
    if isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined and isinstance(x.factors[1].body, Group):
        x = x.factors[0].body
    return (x,) if isinstance(x, Name) and not x.scripts and not x.primes else ()


def _value(right: Node, left: Node) -> Node | None:
    """Of what a member is the same derivative as another; of a sum, of each term."""
    if isinstance(right, Terms):
        values = [(x, _value(x.body, left)) for x in right.terms]
        terms = tuple(replace(x, body=v) for x, v in values if v is not None)
        return replace(right, terms=_level(terms)) if len(terms) == len(values) else None
    same = isinstance(left, Derivative) and isinstance(right, Derivative) and right.wrt == left.wrt
    same |= isinstance(left, Nabla) and isinstance(right, Nabla) and right.by == left.by
    return _taken(right)[1] if same and _taken(right)[0] else None


def _level(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of a sum, with parentheses around those that are sums."""
    return tuple(
        replace(x, body=Group("(", (x.body,), ")", (), x.body.span)) if isinstance(x.body, (Terms, t.BigSum)) else x
        for x in terms
    )


def _agree(lines: Sequence[_Told]) -> bool:
    first = lines[0]
    return all(x.value == first.value and x.whole == first.whole for x in lines)


def _differentiated(s: Statement) -> Iterator[tuple[Stem, By]]:
    """What a statement differentiates, and by which letters."""
    found: list[tuple[Node | None, list[Node]]] = [(x.of, [w.body for w in x.wrt]) for x in t.of_kind(s, Derivative)]
    found += [(x.of, list(x.by.entries) if x.by is not None else []) for x in t.of_kind(s, Nabla)]
    for of, by in found:
        for name in _begun(of) if of is not None else ():
            letters = [y.base if isinstance(y, Name) else "" for y in by] or [""]
            yield from ((stem_of(name), letter) for letter in letters)


def _equation(s: Statement, told: _Told) -> Statement:
    chain = Chain((told.whole, told.value), ("=",), (s.chain.span,), s.chain.span)
    return replace(s, chain=chain, words=(), tag="", labels=())
