r"""A constant entry of every layer, `x_0^{(l)} = 1`, is that of the layer before the first, too: of the inputs.

The range of the layers is that of what is computed; where none stands beside the constant, it is said of every layer
that has the entry. Else the unit that is always 1 would be one of the inputs in the first layer alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..domain import eq, is_empty, simplify, subtract
from ..domain.constraint import Domain
from ..system import Piece, Role
from .entries import Entry
from .inference import State


def with_constants_before(state: State, given: tuple[Piece, ...]) -> Iterator[Piece]:
    """The given pieces, those entries of them apart that are constant in every layer behind them."""
    constants = [e for e in state.entries if e.constant and e.fixed and e.letters]
    for piece in given:
        mine = [e for e in constants if e.variable == piece.variable and _is_before(piece, e)]
        yield from _parted(state, piece, mine[0]) if len(mine) == 1 else (piece,)


def _is_before(piece: Piece, entry: Entry) -> bool:
    """Has the piece one value for each letter of the constant, all of which are without a range beside it?"""
    at = [s for s, i in zip(piece.indices, entry.indices, strict=True) if i.letter in entry.letters]
    return entry.unstated == frozenset(entry.letters) and all(s.letter not in piece.letters for s in at)


def _parted(state: State, piece: Piece, entry: Entry) -> Iterator[Piece]:
    known = state.letters.known
    at = [(i, piece.indices[n]) for n, i in enumerate(entry.indices) if n in entry.fixed]
    inside = Domain.of(*(eq(mine, i) for i, mine in at))
    if is_empty(piece.domain & inside, known):
        yield piece
        return
    for rest in subtract(piece.domain, inside, known):
        yield replace(piece, domain=simplify(rest, known))
    values = {mine.letter: i for i, mine in at if mine.letter is not None}
    yield replace(
        piece,
        indices=tuple(i.substitute(values) for i in piece.indices),
        letters=tuple(s for s in piece.letters if s not in values),
        domain=simplify((piece.domain & inside).substitute(values), known),
        body=entry.body,
        role=Role.CONSTANT,
        place=entry.place,
    )
