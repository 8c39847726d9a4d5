r"""Names of a solution for parts of the network beside which it is judged, and vectors before a parenthesis there."""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv.load import load_text
from symderiv.system import System

from .judging import check

NETWORK = load_text(
    r"""The input is $x_i$ ($1 \le i \le I$), the hidden units, for $j = 1, \dots, J$, are
$$h_j = \sigma(\sum_{i=1}^I w_{ij} x_i + b_j), \quad \sigma(u) = \frac1{1+e^{-u}}$$
The outputs ($1 \le k \le K$) $$o_k = \sigma(\sum_{j=1}^J u_{jk} h_j + c_k)$$ and the error is
$$E = \frac12 \sum_{k=1}^K (t_k - o_k)^2.$$"""
)
LAYERS = load_text(
    r"""$$z^{(l)}_j = \sum_{i=1}^{N_{l-1}} w^{(l)}_{ji} a^{(l-1)}_i + b^{(l)}_j, \quad a^{(l)}_j = f(z^{(l)}_j)$$
( $1 \le j \le N_l$ , $1 \le l \le L$ ) $$C = \frac12 \sum_{j=1}^{N_L} (a^{(L)}_j - y_j)^2$$"""
)
BOLD = load_text(
    r"""$$\mathbf{h} = f(\mathbf{W}_1 \mathbf{x} + \mathbf{b}_1)$$
$$\mathbf{y} = \mathbf{W}_2 \mathbf{h} + \mathbf{b}_2$$
$$E = \frac12 \|\mathbf{t} - \mathbf{y}\|^2$$"""
)
NET = r"$$net_j = \sum_i w_{ij} x_i + b_j$$ "
OUTER = r"(o_k - t_k) o_k (1 - o_k)"


def judged(text: str, network: System) -> list[str]:
    """The judgements of the lines of a text."""
    return [str(c.judgement) for c in check(text, network=network).claims]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (rf"$$\frac{{\partial E}}{{\partial net_j}} = h_j (1 - h_j) \sum_k {OUTER} u_{{jk}}$$", "right"),
        (rf"$$\frac{{\partial E}}{{\partial net_j}} = h_j (1 - h_j) \sum_k {OUTER} u_{{kj}}$$", "wrong"),
        (rf"$$\frac{{\partial E}}{{\partial net_j}} = \sum_k {OUTER} u_{{jk}}$$", "wrong"),
        (r"$$\frac{\partial E}{\partial net_j} = 0$$", "wrong"),
        (r"$$\frac{\partial E}{\partial w_{ij}} = \frac{\partial E}{\partial net_j} x_i$$", "right"),
        (r"$$\frac{\partial E}{\partial w_{ij}} = \frac{\partial E}{\partial net_j} x_j$$", "wrong"),
    ],
)
def test_the_network_computes_with_a_name_for_a_part_of_it(line: str, verdict: str) -> None:
    assert judged(NET + line, NETWORK) == [verdict]
    assert judged(NET + r"$$g_j = \sigma(net_j)$$ " + line, NETWORK) == [verdict]
    other_order = r"$$net_j = b_j + \sum_{m=1}^I x_m w_{mj}$$ "
    assert judged(other_order + line, NETWORK) == [verdict]


def test_a_part_that_forgets_a_term_is_another_part() -> None:
    short = r"$$net_j = \sum_i w_{ij} x_i$$ "
    assert judged(short + r"$$h_j = \sigma(net_j)$$", NETWORK) == ["wrong"]
    assert judged(short + r"$$\frac{\partial h_j}{\partial net_j} = h_j (1 - h_j)$$", NETWORK) == ["right"]
    bad = r"$$\frac{\partial h_j}{\partial net_j} = \sigma(net_j) (1 - \sigma(net_j))$$"
    assert judged(short + bad, NETWORK) == ["wrong"]


@pytest.mark.parametrize("part", [r"\sum_{i=2}^I w_{ij} x_i + b_j", r"\sum_i w_{ji} x_i + b_j"])
def test_what_is_no_part_leaves_its_derivatives_open(part: str) -> None:
    lines = r" $$g_j = \sigma(net_j)$$ $$\frac{\partial E}{\partial net_j} = 0$$"
    assert judged(f"$$net_j = {part}$${lines}", NETWORK)[-1] == "unproved"


