"""Which definitions a derivation quotes, and how they are grouped: as the author's displays are."""

from __future__ import annotations

from collections.abc import Iterable

from ..calculus.flow import Flow
from ..expr import Var, Variable, variables
from ..step import Definitions
from ..system import Display, Piece, Role, alias_of


def belonging(flow: Flow, pieces: Iterable[Piece], root: Variable) -> list[Piece]:
    """Some nodes, the elementwise functions of them, and the boundary pieces of what they use."""
    wanted: list[Piece] = []
    for piece in pieces:
        if piece in flow.system.pieces and piece.variable != flow.system.objective:
            wanted += [piece, *functions_of(flow, piece), *boundary_pieces(flow, piece, root)]
    return list(dict.fromkeys(wanted))


def functions_of(flow: Flow, piece: Piece) -> list[Piece]:
    """The nodes that are computed from this one alone."""
    found = []
    for use in flow.uses.get(piece.variable, ()):
        user = use.piece
        elementwise = user.body is not None and variables(user.body) == {piece.variable} and not use.place.letters
        own = user.role is Role.NODE and user.variable != flow.system.objective and user in flow.system.pieces
        if elementwise and own:
            found.append(user)
    return found


def boundary_pieces(flow: Flow, piece: Piece, root: Variable) -> list[Piece]:
    """Constants and further aliases among the pieces of what a definition uses: bias units, thresholds."""
    assert piece.body is not None
    found = []
    for variable in (v for v in flow.pieces if v in variables(piece.body)):
        for p in flow.pieces[variable]:
            alias = alias_of(p) if p.role is Role.ALIAS else None
            if p.role is Role.CONSTANT or (alias is not None and alias[1].variable != root):
                found.append(p)
    return found


def grouped(flow: Flow, pieces: list[Piece]) -> list[Definitions]:
    """One item for each display of the author that defines nothing else, and one for what is left.

    What computes stands in the order of the network, constants and ties alone behind it.
    """
    left = list(pieces)
    made: list[tuple[float, Definitions]] = []
    order = {p: n for n, p in enumerate(flow.system.pieces)}

    def item(variables: Iterable[Variable], of: list[Piece]) -> None:
        at = min((float(order[p]) for p in of if p.role is Role.NODE), default=float("inf"))
        made.append((at, Definitions(tuple(dict.fromkeys(variables)))))

    for display in flow.system.displays:
        here = [p for p in left if _defined_by(p, display)]
        if here and len(here) == len(display.defines):
            item((v.variable for v in display.defines), here)
            left = [p for p in left if p not in here]
    nodes = [p for p in left if p.role is Role.NODE]
    if nodes:
        item((p.variable for p in nodes), nodes)
    edges = [p for p in left if p.role is not Role.NODE]
    if edges:
        item((p.variable for p in edges), edges)
    return [d for _, d in sorted(made, key=lambda m: m[0])]


def _defined_by(piece: Piece, display: Display) -> bool:
    return any(_same_shape(v, piece) for v in display.defines)


def _same_shape(left: Var, piece: Piece) -> bool:
    """Is it the left side of that piece, whatever its letters?"""
    if left.variable != piece.variable:
        return False
    for a, b in zip(left.indices, piece.indices, strict=True):
        if (b.letter in piece.letters) != (a.letter is not None) or (b.letter not in piece.letters and a != b):
            return False
    return True
