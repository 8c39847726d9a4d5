r"""Products over an index: read, evaluated, proved, derived and handed to SymPy."""

from __future__ import annotations

from dataclasses import replace
from math import prod

import numpy as np
import pytest
import sympy

import symderiv as sd
from symderiv.affine import Sym, affine
from symderiv.domain import ne
from symderiv.evaluate import Oracle
from symderiv.expr import Apply, Bracket, Div, Expr, Index, Partial, Pow, Variable, mul, neg, num, total
from symderiv.functions import FACTOR, PRODUCT
from symderiv.latex.write import write
from symderiv.normal import prove_equal
from symderiv.sympy_door import to_sympy
from symderiv.sympy_door.read import from_sympy
from symderiv.system import Function

PAGE = r"""$$ a_i = w_i x_i \quad (1 \le i \le n) $$

$$ y = \prod_{i=1}^n g(a_i) $$

$$ E = (y)^2 $$
"""
NET = sd.read_network(PAGE)
A, Y = Variable("a_{#}"), Variable("y")()


def over(letter: str, body: Expr, upper: str = "n") -> Apply:
    return Apply(PRODUCT, (total(letter, 1, upper, Apply(FACTOR, (body,))),))


def test_it_is_written_as_typed() -> None:
    (body,) = (p.body for p in NET.system.pieces if p.variable.key == "y")
    assert body == over("i", Apply("g", (A("i"),)))
    assert write(body) == r"\prod_{i=1}^n g(a_i)"
    assert write(mul(body, Y)) == r"\left(\prod_{i=1}^n g(a_i)\right) y"
    assert write(mul(Y, body)) == r"y \prod_{i=1}^n g(a_i)"


@pytest.mark.parametrize("kind", ["field", "float", "high"])
def test_the_oracle_multiplies(kind: str) -> None:
    """Factors of either sign, and of zero: nothing goes by way of logarithms."""
    draw = Oracle(NET.system, 0).draw(3)
    values = [draw.value(A(n), kind) for n in range(1, draw.sizes[Sym("n")] + 1)]
    assert draw.world(kind).agree(draw.value(over("k", A("k")), kind), prod(values))
    zero_at_two = over("k", mul(A("k"), Bracket((ne("k", 2),))))
    assert draw.value(zero_at_two, kind) == 0


@pytest.mark.parametrize("kind", ["field", "float", "high"])
def test_its_derivative_is_the_sum_over_what_is_left_out(kind: str) -> None:
    draw = Oracle(NET.system, 0).draw(3)
    size = draw.sizes[Sym("n")]
    rest = [draw.value(Apply("g", (A(n),)), kind) for n in range(1, size + 1) if n != 2]
    slope = draw.value(Apply("g", (A(2),), (1,)), kind)
    assert draw.world(kind).agree(draw.value(Partial(Y, A(2)), kind), slope * prod(rest))


TRUE_LINES = [
    (over("k", mul(A("k"), A("k"))), Pow(over("k", A("k")), num(2))),
    (over("k", mul(A("k"), Variable("w_{#}")("k"))), mul(over("k", A("k")), over("j", Variable("w_{#}")("j")))),
    (over("k", Div(num(1), A("k"))), Div(num(1), over("k", A("k")))),
    (over("k", num(3)), Pow(num(3), Index(affine("n")))),
    (over("k", Apply("exp", (A("k"),))), Apply("exp", (total("k", 1, "n", A("k")),))),
]


@pytest.mark.parametrize(("left", "right"), TRUE_LINES, ids=[write(a) for a, _ in TRUE_LINES])
def test_laws_of_products_are_proved(left: Expr, right: Expr) -> None:
    assert prove_equal(NET.system, left, right).proved
    assert not prove_equal(NET.system, left, mul(num(2), right)).proved
    assert not prove_equal(NET.system, left, neg(right)).proved


def test_a_function_of_ones_own_is_not_taken_for_the_exponential() -> None:
    own = replace(NET.system, functions=(*NET.system.functions, Function("exp", 1)))
    left, right = over("k", Apply("exp", (A("k"),))), Apply("exp", (total("k", 1, "n", A("k")),))
    assert prove_equal(NET.system, left, right).proved
    assert not prove_equal(own, left, right).proved


