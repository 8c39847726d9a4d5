"""Local derivatives by occurrence: a table of formulas, and complex step for random expressions."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from networks import call, var
from small_oracle import World, close

from symderiv.affine import Sym, affine
from symderiv.calculus import occurrences, partial, without_primes
from symderiv.calculus.contract import Term, contracted, multiplied, summed, terms_of
from symderiv.calculus.match import same
from symderiv.calculus.products import collected, product
from symderiv.domain import TRUE, Domain, eq, ge, interval, le, ne
from symderiv.expr import (
    ONE,
    ZERO,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
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
from symderiv.functions import EXTREMA, KNOWN, derivative
from symderiv.system import Piece, Role, System

x, y, w = var("x_{#}"), var("y_{#}"), var("w_{#,#}")
I, N = affine("I"), affine("N")
SIZES = Domain.of(ge("I", 1), ge("N", 1))
KNOWN_I = SIZES & interval("i", 1, I)
SUM_OF_Y = total("h", 1, I, y("h"))
ROOT = Pow(x("i"), num(Fraction(1, 2)))

TABLE: list[tuple[str, Expr, Var, Domain, Expr]] = [
    ("the entry itself", x("i"), x("i"), KNOWN_I, ONE),
    ("another variable", y("i"), x("i"), KNOWN_I, ZERO),
    ("a bound letter is used up", total("h", 1, I, x("h")), x("i"), KNOWN_I, ONE),
    ("beside the range", total("h", 1, I, x("h")), x(I + 1), SIZES, ZERO),
    ("the rest of the product", total("h", 1, I, mul(w("k", "h"), x("h"))), x("i"), KNOWN_I, w("k", "i")),
    ("two occurrences", total("h", 1, I, mul(x("h"), x("h"))), x("i"), KNOWN_I, mul(num(2), x("i"))),
    ("a power", total("h", 1, I, Pow(x("h"), num(2))), x("i"), KNOWN_I, mul(num(2), x("i"))),
    (
        "a free letter stays as a bracket",
        x("k"),
        x("i"),
        KNOWN_I & interval("k", 1, I),
        Bracket((eq("k", "i"),)),
    ),
    (
        "the range becomes a condition",
        total("a", 1, "A", mul(y("a"), x(affine("i") + "a"))),
        x("m"),
        SIZES,
        mul(Bracket((ge("A", affine("m") - "i"), ge(affine("m") - "i", 1))), y(affine("m") - "i")),
    ),
    (
        "a condition in the sum",
        Sum(Sym("h"), (affine(1),), (I,), x("h"), (le("h", 3),)),
        x(4),
        SIZES & ge("I", 4),
        ZERO,
    ),
    (
        "shadowed letters",
        total("h", 1, I, mul(x("h"), total("h", 1, I, y("h")))),
        x("i"),
        KNOWN_I,
        total("h", 1, I, y("h")),
    ),
    ("a quotient", Div(ONE, x("i")), x("i"), KNOWN_I, neg(Div(ONE, Pow(x("i"), num(2))))),
    (
        "a root",
        Pow(x("i"), num(Fraction(1, 2))),
        x("i"),
        KNOWN_I,
        Div(ONE, mul(num(2), Pow(x("i"), num(Fraction(1, 2))))),
    ),
    ("an abstract function", call("f", x("i")), x("i"), KNOWN_I, Apply("f", (x("i"),), (1,))),
    ("a prime of a known function", Apply("sin", (x("i"),), (1,)), x("i"), KNOWN_I, neg(call("sin", x("i")))),
    (
        "a row of cases",
        Cases(((x("i"), (ge("i", 2),)), (ZERO, ()))),
        x("i"),
        KNOWN_I,
        Bracket((ge("i", 2),)),
    ),
    (
        "the last row of cases",
        Cases(((ZERO, (ge("i", 2),)), (x("i"), ()))),
        x("i"),
        KNOWN_I,
        Cases(((ZERO, (ge("i", 2),)), (ONE, ()))),
    ),
]


@pytest.mark.parametrize(("e", "by", "known", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_partial(e: Expr, by: Var, known: Domain, expected: Expr) -> None:
    assert partial(e, by, known) == expected


def test_occurrences_have_letters_of_their_own() -> None:
    e = total("h", 1, I, mul(x("h"), total("h", 1, N, mul(w("h", "h"), y("k")))))
    found = {o.entry.variable: o for o in occurrences(e)}
    assert len(set(found[w].letters)) == 2
    assert found[y].letters == found[w].letters


def test_a_derivative_is_a_value() -> None:
    assert partial(mul(x("i"), Partial(y("i"), x("i"))), x("i"), KNOWN_I) == Partial(y("i"), x("i"))


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_known_functions(name: str) -> None:
    """Each rule of the table against a difference quotient."""
    rng = random.Random(name)
    functions = {"sigma": "logistic"}
    for _ in range(5):
        at = 0.1 + 0.8 * rng.random()
        value = _call(functions.get(name, name), at)
        slope = (_call(functions.get(name, name), at + 1e-6) - _call(functions.get(name, name), at - 1e-6)) / 2e-6
        e = derivative(Apply(name, (Variable("a")(),)), value=Variable("b")())
        assert abs(_number(e, {"a": at, "b": value}) - slope) < 1e-6, name


def test_a_maximum_has_the_winners_derivative() -> None:
    a, b = Variable("a")(), Variable("b")()
    for name, values, expected in (("max", (2.0, 1.0), 1.0), ("max", (1.0, 2.0), 0.0), ("min", (1.0, 2.0), 1.0)):
        assert name in EXTREMA
        assert _number(derivative(Apply(name, (a, b))), {"a": values[0], "b": values[1]}) == expected


def _call(name: str, at: float) -> float:
    from math import exp, log, log1p, tanh

    import mpmath

    own = {
        "exp": exp,
        "log": log,
        "tanh": tanh,
        "logistic": lambda t: 1 / (1 + exp(-t)),
        "softplus": lambda t: log1p(exp(t)),
        "relu": lambda t: max(t, 0.0),
        "abs": abs,
        "sign": lambda t: 1.0 if t > 0 else -1.0,
        "step": lambda t: 1.0 if t > 0 else 0.0,
        "arctan": mpmath.atan,
        "normcdf": mpmath.ncdf,
        "normpdf": mpmath.npdf,
        "arcsin": mpmath.asin,
        "arccos": mpmath.acos,
    }
    return float((own.get(name) or getattr(mpmath, name))(at))


def _number(e: Expr, values: dict[str, float]) -> float:
    from symderiv.expr import Add, Mul, Num

    if isinstance(e, Num):
        return float(e.value)
    if isinstance(e, Var):
        return values[e.variable.key]
    if isinstance(e, Add):
        return sum(_number(t, values) for t in e.terms)
    if isinstance(e, Mul):
        result = 1.0
        for f in e.factors:
            result *= _number(f, values)
        return result
    if isinstance(e, Div):
        return _number(e.numerator, values) / _number(e.denominator, values)
    if isinstance(e, Pow):
        return _number(e.base, values) ** _number(e.exponent, values)
    assert isinstance(e, Apply)
    return _call("logistic" if e.function == "sigma" else e.function, _number(e.args[0], values))


def _random(rng: random.Random, depth: int, letters: list[str]) -> Expr:
    """A random expression in x, y and w; indices may leave the ranges by one (then they are 0)."""
    index = affine(rng.choice(letters)) + rng.choice((0, 0, 0, 1, -1))
    if depth == 0:
        return rng.choice(
            (x(index), y(index), w(index, rng.choice(letters)), x(rng.choice(letters)), num(rng.randint(1, 3)))
        )
    kind = rng.choice(("add", "mul", "sum", "sum", "f", "div", "pow", "bracket", "cases"))
    sub = lambda: _random(rng, depth - 1, letters)  # noqa: E731
    if kind == "sum":
        letter = rng.choice(("h", "k", "m"))
        body = _random(rng, depth - 1, [*letters, letter])
        return total(letter, rng.choice((1, 1, 2)), rng.choice((I, N, affine("i"))), body)
    if kind == "bracket":
        return mul(Bracket((rng.choice((ge, le, eq))(rng.choice(letters), rng.choice((2, "i"))),)), sub())
    if kind == "cases":
        return Cases(((sub(), (ge(rng.choice(letters), 2),)), (sub(), ())))
    made = {
        "add": lambda: add(sub(), neg(sub())),
        "mul": lambda: mul(sub(), sub()),
        "f": lambda: call(rng.choice(("f", "sin", "exp")), mul(num(Fraction(1, 7)), sub())),
        "div": lambda: Div(sub(), add(num(2), call("exp", mul(num(Fraction(1, 9)), sub())))),
        "pow": lambda: Pow(sub(), num(rng.choice((2, 3)))),
    }
    return made[kind]()


def _world(seed: int) -> World:
    def given(v: Variable) -> Piece:
        letters = tuple(Sym(f"p{n}") for n in range(v.arity))
        return Piece(v, tuple(affine(s) for s in letters), letters, TRUE, None, Role.PARAMETER)

    return World(System((given(x), given(y), given(w)), frozenset({Sym("I"), Sym("N")})), {"I": 3, "N": 2}, seed)


@pytest.mark.parametrize("seed", range(150))
def test_random_expressions_against_complex_step(seed: int) -> None:
    rng = random.Random(seed)
    e = _random(rng, 3, ["i", "j"])
    by = rng.choice((x("a"), w("a", "b"), x("i"), w("i", "a")))
    made = partial(e, by, SIZES, frozenset({"f"}))
    world = _world(seed)
    for _ in range(4):
        env = {Sym(s): rng.randint(1, 3) for s in "ijab"}
        point = tuple(i.substitute({s: affine(n) for s, n in env.items()}).const for i in by.indices)
        assert close(world.value(made, env), world.total(e, (by.variable, point), env)), e


def test_the_oracle_notices_a_wrong_derivative() -> None:
    """The meta-test: with a factor lost, complex step disagrees."""
    e = total("h", 1, I, Pow(x("h"), num(2)))
    world = _world(0)
    assert not close(world.value(x("i"), {Sym("i"): 2}), world.total(e, (x, (2,)), {Sym("i"): 2}))


def test_terms() -> None:
    term = Term((Sym("k"), Sym("h")), interval("k", 1, N) & interval("h", 1, "k") & eq("h", 2), (w("k", "h"),))
    done = contracted(term, SIZES)
    assert done is not None
    assert summed(done, SIZES) == (TRUE, total("k", 2, N, w("k", 2)))
    assert contracted(Term((Sym("h"),), interval("h", 1, I) & eq("h", 0), (x("h"),)), SIZES) is None


def test_products_of_terms_keep_their_letters_apart() -> None:
    (a,) = terms_of(total("k", 1, I, x("k")))
    (b,) = terms_of(total("k", 1, N, mul(y("k"), x("j"))))
    whole = summed(multiplied(a, b), SIZES)[1]
    assert whole == total("k'", 1, I, total("k", 1, N, mul(x("k'"), y("k"), x("j"))))


@pytest.mark.parametrize(
    ("factors", "expected"),
    [
        ((Div(x(1), y(1)), y(1)), x(1)),
        ((num(-1), Div(ONE, y(1)), x(1)), neg(Div(x(1), y(1)))),
        ((Pow(x(1), num(2)), Div(ONE, x(1))), x(1)),
        ((Pow(x(1), num(3)), Div(ONE, x(1))), Pow(x(1), num(2))),
        ((num(Fraction(1, 2)), Div(ONE, x(1))), Div(ONE, mul(num(2), x(1)))),
        ((Div(num(2), num(4)), x(1)), mul(num(Fraction(1, 2)), x(1))),
    ],
)
def test_products(factors: tuple[Expr, ...], expected: Expr) -> None:
    assert product(*factors) == expected


def test_collected_terms_add_up() -> None:
    assert collected([x(1), neg(y(1)), x(1)]) == add(mul(num(2), x(1)), neg(y(1)))


def test_primes_are_written_out() -> None:
    t = Variable("t")()
    assert without_primes(Apply("exp", (t,), (3,))) == Apply("exp", (t,))
    assert without_primes(Apply("f", (t,), (1,))) == Apply("f", (t,), (1,))


def test_sums_are_the_same_only_under_the_same_conditions() -> None:
    x_ = Variable("x_{#}")

    def under(letter: str, where: str, other: str = "i") -> Sum:
        return Sum(Sym(letter), (affine(1),), (affine("N"),), x_(letter), (ne(affine(where) * 2, other),))

    assert same(under("k", "k"), under("h", "h"))
    assert not same(under("k", "k"), under("h", "h", "j"))
    assert not same(under("k", "k"), Sum(Sym("h"), (affine(1),), (affine("N"),), x_("h")))
    # a free letter of one is not the letter that the other binds
    assert not same(under("k", "k", "h"), under("h", "h", "h"))
    assert not same(under("k", "h"), under("h", "h"))


def test_powers_in_denominators_cancel() -> None:
    s, t = Variable("s")(), Variable("t")()
    two_s = mul(num(2), s)
    assert product(num(2), t, Div(ONE, Pow(two_s, num(2)))) == Div(t, mul(num(2), Pow(s, num(2))))
    assert product(Div(t, Pow(s, num(2))), s) == Div(t, s)
    assert product(Div(t, Pow(s, num(3))), s, s) == Div(t, s)
    assert product(Pow(s, num(3)), Div(ONE, s)) == Pow(s, num(2))
