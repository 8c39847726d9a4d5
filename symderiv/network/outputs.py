"""The last nodes of a network: what a generic objective is a function of."""

from __future__ import annotations

from collections.abc import Container

from ..affine import Affine, Sym, affine
from ..domain import eq, simplify, subtract
from ..domain.constraint import Domain
from ..errors import NetworkError
from ..expr import Variable, variables
from ..system import Piece, Role, alias_of
from .entries import coordinates
from .images import image, pinned, union
from .sizes import Letters
from .uses import uses


def last_nodes(
    pieces: tuple[Piece, ...], letters: Letters, abbreviations: Container[Variable] = ()
) -> tuple[Piece, ...]:
    r"""The entries of nodes that no other definition uses, as given pieces: `h^{(t)}_i` at `t = T`.

    `abbreviations` are none of them, if there are others, nor is what they are made of used by a node.

    Raises `NetworkError` if every node is used by another.
    """
    at_of = {p.variable: coordinates(p.variable.arity) for p in pieces}
    used: dict[Variable, list[Domain]] = {}
    beside = _of_derivatives(pieces) | {p.variable for p in pieces if p.variable in abbreviations}
    for p in pieces:
        if p.body is None or p.variable in beside:
            continue
        for use in uses(p.body, frozenset(p.letters)):
            used.setdefault(use.entry.variable, []).append(image(use, p.domain, letters))
    found: list[Piece] = []
    for p in pieces:
        if p.variable in beside or not _is_node(p, pieces):
            continue
        at = at_of[p.variable]
        left = [_in_coordinates(p, at)]
        for d in used.get(p.variable, ()):
            left = [part for x in left for part in subtract(x, d, letters.known)]
        found.extend(_output(p, at, d, letters) for d in union(left, letters.known))
    if not found and abbreviations:
        return last_nodes(pieces, letters)
    if not found:
        raise NetworkError(
            "every node is used by another one, so that the objective would depend on nothing",
            pieces[0].place if pieces else None,
            "define the objective, or the nodes that it is a function of",
        )
    return tuple(found)


def _of_derivatives(pieces: tuple[Piece, ...]) -> frozenset[Variable]:
    r"""Names for derivatives (`g_i = \\partial L/\\partial y_i`) and what is computed from them: no L depends on it."""
    found = {p.variable for p in pieces if p.nominal}
    more = True
    while more:
        using = {p.variable for p in pieces if p.body is not None and set(variables(p.body)) & found}
        more = not using <= found
        found |= using
    return frozenset(found)


def _is_node(piece: Piece, pieces: tuple[Piece, ...], depth: int = 20) -> bool:
    """Is it computed, directly or as another name of what is?"""
    if piece.role is Role.NODE:
        return not piece.nominal
    alias = alias_of(piece) if piece.role is Role.ALIAS else None
    if alias is None or depth == 0:
        return False
    return any(_is_node(p, pieces, depth - 1) for p in pieces if p.variable == alias[1].variable)


def _in_coordinates(piece: Piece, at: tuple[Sym, ...]) -> Domain:
    fixed = [(c, i) for c, i in zip(at, piece.indices, strict=True) if i.letter not in piece.letters]
    values = {s: affine(c) for c, i in zip(at, piece.indices, strict=True) if (s := i.letter) in piece.letters}
    equal = Domain.of(*(eq(c, i) for c, i in fixed))
    return piece.domain.substitute({s: v for s, v in values.items() if s is not None}) & equal


def _output(piece: Piece, at: tuple[Sym, ...], domain: Domain, letters: Letters) -> Piece:
    values: dict[Sym, Affine] = {}
    for c, i in zip(at, piece.indices, strict=True):
        values[c] = pinned(domain, c, letters) or i
    indices = tuple(values[c] for c in at)
    own = tuple(s for s in piece.letters if any(i.letter == s for i in indices))
    return Piece(piece.variable, indices, own, simplify(domain.substitute(values), letters.known), None, Role.NODE)
