"""SymPy objects in, SymPy objects out: what is built means the same on both sides of the door."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest
import sympy
from sympy import Eq, Function, IndexedBase, KroneckerDelta, Max, Ne, Piecewise, Rational, Symbol, symbols

import symderiv.api as sd
from symderiv.affine import Sym, affine
from symderiv.domain import congruent, eq, ge, le, ne
from symderiv.errors import ReadError
from symderiv.expr import (
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Variable,
    add,
    mul,
    neg,
    num,
    total,
)
from symderiv.network.alike import shape
from symderiv.sympy_door import to_sympy
from symderiv.sympy_door.names import functions
from symderiv.sympy_door.read import conditions_of, form_of, from_sympy
from symderiv.system import Function as Declared
from symderiv.system import System

i, j, k, h = sd.indices("i j k h")
I, J = sd.sizes("I J")
x, w = Variable("x_{#}", "x_{#1}"), Variable("w_{#,#}")
X, W = IndexedBase("x"), IndexedBase("w")
p = Variable("p")()
SIZES = System(pieces=(), sizes=frozenset({Sym("I"), Sym("J")}), functions=(Declared("f"), Declared(r"\sigma")))

BOTH_WAYS: list[tuple[Any, Expr]] = [
    (Rational(1, 2), num(Fraction(1, 2))),
    (sympy.Integer(-3), num(-3)),
    (Symbol("p"), p),
    (Symbol("theta"), Variable(r"\theta")()),
    (X[i], x("i")),
    (X[I + 1], x(affine("I") + 1)),
    (X[2 * i + j - 1], x(2 * affine("i") + "j" - 1)),
    (IndexedBase("net^{(3)}")[j], Variable("net^{(3)}_{#}")("j")),
    (IndexedBase("h^{(#)}_{#}")[i - 1, j], Variable("h^{(#)}_{#}")(affine("i") - 1, "j")),
    (IndexedBase("W_{xf}")[i, j], Variable("W_{xf,#,#}")("i", "j")),
    (IndexedBase(r"\hat{y}")[k], Variable(r"\hat{y}_{#}")("k")),
    (X[i] + W[i, j], Add((x("i"), w("i", "j")))),
    (X[i] * W[i, j], Mul((x("i"), w("i", "j")))),
    (-X[i], neg(x("i"))),
    (X[i] ** 2, Pow(x("i"), num(2))),
    (sympy.sqrt(X[i]), Pow(x("i"), num(Fraction(1, 2)))),
    (X[i] / Symbol("p"), Div(x("i"), p)),
    (1 / X[i] ** 2, Div(num(1), Pow(x("i"), num(2)))),
    (sympy.Sum(X[i], (i, 1, I + 1)), total("i", 1, affine("I") + 1, x("i"))),
    (sympy.Sum(W[i, j], (i, 1, I), (j, 1, J)), total("j", 1, "J", total("i", 1, "I", w("i", "j")))),
    (sympy.Sum(X[i], (i, Max(1, k), J)), Sum(Sym("i"), (affine(1), affine("k")), (affine("J"),), x("i"))),
    (X[i] / J, Div(x("i"), Index(affine("J")))),
    (Function("f")(X[i]), Apply("f", (x("i"),))),
    (Function("f'")(X[i]), Apply("f", (x("i"),), (1,))),
    (Function("sigma")(X[i]), Apply(r"\sigma", (x("i"),))),
    (functions()["sigma"](X[i]), Apply("sigma", (x("i"),))),
    (sympy.tanh(X[i]), Apply("tanh", (x("i"),))),
    (sympy.exp(X[i]), Apply("exp", (x("i"),))),
    (sympy.log(X[i]), Apply("log", (x("i"),))),
    (sympy.Abs(Symbol("p")), Apply("abs", (p,))),
    (sympy.Heaviside(X[i]), Apply("step", (x("i"),))),
    (KroneckerDelta(i, j), Bracket((eq("i", "j"),), True)),
    (Piecewise((1, i >= 2), (0, True)), Bracket((ge("i", 2),))),
    (Piecewise((X[i], Eq(i, j)), (W[i, j], True)), Cases(((x("i"), (eq("i", "j"),)), (w("i", "j"), ())))),
]


@pytest.mark.parametrize(("theirs", "ours"), BOTH_WAYS)
def test_in(theirs: Any, ours: Expr) -> None:
    assert shape(from_sympy(theirs)) == shape(ours)


@pytest.mark.parametrize(("theirs", "ours"), BOTH_WAYS)
def test_out_and_in_again(theirs: Any, ours: Expr) -> None:
    assert shape(from_sympy(to_sympy(ours, SIZES))) == shape(ours)


@pytest.mark.parametrize(("theirs", "ours"), [b for b in BOTH_WAYS if "sigma" not in str(b[0])])
def test_out(theirs: Any, ours: Expr) -> None:
    assert str(to_sympy(ours, SIZES)).replace("\\", "") == str(theirs).replace("\\", "")


def test_sizes_are_positive_and_indices_are_not() -> None:
    made = to_sympy(total("i", 1, "I", x("i")), SIZES)
    (bound,) = made.variables
    assert not bound.is_positive
    assert next(iter(made.free_symbols & {I})).is_positive


def test_a_derivative_is_an_entry_whose_index_can_be_put_in() -> None:
    made = to_sympy(Partial(Variable("E")(), x("k"), True))
    assert isinstance(made, sympy.Indexed)
    assert made.subs(sd.indices("k"), 3).indices == (3,)
    assert str(made.base) == r"\partial^{+} E/\partial x"


def test_what_a_label_says_is_left_out() -> None:
    assert to_sympy(Labelled(p, num(1))) == Symbol("p")


def test_unusual_conditions() -> None:
    odd = to_sympy(Bracket((congruent("i", 1, 2),)))
    assert odd.subs(i, 3) == 1
    assert odd.subs(i, 4) == 0
    unequal = to_sympy(Bracket((ne("i", "j"),)))
    assert unequal.subs({i: 1, j: 2}) == 1
    assert unequal.subs({i: 2, j: 2}) == 0
    inside = to_sympy(Sum(Sym("i"), (affine(1),), (affine(3),), Index(affine("i")), (ne("i", 2),)))
    assert inside.doit() == 4
    assert conditions_of((i >= 1) & (i < J)) in (
        (ge("i", 1), le("i", affine("J") - 1)),
        (le("i", affine("J") - 1), ge("i", 1)),
    )
    assert conditions_of(Ne(i, 2)) == (ne("i", 2),)
    assert conditions_of(sympy.true) == ()


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (Apply("sigma", (num(0),)), 0.5),
        (Apply("softplus", (num(0),)), 0.6931471805599453),
        (Apply("relu", (num(-2),)), 0.0),
    ],
)
def test_functions_that_sympy_lacks_have_values(value: Apply, at: float) -> None:
    assert float(to_sympy(value).evalf()) == pytest.approx(at)


def test_values_agree_with_sympy() -> None:
    """A formula evaluated by SymPy on both sides of a round trip."""
    body = add(
        mul(num(Fraction(1, 2)), Pow(add(Variable("a")(), neg(Variable("b")())), num(2))),
        Apply("tanh", (Variable("a")(),)),
    )
    a, b = symbols("a b")
    once = to_sympy(body)
    twice = to_sympy(from_sympy(once))
    at = {a: Rational(3, 7), b: Rational(-2, 5)}
    assert once.subs(at) == twice.subs(at) == Rational(1, 2) * (a - b).subs(at) ** 2 + sympy.tanh(Rational(3, 7))


def test_pieces_of_the_result_are_not_simplified_away() -> None:
    e = total("i", 1, "I", Mul((x("i"), w("k", "i"))))
    assert isinstance(to_sympy(e), sympy.Sum)


ERRORS: list[tuple[Any, str]] = [
    (0.5 * X[i], "`0.5` cannot be read: a floating-point number is not exact\nwrite `sympy.Rational(1, 2)`"),
    (
        X[i * j],
        "`i*j` cannot be read: an index must be a letter, a number, or sums of them\n"
        "write indices such as `2*i + a - 1`",
    ),
    (
        X[Symbol("q")],
        '`q` cannot be read: it stands as an index, but is no integer symbol\nmake it with `sd.indices("i j")`',
    ),
    (
        sympy.Sum(X[i], (i, 1, sympy.oo)),
        "`Sum(x[i], (i, 1, oo))` cannot be read: a sum needs both bounds\nwrite `Sum(x[i], (i, 1, I))`",
    ),
    (
        sympy.Integral(X[i], (Symbol("t"), 0, 1)),
        "`Integral(x[i], (t, 0, 1))` cannot be read: Integral has no place in a network\n"
        "use sums, products, powers and functions",
    ),
    (
        sympy.gamma(X[i]),
        '`gamma(x[i])` cannot be read: the function gamma is not known\nwrite `sympy.Function("gamma")`',
    ),
    (
        Piecewise((X[i], (i > 2) | (i < 0)), (0, True)),
        "`(i > 2) | (i < 0)` cannot be read: a condition must compare indices\n"
        "use `i >= 2`, `Eq(i, j)`, `Ne(i, j)`, joined by `And`",
    ),
    (
        Piecewise((X[i], i > 2), (p and 1, i > 1), (0, True)),
        "`Piecewise((x[i], i > 2), (1, i > 1), (0, True))` cannot be read:"
        " two of its conditions can hold together\nmake the conditions exclude each other",
    ),
    ("w", "`w` cannot be read: a SymPy expression was expected"),
    (sympy.Matrix([1]), "`Matrix([[1]])` cannot be read: a SymPy expression was expected"),
]


@pytest.mark.parametrize(("theirs", "text"), ERRORS)
def test_what_cannot_be_read(theirs: Any, text: str) -> None:
    with pytest.raises(ReadError) as caught:
        from_sympy(theirs)
    assert str(caught.value) == text


def test_forms() -> None:
    assert form_of(2 * i - j + 1) == 2 * affine("i") - affine("j") + 1
    d = form_of(Function("d")(i - 1))
    assert repr(d) == "d(i - 1)"
    assert repr(form_of(IndexedBase("c")[k])) == "c(k)"
    assert str(to_sympy(Index(d))) == "d(i - 1)"
    with pytest.raises(ReadError):
        form_of(i / 2)


def test_the_command_line_does_not_load_sympy() -> None:
    code = "import sys, symderiv.sympy_door, symderiv.sympy_door.read; print('sympy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_numbers_of_python() -> None:
    assert from_sympy(3) == num(3)
    assert from_sympy(Fraction(1, 3)) == Num(Fraction(1, 3))
