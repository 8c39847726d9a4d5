"""Random networks: every adjoint and every claim against the oracle, and the two routes against each other."""

from __future__ import annotations

import pytest
from random_networks import random_network

from symderiv.calculus.flow import flow
from symderiv.derive import derive
from symderiv.derive.adjoint import adjoints
from symderiv.errors import DerivationError
from symderiv.evaluate import check_claim
from symderiv.expr import Partial, Var
from symderiv.step import Derivation, Judgement, Remark, Route
from symderiv.system import Role, System
from symderiv.verify import verify

SEEDS = range(1000, 1040)
HARMLESS = {Judgement.RIGHT, Judgement.UNPROVED, Judgement.VACUOUS}


def derivations(system: System) -> list[Derivation]:
    """By the first parameter and the last given variable, both routes where the expanded one ends."""
    assert system.objective is not None
    known = flow(system)
    given = [p for p in system.pieces if p.body is None and known.reaches(p.variable, system.objective)]
    given.sort(key=lambda p: p.role is not Role.PARAMETER)
    made: list[Derivation] = []
    for piece in dict.fromkeys((given[0], given[-1])):
        goal = Partial(Var(system.objective), piece.lhs)
        try:
            made.append(derive(system, goal, Route.BOTH))
        except DerivationError:
            made.append(derive(system, goal))
    return made


@pytest.mark.parametrize("seed", SEEDS)
def test_adjoints(seed: int) -> None:
    found = adjoints(random_network(seed))
    for variable, gradients in found.gradients.items():
        for gradient in gradients:
            total = Partial(Var(found.objective), Var(variable, gradient.piece.indices))
            adjoint = Var(found.of[variable], gradient.piece.indices)
            (verdict,) = check_claim(found.system, (total, adjoint), gradient.piece.domain, seed=seed, draws=2)
            assert verdict.judgement in HARMLESS, (variable.key, verdict)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_claim_is_true_and_the_routes_agree(seed: int) -> None:
    for derivation in derivations(random_network(seed)):
        if derivation.route is Route.BOTH:
            assert any(isinstance(i, Remark) and i.caption == "routes agree" for i in derivation.items)
        for report in verify(derivation, seed=seed, draws=2).claims:
            if report.claim.refuted:
                assert any(v.judgement is Judgement.WRONG for v in report.verdicts)
            else:
                assert all(v.judgement in HARMLESS for v in (*report.verdicts, *report.labels)), report
