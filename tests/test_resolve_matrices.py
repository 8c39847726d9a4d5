r"""Matrix notation as equations of entries: expected members by hand, shapes that do not fit, names without a shape."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symderiv.affine import Sym, affine
from symderiv.domain.constraint import eq
from symderiv.errors import ReadError
from symderiv.expr import Apply, Bracket, Expr, Partial, Pow, Sum, Var, Variable, add, mul, neg, num, rebuild
from symderiv.read import read_document

PAGE = r"""
$$z_i = \sum_{j=1}^{J} W_{ij} x_j + b_i \quad y_i = f(z_i)$$ ( $1 \le i \le I$ )

$$q = \sum_{i=1}^{I} \sum_{j=1}^{I} c_{ij} y_i y_j \quad F = \sum_{i=1}^{I} z_i^2$$

Here $C = (c_{ij})$.

"""
LAYERS = r"""
$$z^{(l)}_i = \sum_{j=1}^{n} W^{(l)}_{ij} a^{(l-1)}_j \quad a^{(l)}_i = g(z^{(l)}_i)$$
( $1 \le l \le L$, $1 \le i \le n$ )

"""


def v(key: str, *indices: str) -> Var:
    return Variable(key)(*indices)


def open_sum(letter: str, body: Expr) -> Sum:
    return Sum(Sym(letter), (), (), body)


W, x, z, y, b, c = map(Variable, ("W_{#,#}", "x_{#}", "z_{#}", "y_{#}", "b_{#}", "c_{#,#}"))
F = v("F")


def opened(e: Expr) -> Expr:
    """The expression with its sums without bounds, and every delta as one: both readings of a page agree in these."""
    if isinstance(e, Sum):
        return Sum(e.letter, (), (), opened(e.body), e.where)
    if isinstance(e, Bracket):
        return Bracket(e.where, delta=True)
    return rebuild(e, opened)


def both(text: str) -> tuple[Expr, ...]:
    return tuple(opened(m) for m in members(text) if not isinstance(m, ReadError))


def members(text: str) -> tuple[Expr | ReadError, ...]:
    return read_document(text).claims[-1].members


CASES = [
    (r"z = W x + b", (z("i"), add(open_sum("j", mul(W("i", "j"), x("j"))), b("i")))),
    (r"z = W \mathbf{x} + b", (z("i"), add(open_sum("j", mul(W("i", "j"), x("j"))), b("i")))),
    (r"y = f(W x)", (y("i"), Apply("f", (open_sum("j", mul(W("i", "j"), x("j"))),)))),
    (r"y = f'(z) \odot b", (y("i"), mul(Apply("f", (z("i"),), (1,)), b("i")))),
    (r"F = \|z\|^2", (F, open_sum("i", Pow(z("i"), num(2))))),
    (r"F = z^T z", (F, open_sum("i", mul(z("i"), z("i"))))),
    (r"F = z \cdot z", (F, open_sum("i", mul(z("i"), z("i"))))),
    (r"F = y^\top C y", (F, open_sum("i", mul(open_sum("i'", mul(y("i'"), c("i'", "i"))), y("i"))))),
    (
        r"\nabla_W F = 2 z x^T",
        (Partial(F, W("i", "j")), mul(num(2), z("i"), x("j"))),
    ),
    (r"\frac{\partial F}{\partial W} = 2 z x^{\mathrm{T}}", (Partial(F, W("i", "j")), mul(num(2), z("i"), x("j")))),
    (
        r"\frac{\partial F}{\partial x} = 2 W^T z",
        (Partial(F, x("j")), open_sum("i", mul(num(2), W("i", "j"), z("i")))),
    ),
    (
        r"\frac{\partial F}{\partial x_k} = 2 (W^T z)_k",
        (Partial(F, x("k")), mul(num(2), open_sum("i", mul(W("i", "k"), z("i"))))),
    ),
    (r"F_{ij} = (W W^T)_{ij}", (v("F_{#,#}", "i", "j"), open_sum("j'", mul(W("i", "j'"), W("j", "j'"))))),
    (r"z = (\mathbf{I} - C) y", None),
    (r"\frac{\partial F}{\partial W} = 0", (Partial(F, W("i", "j")), num(0))),
    (r"b = \frac{1}{2} \operatorname{diag}(y) z", None),
]


@pytest.mark.parametrize(("formula", "expected"), [p for p in CASES if p[1]], ids=[f for f, e in CASES if e])
def test_equations_of_entries(formula: str, expected: tuple[Expr, Expr]) -> None:
    assert both(f"{PAGE}$${formula}$$") == expected


def test_the_identity_and_diagonal_matrices() -> None:
    def delta(i: str, j: str) -> Bracket:
        return Bracket((eq(i, j),), delta=True)

    minus = add(delta("i", "i'"), neg(c("i", "i'")))
    assert both(PAGE + r"$$z = (\mathbf{I} - C) y$$") == (z("i"), open_sum("i'", mul(minus, y("i'"))))
    diagonal = mul(delta("i", "i'"), y("i"), z("i'"))
    assert both(PAGE + r"$$b = \operatorname{diag}(y) z$$") == (b("i"), open_sum("i'", diagonal))


def test_a_network_of_vectors() -> None:
    page = """+++
