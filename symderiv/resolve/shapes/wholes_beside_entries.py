r"""Arrays that a page defines twice: `x_{l+1} = x_0 x_l^T w_l + b_l + x_l`, and by entries `x_{l+1,i} = ..`.

Where both definitions have the same names, and each of those in the one is typed in the other with one or two of the
letters of its entries more (or just the same, a number), that is what the names are: columns and matrices as long as
these letters run. A transpose in the one has to show that it is about arrays, with a sum in the other: `E_n = L_n
+ R_n` beside `E_{n,i} = L_{n,i} + R_{n,i}` may be about totals, and so is what a page says to be one, `R_n = \sum_i
R_{n,i}`. What has several shapes so is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ..asked import remembered
from ..spelled.shape import letter_of, letters_in, shape_of, values_in
from ..stated import Stated
from .declared import BOLD, Declared, split
from .sizes import ranges_in, sizes_beside, sizes_run_through

KINDS = {1: "c", 2: "m"}
Value = tuple[str, tuple[Node, ...]]
"""A name: its letter, without bold, and its scripts, those above first."""


def wholes_beside_entries(stated: Sequence[Stated], ranges: Sequence[Chain]) -> Iterator[tuple[str, Declared]]:
    """The shapes of such names."""
    lefts: dict[str, list[tuple[int, Stated]]] = {}
    for s in stated:
        if (left := _left(s.statement)) is not None:
            lefts.setdefault(left[0], []).append((left[1], s))
    pairs = [
        (one, two)
        for found in lefts.values()
        if len(found) > 1
        for fewer, one in found
        if _turns(one.statement)
        for more, two in found
        if fewer < more
    ]
    if not pairs:
        return
    sizes = sizes_run_through([s.statement for s in stated], ranges)
    told: dict[tuple[str, tuple[Node, ...]], set[Declared]] = {}
    totals = {left for s in stated if (left := _total(s.statement)) is not None}
    for one, two in pairs:
        if any((base, len(pieces)) in totals for base, pieces in _values(one.statement.chain)):
            continue
        for base, d in _told(one.statement.chain, two, sizes):
            told.setdefault((base, d.pieces), set()).add(d)
    for (base, _), shapes in told.items():
        if len(shapes) == 1:
            yield base, shapes.pop()


@remembered
def _left(s: t.Statement) -> tuple[str, int] | None:
    """The letter of what an equation without derivatives defines, and how many scripts it has."""
    c = s.chain
    if len(c.members) < 2 or c.relations[0] not in EQUALITIES or not isinstance(c.members[0], t.Name):
        return None
    shape = shape_of(c.members[0])
    if shape is None or any(t.of_kind(c, kind) for kind in (t.Derivative, t.Nabla)):
        return None
    base, pieces, marked = split(shape)
    return None if marked else (BOLD.sub(r"\1", base), len(pieces))


def _total(s: t.Statement) -> tuple[str, int] | None:
    """What is defined by entries of its own, by its letter and how many scripts it has."""
    left = _left(s)
    if left is None:
        return None
    own = (len(pieces) for base, pieces in _values(s.chain) if base == left[0])
    return left if any(n > left[1] for n in own) else None


@remembered
def _turns(s: t.Statement) -> bool:
    """Does a transpose stand in an equation?"""
    return any(split(shape)[2] for m in s.chain.members for shape in values_in(m))


def _told(whole: Chain, entries: Stated, sizes: Mapping[str, Node]) -> Iterator[tuple[str, Declared]]:
    """What the names of the one definition are by the other; nothing unless they have the same names."""
    c = entries.statement.chain
    own = [pair for x in t.of_kind(c, t.BigSum) for pair in ranges_in(x)]
    runs: dict[str, Node | None] = {**sizes, **sizes_beside(entries), **dict(own)}
    behind = _last_letters(whole, c)
    letters = {x for x, _ in own} | behind
    values = _values(whole)
    if not own and len(behind) < len("ij"):
        return
    typed = _values(c)
    counts: dict[Value, set[tuple[Node, ...]]] = {}
    for base, pieces in typed:
        for n in range(len(KINDS) + 1):
            ends, rest = pieces[len(pieces) - n :], pieces[: len(pieces) - n]
            if n <= len(pieces) and (base, rest) in values and all(letter_of(p) in letters for p in ends):
                counts.setdefault((base, rest), set()).add(ends)
    met = {(base, (*rest, *ends)) for (base, rest), found in counts.items() for ends in found}
    if met != set(typed) or counts.keys() != values.keys():
        return
    if any(not letters.isdisjoint(letters_in(p)) for _, pieces in values for p in pieces):
        return
    for value, found in counts.items():
        lengths = {tuple(runs.get(letter_of(p) or "") for p in ends) for ends in found}
        long = [tuple(x for x in one if x is not None) for one in lengths]
        if len(long) == 1 and long[0] and {len(ends) for ends in found} == {len(long[0])}:
            yield values[value], Declared(value[1], KINDS[len(long[0])], long[0], True)


def _last_letters(whole: Chain, entries: Chain) -> set[str]:
    """The letters that the left side of the one definition has behind those of the other."""
    one, two = (shape_of(c.members[0]) for c in (whole, entries))
    if one is None or two is None or two.pieces[: len(one.pieces)] != one.pieces:
        return set()
    return {x for p in two.pieces[len(one.pieces) :] for x in [letter_of(p)] if x is not None}


def _values(c: Chain) -> dict[Value, str]:
    """The names that stand as values in an equation, with the letter as typed."""
    return {(BOLD.sub(r"\1", base), pieces): base for m in c.members for base, pieces, _ in map(split, values_in(m))}