def test_parts_of_matrices() -> None:
    text = r"$$\mathbf{a} = \mathbf{W}_1 \mathbf{x} + \mathbf{b}_1$$ $$\boldsymbol\delta := "
    text += r"\frac{\partial E}{\partial \mathbf{a}} = "
    right = r"f'(\mathbf{a}) \odot \mathbf{W}_2^\top (\mathbf{y} - \mathbf{t})$$"
    assert judged(text + right, BOLD) == ["right"]
    assert judged(text + right.replace(r"\mathbf{y} - \mathbf{t}", r"\mathbf{t} - \mathbf{y}"), BOLD) == ["wrong"]
    columns = (
        r"$$a = W^T x + b$$ $$\frac{\partial E}{\partial a} = h \odot (1 - h) \odot U((o - t) \odot o \odot (1 - o))$$"
    )
    assert judged(columns, NETWORK) == ["right"]
    assert judged(columns.replace("h \\odot (1", "(1"), NETWORK) == ["wrong"]
    assert judged(columns.replace("U(", "U^T("), NETWORK) == ["wrong"]


def test_a_vector_before_a_parenthesis_that_is_transposed() -> None:
    line = r"$$\frac{\partial E}{\partial U} = h((o - t) \odot o \odot (1 - o))^T$$"
    assert judged(line, NETWORK) == ["right"]
    assert judged(line.replace("(o - t)", "(t - o)"), NETWORK) == ["wrong"]
    assert judged(r"$$\frac{\partial E}{\partial U} = h(o - t)^T$$", NETWORK) == ["wrong"]


def test_matrices_of_layers_make_no_line_wrong() -> None:
    assert judged(r"$$z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}$$", LAYERS) == ["right"]
    assert judged(r"$$z^{(l)} = (W^{(l)})^T a^{(l-1)} + b^{(l)}$$", LAYERS) != ["right"]
    line = r"$$\frac{\partial C}{\partial w^{(l)}_{ji}} = \frac{\partial C}{\partial z^{(l)}_j} a^{(l-1)}_i$$"
    assert judged(line, LAYERS) == ["right"]
    assert judged(line.replace("a^{(l-1)}", "a^{(l)}"), LAYERS) == ["wrong"]


def test_parts_of_a_network_of_objects() -> None:
    import sympy

    i, j = sd.indices("i j")
    rows, columns = sd.sizes("I J")
    w, x, h, r = sd.variables("w x h r")
    f = sympy.Function("f")
    net = sd.Network()
    net.define(h[j], f(sympy.Sum(w[j, i] * x[i], (i, 1, rows))), (j, 1, columns))
    net.define(r[i], sympy.Sum(w[j, i] * h[j], (j, 1, columns)), (i, 1, rows))
    net.objective(sympy.Symbol("E"), sympy.Sum((r[i] - x[i]) ** 2, (i, 1, rows)) / 2)
    part = r"$$a_j = \sum_i x_i w_{ji}$$ $$\frac{\partial E}{\partial w_{ji}} = \frac{\partial E}{\partial a_j} x_i"
    assert judged(part + "$$", net.system) == ["wrong"]
    assert judged(part + " + (r_i - x_i) h_j$$", net.system) == ["right"]


def test_bounds_of_data_on_the_page_of_the_network_hold_beside_it() -> None:
    page = r"""$$\delta_i = y_i - \sum_{j=1}^d \theta_j x_{ij} \quad (1 \le i \le n)$$

$$\rho(\delta; \tau) = (\tau - \mathbb{I}_{\delta \leq 0}) \cdot \delta$$

BOUNDS

$$L = \frac{1}{n} \sum_{i=1}^n \rho(\delta_i; \tau)$$"""
    line = r"$$\frac{\partial \rho(\delta; \tau)}{\partial \delta} = "
    line += r"|\tau - \mathbb{I}_{\delta \leq 0}| \cdot \operatorname{sign}(\delta)$$"
    bounded = load_text(page.replace("BOUNDS", r"Here $0 < \tau < 1$."))
    assert judged(line, bounded) == ["right"]
    assert judged(line.replace("= |", "= -|"), bounded) == ["wrong"]
    assert judged(line, load_text(page.replace("BOUNDS", ""))) == ["unproved"]  # right for what is usual of it
