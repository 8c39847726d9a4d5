"""Verdicts of the oracle on single claims: right, wrong, vacuous, unproved, each for its own reason."""

from __future__ import annotations

import time
from dataclasses import replace
from fractions import Fraction

import networks as n
import pytest
from networks import I, J, Net, call, net2, net3, o1, o2, o3, var, w, w1, w2

from symderiv.affine import affine
from symderiv.domain import TRUE, Constraint, Domain, eq, ge, gt, interval, ne
from symderiv.evaluate import Oracle, check_claim
from symderiv.expr import (
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Partial,
    Pow,
    Var,
    Variable,
    add,
    mul,
    neg,
    num,
    total,
)
from symderiv.step import Evidence, Judgement, Verdict
from symderiv.system import Assumption, Piece, Role, System

E = Var(Variable("E"))
TIED = n.tied_autoencoder()
IJ = interval("i", 1, I) & interval("j", 1, J)
IJK = IJ & interval("k", 1, J)
GOAL = Partial(E, w("j", "i"))


def leaf(k: str) -> Expr:
    return Partial(E, o3(k), direct=True)


def prime(x: Expr) -> Expr:
    return Apply("f", (x,), (1,))


def one(
    system: System, left: Expr, right: Expr, domain: Domain = TRUE, where: tuple[Constraint, ...] = (), **more: int
) -> Verdict:
    """The verdict on one equation."""
    (verdict,) = check_claim(system, (left, right), domain, where, **more)
    return verdict


FIRST = mul(leaf("k"), prime(net3("k")), w2("k", "i"), prime(net2("i")), o1("j"))
SECOND = mul(leaf("j"), prime(net3("j")), o2("i"))
PRODUCT = mul(o2("i"), w2("k", "i"))
INNER = mul(Partial(o2("i"), w("j", "i")), w2("k", "i"))

CLAIMS: dict[str, tuple[Expr, Expr, Domain, tuple[Constraint, ...], str]] = {
    "final": (GOAL, add(total("k", 1, J, FIRST), SECOND), IJ, (), "right"),
    "sign": (GOAL, add(total("k", 1, J, FIRST), neg(SECOND)), IJ, (), "wrong"),
    "dropped term": (GOAL, total("k", 1, J, FIRST), IJ, (), "wrong"),
    "one short": (GOAL, add(total("k", 1, J - 1, FIRST), SECOND), IJ, (), "wrong"),
    "naive": (GOAL, mul(Partial(E, net3("j")), Partial(net3("j"), w("j", "i"))), IJ, (), "wrong"),
    "chain": (GOAL, total("k", 1, J, mul(Partial(E, net3("k")), Partial(net3("k"), w("j", "i")))), IJ, (), "right"),
    "f for f'": (Partial(o2("i"), w("j", "i")), mul(call("f", net2("i")), o1("j")), IJ, (), "wrong"),
    "k = j": (Partial(PRODUCT, w("j", "i")), add(INNER, o2("i")), IJK, (eq("k", "j"),), "right"),
    "k != j": (Partial(PRODUCT, w("j", "i")), INNER, IJK, (ne("k", "j"),), "right"),
    "too wide": (Partial(PRODUCT, w("j", "i")), INNER, IJK, (), "wrong"),
    "vacuous": (GOAL, num(0), IJ, (gt("i", I),), "vacuous"),
    "copy": (Partial(E, w2("j", "i")), SECOND, IJ, (), "right"),
    "both copies": (GOAL, add(Partial(E, w2("j", "i")), Partial(E, w1("i", "j"))), IJ, (), "right"),
    "transposed": (GOAL, Partial(E, w("i", "j")), IJ & interval("i", 1, J) & interval("j", 1, I), (), "wrong"),
    "sum that a constant cuts": (total("k", 1, J, net3("k")), total("k", 1, 9, net3("k")), TRUE, (), "wrong"),
    "outside": (GOAL, add(GOAL, mul(Bracket((ge("i", 1),)), net3(J + 1))), IJ, (), "wrong"),
    "needless condition": (GOAL, SECOND, IJK, (eq("k", "j"),), "wrong"),
    "free on one side": (GOAL, net3("q"), IJ, (), "wrong"),
    "free on both": (net3("q"), net3("q"), TRUE, (), "unproved"),
    "does not depend": (Partial(Index(affine("i")), w("j", "i")), num(0), IJ, (), "right"),
    "split sum": (
        total("k", 1, J, net3("k")),
        add(total("k", 1, affine("j") - 1, net3("k")), net3("j"), total("k", affine("j") + 1, J, net3("k"))),
        interval("j", 1, J), (), "right",
    ),
    "split sum from 2": (
        total("k", 1, J, net3("k")),
        add(net3("j"), total("k", 2, J, mul(Bracket((ne("k", "j"),)), net3("k")))),
        interval("j", 1, J), (), "wrong",
    ),
    "constant too large": (total("k", 1, J, num(1)), total("k", 1, 100, Bracket((ge(J, "k"),))), TRUE, (), "unproved"),
    "number of terms": (total("k", 1, J, num(1)), Index(J), TRUE, (), "right"),
    "not a number of terms": (total("k", 1, J, num(1)), num(9), TRUE, (), "wrong"),
    "cases": (
        Partial(net3("k"), net3("j")),
        Cases(((num(1), (eq("k", "j"),)), (num(0), (ne("k", "j"),)))),
        interval("k", 1, J) & interval("j", 1, J), (), "right",
    ),
    "unknown name": (GOAL, Var(Variable("zz")), IJ, (), "unproved"),
}  # fmt: skip


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", CLAIMS)
def test_verdicts(name: str, seed: int) -> None:
    left, right, domain, where, expected = CLAIMS[name]
    verdict = one(TIED, left, right, domain, where, seed=seed)
    assert verdict.judgement == expected, verdict
    assert (verdict.evidence is Evidence.EXACT) == (expected == "right")
    assert verdict.evidence is not Evidence.EXACT or 0 < verdict.error <= 2.0**-50


