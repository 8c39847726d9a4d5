r"""What names, scripts and scopes mean: tables of a document, a formula in it, and the tree it has to be.

`PAGE` says what stands around the formula; a formula is read as the claim `Q = formula`, so that nothing in it is a
definition. `left` is what its left side is.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from symderiv.affine import IntFn, Sym, affine
from symderiv.domain.constraint import eq, ge, le, lt, ne
from symderiv.errors import AmbiguousError, ReadError
from symderiv.expr import (
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Num,
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
from symderiv.read import read_document, read_draft
from symderiv.system import Function


def v(key: str, *indices: object) -> Var:
    return Variable(key)(*indices)  # type: ignore[arg-type]


def member(document: str, at: int = 1) -> Expr:
    """A member of the last chain of a document."""
    reading = read_document(document)
    for problem in reading.problems:
        raise problem
    found = reading.claims[-1].members[at]
    assert not isinstance(found, ReadError)
    return found


def body(document: str) -> Expr:
    """The body of the last definition of a document."""
    return read_draft(document).definitions[-1].body


BASIC = r"""
$$a_j = \sum_{i=1}^{I} w_{ji} x_i + b_j \quad y_j = f(a_j)$$ ( $1 \le j \le J$ )

$$E = \sum_{j=1}^{J} (y_j - t_j)^2$$

"""
LAYERS = r"""
$$z^{(l)}_i = \sum_{j=1}^{d_{l-1}} w^{(l)}_{ij} a^{(l-1)}_j$$ ( $l = 1, \dots, L$, $i = 1, \dots, d_l$ )

$$a^{(l)}_i = \phi(z^{(l)}_i) \quad \mathcal{L} = \sum_{i=1}^{d_L} (a^{(L)}_i - y_i)^2$$

