r"""Sums without a letter: `\sum (y_i - a x_i)^2` is one over i, `y_i = \sum w_{ij} x_j` one over j.

The letter is the only one below the names (or in parentheses above them) that nothing else binds and that stands
neither outside the sum nor on the left side of the equation; of sums within one another, `\sum \sum r_{ij}`, there must
be as many letters. Anything else stays unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..extremum import letters_bound


def _has_bare(s: Statement) -> bool:
    return any(map(_is_bare, t.of_kind(s, BigSum)))


@where(_has_bare)
def with_sums_lettered(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with the letters of such sums below them."""
    if not any(_is_bare(x) for f in read_of(located) for x in t.of_kind(f, BigSum)):
        return located
    return with_statements(located, _statement)


def _is_bare(x: object) -> bool:
    return isinstance(x, BigSum) and x.operator == r"\sum" and not x.below and x.above is None


def _statement(s: Statement) -> Statement:
    members = s.chain.members
    left = frozenset(indices_outside(members[0]))
    found = tuple(_lettered(m, left | frozenset(indices_outside(m))) for m in members)
    return s if found == members else replace(s, chain=replace(s.chain, members=found))


def _lettered(x: Node, taken: frozenset[str]) -> Node:
    """The tree with letters below its sums, none of those `taken`."""

    def change(y: Any) -> Node | None:
        if not isinstance(y, BigSum):
            return None
        bare, body = [y], y.body
        while _is_bare(y) and isinstance(body, BigSum) and _is_bare(body):
            bare.append(body)
            body = body.body
        if not _is_bare(y):
            bound = frozenset(letters_bound(y))
            return replace(y, body=_lettered(y.body, taken | bound | frozenset(indices_outside(y.body))))
        letters = [n for n in dict.fromkeys(indices_within(body, frozenset())) if n.base not in taken]
        if len(letters) != len(bare):
            return None
        body = _lettered(body, taken | frozenset(n.base for n in letters))
        for sign, n in zip(reversed(bare), reversed(letters), strict=True):
            body = replace(sign, below=(n,), body=body)
        return body

    return rebuilt(x, change)  # type: ignore[no-any-return]


def indices_outside(x: Node) -> Iterator[str]:
    """The letters that stand as indices outside all sums."""
    if isinstance(x, BigSum):
        return
    if isinstance(x, Name):
        yield from (n.base for n in _indices(x))
    for part in t.parts(x):
        yield from indices_outside(part)  # type: ignore[arg-type]


def indices_within(x: object, bound: frozenset[str]) -> Iterator[Name]:
    """The letters that stand as indices and that no sum within binds."""
    if isinstance(x, BigSum):
        bound |= frozenset(letters_bound(x))
    if isinstance(x, Name):
        yield from (n for n in _indices(x) if n.base not in bound)
    for part in t.parts(x):
        yield from indices_within(part, bound)


def _indices(x: Name) -> Iterator[Name]:
    """The small letters below a name, and those in parentheses above it."""
    for s in x.scripts:
        for e in s.entries if s.bracket or not s.above else ():
            for n in t.of_kind(e, Name):
                if letter_of(n) is not None and len(n.base) == 1 and n.base.islower():
                    yield replace(n, span=n.span)