def test_every_link_is_judged_for_itself() -> None:
    verdicts = check_claim(TIED, (GOAL, neg(SECOND), SECOND, mul(num(2), SECOND)), IJ)
    assert [v.judgement for v in verdicts] == [Judgement.WRONG] * 3
    verdicts = check_claim(TIED, (SECOND, mul(SECOND, num(1)), GOAL), IJ)
    assert [v.judgement for v in verdicts] == [Judgement.RIGHT, Judgement.WRONG]


def test_a_counterexample_can_be_reproduced() -> None:
    left, right, domain, where, _ = CLAIMS["naive"]
    first, again = (one(TIED, left, right, domain, where, seed=5).counterexample for _ in range(2))
    assert first == again
    assert first is not None
    draw = Oracle(TIED, first.seed).draw(2)
    assert draw.shown == first.sizes
    here = dict(first.indices)
    assert f"{draw.value(left, **here):.10g}" == first.left != first.right
    assert f"{draw.value(right, **here):.10g}" == first.right


def test_small_sizes_alone_are_no_evidence() -> None:
    left, right, domain, where, _ = CLAIMS["final"]
    verdict = one(TIED, left, right, domain, where, draws=2)
    assert verdict.judgement is Judgement.UNPROVED
    assert "small sizes" in verdict.detail


SOFTMAX = n.softmax_cross_entropy()
K = interval("k", 1, "K") & interval("j", 1, "J")
HALF = num(Fraction(1, 2))
z, y, t, x = var("z_{#}"), n.y, n.t, n.x


def exp(e: Expr) -> Expr:
    return call("exp", e)


def sigma(e: Expr) -> Expr:
    return call("sigma", e)


NUMERICAL: dict[str, tuple[Expr, Expr, str, Evidence]] = {
    "p - t": (Partial(E, z("k")), add(y("k"), neg(t("k"))), "right", Evidence.EXACT),
    "t - p": (Partial(E, z("k")), add(t("k"), neg(y("k"))), "wrong", Evidence.NONE),
    "without the sum of t": (
        Partial(E, z("k")), add(mul(y("k"), total("l", 1, "K", t("l"))), neg(t("k"))), "right", Evidence.EXACT,
    ),
    "exp of a sum": (exp(add(z("k"), num(1))), mul(exp(z("k")), exp(num(1))), "right", Evidence.NUMERICAL),
    "exp of a sum, wrongly": (exp(add(z("k"), num(1))), add(exp(z("k")), exp(num(1))), "wrong", Evidence.NONE),
    "sigmoid of minus": (sigma(neg(z("k"))), add(num(1), neg(sigma(z("k")))), "right", Evidence.NUMERICAL),
    "sigmoid by exp": (sigma(z("k")), Div(num(1), add(num(1), exp(neg(z("k"))))), "right", Evidence.NUMERICAL),
    "tanh by sigmoid": (
        call("tanh", z("k")), add(mul(num(2), sigma(mul(num(2), z("k")))), num(-1)), "right", Evidence.NUMERICAL,
    ),
    "almost": (sigma(z("k")), mul(num(1 + Fraction(1, 10**11)), sigma(z("k"))), "wrong", Evidence.NONE),
    "log of a power": (call("log", Pow(y("k"), num(3))), mul(num(3), call("log", y("k"))), "right", Evidence.NUMERICAL),
    "log of negative numbers": (
        call("log", neg(Pow(z("k"), num(2)))), mul(num(2), call("log", z("k"))), "unproved", Evidence.NONE,
    ),
    "square root of a square": (Pow(Pow(z("k"), num(2)), HALF), z("k"), "wrong", Evidence.NONE),
    "absolute value": (Pow(Pow(z("k"), num(2)), HALF), call("abs", z("k")), "right", Evidence.NUMERICAL),
    "square of an absolute value": (Pow(call("abs", z("k")), num(2)), Pow(z("k"), num(2)), "right", Evidence.NUMERICAL),
    "step": (Partial(call("relu", z("k")), z("k")), call("step", z("k")), "right", Evidence.EXACT),
    "relu beside a logarithm": (
        add(call("relu", x("j")), call("log", t("k"))), add(x("j"), call("log", t("k"))), "wrong", Evidence.NONE,
    ),
    "root of a square beside a logarithm": (
        mul(Pow(Pow(x("j"), num(2)), HALF), call("log", t("k"))), mul(x("j"), call("log", t("k"))), "wrong",
        Evidence.NONE,
    ),
    "relu is not the identity": (call("relu", z("k")), z("k"), "wrong", Evidence.NONE),
}  # fmt: skip


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", NUMERICAL)
def test_functions_with_identities(name: str, seed: int) -> None:
    left, right, judgement, evidence = NUMERICAL[name]
    verdict = one(SOFTMAX, left, right, K, seed=seed)
    assert (verdict.judgement, verdict.evidence) == (judgement, evidence), verdict


