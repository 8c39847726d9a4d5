r"""Lines that differentiate by an inverse, `\frac{\partial L}{\partial \Sigma^{-1}}`: there that is what is free.

The matrix is then the inverse of its inverse, and its determinant one over that of the inverse; all that is said of the
matrix, that it is symmetric, is said of the inverse.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from ..expr import ONE, Div, Expr, Partial, Var, Variable, of_kind, variables
from ..inverted import determinant_of, value_of
from ..memo import of_this_object
from ..system import Inverse, Piece, System
from .inverses import base_of, pieces_of


def with_inverses_free(system: System, members: Iterable[Expr]) -> System:
    """The network as a claim has it that differentiates by inverses; without these where it cannot be told."""
    if not system.inverses:
        return system
    by = {p.wrt.variable for e in members for p in of_kind(e, Partial)}
    for x in system.inverses:
        if x.inverse in by:
            system = _turned(system, x, x.matrix in by)
    return system


def free_among(system: System, given: Set[Variable]) -> frozenset[Variable]:
    """Given variables, of those matrices that are inverses in a network what these are inverses of."""
    of = {x.inverse: x.matrix for x in system.inverses}
    return frozenset(of.get(v, v) for v in given)


@of_this_object(16)
def _turned(system: System, x: Inverse, both: bool) -> System:
    named = {x.matrix, x.inverse, x.determinant, x.inverse_value, x.determinant_value}
    said = any(named & {*variables(e)} for a in system.assumptions for e in (a.left, a.right))
    if both or said:
        return replace(system, pieces=tuple(p for p in system.pieces if p.variable != x.inverse))
    determinant = Variable(determinant_of(base_of(x.inverse)) + x.determinant.key.removeprefix(base_of(x.determinant)))
    value = Variable(value_of(base_of(x.matrix)) + x.matrix.key.removeprefix(base_of(x.matrix)))
    of_value = value_of(base_of(determinant)) + determinant.key.removeprefix(base_of(determinant))
    made = Inverse(x.inverse, x.matrix, determinant, value, Variable(of_value), x.lower, x.upper)
    renamed = {x.matrix: x.inverse, x.inverse_value: value}
    (like,) = system.of(x.inverse)
    (known,) = system.of(x.determinant)
    kept = [replace(p, variable=renamed.get(p.variable, p.variable)) for p in system.pieces if _stays(p, x)]
    new = [p for p in pieces_of(made, like) if p.variable != value]
    other = replace(known, body=Div(ONE, Var(determinant, known.indices)))
    inverses = tuple(made if y is x else y for y in system.inverses)
    return replace(system, pieces=(*kept, *new, other), inverses=inverses)


def _stays(p: Piece, x: Inverse) -> bool:
    return p.variable not in (x.inverse, x.determinant, x.determinant_value)
