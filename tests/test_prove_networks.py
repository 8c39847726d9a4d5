"""Lines of derivations on the networks of the tests: right ones are proved, wrong ones are not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from networks import NETWORKS, Net, call, k, net2, net3, o1, o2, o3, t, theta3, var, w, w1, w2, x, y

from symderiv.affine import Affine, IntFn, Sym, affine
from symderiv.domain import TRUE, Constraint, Domain, eq, ge, interval, le, ne
from symderiv.expr import (
    ONE,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    add,
    mul,
    neg,
    num,
    total,
)
from symderiv.normal import Budget, prove_equal
from symderiv.system import Assumption

Line = tuple[str, str, Expr, Expr, Domain, tuple[Constraint, ...]]

E, F = Variable("E")(), Variable("F")()
I, J, K, D, T, H, N, A, L = (affine(s) for s in "IJKDTHNAL")
TWO, HALF = num(2), num(Fraction(1, 2))


def d(of: Expr, by: Var) -> Partial:
    return Partial(of, by)


def f1(e: Expr) -> Expr:
    return Apply("f", (e,), (1,))


def minus(p: Expr, q: Expr) -> Expr:
    return add(p, neg(q))


def box(*ranges: tuple[str, int | Affine, int | str | Affine]) -> Domain:
    return Domain(tuple(c for s, lo, hi in ranges for c in interval(s, lo, hi).constraints))


# --- the lecture ------------------------------------------------------------------------------------------------------

ij, ki, kij = box(("i", 1, I), ("j", 1, J)), box(("k", 1, J), ("i", 1, I)), box(("k", 1, J), ("i", 1, I), ("j", 1, J))
W = w("j", "i")
WHOLE = total("h", 1, I + 1, mul(o2("h"), w2("k", "h")))
ONLY_I = mul(o2("i"), w2("k", "i"))
INNER = mul(f1(net2("i")), o1("j"))
PATHS = total("k", 1, J, mul(d(E, o3("k")), f1(net3("k")), w2("k", "i"), INNER))
DIRECT = mul(d(E, o3("j")), f1(net3("j")), o2("i"))
SAME, OTHER = (eq("k", "j"),), (ne("k", "j"),)
PRODUCT = add(mul(d(o2("i"), W), w2("k", "i")), mul(d(w2("k", "i"), W), o2("i")))

LECTURE: dict[str, tuple[Expr, Expr, Domain, tuple[Constraint, ...]]] = {
    "chain rule": (d(E, W), total("k", 1, J, mul(d(E, net3("k")), d(net3("k"), W))), ij, ()),
    "definition": (net3("k"), WHOLE, ki, ()),
    "first factor": (d(E, net3("k")), mul(d(E, o3("k")), d(o3("k"), net3("k"))), ki, ()),
    "first factor, f'": (d(E, net3("k")), mul(d(E, o3("k")), f1(net3("k"))), ki, ()),
    "inserted": (d(net3("k"), W), d(WHOLE, W), kij, ()),
    "only h = i depends": (d(WHOLE, W), d(ONLY_I, W), kij, ()),
    "product rule": (d(ONLY_I, W), PRODUCT, kij, ()),
    "k = j": (d(ONLY_I, W), add(mul(d(o2("i"), W), w2("k", "i")), o2("i")), kij, SAME),
    "k != j": (d(ONLY_I, W), mul(d(o2("i"), W), w2("k", "i")), kij, OTHER),
    "inner chain rule": (d(o2("i"), W), mul(d(o2("i"), net2("i")), d(net2("i"), W)), ij, ()),
    "inner": (d(o2("i"), W), INNER, ij, ()),
    "result": (d(E, W), add(PATHS, DIRECT), ij, ()),
    "threshold": (d(E, theta3("j")), neg(mul(d(E, o3("j")), f1(net3("j")))), ij, ()),
    "one copy": (d(E, w2("j", "i")), mul(d(E, net3("j")), o2("i")), ij, ()),
    "both copies": (d(E, W), add(d(E, w2("j", "i")), d(E, w1("i", "j"))), ij, ()),
    "bias unit": (d(net3("k"), o2(I + 1)), neg(theta3("k")), ki, ()),
}
NOT_LECTURE: dict[str, tuple[Expr, Expr, Domain, tuple[Constraint, ...]]] = {
    "naive chain rule": (d(E, W), mul(d(E, net3("j")), d(net3("j"), W)), ij, ()),
    "definition to I": (net3("k"), total("h", 1, I, mul(o2("h"), w2("k", "h"))), ki, ()),
    "k = j for all": (d(ONLY_I, W), add(mul(d(o2("i"), W), w2("k", "i")), o2("i")), kij, ()),
    "k != j for k = j": (d(ONLY_I, W), mul(d(o2("i"), W), w2("k", "i")), kij, SAME),
    "stray factor": (d(o2("i"), W), mul(d(o2("i"), net2("i")), d(net2("i"), W), o1("j")), ij, ()),
    "without the direct path": (d(E, W), PATHS, ij, ()),
    "without the paths": (d(E, W), DIRECT, ij, ()),
    "from 2": (d(E, W), add(total("k", 2, J, PATHS.body), DIRECT), ij, ()),
    "f for f'": (d(o2("i"), W), mul(call("f", net2("i")), o1("j")), ij, ()),
    "threshold sign": (d(E, theta3("j")), mul(d(E, o3("j")), f1(net3("j"))), ij, ()),
    "a copy for the root": (d(E, w2("j", "i")), d(E, W), ij, ()),
    "transposed": (
        d(E, W),
        add(PATHS, mul(d(E, o3("i")), f1(net3("i")), o2("j"))),
        ij & box(("i", 1, J), ("j", 1, I)),
        (),
    ),
}


@pytest.mark.parametrize("name", LECTURE)
def test_the_lecture_is_proved(name: str) -> None:
    proof = prove_equal(NETWORKS["tied_autoencoder"](), *LECTURE[name])
    assert proof.outcome == "proved", proof.why


@pytest.mark.parametrize("name", NOT_LECTURE)
def test_slips_in_the_lecture_are_not(name: str) -> None:
    assert prove_equal(NETWORKS["tied_autoencoder"](), *NOT_LECTURE[name]).outcome == "unknown"


# --- other networks ---------------------------------------------------------------------------------------------------


def delta3(n: str) -> Expr:
    return mul(minus(o3(n), t(n)), o3(n), minus(ONE, o3(n)))


def squared(last: str) -> Expr:
    back = total("k", 1, J, mul(delta3("k"), w2("k", "i"), o2("i"), minus(ONE, o2("i")), o1("j")))
    return add(back, mul(delta3(last), o2("i")))


def softmax_lines() -> list[Line]:
    name, z = "softmax_cross_entropy", var("z_{#}")
    kk, ik = box(("k", 1, K)), box(("i", 1, K), ("k", 1, K))
    jacobian = d(y("i"), z("k"))
    rows = Cases(((mul(y("i"), minus(ONE, y("k"))), (eq("i", "k"),)), (neg(mul(y("i"), y("k"))), (ne("i", "k"),))))
    return [
        (name, "+", d(E, z("k")), minus(y("k"), t("k")), kk, ()),
        (name, "+", d(E, w("k", "j")), mul(minus(y("k"), t("k")), x("j")), kk & box(("j", 1, J)), ()),
        (name, "+", jacobian, mul(y("i"), minus(Bracket((eq("i", "k"),)), y("k"))), ik, ()),
        (name, "+", jacobian, rows, ik, ()),
        (name, "+", total("k", 1, K, y("k")), ONE, TRUE, ()),
        (name, "+", total("k", 1, K, d(E, z("k"))), num(0), TRUE, ()),
        (name, "+", d(E, z("k")), total("i", 1, K, mul(d(E, y("i")), d(y("i"), z("k")))), kk, ()),
        (name, "+", d(E, y("k")), neg(Div(t("k"), y("k"))), kk, ()),
        (name, "-", d(E, z("k")), minus(t("k"), y("k")), kk, ()),
        (name, "-", d(E, z("k")), mul(d(E, y("k")), d(y("k"), z("k"))), kk, ()),
        (name, "-", d(E, z("k")), mul(y("k"), minus(y("k"), t("k"))), kk, ()),
        (name, "-", jacobian, mul(y("i"), minus(ONE, y("k"))), ik, ()),
    ]


def reconstruction_lines() -> list[Line]:
    name, w_, h, r = "reconstruction_cost", var("W_{#,#}"), var("h_{#}"), var("r_{#}")
    kj = box(("k", 1, K), ("j", 1, D))
    goal = d(F, w_("k", "j"))
    back = mul(TWO, total("i", 1, D, mul(w_("k", "i"), r("i"), x("j"))))
    kronecker = add(mul(Bracket((eq("i", "j"),)), h("k")), mul(w_("k", "i"), x("j")))
    long = add(mul(Bracket((eq("i", "j"),)), total("m", 1, D, mul(w_("k", "m"), x("m")))), mul(w_("k", "i"), x("j")))
    return [
        (name, "+", goal, add(mul(TWO, h("k"), r("j")), back), kj, ()),
        (name, "+", goal, mul(TWO, total("i", 1, D, mul(r("i"), kronecker))), kj, ()),
        (name, "+", d(r("i"), w_("k", "j")), long, kj & box(("i", 1, D)), ()),
        (name, "-", goal, mul(TWO, h("k"), r("j")), kj, ()),
        (name, "-", goal, back, kj, ()),
        (name, "-", goal, mul(TWO, back), kj, ()),
        (name, "-", goal, add(mul(TWO, h("k"), x("j")), back), kj, ()),
        (name, "-", goal, add(mul(TWO, h("k"), r("j")), mul(TWO, w_("k", "j"), r("j"), x("j"))), kj, ()),
    ]


def convolution_lines(stride: int) -> list[Line]:
    name = f"convolution_stride_{stride}"
    mm = box(("m", 1, stride * (N - 1) + A))
    at = stride * (affine("i") - 1)

    def reached(first: int) -> Expr:
        inside = (ge(affine("m") - at, first), le(affine("m") - at, A))
        return Sum(Sym("i"), (affine(1),), (N,), mul(d(E, y("i")), k(affine("m") - at)), inside)

    both = total("a", 1, A, mul(d(E, y("i")), k("a"), Bracket((eq(at + "a", "m"),))))
    kernel = total("i", 1, N, mul(d(E, y("i")), x(at + "a")))
    return [
        (name, "+", d(E, k("a")), kernel, box(("a", 1, A)), ()),
        (name, "+", d(E, x("m")), total("i", 1, N, both), mm, ()),
        (name, "+", d(E, x("m")), reached(1), mm, ()),
        (name, "-", d(E, x("m")), reached(2), mm, ()),
        (name, "-", d(E, k("a")), total("i", 2, N, kernel.body), box(("a", 1, A)), ()),
    ]


def recurrent_lines() -> list[Line]:
    name = "recurrent"
    a, h, xt, yt = (var(f"{s}^{{(#)}}_{{#}}") for s in "ahxy")
    u, w_, b = var("U_{#,#}"), var("W_{#,#}"), var("b_{#}")
    now = affine("t")
    ii, ti, both = box(("i", 1, H)), box(("t", 1, T), ("i", 1, H)), box(("i", 1, H), ("j", 1, H))
    early = box(("t", 1, T - 1), ("i", 1, H))

    def da(s: Affine, n: str) -> Expr:
        return d(E, a(s, n))

    def slope(s: Affine, n: str) -> Expr:
        return minus(ONE, Pow(h(s, n), TWO))

    error = minus(h("t", "i"), yt("t", "i"))
    back = total("j", 1, H, mul(u("j", "i"), da(now + 1, "j")))
    turned = total("j", 1, H, mul(u("i", "j"), da(now + 1, "j")))
    tangent = mul(
        slope(now, "k"),
        add(
            mul(Bracket((eq("k", "i"),)), h(now - 1, "j")),
            total("m", 1, H, mul(u("k", "m"), d(h(now - 1, "m"), u("i", "j")))),
        ),
    )
    forwards = total("t", 1, T, total("k", 1, H, mul(minus(h("t", "k"), yt("t", "k")), d(h("t", "k"), u("i", "j")))))
    definition = add(
        total("d", 1, D, mul(w_("i", "d"), xt("t", "d"))),
        total("j", 1, H, mul(u("i", "j"), h(now - 1, "j"))),
        b("i"),
    )
    tijk = ti & both & box(("k", 1, H))
    pairs = early & box(("k", 1, H))
    return [
        (name, "+", d(E, u("i", "j")), total("t", 1, T, mul(da(now, "i"), h(now - 1, "j"))), both, ()),
        (name, "+", d(E, u("i", "j")), total("t", 2, T, mul(da(now, "i"), h(now - 1, "j"))), both, ()),
        (name, "+", d(E, b("i")), total("t", 1, T, da(now, "i")), ii, ()),
        (name, "+", da(now, "i"), mul(slope(now, "i"), d(E, h("t", "i"))), ti, ()),
        (name, "+", d(E, h("t", "i")), add(error, back), early, ()),
        (name, "+", d(E, h("t", "i")), error, ii, (eq("t", T),)),
        (name, "+", d(h("t", "k"), u("i", "j")), tangent, tijk, ()),
        (name, "+", d(h(now + 1, "k"), h("t", "i")), mul(slope(now + 1, "k"), u("k", "i")), pairs, ()),
        (name, "+", d(E, u("i", "j")), forwards, both, ()),
        (name, "+", a("t", "i"), definition, ti, ()),
        (name, "+", d(h("t", "i"), h(now + 1, "j")), num(0), early & both, ()),
        (name, "-", d(E, u("i", "j")), total("t", 1, T, mul(da(now, "i"), h("t", "j"))), both, ()),
        (name, "-", d(E, u("i", "j")), total("t", 1, T - 1, mul(da(now, "i"), h(now - 1, "j"))), both, ()),
        (name, "-", d(E, h("t", "i")), add(error, turned), early, ()),
        (name, "-", d(E, h("t", "i")), error, early, ()),
        (name, "-", d(E, h("t", "i")), error, ti, ()),
    ]


def deep_lines() -> list[Line]:
    name = "symbolic_depth"
    a, z, b, w_ = var("a^{(#)}_{#}"), var("z^{(#)}_{#}"), var("b^{(#)}_{#}"), var("w^{(#)}_{#,#}")
    now = affine("l")

    def size(n: Affine) -> Affine:
        return affine(IntFn("d", (n,)))

    ll, inner = box(("l", 1, L), ("i", 1, size(now))), box(("l", 1, L - 1), ("i", 1, size(now)))
    weights = ll & box(("j", 1, size(now - 1)))
    back = mul(f1(z("l", "i")), total("k", 1, size(now + 1), mul(w_(now + 1, "k", "i"), d(E, z(now + 1, "k")))))
    turned = mul(f1(z("l", "i")), total("k", 1, size(now + 1), mul(w_(now + 1, "i", "k"), d(E, z(now + 1, "k")))))
    top = mul(d(E, a(L, "i")), f1(z(L, "i")))
    return [
        (name, "+", d(E, w_("l", "i", "j")), mul(d(E, z("l", "i")), a(now - 1, "j")), weights, ()),
        (name, "+", d(E, b("l", "i")), d(E, z("l", "i")), ll, ()),
        (name, "+", d(E, z("l", "i")), back, inner, ()),
        (name, "+", d(E, z(L, "i")), top, box(("i", 1, size(L))), ()),
        (name, "-", d(E, z("l", "i")), back, ll, ()),
        (name, "-", d(E, z("l", "i")), turned, inner, ()),
        (name, "-", d(E, w_("l", "i", "j")), mul(d(E, z("l", "i")), z(now - 1, "j")), weights, ()),
    ]


LINES: list[Line] = [
    ("tied_autoencoder_squared_error", "+", d(E, net3("k")), delta3("k"), box(("k", 1, J)), ()),
    ("tied_autoencoder_squared_error", "+", d(E, W), squared("j"), ij, ()),
    ("tied_autoencoder_squared_error", "-", d(E, W), squared("i"), ij, ()),
    ("tied_autoencoder_squared_error", "-", d(E, net3("k")), mul(HALF, delta3("k")), box(("k", 1, J)), ()),
    *softmax_lines(),
    *reconstruction_lines(),
    *convolution_lines(1),
    *convolution_lines(2),
    *recurrent_lines(),
    *deep_lines(),
]


@pytest.mark.parametrize("number", range(len(LINES)))
def test_line(number: int) -> None:
    name, sign, left, right, domain, where = LINES[number]
    # bounded by counted work, not by how busy the machine is
    proof = prove_equal(NETWORKS[name](), left, right, domain, where, Budget(seconds=60.0))
    assert proof.outcome == ("proved" if sign == "+" else "unknown"), proof.why


def normalisation(*, deviation: bool) -> Net:
    r"""Batch (with \epsilon) or layer normalisation over one feature, an objective that sees every output."""
    net = Net("N")
    mu, v, out, g = Variable(r"\mu"), Variable("v"), var("z_{#}"), Variable("g")
    nn = ("i", 1, N)
    net.node(mu(), mul(Div(ONE, Index(N)), total("j", 1, N, x("j"))))
    mean = mul(Div(ONE, Index(N)), total("j", 1, N, Pow(minus(x("j"), mu()), TWO)))
    net.node(v(), Pow(mean, HALF) if deviation else mean)
    below = v() if deviation else Pow(add(v(), Variable("e")()), HALF)
    net.node(out("i"), Div(minus(x("i"), mu()), below), nn)
    net.node(y("i"), mul(g(), out("i")), nn)
    net.data(x("i"), nn)
    net.parameter(g())
    if not deviation:
        net.data(Variable("e")())
    return net


@pytest.mark.parametrize("deviation", [False, True])
def test_normalisation(deviation: bool) -> None:
    """The Jacobian and the gradient that every text gives; without its last term they are not proved."""
    system = normalisation(deviation=deviation).system(outputs=((y("i"), (("i", 1, N),)),))
    z, v, g = var("z_{#}"), Variable("v")(), Variable("g")()
    below = v if deviation else Pow(add(v, Variable("e")()), HALF)
    per_n = Div(ONE, Index(N))
    same = Bracket((eq("i", "j"),))
    jacobian = Div(add(same, neg(per_n), neg(mul(per_n, z("i"), z("j")))), below)
    where = box(("i", 1, N), ("j", 1, N))
    assert prove_equal(system, d(z("i"), x("j")), jacobian, where).proved
    assert not prove_equal(system, d(z("i"), x("j")), Div(minus(same, per_n), below), where).proved
    first = minus(d(E, y("j")), mul(per_n, total("i", 1, N, d(E, y("i")))))
    last = mul(per_n, z("j"), total("i", 1, N, mul(d(E, y("i")), z("i"))))
    assert prove_equal(system, d(E, x("j")), mul(Div(g, below), minus(first, last)), where).proved
    assert not prove_equal(system, d(E, x("j")), mul(Div(g, below), first), where).proved
    assert not prove_equal(system, d(E, x("j")), mul(Div(g, below), add(first, last)), where).proved


def test_a_batch_keeps_its_examples_apart() -> None:
    """The recurrence runs over t; the example n is never changed by it."""
    net = Net("N T")
    h, u = var("h_{#,#}"), Variable("u")()
    n, s = ("n", 1, N), ("t", 1, T)
    net.node(h("n", "t"), call("f", add(mul(u, h("n", affine("t") - 1)), x("n"))), n, s)
    net.constant(h("n", 0), 0, n)
    net.node(E, total("n", 1, N, call("g", h("n", T))))
    net.data(x("n"), n)
    net.parameter(u)
    system = net.system(functions=("f", "g"))
    where = box(("n", 1, N), ("m", 1, N))
    assert prove_equal(system, d(h("n", T), h("m", 1)), num(0), where, (ne("n", "m"),)).proved
    assert not prove_equal(system, d(h("n", T), h("m", 1)), num(0), where, (eq("n", "m"),)).proved
    whole = d(E, h("n", 1))
    assert prove_equal(system, whole, mul(Apply("g", (h("n", T),), (1,)), d(h("n", T), h("n", 1))), where).proved


def test_what_lies_outside_a_range_is_not_proved() -> None:
    system = NETWORKS["tied_autoencoder"]()
    assert not prove_equal(system, o2(I + 2), o2(I + 2)).proved
    assert prove_equal(system, o2(I + 1), ONE).proved


def test_an_assumption_with_letters() -> None:
    net = Net("N K")
    p, q = var("p_{#,#}"), var("q_{#}")
    net.data(p("n", "k"), ("n", 1, N), ("k", 1, K))
    net.data(q("n"), ("n", 1, N))
    system = net.system(assumptions=(Assumption(total("k", 1, K, p("n", "k")), ONE),))
    left = total("n", 1, N, total("k", 1, K, mul(p("n", "k"), q("n"))))
    assert prove_equal(system, left, total("n", 1, N, q("n"))).proved
    assert not prove_equal(system, left, total("n", 1, N, mul(q("n"), q("n")))).proved


def test_a_second_derivative() -> None:
    """The Hessian of softmax and cross-entropy by the logits."""
    system, z = NETWORKS["softmax_cross_entropy"](), var("z_{#}")
    where = box(("i", 1, K), ("k", 1, K))
    hessian = d(d(E, z("k")), z("i"))
    assert prove_equal(system, hessian, mul(y("k"), minus(Bracket((eq("i", "k"),)), y("i"))), where).proved
    assert not prove_equal(system, hessian, mul(y("k"), minus(ONE, y("i"))), where).proved