def test_a_logarithm_is_taken_apart_only_where_the_factors_are_positive() -> None:
    """The logarithm of two negative factors exists, the sum of their logarithms does not."""
    apart = total("k", 1, "n", Apply("log", (A("k"),)))
    assert not prove_equal(NET.system, Apply("log", (over("k", A("k")),)), apart).proved
    positive = Apply("exp", (A("k"),))
    assert prove_equal(NET.system, Apply("log", (over("k", positive),)), total("k", 1, "n", A("k"))).proved


def test_a_derivation_goes_by_the_logarithmic_derivative() -> None:
    assert NET.derive("w_k", route="both").verify(seed=0).passed
    derivation = NET.derive("w_k")
    (x, a), k = sd.variables("x a"), sd.indices("k")
    g, slope = sympy.Function("g"), sympy.Function("g'")
    assert derivation.result == 2 * sympy.Symbol("y") ** 2 * slope(a[k]) * x[k] / g(a[k])
    assert r"\frac{y g'(a_k)}{g(a_k)}" in derivation.latex()


def test_the_door_to_sympy() -> None:
    n, i = sd.sizes("n"), sd.indices("i")
    w, x, a = sd.variables("w x a")
    y, g = sympy.Symbol("y"), sympy.Function("g")
    net = sd.Network()
    net.define(a[i], w[i] * x[i], (i, 1, n))
    net.define(y, sympy.Product(g(a[i]), (i, 1, n)))
    net.objective(sympy.Symbol("E"), y**2)
    assert net == NET
    body = sympy.Product(x[i] ** 2, (i, 1, 3))
    made = to_sympy(from_sympy(body))
    assert made == body
    assert made.doit() == (x[1] * x[2] * x[3]) ** 2


@pytest.mark.parametrize("behind", ["b", "a_1", "/ b", r"\sum_j a_j"])
def test_what_may_stand_behind_the_product_is_asked_for(behind: str) -> None:
    """`\\prod_i a_i b` is `b^n \\prod_i a_i` or `b \\prod_i a_i`."""
    with pytest.raises(sd.AmbiguousError, match="behind the product"):
        sd.read_network(rf"$$ a_i = w_i x_i \quad (1 \le i \le n) $$ $$ E = \prod_{{i=1}}^n a_i {behind} $$")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (r"\prod_{i=1} a_i", "the product has no upper bound"),
        (r"\prod^n a_i", "a product without a letter"),
    ],
)
def test_what_is_missing_is_said_of_the_product(typed: str, said: str) -> None:
    with pytest.raises(sd.ReadError, match=said) as caught:
        sd.read_network(rf"$$ a_i = w_i x_i \quad (1 \le i \le n) $$ $$ E = {typed} $$")
    assert r"\prod_{i=1}" in str(caught.value)


@pytest.mark.parametrize("body", ["b a_i", "2 a_i", "(a_i b)", r"\frac{a_i}{b}", r"\sum_j w_j a_i", "a_i + b"])
def test_what_cannot_be_misread_is_read(body: str) -> None:
    sd.read_network(rf"$$ a_i = w_i x_i \quad (1 \le i \le n) $$ $$ E = \prod_{{i=1}}^n {body} $$")


@pytest.mark.parametrize("backend", ["numpy", "torch", "jax"])
def test_it_compiles(backend: str) -> None:
    """The emitted module's own check compares with central differences."""
    pytest.importorskip(backend)
    page = r"""$$ a_i = w_i x_i \quad (1 \le i \le n) $$ $$ y = \prod_{i=1}^n \tanh(a_i) $$ $$ E = (y - t)^2 $$"""
    compiled = sd.read_network(page).compile(backend=backend)
    assert ".prod(" in compiled.source
    w, x = np.array([0.5, -1.5, 2.0]), np.array([1.0, 0.7, -0.3])
    if backend == "numpy":
        value, gradient = compiled({"w": w, "x": x, "t": np.array(0.25)})
        y = np.tanh(w * x)
        assert value == pytest.approx((y.prod() - 0.25) ** 2)
        without = np.array([y[1] * y[2], y[0] * y[2], y[0] * y[1]])
        assert gradient["w"] == pytest.approx(2 * (y.prod() - 0.25) * without * (1 - y**2) * x)


def test_products_with_conditions_are_not_compiled() -> None:
    page = r"""$$ y_k = \prod_{i=1, i \ne k}^n \tanh(w_i) \quad (1 \le k \le n) $$ $$ E = \sum_{k=1}^n (y_k)^2 $$"""
    with pytest.raises(sd.CompileError, match="product over an index with conditions"):
        sd.read_network(page).compile()
