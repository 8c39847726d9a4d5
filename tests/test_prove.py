"""Identities that must be proved for all sizes, near-misses that must not be."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symderiv.affine import Affine, IntFn, Sym, affine
from symderiv.domain import TRUE, Constraint, Domain, congruent, eq, ge, interval, le, lt, ne
from symderiv.expr import (
    ONE,
    ZERO,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Pow,
    Sum,
    Variable,
    add,
    mul,
    neg,
    num,
    total,
)
from symderiv.normal import Budget, prove_equal
from symderiv.system import Assumption, Function, System

x, y, t = Variable("x_{#}"), Variable("y_{#}"), Variable("t_{#}")
a, b, y2 = Variable("a_{#,#}"), Variable("b_{#,#}"), Variable("y_{#,#}")
c, z = Variable("c")(), Variable("z")()
I, J, K, N = (affine(s) for s in "IJKN")
TWO, HALF = num(2), num(Fraction(1, 2))
SYSTEM = System(
    (),
    sizes=frozenset(map(Sym, "IJKN")),
    size_functions=frozenset({"d"}),
    context=Domain.of(*(ge(s, 1) for s in "IJKN")),
    assumptions=(Assumption(total("k", 1, "K", t("k")), ONE),),
    functions=(Function("f"), Function("g")),
)
IJ = interval("i", 1, "I") & interval("j", 1, "J")
JK = interval("j", 1, "J") & interval("k", 1, "J")


def f(e: Expr, order: int = 0) -> Apply:
    return Apply("f", (e,), (order,))


def call(name: str, e: Expr, order: int = 0) -> Apply:
    return Apply(name, (e,), (order,))


def over(letter: str, upper: Affine, body: Expr, *where: Constraint) -> Sum:
    return Sum(Sym(letter), (affine(1),), (upper,), body, where)


def delta(i: str | int, j: str | Affine) -> Bracket:
    return Bracket((eq(i, j),), True)


def minus(p: Expr, q: Expr) -> Expr:
    return add(p, neg(q))


def softmax(letter: str) -> Expr:
    return Div(call("exp", x(letter)), over("l", K, call("exp", x("l"))))


def mixed(i: str | Affine, j: str) -> Expr:
    """A term of a sum over two letters, by that sum."""
    return Div(mul(x(i), a(i, j)), over("k", I, over("l", J, mul(x("k"), a("k", "l")))))


SUMS = over("k", J, x("k"))
DEPTH = affine(IntFn("d", (affine("l"),)))

RIGHT: dict[str, tuple[Expr, Expr, Domain]] = {
    "another letter": (SUMS, over("i", J, x("i")), TRUE),
    "J - 1 plus J": (add(over("k", J - 1, x("k")), x(J)), SUMS, TRUE),
    "1 plus from 2": (add(x(1), total("k", 2, J, x("k"))), SUMS, TRUE),
    "k = j plus k != j": (add(over("k", J, x("k"), ne("k", "j")), x("j")), SUMS, IJ),
    "less, equal, greater": (
        add(over("k", J, x("k"), lt("k", "j")), x("j"), total("k", affine("j") + 1, J, x("k"))),
        SUMS,
        IJ,
    ),
    "even and odd": (
        add(over("k", J, x("k"), congruent("k", 0, 2)), over("k", J, x("k"), congruent("k", 1, 2))),
        SUMS,
        TRUE,
    ),
    "shifted": (
        total("k", 2, J + 1, mul(x(affine("k") - 1), y("k"))),
        over("k", J, mul(x("k"), y(affine("k") + 1))),
        TRUE,
    ),
    "backwards": (over("k", J, mul(x(J - "k"), y("k"))), total("k", 0, J - 1, mul(x("k"), y(J - "k"))), TRUE),
    "sums swapped": (
        over("i", I, over("k", J, mul(a("i", "k"), x("k")))),
        over("k", J, mul(over("i", I, a("i", "k")), x("k"))),
        TRUE,
    ),
    "triangle swapped": (
        over("i", I, over("k", affine("i"), a("i", "k"))),
        over("k", I, total("i", "k", I, a("i", "k"))),
        TRUE,
    ),
    "delta sifted": (over("k", J, mul(delta("k", "j"), f(x("k")))), f(x("j")), IJ),
    "delta outside": (over("k", I, mul(delta("k", "j"), x("k"))), mul(Bracket((le("j", "I"),)), x("j")), IJ),
    "one point": (over("k", J, mul(Bracket((eq("k", J),)), f(x("k")))), f(x(J)), TRUE),
    "two deltas": (over("k", J, mul(delta("j", "k"), delta("k", "i"))), delta("i", "j"), IJ & le("i", "J")),
    "sum of ones": (mul(Div(ONE, Index(N)), over("i", N, ONE)), ONE, TRUE),
    "constant summand": (over("k", J, c), mul(Index(J), c), TRUE),
    "N (1 - 1/N)": (mul(Index(N), minus(ONE, Div(ONE, Index(N)))), Index(N - 1), TRUE),
    "one left out": (over("k", J, c, ne("k", "j")), mul(Index(J - 1), c), IJ),
    "Gauss": (over("k", J, Index(affine("k"))), Div(mul(Index(J), Index(J + 1)), TWO), TRUE),
    "triangle counted": (
        over("i", J, over("k", affine("i"), x("k"))),
        over("k", J, mul(Index(J - "k" + 1), x("k"))),
        TRUE,
    ),
    "square of a sum": (Pow(SUMS, TWO), over("i", J, over("k", J, mul(x("i"), x("k")))), TRUE),
    "squares and twice the rest": (
        Pow(SUMS, TWO),
        add(
            over("k", J, Pow(x("k"), TWO)),
            mul(TWO, over("k", J, total("i", affine("k") + 1, J, mul(x("k"), x("i"))))),
        ),
        TRUE,
    ),
    "square of a difference": (
        over("k", J, Pow(minus(x("k"), y("k")), TWO)),
        over("k", J, add(Pow(x("k"), TWO), Pow(y("k"), TWO), mul(num(-2), x("k"), y("k")))),
        TRUE,
    ),
    "convolution from the other side": (
        over("i", N, Sum(Sym("p"), (affine(1),), (K,), mul(x("p"), y(affine("i") + "p")))),
        over(
            "p",
            K,
            mul(x("p"), total("m", affine("p") + 1, N + "p", y("m"))),
        ),
        TRUE,
    ),
    "stride 2": (
        over("i", N, mul(x(2 * affine("i")), y("i"))),
        Sum(
            Sym("m"),
            (affine(2),),
            (2 * N,),
            mul(x("m"), over("i", N, y("i"), eq(2 * affine("i"), "m"))),
            (congruent("m", 0, 2),),
        ),
        TRUE,
    ),
    "size that depends on an index": (
        over("i", DEPTH, x("i")),
        add(over("i", DEPTH - 1, x("i")), x(DEPTH)),
        interval("l", 1, "N"),
    ),
    "cases": (
        Cases(((ONE, (eq("j", "k"),)), (ZERO, (ne("j", "k"),)))),
        delta("j", "k"),
        JK,
    ),
    "otherwise": (Cases(((x("j"), (eq("j", "k"),)), (x("k"), ()))), x("k"), JK),
    "case inside a function": (
        f(add(x("k"), mul(delta("j", "k"), c))),
        add(mul(delta("j", "k"), f(add(x("j"), c))), mul(Bracket((ne("j", "k"),)), f(x("k")))),
        JK,
    ),
    "sum inside a function split": (
        f(over("k", J, x("k"))),
        f(add(over("k", J, x("k"), ne("k", "j")), x("j"))),
        IJ,
    ),
    "a sum over two letters by itself": (over("i", I, over("j", J, mixed("i", "j"))), ONE, TRUE),
    "such a sum without its last row": (
        over("i", I - 1, over("j", J, mixed("i", "j"))),
        minus(ONE, over("j", J, mixed(I, "j"))),
        TRUE,
    ),
    "softmax sums to one": (over("k", K, softmax("k")), ONE, TRUE),
    "softmax without one": (
        over("k", K, softmax("k"), ne("k", "j")),
        minus(ONE, softmax("j")),
        interval("j", 1, "K"),
    ),
    "log of softmax": (
        call("log", softmax("k")),
        minus(x("k"), call("log", over("m", K, call("exp", x("m"))))),
        interval("k", 1, "K"),
    ),
    "assumption": (over("k", K, mul(t("k"), c)), c, TRUE),
    "assumption with a hole": (over("k", K, t("k"), ne("k", "j")), minus(ONE, t("j")), interval("j", 1, "K")),
    "exp of a sum": (call("exp", add(x(1), x(2))), mul(call("exp", x(1)), call("exp", x(2))), TRUE),
    "exp of a log": (call("exp", mul(TWO, call("log", c))), Pow(c, TWO), TRUE),
    "sigma of minus": (call("sigma", neg(c)), minus(ONE, call("sigma", c)), TRUE),
    "sigma by exp": (call("sigma", c), Div(ONE, add(ONE, call("exp", neg(c)))), TRUE),
    "partial fractions": (
        mul(Pow(c, num(-2)), Pow(add(TWO, mul(num(3), c)), num(-1))),
        add(
            Div(Pow(c, num(-2)), TWO),
            mul(num(Fraction(-3, 4)), Pow(c, num(-1))),
            Div(num(Fraction(9, 4)), add(TWO, mul(num(3), c))),
        ),
        TRUE,
    ),
    "slope of a logarithm": (
        mul(call("exp", neg(c)), Pow(add(ONE, call("exp", neg(c))), num(-1))),
        add(ONE, neg(Pow(add(ONE, call("exp", neg(c))), num(-1)))),
        TRUE,
    ),
    "sigma by exp of plus": (call("sigma", c), Div(call("exp", c), add(ONE, call("exp", c))), TRUE),
    "sigma prime": (
        call("sigma", c, 1),
        mul(call("sigma", c), minus(ONE, call("sigma", c))),
        TRUE,
    ),
    "sigma second": (
        call("sigma", c, 2),
        mul(call("sigma", c), minus(ONE, call("sigma", c)), minus(ONE, mul(TWO, call("sigma", c)))),
        TRUE,
    ),
    "tanh prime": (call("tanh", c, 1), minus(ONE, Pow(call("tanh", c), TWO)), TRUE),
    "tanh by sigma": (call("tanh", c), minus(mul(TWO, call("sigma", mul(TWO, c))), ONE), TRUE),
    "log prime": (call("log", c, 1), Div(ONE, c), TRUE),
    "root squared": (Pow(Pow(add(c, z), HALF), TWO), add(c, z), TRUE),
    "one over a root": (Div(ONE, Pow(add(c, z), HALF)), Div(Pow(add(c, z), HALF), add(c, z)), TRUE),
    "three halves": (
        Div(add(c, z), Pow(add(c, z), num(Fraction(3, 2)))),
        Pow(add(c, z), num(Fraction(-1, 2))),
        TRUE,
    ),
    "root of a size": (Div(Index(N), Pow(Index(N), HALF)), Pow(Index(N), HALF), TRUE),
    "common denominator": (
        add(Div(c, add(c, z)), Div(z, add(c, z))),
        ONE,
        TRUE,
    ),
    "two denominators": (
        minus(Div(ONE, c), Div(ONE, z)),
        Div(minus(z, c), mul(c, z)),
        TRUE,
    ),
    "denominator under a sum": (
        add(over("k", J, Div(x("k"), add(x("k"), y("k")))), over("k", J, Div(y("k"), add(x("k"), y("k"))))),
        Index(J),
        TRUE,
    ),
    "symbolic power": (
        mul(c, Pow(c, Index(N - 1))),
        Pow(c, Index(N)),
        TRUE,
    ),
    "derivative of nothing": (mul(ZERO, x("k")), ZERO, TRUE),
    "padded product": (
        over("h", I + 1, mul(x("h"), y("h"))),
        add(over("h", I, mul(x("h"), y("h"))), mul(x(I + 1), y(I + 1))),
        TRUE,
    ),
}

WRONG: dict[str, tuple[Expr, Expr, Domain]] = {
    "from 2": (total("k", 2, J, x("k")), SUMS, TRUE),
    "to J - 1": (over("k", J - 1, x("k")), SUMS, TRUE),
    "to J + 1": (over("k", J + 1, x("k")), SUMS, TRUE),
    "to I": (over("k", I, x("k")), SUMS, TRUE),
    "from 0": (total("k", 0, J, x("k")), SUMS, TRUE),
    "last twice": (add(SUMS, x(J)), SUMS, TRUE),
    "hole for nothing": (over("k", J, x("k"), ne("k", "j")), SUMS, IJ),
    "indices swapped": (over("k", J, mul(a("i", "k"), x("k"))), over("k", J, mul(a("k", "i"), x("k"))), IJ),
    "indices swapped inside": (f(a("i", "j")), f(a("j", "i")), IJ),
    "product of sums": (mul(SUMS, over("k", J, y("k"))), over("k", J, mul(x("k"), y("k"))), TRUE),
    "square of a sum": (Pow(SUMS, TWO), over("k", J, Pow(x("k"), TWO)), TRUE),
    "function of a sum": (f(SUMS), over("k", J, f(x("k"))), TRUE),
    "sum of a function": (over("k", J, f(x("k"))), mul(Index(J), f(x(1))), TRUE),
    "delta for one": (delta("j", "k"), ONE, JK),
    "delta for nothing": (delta("j", "k"), ZERO, JK),
    "delta outside": (over("k", I, mul(delta("k", "j"), x("k"))), x("j"), IJ),
    "J for J - 1": (over("k", J, c, ne("k", "j")), mul(Index(J), c), IJ),
    "N for N - 1": (Index(N), Index(N - 1), TRUE),
    "a sign": (neg(x("j")), x("j"), IJ),
    "a factor": (mul(TWO, x("j")), x("j"), IJ),
    "a half": (mul(HALF, SUMS), SUMS, TRUE),
    "another entry": (x("i"), x("j"), IJ),
    "another variable": (SUMS, over("k", J, y("k")), TRUE),
    "cases the wrong way": (Cases(((ONE, (ne("j", "k"),)), (ZERO, (eq("j", "k"),)))), delta("j", "k"), JK),
    "sigma prime without sigma": (call("sigma", c, 1), minus(ONE, call("sigma", c)), TRUE),
    "tanh prime without square": (call("tanh", c, 1), minus(ONE, call("tanh", c)), TRUE),
    "exp of a product": (call("exp", mul(c, z)), mul(call("exp", c), call("exp", z)), TRUE),
    "partial fractions with a slip": (
        Pow(mul(c, add(TWO, c)), num(-1)),
        add(Div(Pow(c, num(-1)), TWO), Div(HALF, add(TWO, c))),
        TRUE,
    ),
    "log of a sum": (call("log", add(c, z)), add(call("log", c), call("log", z)), TRUE),
    "log of unknown sign": (call("log", mul(c, z)), add(call("log", c), call("log", z)), TRUE),
    "root of a square": (Pow(Pow(c, TWO), HALF), c, TRUE),
    "root of a sum": (Pow(add(c, z), HALF), add(Pow(c, HALF), Pow(z, HALF)), TRUE),
    "one over a sum": (Div(ONE, add(c, z)), add(Div(ONE, c), Div(ONE, z)), TRUE),
    "assumption of another": (over("k", K, y("k")), ONE, TRUE),
    "assumption over J": (over("k", J, t("k")), ONE, TRUE),
    "two letters by the triangle": (over("i", I, over("j", affine("i"), mixed("i", "j"))), ONE, TRUE),
    "two letters by the diagonal": (over("i", I, mixed("i", "i")), ONE, TRUE),
    "two letters and one of them again": (over("i", I, over("j", J, mul(x("i"), mixed("i", "j")))), ONE, TRUE),
    "softmax over J": (over("k", J, softmax("k")), ONE, TRUE),
    "declared functions obey no law": (f(neg(c)), neg(f(c)), TRUE),
    "prime for value": (f(c, 1), f(c), TRUE),
    "two functions": (Apply("f", (c,)), Apply("g", (c,)), TRUE),
    "shift forgotten": (
        over("k", J, mul(x("k"), y(affine("k") + 1))),
        over("k", J, mul(x("k"), y("k"))),
        TRUE,
    ),
    "free index captured": (mul(x("k"), SUMS), over("k", J, mul(x("k"), x("k"))), JK),
    "triangle for square": (
        over("i", J, over("k", affine("i"), a("i", "k"))),
        over("i", J, over("k", J, a("i", "k"))),
        TRUE,
    ),
    "stride 2 without its condition": (
        over("i", N, mul(x(2 * affine("i")), y("i"))),
        over("i", N, mul(x("i"), y("i"))),
        TRUE,
    ),
    "letter that differs only inside": (
        over("k", J, mul(y(J), x("k"), f(mul(Index(affine("k")), c)))),
        over("k", J, mul(y("k"), x(affine("k") + 1), f(mul(Index(affine("k")), c)))),
        TRUE,
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_is_proved(name: str) -> None:
    left, right, domain = RIGHT[name]
    proof = prove_equal(SYSTEM, left, right, domain)
    assert proof.outcome == "proved", proof.why
    assert prove_equal(SYSTEM, right, left, domain).proved


@pytest.mark.parametrize("name", WRONG)
def test_is_not_proved(name: str) -> None:
    left, right, domain = WRONG[name]
    assert prove_equal(SYSTEM, left, right, domain).outcome == "unknown"
    assert prove_equal(SYSTEM, right, left, domain).outcome == "unknown"


def test_a_condition_narrows_a_claim() -> None:
    left, right = mul(delta("j", "k"), x("k")), x("j")
    assert not prove_equal(SYSTEM, left, right, JK).proved
    assert prove_equal(SYSTEM, left, right, JK, (eq("k", "j"),)).proved
    assert prove_equal(SYSTEM, left, ZERO, JK, (ne("k", "j"),)).proved


def test_what_a_condition_says_of_sizes_is_forgotten_afterwards() -> None:
    left = over("k", J, mul(x("k"), y("k")))
    assert prove_equal(SYSTEM, left, mul(x(1), y(1)), TRUE, (eq("J", 1),)).proved
    assert not prove_equal(SYSTEM, left, mul(x(1), y(1))).proved


def test_nothing_satisfies_the_condition() -> None:
    assert prove_equal(SYSTEM, x("j"), y("j"), IJ, (ge("j", J + 1),)).outcome == "vacuous"


def test_a_division_by_zero_is_not_proved() -> None:
    nothing = Div(ONE, minus(c, c))
    assert prove_equal(SYSTEM, nothing, nothing).outcome == "unknown"


def test_overlapping_rows_are_not_proved() -> None:
    rows = Cases(((x("j"), (ge("j", 1),)), (x("j"), (le("j", 3),))))
    assert prove_equal(SYSTEM, rows, x("j"), IJ).outcome == "unknown"


def test_the_budget_is_kept() -> None:
    big = Pow(add(*(x(n) for n in range(1, 30))), num(7))
    proof = prove_equal(SYSTEM, big, mul(TWO, big), budget=Budget(seconds=0.5))
    assert proof.outcome == "unknown"
    assert proof.why


def test_what_is_left_is_told() -> None:
    proof = prove_equal(SYSTEM, add(x("j"), y("j")), x("j"), IJ)
    assert proof.why
    assert len(proof.left) == 1


@pytest.mark.parametrize("name", sorted(RIGHT)[::3])
def test_a_right_identity_with_something_added_is_not_proved(name: str) -> None:
    left, right, domain = RIGHT[name]
    assert not prove_equal(SYSTEM, left, add(right, Variable("w")()), domain).proved
    assert not prove_equal(SYSTEM, add(left, ONE), right, domain).proved
