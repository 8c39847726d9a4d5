"""What the fuzzer holds against the oracle for one network: shared by the tests and the benchmark."""

from __future__ import annotations

from collections.abc import Iterator

from symderiv.adjoint import Adjoints, adjoints
from symderiv.evaluate import check_claim
from symderiv.expr import Expr, Partial, Var
from symderiv.step import Verdict
from symderiv.system import Piece, System


def adjoint_claims(system: System) -> Iterator[tuple[System, Piece, Expr, Expr]]:
    r"""For each adjoint: the network with the adjoints, the piece, `\partial E/\partial x`, and the adjoint's entry."""
    found: Adjoints = adjoints(system)
    for variable, bar in found.of.items():
        for gradient in found.gradients[variable]:
            piece = gradient.piece
            yield found.system, piece, Partial(Var(found.objective), piece.lhs), Var(bar, piece.indices)


def judged(system: System, seed: int = 0) -> Iterator[tuple[Piece, Verdict]]:
    """The verdict on each adjoint of a network."""
    for whole, piece, slope, entry in adjoint_claims(system):
        (verdict,) = check_claim(whole, (slope, entry), piece.domain, seed=seed)
        yield piece, verdict