def test_an_assumption_is_needed_where_it_is_used() -> None:
    left, right, _, _ = NUMERICAL["p - t"]
    assert one(replace(SOFTMAX, assumptions=()), left, right, K).judgement is Judgement.WRONG


def test_square_roots_in_the_field() -> None:
    """Batch normalisation: one root, derivatives through mean and variance."""
    net = Net("N")
    mu, s, h = Var(Variable(r"\mu")), Var(Variable("s")), var("h_{#}")
    i = ("i", 1, affine("N"))
    net.node(mu, Div(total("j", 1, "N", n.x("j")), Index(affine("N"))))
    net.node(s, Div(total("j", 1, "N", Pow(add(n.x("j"), neg(mu)), num(2))), Index(affine("N"))))
    root = Pow(add(s, Var(Variable("e"))), HALF)
    net.node(h("i"), Div(add(n.x("i"), neg(mu)), root), i)
    net.node(E, total("k", 1, "N", mul(n.y("k"), call("f", h("k")))))
    net.data(n.x("j"), ("j", 1, affine("N")))
    net.data(n.y("k"), ("k", 1, affine("N")))
    net.data(Var(Variable("e")))
    system = net.system()
    inside = interval("i", 1, "N") & interval("k", 1, "N")
    delta = Bracket((eq("i", "k"),))
    per = Div(num(1), Index(affine("N")))
    right = Div(add(delta, neg(per), neg(mul(per, h("i"), h("k")))), root)
    slope = Partial(h("k"), n.x("i"))
    assert one(system, slope, right, inside).evidence is Evidence.EXACT
    wrong = Div(add(delta, neg(mul(per, h("i"), h("k")))), root)
    assert one(system, slope, wrong, inside).judgement is Judgement.WRONG


def test_sizes_at_which_a_denominator_is_zero_are_avoided() -> None:
    net = Net("N")
    net.node(E, Div(total("i", 1, "N", n.x("i")), Index(affine("N") - 1)))
    net.data(n.x("i"), ("i", 1, affine("N")))
    verdict = one(net.system(), Partial(E, n.x("i")), Div(num(1), Index(affine("N") - 1)), interval("i", 1, "N"))
    assert verdict.judgement is Judgement.RIGHT
    assert all(dict(sizes)["N"] > 1 for sizes in verdict.draws)


def test_a_network_without_sizes_is_enumerated_completely() -> None:
    net = Net("")
    net.node(E, Pow(add(mul(n.x(1), n.y(1)), mul(n.x(2), n.y(2))), num(2)))
    for v in (n.x, n.y):
        net.parameter(v(1))
        net.parameter(v(2))
    inner = add(mul(n.x(1), n.y(1)), mul(n.x(2), n.y(2)))
    assert one(net.system(), Partial(E, n.x(1)), mul(num(2), n.y(1), inner)).evidence is Evidence.EXACT
    assert one(net.system(), Partial(E, n.x(1)), mul(num(2), n.y(2), inner)).judgement is Judgement.WRONG


def test_claims_that_are_true_only_up_to_a_size() -> None:
    few = total("k", 1, 5, Bracket((ge(J, "k"),)))
    verdict = one(TIED, few, Index(J))
    assert verdict.judgement is Judgement.WRONG
    assert verdict.counterexample is not None
    assert dict(verdict.counterexample.sizes)["J"] > 5


