"""What the fuzzer holds against the oracle for one network: shared by the tests and the benchmark."""

from __future__ import annotations

from collections.abc import Iterator

from symderiv.derive import derive
from symderiv.derive.adjoint import adjoints
from symderiv.derive.expand import Recursion, TooDeep
from symderiv.expr import Expr, Partial, Var
from symderiv.step import Claim, Derivation, Judgement, Route, Step, Verdict
from symderiv.system import Role, System
from symderiv.verify import Report, verify


def adjoint_claims(system: System) -> tuple[System, list[Claim]]:
    r"""The network with its adjoints, and of each adjoint that it is `\partial E/\partial x`."""
    found = adjoints(system)
    objective: Expr = Var(found.objective)
    claims = []
    for variable, bar in found.of.items():
        for gradient in found.gradients[variable]:
            piece = gradient.piece
            step = Step(Var(bar, piece.indices), "adjoint")
            claims.append(Claim(Partial(objective, piece.lhs), (step,), piece.domain))
    return found.system, claims


def judged_adjoints(system: System, seed: int = 0) -> Report:
    """Every adjoint of a network, parameters and nodes alike."""
    whole, claims = adjoint_claims(system)
    return verify(Derivation(whole, goals(system)[0], Route.BACKPROP, tuple(claims)), seed=seed)


def goals(system: System) -> list[Partial]:
    """The derivative by each parameter."""
    assert system.objective is not None
    entries = {p.variable: p.lhs for p in reversed(system.pieces) if p.role is Role.PARAMETER}
    return [Partial(Var(system.objective), entry) for entry in reversed(entries.values())]


def derivations(system: System) -> Iterator[Derivation]:
    """By both routes, with the claim that they agree; by the backpropagated one alone where the other does not end."""
    for goal in goals(system):
        try:
            yield derive(system, goal, Route.BOTH)
        except (Recursion, TooDeep):
            yield derive(system, goal, Route.BACKPROP)


def complaints(report: Report) -> list[tuple[Expr, Judgement, str, Verdict]]:
    """What did not pass, for the message of a failing test."""
    return [
        (c.claim.left, v.judgement, v.detail, v)
        for c in report.claims
        if not c.passed
        for v in (*c.verdicts, *c.labels)
        if v.judgement is not Judgement.RIGHT or c.claim.refuted
    ]
