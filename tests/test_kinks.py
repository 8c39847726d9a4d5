r"""Kinks and branches that nothing enters: what is verified only where a hinge is slack is not verified."""

from __future__ import annotations

import pytest

from symderiv import read_network
from symderiv.derive import derive
from symderiv.domain import TRUE
from symderiv.evaluate import check_claim
from symderiv.evaluate.kinks import kinks
from symderiv.evaluate.oracle import oracle
from symderiv.expr import ZERO, Div, Partial, Var, Variable, add, mul, neg, num
from symderiv.step import Evidence, Judgement, Route
from symderiv.system import System
from symderiv.verify import largest_error, verify

TRIPLET = r"""
$$u_i = \sum_{j=1}^{J} w_{ij} a_j, \quad v_i = \sum_{j=1}^{J} w_{ij} p_j, \quad z_i = \sum_{j=1}^{J} w_{ij} n_j$$
$$\ell = \max\left(0, \sum_{i=1}^I (u_i - v_i)^2 - \sum_{i=1}^I (u_i - z_i)^2 + m\right)$$
"""
RENAMED = r"""
$$a_k = \sum_{q=1}^{Q} v_{kq} x_q, \quad b_k = \sum_{q=1}^{Q} v_{kq} y_q, \quad c_k = \sum_{q=1}^{Q} v_{kq} z_q$$
$$L = \max\left(0, r + \sum_{k=1}^K (a_k - b_k)^2 - \sum_{k=1}^K (a_k - c_k)^2\right)$$
"""
DEFINED = r"""
A hinge is $h(x) = \max(0, x)$.
$$s = \sum_{j=1}^{J} w_j x_j$$
$$E = h(1 - y s)$$
"""
NEVER = r"""
$$s = \sum_{j=1}^{J} (w_j)^2$$
$$E = \max(0, -1 - s)$$
"""


def network(text: str) -> System:
    return read_network(text).system


def scalar(name: str) -> Var:
    return Variable(name)()


@pytest.mark.parametrize(("text", "wrt"), [(TRIPLET, "w_{ij}"), (RENAMED, "v_{kq}"), (DEFINED, "w_j")])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_hinge_is_looked_at_on_both_sides(text: str, wrt: str, seed: int) -> None:
    derivation = read_network(text).derive(wrt, route=Route.BOTH).derivation
    report = verify(derivation, seed=seed)
    assert report.passed
    assert report.exact
    total = next(c for c in report.claims if c.claim.left == derivation.goal and not c.claim.refuted)
    assert total.error is not None
    assert not any("kink" in v.detail for v in total.verdicts)


def test_an_error_that_shows_only_where_the_hinge_is_active_is_found() -> None:
    system = network(TRIPLET)
    slope = Partial(scalar(r"\ell"), scalar("m"))
    doubled = mul(num(2), slope)
    for seed in range(8):
        (verdict,) = check_claim(system, (slope, doubled), seed=seed)
        assert verdict.judgement is Judgement.WRONG
        # the draw of the counterexample is one in which the hinge is active
        assert verdict.counterexample is not None
        assert verdict.counterexample.left != verdict.counterexample.right


def test_what_is_zero_wherever_it_is_looked_at_is_not_verified() -> None:
    system = network(NEVER)
    slope = Partial(scalar("E"), Variable("w_{#}")("j"))
    twice = mul(num(2), slope)
    inside = next(p.domain for p in system.pieces if p.variable.key == "w_{#}")
    for member in (twice, neg(slope)):
        (verdict,) = check_claim(system, (slope, member), inside)
        assert verdict.judgement is Judgement.UNPROVED
        assert "both sides are 0" in verdict.detail
    (verdict,) = check_claim(system, (slope, ZERO), inside)
    assert (verdict.judgement, verdict.evidence) == (Judgement.RIGHT, Evidence.EXACT)
    assert "a kink was never on one of its sides" in verdict.detail
    assert not verify(derive(system, slope)).passed


@pytest.mark.parametrize("text", [TRIPLET, RENAMED, DEFINED])
def test_sides_are_those_of_the_argument(text: str) -> None:
    system = network(text)
    assert system.objective is not None
    objective = Var(system.objective)
    (kink,) = kinks(oracle(system).program, (objective,))
    sides: set[int] = set()
    for n in range(10):
        draw = oracle(system).draw(2, n, spread=1 + n)
        (side,) = kink.taken(draw, "float")
        assert (draw.value(objective, "float") > 0) == (side == 1)
        sides.add(side)
    assert sides == {0, 1}


def test_doubles_are_compared_where_there_is_something_to_compare() -> None:
    system = network(TRIPLET)
    slope = Partial(scalar(r"\ell"), scalar("m"))
    third = Div(slope, num(3))
    error = largest_error(system, (slope, add(third, third, third)), TRUE)
    assert error is not None
    assert error < 1e-15
    wrong = largest_error(system, (slope, add(third, third)), TRUE)
    assert wrong is not None
    assert wrong > 0.3
