r"""Sums that number vectors in the letter of their entries: `\sum_{j \ne y_i} x_i w_j` beside `w_{kj}` with j to D.

Where a page types out `w_j^T = [w_{j1}, \dots, w_{jD}]`, its own index comes first, and where all entries `w_{kj}` have
letters k there that run to C, such a sum is one over k. Taken for the j of the second place it would run to D.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Name, Node, Statement
from ...latex.walking import rebuilt
from ..located import Located, read_of, with_statements
from ..spelled.shape import letter_of, shape_of
from .sizes import sizes_run_through

Told = tuple[str, tuple[Node, ...]]
"""A vector that is typed out, by its letter and its scripts."""


@dataclass(frozen=True, slots=True)
class _Places:
    """How far the letters in either place of some entries run, and the letters that run as far as the first."""

    sizes: tuple[Node, Node]
    firsts: tuple[str, ...]


def with_letters_of_rows(
    located: Sequence[Located], told: Mapping[Told, bool], ranges: Sequence[Chain]
) -> Sequence[Located]:
    """The formulas with such sums in a letter of the first place; `told`: vectors typed out, and whether the entries
    of these have their own index last."""
    bases = {base for (base, pieces), turned in told.items() if not turned and len(pieces) == 1}
    if not bases:
        return located
    statements = [s for f in read_of(located) for s in f.statements]
    sizes = sizes_run_through(statements, ranges)
    places = {base: p for base in sorted(bases) if (p := _places(base, statements, sizes)) is not None}
    return with_statements(located, lambda s: _renamed(s, places, sizes)) if places else located


def _places(base: str, statements: Sequence[Statement], sizes: Mapping[str, Node]) -> _Places | None:
    """Those of the entries of one letter, where each place has one size."""
    names = (x for s in statements for x in t.of_kind(s, Name) if x.base == base)
    pairs = [x.letters for y in names if (x := shape_of(y)) is not None and x.below == 2 and not x.uppers]
    known = [(a, b) for a, b in pairs if a in sizes and b in sizes]
    firsts, lasts = {sizes[str(a)] for a, _ in known}, {sizes[str(b)] for _, b in known}
    if len(firsts) != 1 or len(lasts) != 1 or firsts == lasts:
        return None
    (first,), (last,) = firsts, lasts
    return _Places((first, last), tuple(x for x in sorted(sizes) if sizes[x] == first))


def _renamed(s: Statement, places: Mapping[str, _Places], sizes: Mapping[str, Node]) -> Statement:
    taken = {x.base for x in t.of_kind(s, Name)}

    def change(x: Any) -> Node | None:
        letter = _bound(x)
        if letter is None or letter not in sizes:
            return None
        met = list(_met(x, letter))
        here = {places[y.base] for y in met if y.base in places and _is_row(y, letter)}
        inside = [y for y in t.of_kind(x, Name) if y.base == letter]
        free = [y for p in here for y in p.firsts if y not in taken]
        alone = all(_is_row(y, letter) and y.base in places for y in met) and len(here) == 1
        if not alone or not free or any(sizes[letter] != p.sizes[1] for p in here) or any(y.scripts for y in inside):
            return None
        taken.add(free[0])
        return rebuilt(x, lambda y: replace(y, base=free[0]) if isinstance(y, Name) and y.base == letter else None)  # type: ignore[no-any-return]

    return rebuilt(s, change)  # type: ignore[no-any-return]


def _bound(x: Any) -> str | None:
    r"""The letter of a sum that has no ends, `\sum_j` or `\sum_{j \ne y_i}`."""
    if not isinstance(x, BigSum) or x.above is not None or len(x.below) != 1:
        return None
    below = x.below[0]
    if isinstance(below, Chain):
        return letter_of(below.members[0]) if below.relations == (r"\ne",) else None
    return letter_of(below)


def _met(x: BigSum, letter: str) -> Iterator[Name]:
    """The names with a letter somewhere below or above them."""
    for y in t.of_kind(x, Name):
        if any(n.base == letter for s in y.scripts for n in t.of_kind(s, Name)):
            yield y


def _is_row(x: Name, letter: str) -> bool:
    """Is the letter all that a name carries, but for a transpose?"""
    below: Collection[Node] = [e for s in x.scripts if not s.above for e in s.entries]
    shape = shape_of(x)
    return shape is not None and shape.below == 1 and [letter_of(e) for e in below] == [letter]