"""
a_j, y_j, t_j, w_ji, x_i, E = (
    v("a_{#}", "j"),
    v("y_{#}", "j"),
    v("t_{#}", "j"),
    v("w_{#,#}", "j", "i"),
    v("x_{#}", "i"),
    v("E"),
)
e_j = v("e_{#}", "j")
SIGMA = Apply("sigma", (a_j,))
I, J, N = affine("I"), affine("J"), affine("N")


def dl(shift: int = 0) -> IntFn:
    return IntFn("d", (affine("l") + shift,))


def d(of: Expr, *wrt: Var) -> Expr:
    for x in reversed(wrt):
        of = Partial(of, x)
    return of


FORMULAS = [
    # names and scripts
    (BASIC, r"\frac{\partial E}{\partial w_{ji}} = (y_j - t_j) x_i", mul(add(y_j, neg(t_j)), x_i)),
    (BASIC, r"\frac{\partial E}{\partial w_{j,i}} = {y}_{j} \, \mathrm{x}_i", mul(y_j, x_i)),
    (BASIC, r"E = y_1", v("y_{#}", 1)),
    (BASIC, r"E = w_{12}", v("w_{#,#}", 1, 2)),
    (BASIC, r"E = w_{1i} + w_{j2}", add(v("w_{#,#}", 1, "i"), v("w_{#,#}", "j", 2))),
    (BASIC, r"E = y_{J-1} w_{J,i+1}", mul(v("y_{#}", J - 1), v("w_{#,#}", J, affine("i") + 1))),
    (BASIC, r"E = y_j^2 + w_{ji}^3", add(Pow(y_j, num(2)), Pow(w_ji, num(3)))),
    (BASIC, r"E = y_{[j]}", y_j),
    (BASIC, r"E = \hat{y}_j \tilde{y}", mul(v(r"\hat{y}_{#}", "j"), v(r"\tilde{y}"))),
    (BASIC, r"E = \hat {y_j}^2 + \hat{y}_j", add(Pow(v(r"\hat{y}_{#}", "j"), num(2)), v(r"\hat{y}_{#}", "j"))),
    (BASIC, r"E = y^*_j y^{\text{old}}_j", mul(v("y^{*}_{#}", "j"), v("y^{old}_{#}", "j"))),
    (BASIC, r"E = y_j^{(2)} + y_j^{[2]}", add(v("y^{(2)}_{#}", "j"), v("y^{(2)}_{#}", "j"))),
    (BASIC, r"E = w'_{ij} y'", mul(v("w'_{#,#}", "i", "j"), v("y'"))),
    (BASIC, r"E = N_{rec} u_{\text{in}} u_{\mathrm{in}}", mul(v("N_{rec}"), v("u_{in}"), v("u_{in}"))),
    (BASIC, r"E = (W_x)_{ij} (W_h)_{ij}", mul(v("(W_{x})_{#,#}", "i", "j"), v("(W_{h})_{#,#}", "i", "j"))),
    (BASIC, r"E = \ell_i \mathcal{L} \beta", mul(v(r"\ell_{#}", "i"), v(r"\mathcal{L}"), v(r"\beta"))),
    # layers
    (LAYERS, r"\mathcal{L} = a^{(L)}_i", v("a^{(#)}_{#}", "L", "i")),
    (LAYERS, r"\mathcal{L} = a_i^l a^{(l)}_i", mul(v("a^{(#)}_{#}", "l", "i"), v("a^{(#)}_{#}", "l", "i"))),
    (LAYERS, r"\mathcal{L} = a_i^3 w^2_{ij}", mul(v("a^{(#)}_{#}", 3, "i"), v("w^{(#)}_{#,#}", 2, "i", "j"))),
    (LAYERS, r"\mathcal{L} = (a_i^l)^2", Pow(v("a^{(#)}_{#}", "l", "i"), num(2))),
    (LAYERS, r"\mathcal{L} = {a_i^{(l)}}^2", Pow(v("a^{(#)}_{#}", "l", "i"), num(2))),
    (LAYERS, r"\mathcal{L} = \frac{1}{d_l} + L", add(Div(num(1), Index(affine(dl()))), Index(affine("L")))),
    (
        LAYERS,
        r"\mathcal{L} = \sum_{k=1}^{d_{l+1}} w^{(l+1)}_{ki}",
        Sum(Sym("k"), (affine(1),), (affine(dl(1)),), v("w^{(#)}_{#,#}", affine("l") + 1, "k", "i")),
    ),
    # numbers and signs
    (BASIC, r"E = \frac{1}{2} E", mul(Num(Fraction(1, 2)), E)),
    (BASIC, r"E = 0.5 E - 2 \cdot 3 E", add(mul(Num(Fraction(1, 2)), E), mul(num(-6), E))),
    (BASIC, r"E = -\frac{2}{J} \sqrt{E}", mul(num(-1), Div(num(2), Index(J)), Pow(E, Num(Fraction(1, 2))))),
    (BASIC, r"E = y_j / t_j x_i", mul(Div(y_j, t_j), x_i)),
    (BASIC, r"E = {y_j \over t_j}^{-1}", Pow(Div(y_j, t_j), num(-1))),
    (BASIC, r"E = (J - 1) y_j", mul(add(Index(J), num(-1)), y_j)),
    (BASIC, r"E = t_j^{-1} t_j^{1/2}", mul(Pow(t_j, num(-1)), Pow(t_j, Num(Fraction(1, 2))))),
    # functions
    (BASIC, r"E = f(a_j) f'(a_j) f''(a_j)", mul(*(Apply("f", (a_j,), (n,)) for n in range(3)))),
    (BASIC, r"E = f'(a_j)^2", Pow(Apply("f", (a_j,), (1,)), num(2))),
    (
        BASIC,
        r"E = \sigma(a_j) (1 - \sigma(a_j))",
        mul(SIGMA, add(num(1), neg(SIGMA))),
    ),
    (BASIC, r"E = \sigma'\!\left(a_j\right)", Apply("sigma", (a_j,), (1,))),
    (BASIC, r"E = e^{-a_j} \exp(a_j)", mul(Apply("exp", (neg(a_j),)), Apply("exp", (a_j,)))),
    (BASIC, r"E = \log \sigma(a_j) + \ln y_j", add(Apply("log", (Apply("sigma", (a_j,)),)), Apply("log", (y_j,)))),
    (BASIC, r"E = \tanh^2 a_j", Pow(Apply("tanh", (a_j,)), num(2))),
    (BASIC, r"E = \max(0, a_j)", Apply("max", (num(0), a_j))),
    (BASIC, r"E = \left|a_j\right|", Apply("abs", (a_j,))),
    (BASIC, r"E = b_j (a_j + 1)", mul(v("b_{#}", "j"), add(a_j, num(1)))),
    (BASIC, r"E = \beta \left( a_j + 1 \right) + \beta", add(mul(v(r"\beta"), add(a_j, num(1))), v(r"\beta"))),
    (BASIC, r"E = g_1(a_j) + g_2(a_j)", add(Apply("g_1", (a_j,)), Apply("g_2", (a_j,)))),
    # derivatives
    (BASIC, r"E = \partial E / \partial w_{ji}", d(E, w_ji)),
    (BASIC, r"E = {\partial E \over \partial w_{ji}} y_j", mul(d(E, w_ji), y_j)),
    (BASIC, r"E = \frac{\partial}{\partial w_{ji}} y_j t_j + 1", add(d(mul(y_j, t_j), w_ji), num(1))),
    (BASIC, r"E = \frac{\partial^2 E}{\partial w_{ji} \partial a_j}", d(E, w_ji, a_j)),
    (BASIC, r"E = \frac{\partial^2 E}{\partial a_j^2}", d(E, a_j, a_j)),
    (BASIC, r"E = \frac{\partial^+ E}{\partial a_j}", Partial(E, a_j, True)),
    (BASIC, r"E = \frac{dE}{da_j}", d(E, a_j)),
    # sums
    (BASIC, r"E = \sum_k y_k t_k + E", add(Sum(Sym("k"), (), (), mul(v("y_{#}", "k"), v("t_{#}", "k"))), E)),
    (BASIC, r"E = \sum_{i=1}^I x_i y_j", total("i", 1, I, mul(x_i, y_j))),
    (BASIC, r"E = y_j \sum_{i=0}^{I-1} x_{i+1}", mul(y_j, total("i", 0, I - 1, v("x_{#}", affine("i") + 1)))),
    (BASIC, r"E = \sum_{i,j} w_{ji}", Sum(Sym("i"), (), (), Sum(Sym("j"), (), (), w_ji))),
    (BASIC, r"E = \sum_{ij} w_{ji}", Sum(Sym("i"), (), (), Sum(Sym("j"), (), (), w_ji))),
    (BASIC, r"E = \sum_{i,k=1}^{I} w_{ki}", total("i", 1, I, total("k", 1, I, v("w_{#,#}", "k", "i")))),
    (
        BASIC,
        r"E = \sum_{k=1, k \ne j}^{J} y_k",
        Sum(Sym("k"), (affine(1),), (J,), v("y_{#}", "k"), (ne("k", "j"),)),
    ),
    (BASIC, r"y_j = \sum_{k \ne j} y_k", Sum(Sym("k"), (), (), v("y_{#}", "k"), (ne("k", "j"),))),
    (BASIC, r"y_j = \sum_{k > j} y_k", Sum(Sym("k"), (), (), v("y_{#}", "k"), (ge("k", affine("j") + 1),))),
    (
        BASIC,
        r"E = \sum_{1 \le i < j \le J} w_{ij}",
        Sum(
            Sym("i"),
            (),
            (),
            Sum(Sym("j"), (), (), v("w_{#,#}", "i", "j"), (ge("i", 1), lt("i", "j"), le("j", J))),
        ),
    ),
    (
        BASIC,
        r"y_j = \sum_{k=\max(1, j-2)}^{\min(J, j+2)} y_k",
        Sum(Sym("k"), (affine(1), affine("j") - 2), (J, affine("j") + 2), v("y_{#}", "k")),
    ),
    (BASIC, r"E = \sum_{j'=1}^{J} y_{j'}", total("j'", 1, J, v("y_{#}", "j'"))),
    (BASIC, r"E = \sum_{i=1}^{I} x_i \sum_{i=1}^{I} w_{ji}", total("i", 1, I, mul(x_i, total("i", 1, I, w_ji)))),
    # deltas, brackets, cases
    (BASIC, r"E = \delta_{ij} \delta^i_j", mul(Bracket((eq("i", "j"),), True), Bracket((eq("i", "j"),), True))),
    (BASIC, r"E = \delta_{i,j+1}", Bracket((eq("i", affine("j") + 1),), True)),
    (BASIC, r"E = [i = j] 1(i \ne j)", mul(Bracket((eq("i", "j"),)), Bracket((ne("i", "j"),)))),
    (BASIC, r"E = \mathbb{1}[i \le j]", Bracket((le("i", "j"),))),
    (
        BASIC,
        r"E = \begin{cases} y_j & (i = j) \\ 0 & \text{otherwise} \end{cases}",
        Cases(((y_j, (eq("i", "j"),)), (num(0), ()))),
    ),
    (
        BASIC,
        r"E = \underbrace{y_j - t_j}_{e_j} e_j",
        mul(Labelled(add(y_j, neg(t_j)), v("e_{#}", "j")), v("e_{#}", "j")),
    ),
    (BASIC, r"E = \underbrace{y_j}_{\text{output}}", y_j),
]


@pytest.mark.parametrize(("page", "formula", "expected"), FORMULAS, ids=[f for _, f, _ in FORMULAS])
def test_formulas(page: str, formula: str, expected: Expr) -> None:
    assert member(f"{page}$${formula}$$") == expected


DEFINITIONS = [
    # index, label, size
    ("s_i = L_{rec} x_i", mul(v("L_{rec}"), x_i)),
    (r"s_i = \sum_{k=1}^{K} W_{xf} x_k", total("k", 1, "K", mul(v("W_{xf}"), v("x_{#}", "k")))),
    (r"E = \frac{1}{\sqrt{d_k}} \sum_{i=1}^{I} K_{ii}", None),
    (r"A_{ij} = \frac{q_i}{\sqrt{d_k}}", Div(v("q_{#}", "i"), Pow(v("d_{k}"), Num(Fraction(1, 2))))),
    (r"h_i = \sum_{j=1}^{n} W_{h[i,j]} x_j", total("j", 1, "n", mul(v("W_{h,#,#}", "i", "j"), v("x_{#}", "j")))),
    (r"p_i = \sum_{j=1}^{n} x^a_j q_{ij}", total("j", 1, "n", mul(v("x^{a}_{#}", "j"), v("q_{#,#}", "i", "j")))),
    (r"p = \sum_{i=1}^{I} x_{t_i}", None),
    (r"E = \sum_{m=1}^{M} v_{c_m}", total("m", 1, "M", v("v_{#}", affine(IntFn("c", (affine("m"),)))))),
    (
        r"E = \sum_{m=1}^{M} \sum_{i=1}^{n} w_{c_m i}",
        total("m", 1, "M", total("i", 1, "n", v("w_{#,#}", affine(IntFn("c", (affine("m"),))), "i"))),
    ),
    (
        r"E = \sum_{t=1}^{T} \sum_{i=1}^{n} x_{t_i}",
        total("t", 1, "T", total("i", 1, "n", v("x_{#,#}", "t", "i"))),
    ),
    (r"X_i(t) = f(X_i(t-1))", Apply("f", (v("X_{#}(#)", "i", affine("t") - 1),))),
    (
        r"s = \sum_{l=1}^{L} \sum_{i=1}^{m(l)} x_{l,i}",
        total("l", 1, "L", Sum(Sym("i"), (affine(1),), (affine(IntFn("m", (affine("l"),))),), v("x_{#,#}", "l", "i"))),
    ),
    (r"J(\theta) = \sum_{i=1}^{n} \theta_i", total("i", 1, "n", v(r"\theta_{#}", "i"))),
    (r"\sigma^2 = \frac{1}{N} \sum_{i=1}^{N} x_i", mul(Div(num(1), Index(N)), total("i", 1, N, x_i))),
    (r"z^1_n = z^2_n + 1", add(v("z^{(2)}_{#}", "n"), num(1))),
    (r"E = {1 \over n_x} \sum_{i=1}^{n_x} x_i", mul(Div(num(1), Index(affine("n_x"))), total("i", 1, "n_x", x_i))),
]


@pytest.mark.parametrize(
    ("formula", "expected"), [x for x in DEFINITIONS if x[1]], ids=[f for f, e in DEFINITIONS if e]
)
def test_definitions(formula: str, expected: Expr) -> None:
    assert body(f"$${formula}$$") == expected


KEYS = [
    (r"$$\sigma^2 = \sum_{i=1}^N (x_i^2 + x_i)$$", r"\sigma^{(2)}", r"\sigma^2"),
    (r"$$||P||^2 = \sum_{i=1}^I q_i$$", r"\|P\|^{(2)}", r"\|P\|^2"),
    (r"$$\mathrm{net}^{[3]}_j = x_j$$", "net^{(3)}_{#}", r"\mathrm{net}^{[3]}_{#1}"),
    (r"$$net_j^{(3)} = x_j$$", "net^{(3)}_{#}", "net_{#1}^{(3)}"),
    (r"$$y_{[i]} = x_i$$", "y_{#}", "y_{[#1]}"),
    (r"$$h_{ti} = h_{t-1,i}$$ ( $1 \le t \le T$ )", "h_{#,#}", "h_{#1#2}"),
    (r"$$h_i^{(t)} = h_i^{(t-1)}$$ ( $1 \le t \le T$ )", "h^{(#)}_{#}", "h_{#2}^{(#1)}"),
    (r"$$h_i^t = h_i^{t-1}$$ ( $1 \le t \le T$ )", "h^{(#)}_{#}", "h_{#2}^{#1}"),
    (r"$$J_s = \sum_{i=1}^n x_i$$", "J_{s}", "J_s"),
    (r"$$J_i = x_i$$", "J_{#}", "J_{#1}"),
    (r"$$\hat{y}'_i = x_i$$", r"\hat{y}'_{#}", r"\hat{y}'_{#1}"),
    (r"$$w_{j,i}^{(2)} = v_{ij}$$", "w^{(2)}_{#,#}", "w_{#1,#2}^{(2)}"),
]


@pytest.mark.parametrize(("page", "key", "spelling"), KEYS)
def test_keys_and_spellings(page: str, key: str, spelling: str) -> None:
    left = read_draft(page).definitions[0].left
    assert (left.variable.key, left.variable.spelling) == (key, spelling)


def test_one_letter_as_index_and_as_label() -> None:
    page = r"""
