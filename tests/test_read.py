r"""Documents read whole: the lecture's network as a hand-built draft, its claims, what each link of a page is."""

from __future__ import annotations

import pytest

from symderiv.affine import Sym, affine
from symderiv.domain.constraint import eq, ne
from symderiv.draft import RawDefinition
from symderiv.errors import ReadError, UnknownName
from symderiv.expr import (
    Apply,
    Bracket,
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
from symderiv.network import complete
from symderiv.read import Reading, Written, read_document, read_draft
from symderiv.read_part import read_expression, read_variable
from symderiv.system import Function, Span

from .drafts import table

I, J = affine("I"), affine("J")
E = Variable("E")()
w, w1, w2 = (Variable(k) for k in ("w_{#,#}", "w^{(1)}_{#,#}", "w^{(2)}_{#,#}"))
net2, net3 = Variable("net^{(2)}_{#}"), Variable("net^{(3)}_{#}")
o1, o2, o3 = (Variable(f"o^{{({n})}}_{{#}}") for n in (1, 2, 3))
theta2, theta3 = Variable(r"\theta^{(2)}_{#}"), Variable(r"\theta^{(3)}_{#}")

LECTURE = r"""
# Tied weights

Encoder and decoder share $w_{i,j}^{(1)} = w_{j,i}^{(2)}$ one weight.

- 重み $w_{j,i}^{(2)} = w_{i,j}^{(1)} = w_{j,i}$ ( $1 \leq i \leq I, 1 \leq j \leq J$ ) について

~~$$\frac{\partial E}{\partial w_{j,i}} = \frac{\partial E}{\partial net_j^{(3)}}
\frac{\partial net_j^{(3)}}{\partial w_{j,i}} \leftarrow \text{chain rule?}$$

(others than $net_j^{(3)}$ depend on $w_{i,j}^{(1)} = w_{j,i}$ too)~~

## Slide 2

$$net_j^{(3)} = \sum_{i=1}^{I+1} o_i^{(2)} w_{j,i}^{(2)} \quad o_j^{(3)} = f(net_j^{(3)})$$

$$(o_{I+1}^{(2)} = 1, w_{j,I+1}^{(2)} = -\theta_j^{(3)})$$

$$\boxed{\frac{\partial E}{\partial net_k^{(3)}}} = \frac{\partial E}{\partial o_k^{(3)}} \frac{\partial o_k^{(3)}}{
\partial net_k^{(3)}} = \frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)})$$

$$\frac{\partial net_k^{(3)}}{\partial w_{j,i}} = \frac{\partial (\sum_{h=1}^{I+1} o_h^{(2)} w_{k,h}^{(2)})}{
\partial w_{j,i}}$$

↑ $h \neq i$ なら $o_h^{(2)}$ は無関係

## Slide 3

$k = j$ のとき $o_i^{(2)}$ も依存

$$\frac{\partial (o_i^{(2)} w_{k,i}^{(2)})}{\partial w_{j,i}}
= \frac{\partial o_i^{(2)}}{\partial w_{j,i}} w_{k,i}^{(2)} + o_i^{(2)}$$

$k \neq j$ のとき

$$\frac{\partial (o_i^{(2)} w_{k,i}^{(2)})}{\partial w_{j,i}}
= \frac{\partial o_i^{(2)}}{\partial w_{j,i}} w_{k,i}^{(2)}$$

## Slide 4

$$net_j^{(3)} = \sum_{i=1}^{I+1} o_i^{(2)} w_{j,i}^{(2)} \quad o_j^{(3)} = f(net_j^{(3)})$$

$f'(net_i^{(2)})$

$$\begin{aligned} \frac{\partial E}{\partial w_{j,i}} &= \sum_{k=1}^J \frac{\partial E}{\partial net_k^{(3)}}
\frac{\partial net_k^{(3)}}{\partial w_{j,i}} \\ &= \sum_{k=1}^J \frac{\partial E}{\partial o_k^{(3)}} w_{k,i}^{(2)} \\
&\quad + \frac{\partial E}{\partial o_j^{(3)}} o_i^{(2)} \end{aligned}$$

$$\begin{aligned} net_i^{(2)} &= \sum_{j=1}^{J+1} o_j^{(1)} w_{i,j}^{(1)} \\
(o_{J+1}^{(1)} &= 1, w_{i,J+1}^{(1)} = -\theta_i^{(2)}) \\ o_i^{(2)} &= f(net_i^{(2)}) \end{aligned}$$
"""


@pytest.fixture(scope="module")
def lecture() -> Reading:
    return read_document(LECTURE)


def claims(reading: Reading) -> list[Written]:
    return [c for c in reading.claims if c.claims]


def d(of: Expr, wrt: Var) -> Partial:
    return Partial(of, wrt)


def test_the_lecture_is_the_draft_built_by_hand(lecture: Reading) -> None:
    both = (Span(Sym("i"), affine(1), I), Span(Sym("j"), affine(1), J))
    assert lecture.problems == ()
    assert lecture.draft.definitions == (
        RawDefinition(w1("i", "j"), w2("j", "i"), both),
        RawDefinition(w1("i", "j"), w("j", "i"), both),
        RawDefinition(net3("j"), total("i", 1, I + 1, mul(o2("i"), w2("j", "i")))),
        RawDefinition(o3("j"), Apply("f", (net3("j"),))),
        RawDefinition(o2(I + 1), num(1)),
        RawDefinition(w2("j", I + 1), neg(theta3("j"))),
        RawDefinition(net2("i"), total("j", 1, J + 1, mul(o1("j"), w1("i", "j")))),
        RawDefinition(o1(J + 1), num(1)),
        RawDefinition(w1("i", J + 1), neg(theta2("i"))),
        RawDefinition(o2("i"), Apply("f", (net2("i"),))),
    )
    assert lecture.draft.functions == (Function("f"),)
    assert lecture.draft.ranges == ()


def test_the_spelling_is_the_author_s(lecture: Reading) -> None:
    spelled = {x.left.variable.key: x.left.variable.spelling for x in lecture.draft.definitions}
    assert spelled["w^{(2)}_{#,#}"] == "w_{#1,#2}^{(2)}"
    assert spelled["net^{(3)}_{#}"] == "net_{#1}^{(3)}"


def test_the_lecture_is_a_network(lecture: Reading) -> None:
    assert table(complete(lecture.draft))[-4:] == [
        "w_{j,i} parameter 1 <= j <= J, 1 <= i <= I",
        r"\theta_j^{(3)} parameter 1 <= j <= J",
        "o_j^{(1)} input 1 <= j <= J",
        r"\theta_i^{(2)} parameter 1 <= i <= I",
    ]


def test_the_claims_of_the_lecture(lecture: Reading) -> None:
    found = claims(lecture)
    wji, o_k, net_k = w("j", "i"), o3("k"), net3("k")
    product = mul(o2("i"), w2("k", "i"))
    last = add(
        total("k", 1, J, mul(d(E, o_k), w2("k", "i"))),
        mul(d(E, o3("j")), o2("i")),
    )
    again = (net3("j"), total("i", 1, I + 1, mul(o2("i"), w2("j", "i"))))
    assert [c.members for c in found] == [
        (d(E, wji), mul(d(E, net3("j")), d(net3("j"), wji))),
        (d(E, net_k), mul(d(E, o_k), d(o_k, net_k)), mul(d(E, o_k), Apply("f", (net_k,), (1,)))),
        (d(net_k, wji), d(total("h", 1, I + 1, mul(o2("h"), w2("k", "h"))), wji)),
        (d(product, wji), add(mul(d(o2("i"), wji), w2("k", "i")), o2("i"))),
        (d(product, wji), mul(d(o2("i"), wji), w2("k", "i"))),
        again,
        (o3("j"), Apply("f", (net3("j"),))),
        (d(E, wji), total("k", 1, J, mul(d(E, net_k), d(net_k, wji))), last),
    ]
    assert [c.struck for c in found] == [True, *[False] * 7]
    # the remark about h is no condition: h is not free there, and a heading stands between
    assert [c.where for c in found] == [(), (), (), (eq("k", "j"),), (ne("k", "j"),), (), (), ()]
    assert all(LECTURE.splitlines()[c.line - 1].lstrip("~").startswith("$$") for c in found)


def test_every_other_equation_defines_or_repeats(lecture: Reading) -> None:
    others = [c for c in lecture.claims if not c.claims]
    assert [(len(c.defines), len(c.restates), c.struck) for c in others] == [
        (1, 0, False),  # w1 = w2
        (1, 1, False),  # w2 = w1 again, = w
        (0, 1, True),  # w1 = w again, inside of what is struck out
        (1, 0, False),
        (1, 0, False),
        (1, 0, False),
        (1, 0, False),
        (1, 0, False),
        (1, 0, False),
        (1, 0, False),
        (1, 0, False),
    ]


def test_spans_cut_the_members_out_of_the_source(lecture: Reading) -> None:
    chain = claims(lecture)[1]
    cut = [chain.latex[a:b] for a, b in chain.spans]
    assert cut[0].startswith(r"\frac{\partial E}") or cut[0].startswith(r"\boxed")
    assert cut[2].endswith("f'(net_k^{(3)})")


def test_with_a_network_its_equations_are_claims(lecture: Reading) -> None:
    system = complete(lecture.draft)
    text = (
        r"$$net_j^{(3)} = \sum_{i=1}^{I+1} o_i^{(2)} w_{j,i}^{(2)}$$ "
        r"$$\delta_k^{(3)} := \frac{\partial E}{\partial net_k^{(3)}}$$ "
        r"$$\frac{\partial E}{\partial \theta_j^{(3)}} = -\delta_j^{(3)}$$"
    )
    reading = read_document(text, network=system)
    assert [(len(c.defines), c.claims) for c in reading.claims] == [(0, (0,)), (1, ()), (0, (0,))]
    delta = Variable(r"\delta^{(3)}_{#}")
    assert [x.left for x in reading.draft.definitions] == [delta("k")]
    assert reading.claims[2].members == (d(E, theta3("j")), neg(delta("j")))


def test_a_solution_cannot_change_the_network(lecture: Reading) -> None:
    front = '+++\nfunctions = ["w"]\noutside = "zero"\nassume = ["o_1 = 0"]\n[ranges]\ni = "2..I"\n+++\n'
    text = front + "$$o_i^{(2)} = w_{1,i}$$"
    reading = read_document(text, network=complete(lecture.draft))
    assert reading.draft.assumptions == ()
    assert not reading.draft.outside_zero
    assert reading.draft.ranges == ()
    assert len(reading.notes) == 4
    assert reading.claims[0].members == (o2("i"), w(1, "i"))


ENTRIES = [
    ("w_{j,i}", w("j", "i")),
    ("w_{ji}", w("j", "i")),
    ("w", w("j", "i")),
    ("w_{1,2}", w(1, 2)),
    ("net^{(3)}", net3("j")),
    ("net_k^{(3)}", net3("k")),
    (r"\theta^{(2)}", theta2("i")),
    ("E", E),
]


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_names_of_a_network(lecture: Reading, name: str, entry: Var) -> None:
    assert read_variable(name, complete(lecture.draft)) == entry


@pytest.mark.parametrize("name", ["v", "w_j", "q_{i}", "net^{(4)}", "o_{i}", "x"])
def test_names_that_a_network_does_not_have(lecture: Reading, name: str) -> None:
    with pytest.raises(UnknownName, match="which the network does not have"):
        read_variable(name, complete(lecture.draft))


@pytest.mark.parametrize("text", ["a = b", "", "w_{j,i}, w_{i,j}", "1 + 1", "f"])
def test_what_is_no_name(lecture: Reading, text: str) -> None:
    with pytest.raises(ReadError):
        read_variable(text, complete(lecture.draft))


def test_an_expression_about_a_network(lecture: Reading) -> None:
    system = complete(lecture.draft)
    assert read_expression(r"\sum_k f'(net_k^{(3)}) w_{ki}^2", system) == Sum(
        Sym("k"), (), (), mul(Apply("f", (net3("k"),), (1,)), Pow(w("k", "i"), num(2)))
    )
    with pytest.raises(UnknownName):
        read_expression("w_{j,i} x_i", system)


def test_front_matter() -> None:
    draft = read_draft(
        """+++
title = "A page"
objective = "C_n"
wrt = ["w_{ij}", "b"]
data = "x"
functions = ["g", "\\\\sigma"]
sizes = ["M"]
relations = ["N = M + 2"]
outside = "zero"
assume = ["\\\\sum_{i=1}^{M} x_{ni} = 1"]
[ranges]
n = "0..N-1"
"i'" = "1..M"
+++
$$y_{ni} = \\sigma(\\sum_{i'=1}^{M} w_{ii'} x_{ni'} + b_i)$$
$$C_n = \\sum_{i=1}^{M} g(y_{ni})$$
"""
    )
    x, b, weight, c = (Variable(k) for k in ("x_{#,#}", "b_{#}", "w_{#,#}", "C_{#}"))
    n, N, M = affine("n"), affine("N"), affine("M")
    assert draft.title == "A page"
    assert draft.objective == c("n")
    assert draft.wrt == (weight("i", "j"), b("i"))
    assert [e.variable for e in draft.data] == [x]
    assert draft.functions == (Function("g"), Function(r"\sigma"))
    assert draft.sizes == {Sym("M")}
    assert draft.relations == (eq(N, M + 2),)
    assert draft.outside_zero
    assert [(a.left, a.right) for a in draft.assumptions] == [(total("i", 1, M, x(n, "i")), num(1))]
    assert draft.ranges == (Span(Sym("n"), affine(0), N - 1), Span(Sym("i'"), affine(1), M))
    assert draft.definitions[0].body == Apply(
        r"\sigma", (add(total("i'", 1, M, mul(weight("i", "i'"), x("n", "i'"))), b("i")),)
    )


def test_implicit_sums() -> None:
    text = '+++\nsums = "implicit"\n[ranges]\ni = "1..N"\nj = "1..N"\n+++\n'
    text += r"$$y_i = A_{ij} x_j$$ $$E = y_i y_i$$ $$\frac{\partial E}{\partial x_j} = 2 y_i A_{ij}$$ "
    text += r"$$\frac{\partial y_i}{\partial x_j} = \delta^i_j + x_i x_j$$"
    reading = read_document(text)
    a, x, y = Variable("A_{#,#}"), Variable("x_{#}"), Variable("y_{#}")
    assert [x_.body for x_ in reading.draft.definitions] == [
        Sum(Sym("j"), (), (), mul(a("i", "j"), x("j"))),
        Sum(Sym("i"), (), (), mul(y("i"), y("i"))),
    ]
    assert reading.claims[2].members[1] == Sum(Sym("i"), (), (), mul(num(2), y("i"), a("i", "j")))
    assert reading.claims[3].members[1] == add(Bracket((eq("i", "j"),), True), mul(x("i"), x("j")))


def test_ranges_belong_to_their_equation() -> None:
    reading = read_document(
        r"""
Throughout, $n = 1, \dots, N$.

$$y_i = x_i \quad z_{ij} = y_i y_j$$ ( $1 \le i, j \le I$ )

$$u_k = x_k, \qquad k = 1, \dots, K$$

For $i \ne j$

$$v_{ij} = z_{ij}$$

$$\frac{\partial v_{ij}}{\partial x_k} = 0 \quad (k \ne i)$$
"""
    )
    i, j = Span(Sym("i"), affine(1), I), Span(Sym("j"), affine(1), I)
    assert reading.problems == ()
    assert [(c.ranges, c.where) for c in reading.claims] == [
        ((i,), ()),
        ((i, j), ()),
        ((Span(Sym("k"), affine(1), affine("K")),), ()),
        ((), (ne("i", "j"),)),
        ((), (ne("i", "k"),)),
    ]
    assert reading.draft.ranges == (Span(Sym("n"), affine(1), affine("N")),)


APART = r"""+++
[ranges]
i = "1..I"
j = "1..J"
k = "1..K"
l = "1..K"
+++
$$net_j = \sum_i w_{ij} o_i \quad o_j = f(net_j)$$

$$net_k = \sum_j w_{jk} o_j \quad o_k = f(net_k)$$

$$E = \frac{1}{2} \sum_k (t_k - o_k)^2$$

$$\delta_k = \frac{\partial E}{\partial net_k}$$

$$\delta_j = \frac{\partial E}{\partial net_j} = f'(net_j) \sum_l w_{jl} \delta_l$$
"""


def test_letters_of_different_ranges_tell_variables_apart() -> None:
    reading = read_document(APART)
    keys = [x.left.variable.key for x in reading.draft.definitions]
    assert keys == ["net_{j:#}", "o_{j:#}", "net_{k:#}", "o_{k:#}", "E", r"\delta_{k:#}", r"\delta_{j:#}"]
    assert len(reading.notes) == 4
    weight, delta = Variable("w_{j:#,k:#}"), Variable(r"\delta_{k:#}")
    slope = Apply("f", (Variable("net_{j:#}")("j"),), (1,))
    last = reading.claims[-1]
    assert last.claims == (1,)
    assert last.members[2] == mul(slope, Sum(Sym("l"), (), (), mul(weight("j", "l"), delta("l"))))
    system = complete(reading.draft)
    assert "o_i parameter 1 <= i <= I" in table(system)
    assert read_variable("w_{ij}", system).variable.key == "w_{i:#,j:#}"
    assert read_variable("net_k", system).variable.key == "net_{k:#}"
    with pytest.raises(ReadError, match="does not tell which"):
        read_variable("net_1", system)


def test_displays_are_kept_for_quoting(lecture: Reading) -> None:
    shown = {tuple(v.variable.key for v in x.defines): x.line for x in lecture.draft.displays}
    assert ("net^{(3)}_{#}", "o^{(3)}_{#}") in shown
    assert all(x.latex in LECTURE for x in lecture.draft.displays)


def test_a_name_that_several_variables_share(lecture: Reading) -> None:
    with pytest.raises(ReadError, match=r"`net` may be `net\^\{\(2\)\}` or `net\^\{\(3\)\}`"):
        read_variable("net", complete(lecture.draft))