def test_an_assumption_that_cannot_be_imposed_is_said_to_be_so() -> None:
    system = replace(SOFTMAX, assumptions=(Assumption(num(1), num(2)),))
    verdict = one(system, Partial(E, z("k")), num(0), K)
    assert verdict.judgement is Judgement.UNPROVED
    assert "assumption" in verdict.detail


def test_recurrences_and_their_boundaries() -> None:
    system = n.recurrent()
    h, a, U = var("h^{(#)}_{#}"), var("a^{(#)}_{#}"), var("U_{#,#}")
    yt = var("y^{(#)}_{#}")
    ti = interval("t", 1, "T") & interval("i", 1, "H")
    error = add(h("t", "i"), neg(yt("t", "i")))
    later = total("j", 1, "H", mul(U("j", "i"), Partial(E, a(affine("t") + 1, "j"))))
    slope = Partial(E, h("t", "i"))
    assert one(system, slope, add(error, later), ti, (gt("T", "t"),)).judgement is Judgement.RIGHT
    assert one(system, slope, error, ti, (eq("T", "t"),)).judgement is Judgement.RIGHT
    beyond = one(system, slope, add(error, later), ti)
    assert beyond.judgement is Judgement.WRONG
    assert "no entry" in beyond.detail
    guarded = add(error, mul(Bracket((gt("T", "t"),)), later))
    assert one(system, slope, guarded, ti).judgement is Judgement.RIGHT
    transposed = total("j", 1, "H", mul(U("i", "j"), Partial(E, a(affine("t") + 1, "j"))))
    assert one(system, slope, add(error, transposed), ti, (gt("T", "t"),)).judgement is Judgement.WRONG


def test_abbreviations_for_derivatives() -> None:
    delta = var(r"\delta_{#}")
    k = affine("k").letter
    assert k is not None
    piece = Piece(delta, (affine("k"),), (k,), interval("k", 1, J), Partial(E, net3("k")), Role.NODE)
    system = replace(TIED, pieces=(*TIED.pieces, piece))
    right = total("k", 1, J, mul(delta("k"), Partial(net3("k"), w("j", "i"))))
    assert one(system, GOAL, right, IJ).evidence is Evidence.EXACT
    # a derivative of the abbreviation is a second derivative
    second = Partial(delta("k"), o3("j"))
    twice = Partial(Partial(E, net3("k")), o3("j"))
    inside = interval("k", 1, J) & interval("j", 1, J)
    assert one(system, second, twice, inside).evidence is Evidence.EXACT
    assert one(system, second, num(0), inside).judgement is Judgement.WRONG


HOSTILE: dict[str, tuple[Expr, Expr]] = {
    "a tower of powers": (Pow(num(10), Pow(num(10), num(10))), num(0)),
    "a huge power": (Pow(z("k"), num(10**10)), num(0)),
    "a huge number": (mul(num(10**5000), z("k")), z("k")),
    "a huge index": (Index(affine("k") + 10**5000), Index(affine("k"))),
    "a long sum": (total("m", 1, 10**9, z("k")), mul(num(10**9), z("k"))),
    "an endless sum": (total("m", 1, 10**5000, z("k")), z("k")),
    "sums in sums": (total("a", 1, 99, total("b", 1, 99, total("c", 1, 99, total("d", 1, 99, num(1))))), num(99**4)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_claims_get_an_answer_at_once(name: str) -> None:
    left, right = HOSTILE[name]
    start = time.process_time()
    verdict = one(SOFTMAX, left, right, K)
    assert time.process_time() - start < 2
    assert verdict.judgement in (Judgement.WRONG, Judgement.UNPROVED)


def test_deep_formulas_get_an_answer() -> None:
    deep: Expr = z("k")
    for _ in range(3000):
        deep = Div(num(1), add(num(1), deep))
    assert one(SOFTMAX, deep, z("k"), K).judgement is Judgement.UNPROVED


def test_a_letter_may_stand_on_one_side_alone() -> None:
    """The derivative of a mean by any entry is 1/N; a sum that was forgotten is another matter."""
    net = Net("N")
    mu = Var(Variable(r"\mu"))
    net.node(mu, Div(total("j", 1, "N", n.x("j")), Index(affine("N"))))
    net.node(E, Pow(mu, num(2)))
    net.data(n.x("j"), ("j", 1, affine("N")))
    system, per = net.system(), Div(num(1), Index(affine("N")))
    inside = interval("i", 1, "N")
    assert one(system, Partial(mu, n.x("i")), per, inside).judgement is Judgement.RIGHT
    assert one(system, mu, mul(per, n.x("i")), inside).judgement is Judgement.WRONG
    # without a range
    assert one(system, Partial(mu, n.x("i")), per).judgement is Judgement.UNPROVED
    assert one(system, mu, mul(per, n.x("i"))).judgement is Judgement.WRONG