$$s_o = \sum_{d=1}^{D} u_{o,d} v_d \quad s_k = \sum_{d=1}^{D} u_{k,d} v_d$$ ( $1 \le k \le K$ )

$$C = -\log \sigma(s_o) - \sum_{k=1}^{K} \log \sigma(-s_k)$$
"""
    keys = [(x.left.variable.key, x.body) for x in read_draft(page).definitions]
    uo, uk, vd = v("u_{o,#}", "d"), v("u_{#,#}", "k", "d"), v("v_{#}", "d")
    assert keys[0] == ("s_{o}", total("d", 1, "D", mul(uo, vd)))
    assert keys[1] == ("s_{#}", total("d", 1, "D", mul(uk, vd)))
    assert member(page + r"$$\frac{\partial C}{\partial u_{o,d}} = s_o v_d$$") == mul(v("s_{o}"), vd)
    assert member(page + r"$$\frac{\partial C}{\partial u_{k,d}} = s_k v_d$$") == mul(v("s_{#}", "k"), vd)


def test_a_letter_that_stands_twice_among_labels_is_a_label() -> None:
    page = r"""
$$g_i = \sum_{j=1}^{H} W^{(f)}_{ij} x_j + b^{(f)}_i \quad u_i = \sum_{j=1}^{H} W^{(i)}_{ij} x_j + b^{(i)}_i$$
( $1 \le i \le H$ )
"""
    for gate, definition in zip("fi", read_draft(page).definitions, strict=True):
        weight, bias = v(f"W^{{{gate}}}_{{#,#}}", "i", "j"), v(f"b^{{{gate}}}_{{#}}", "i")
        assert definition.body == add(total("j", 1, "H", mul(weight, v("x_{#}", "j"))), bias)


def test_the_letter_of_a_sum_in_its_own_bound_is_a_label() -> None:
    found = body(r"$$s_{ij} = \frac{1}{\sqrt{d_k}} \sum_{k=1}^{d_k} q_{ik} p_{jk}$$")
    product = total("k", 1, "d_k", mul(v("q_{#,#}", "i", "k"), v("p_{#,#}", "j", "k")))
    assert found == mul(Div(num(1), Pow(Index(affine("d_k")), Num(Fraction(1, 2)))), product)


def test_an_unknown_letter_takes_the_place_of_an_index() -> None:
    page = r"$$e_{ij} = \sum_{k=1}^{K} p_{ik} q_{kj}$$" + "\n\n"
    found = member(page + r"$$\frac{\partial e_{ij}}{\partial p_{mk}} = q_{kj} \delta_{im}$$", 0)
    assert found == d(v("e_{#,#}", "i", "j"), v("p_{#,#}", "m", "k"))


def test_numbers_that_run_together() -> None:
    page = "$$h_1 = w_{11} x_1 + w_{21} x_2$$\n\n$$h_2 = w_{12} x_1 + w_{22} x_2$$"
    assert read_draft(page).definitions[0].body == add(mul(v("w_{11}"), v("x_{1}")), mul(v("w_{21}"), v("x_{2}")))
    indexed = "$$y_i = \\sum_{j=1}^2 w_{ij} x_j$$\n\n$$E = w_{11} x_1$$"
    assert read_draft(indexed).definitions[1].body == mul(v("w_{#,#}", 1, 1), v("x_{#}", 1))


def test_a_stride_is_one_index_where_the_name_has_one() -> None:
    page = r"$$y_i = \sum_{a=1}^{A} k_a x_{2i+a-2}$$ ( $1 \le i \le N$ )" + "\n\n"
    assert member(page + r"$$y_i = x_{2i}$$") == v("x_{#}", 2 * affine("i"))
    assert member(page + r"$$y_i = x_{2 \cdot i}$$") == v("x_{#}", 2 * affine("i"))
    pairs = r"$$y_i = \sum_{a=1}^{A} x_{ai}$$ ( $1 \le i \le N$ )" + "\n\n"
    assert member(pairs + r"$$y_i = x_{2i}$$") == v("x_{#,#}", 2, "i")


X = (Variable("x"),)
FUNCTIONS = [
    (r"$$f(x) = x^2 + x$$ $$y_i = f(z_i)$$", (Function("f", 1, X, add(Pow(v("x"), num(2)), v("x"))),)),
    (r"$$\sigma(x) = \frac{1}{1+e^{-x}}$$ $$y_i = \sigma(z_i)$$", ()),
    (
        r"$$g(x) = \frac{1}{1+e^{-x}}$$ $$y_i = g(z_i)$$",
        (Function("g", 1, X, Apply("sigma", (v("x"),))),),
    ),
    (
        r"$$\sigma(x) = \tanh x$$ $$y_i = \sigma(z_i)$$",
        (Function(r"\sigma", 1, X, Apply("tanh", (v("x"),))),),
    ),
    (r"$$y_i = f(z_i, t_i)$$", (Function("f", 2),)),
    ('+++\nfunctions = ["\\\\sigma", "f_1"]\n+++\n$$y_i = \\sigma(f_1(z_i))$$', (Function(r"\sigma"), Function("f_1"))),
]


@pytest.mark.parametrize(("page", "functions"), FUNCTIONS)
def test_functions(page: str, functions: tuple[Function, ...]) -> None:
    assert read_draft(page).functions == functions


def test_a_claim_about_a_function() -> None:
    reading = read_document(r"$$y_i = \sigma(z_i)$$ $$\sigma'(z) = \sigma(z)(1 - \sigma(z))$$")
    claim = reading.claims[1]
    assert reading.problems == ()
    assert [d.key for d in claim.dummies] == [r"\mathord{z}"]  # a number, beside the entries `z_i`
    z = Var(claim.dummies[0])
    assert claim.members == (
        Apply("sigma", (z,), (1,)),
        mul(Apply("sigma", (z,)), add(num(1), neg(Apply("sigma", (z,))))),
    )


def test_a_name_with_a_square_in_front_of_the_partial() -> None:
    page = r"$$\sigma^2 = \frac1N \sum_{j=1}^N x_j^2 \quad y_i = x_i \sigma^2$$ ( $1 \le i \le N$ )" + "\n\n"
    square = v(r"\sigma^{(2)}")
    assert member(page + r"$$\frac{\partial y_i}{\partial \sigma^2} = x_i$$", 0) == d(v("y_{#}", "i"), square)
    assert member(page + r"$$\frac{\partial \sigma^2}{\partial x_i} = x_i$$", 0) == d(square, x_i)


REFUSED = [
    (BASIC, r"E = i y_j", "an index"),
    (BASIC, r"E = i \sum_{i=1}^I x_i", "an index"),
    (BASIC, r"E = \sum_{i=1}^I x_i + w_{ji}", "after the end of the sum"),
    (BASIC, r"E = w_i", None),
    (BASIC, r"E = f^{-1}(a_j)", None),
    (BASIC, r"E = f", "no argument"),
    (BASIC, r"E = f(a_j) \pm 1", "two signs"),
    (BASIC, r"E = x", "this is a column, the left side is a number"),
    (BASIC, r"E = \sum_i^I x_i + x_0", "begin"),
    (BASIC, r"E = \prod_{i=1}^I x_i x_1", "behind the product"),
    (BASIC, r"E = \sum_{i \in S} x_i", "range"),
    (BASIC, r"E = x_{i^2}", "index"),
    (BASIC, r"E = x_{ij/2}", "index"),
    (BASIC, r"E = \lambda(y_j + 1)", "product or a function"),
    (BASIC, r"E = u_j^3", "power or part of the name"),
    (BASIC, r"E = y_j^{j}", "is an index"),
    (BASIC, r"E = \frac{\partial E}{\partial (a_j + 1)}", "variable is expected"),
    (BASIC, r"E = \max_u y_j", None),
    (BASIC, r"E = \operatorname{softmax}(y_j)", "with indices"),
    (BASIC, r"E = z_{2i}", "one index or two"),
]


@pytest.mark.parametrize(("page", "formula", "cause"), REFUSED, ids=[f for _, f, _ in REFUSED])
def test_refused(page: str, formula: str, cause: str | None) -> None:
    if formula == "E = w_i":
        # another number of entries is another name, not an error
        assert member(f"{page}$${formula}$$") == v("w_{#}", "i")
        return
    with pytest.raises(ReadError, match=cause):
        member(f"{page}$${formula}$$")


AMBIGUOUS = [
    r"$$y_i = \sum_{j=1}^J w_{ij} x_j$$ $$z_i = w_{ij} x_j$$",
    r"$$h_i = x_i^3$$",
]


@pytest.mark.parametrize("page", AMBIGUOUS)
def test_ambiguous_documents(page: str) -> None:
    with pytest.raises(AmbiguousError) as found:
        read_draft(page)
    assert "write" in found.value.hint
