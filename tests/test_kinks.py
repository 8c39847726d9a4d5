r"""Kinks and branches that nothing enters: what is verified only where a hinge is slack is not verified."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from symderiv import check, read_network
from symderiv.derive import derive
from symderiv.domain import TRUE
from symderiv.evaluate import check_claim
from symderiv.evaluate.kinks import kinks
from symderiv.evaluate.oracle import oracle
from symderiv.expr import ZERO, Apply, Div, Expr, Partial, Var, Variable, add, mul, neg, num
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
$$h(z) = \max(0, z)$$
$$s = \sum_{j=1}^{J} w_j x_j$$
$$E = h(1 - y s)$$
"""
NEVER = r"""
$$s = \sum_{j=1}^{J} \sum_{k=1}^{J} ((w_j)^2 + (w_k)^2 - 2 w_j w_k)$$
$$E = \max(0, -1 - s)$$
"""


Made = Callable[[Expr, Expr], tuple[Expr, Expr]]


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
    # 0 is true, but no number of draws shows that the hinge is slack everywhere
    for member in (twice, neg(slope), ZERO):
        (verdict,) = check_claim(system, (slope, member), inside)
        assert verdict.judgement is Judgement.UNPROVED
        assert "a kink was never on one of its sides" in verdict.detail
    # what is the same on either side of the kink needs no side to be taken
    report = verify(derive(system, slope))
    assert report.passed
    assert report.exact


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


MOVED = r"""
$$a_i = \sum_{j=1}^{J} w_{ij} x_j$$ ($1 \le i \le I$)
$$h_i = \max(0, a_i - b)$$ ($1 \le i \le I$)
$$E = \sum_{i=1}^I h_i y_i$$
"""


@pytest.mark.parametrize("where", ["a_i - 1.01 b", "a_i - \\frac{101}{100} b", "1.01 a_i - b", "b - a_i", "a_i + b"])
def test_a_kink_in_another_place_is_never_exact(where: str) -> None:
    net = read_network(MOVED)
    page = rf"$$\frac{{\partial E}}{{\partial a_i}} = y_i \operatorname{{step}}({where})$$"
    (claim,) = net.check(page).claims
    assert str(claim.judgement) != "right"


@pytest.mark.parametrize("where", ["a_i - b", "-b + a_i"])
def test_a_kink_in_its_place_is_exact(where: str) -> None:
    net = read_network(MOVED)
    page = rf"$$\frac{{\partial E}}{{\partial a_i}} = y_i \operatorname{{step}}({where})$$"
    (claim,) = net.check(page).claims
    assert str(claim.judgement) == "right"


IDENTITIES = [
    ("relu", lambda x, y: (Apply("relu", (x,)), mul(x, Apply("step", (x,)))), Evidence.EXACT),
    ("abs", lambda x, y: (Apply("abs", (x,)), mul(x, Apply("sign", (x,)))), Evidence.EXACT),
    ("max", lambda x, y: (Apply("max", (x, y)), add(y, Apply("relu", (add(x, neg(y)),)))), Evidence.EXACT),
    ("min", lambda x, y: (add(Apply("min", (x, y)), Apply("max", (x, y))), add(x, y)), Evidence.EXACT),
    ("scaled", lambda x, y: (Apply("step", (mul(num(2), x),)), Apply("step", (x,))), Evidence.NONE),
    ("moved", lambda x, y: (Apply("step", (add(x, y),)), Apply("step", (x,))), None),
]


@pytest.mark.parametrize(("name", "made", "evidence"), IDENTITIES)
def test_identities_of_kinks(name: str, made: Made, evidence: Evidence | None) -> None:
    system = network(r"$$E = \max(0, x y)$$")
    (verdict,) = check_claim(system, made(scalar("x"), scalar("y")))
    assert verdict.evidence is (evidence or Evidence.NONE)
    judgement = {Evidence.EXACT: Judgement.RIGHT, Evidence.NONE: Judgement.UNPROVED, None: Judgement.WRONG}[evidence]
    assert verdict.judgement is judgement


def test_a_counterexample_beside_a_kink_shows_numbers() -> None:
    page = r"$$h = \max(0, \sum_{j=1}^{J} w_j x_j)$$ $$E = h t$$ $$\frac{\partial E}{\partial w_j} = t h x_j$$"
    report = check(page)
    found = [link.counterexample for c in report.claims for link in c.links if link.counterexample is not None]
    assert found
    assert all(float(c.left) != float(c.right) for c in found)