[ranges]
i = "1..I"
j = "1..J"
+++
Let $z = (z_i)$, $W = (W_{ij})$, $x = (x_j)$, $b = (b_i)$, $y = (y_i)$, $t = (t_i)$.

$$z = W x + b, \\quad y = \\sigma(z)$$
$$L = \\frac12 \\|y - t\\|^2$$

$$\\frac{\\partial L}{\\partial W} = \\left((y - t) \\odot y \\odot (1 - y)\\right) x^T$$
"""
    reading = read_document(page)
    t = Variable("t_{#}")
    assert reading.problems == ()
    assert [(d.left, opened(d.body)) for d in reading.draft.definitions] == [
        (z("i"), add(open_sum("j", mul(W("i", "j"), x("j"))), b("i"))),
        (y("i"), Apply("sigma", (z("i"),))),
        (v("L"), mul(num(Fraction(1, 2)), open_sum("i", Pow(add(y("i"), neg(t("i"))), num(2))))),
    ]
    slope = mul(add(y("i"), neg(t("i"))), y("i"), add(num(1), neg(y("i"))), x("j"))
    assert reading.claims[-1].members == (Partial(v("L"), W("i", "j")), slope)


def test_layers_keep_their_index() -> None:
    found = members(LAYERS + r"$$z^{(l)} = W^{(l)} a^{(l-1)}$$ ( $1 \le l \le L$ )")
    layer, below, weight = Variable("z^{(#)}_{#}"), Variable("a^{(#)}_{#}"), Variable("W^{(#)}_{#,#}")
    assert isinstance(found[0], Var)
    assert isinstance(found[1], Sum)
    (_, row), column = found[0].indices, found[1].letter
    assert found[0] == layer("l", row)
    assert found[1].body == mul(weight("l", row, affine(column)), below(affine("l") - 1, affine(column)))


SHAPES = [
    (r"z = x W", "a column times a matrix"),
    (r"z = W x + F", "a number and a column are added"),
    (r"z = z^T", "this is a row of I, the left side is a column of I"),
    (r"F = z z", "a column times a column"),
    (r"F = W", "this is a matrix, the left side is a number"),
    (r"F = \frac{F}{z}", "division by a column"),
    (r"y = W \odot z", "the product by entries of a matrix and a column"),
    (r"F = (W x)_{ij}", "2 indices on a column"),
    (r"F = (z)^2", "a power of a column"),
    (r"\nabla_x z = W", "no agreed layout"),
    (r"\nabla G = z + x", "what it is taken by"),
    (r"F = \|v\|^2", "not known"),
    (r"F = \mathbf{v}^T \mathbf{v}", "not known"),
]


@pytest.mark.parametrize(("formula", "cause"), SHAPES, ids=[f for f, _ in SHAPES])
def test_shapes_that_do_not_fit(formula: str, cause: str) -> None:
    found = members(f"{PAGE}$${formula}$$")
    errors = [m for m in found if isinstance(m, ReadError)]
    assert errors
    assert cause in errors[0].cause


def test_a_sum_of_numbers_is_no_matrix() -> None:
    text = r"$$E_n = x_n^2 + x_n$$ ( $1 \le n \le N$ ) $$E = \sum_{n=1}^{N} E_n$$"
    reading = read_document(text)
    assert reading.problems == ()
    assert [d.left.variable.key for d in reading.draft.definitions] == ["E_{#}", "E"]


def test_a_matrix_is_never_read_as_a_number() -> None:
    """`W` and `x` as numbers would make this equation look like one of `E`."""
    found = members(PAGE + r"$$\frac{\partial F}{\partial W_{ij}} = 2 z_i x$$")
    assert isinstance(found[1], ReadError)
