r"""Labels of letters and numbers, `W_{a1b2}` and `h_{out2}`, and networks written out in matrices of such names."""

from __future__ import annotations

import pytest

from .judging import check

ROWS = r"""
$$ \left[ \begin{array}{cc} a_{1} & a_{2} \\\end{array} \right] \times \left[ \begin{array}{cc} V_{a1b1} & V_{a1b2} \\ V_{a2b1} & V_{a2b2} \\ \end{array} \right] + \left[ \begin{array}{cc} c_{b1} & c_{b2} \end{array} \right] = \left[ \begin{array}{cc} g1_{in1} & g1_{in2} \end{array} \right] $$

$$ \left[ \begin{array}{cc} g1_{out1} & g1_{out2} \end{array} \right] = \left[ \begin{array}{cc} \tanh(g1_{in1}) & \tanh(g1_{in2}) \end{array} \right] $$

$$ C = \frac{1}{2} (g1_{out1} - 1)^2 + \frac{1}{2} (g1_{out2} + 1)^2 $$

"""  # noqa: E501
NODES = r"""
$$ net_{h1} = w_{x1h1} x_{1} + w_{x2h1} x_{2}, \quad net_{h2} = w_{x1h2} x_{1} + w_{x2h2} x_{2} $$

$$ out_{h1} = \sin(net_{h1}), \quad out_{h2} = \sin(net_{h2}) $$

$$ E = out_{h1} out_{h2} $$

"""
INDICES = r"""
$$ s_j = u_{j1} z_1 + u_{j2} z_2 $$ ( $1 \le j \le J$ )

$$ E = \sum_{j=1}^J s_j^2 $$

"""


def verdict(page: str, line: str) -> str:
    return str(check(f"{page}$${line}$$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial C}{\partial g1_{out2}} = g1_{out2} + 1", "right"),
        (r"\frac{\partial C}{\partial g1_{out2}} = g1_{out1} + 1", "wrong"),
        (r"\frac{\partial C}{\partial V_{a1b2}} = (g1_{out2} + 1) (1 - g1_{out2}^2) a_{1}", "right"),
        (r"\frac{\partial C}{\partial V_{a1b2}} = (g1_{out2} + 1) (1 - g1_{out2}^2) a_{2}", "wrong"),
        (r"\frac{\partial C}{\partial V_{a2b1}} = (g1_{out2} + 1) (1 - g1_{out2}^2) a_{1}", "wrong"),
        (r"\frac{\partial C}{\partial c_{b1}} = \frac{\partial C}{\partial g1_{in1}}", "right"),
        (r"\frac{\partial C}{\partial c_{b1}} = \frac{\partial C}{\partial g1_{in2}}", "wrong"),
        (
            r"\frac{\partial C}{\partial a_1} = \frac{\partial C}{\partial g1_{in1}} V_{a1b1}"
            r" + \frac{\partial C}{\partial g1_{in2}} V_{a1b2}",
            "right",
        ),
        (
            r"\frac{\partial C}{\partial a_1} = \frac{\partial C}{\partial g1_{in1}} V_{a1b1}"
            r" + \frac{\partial C}{\partial g1_{in2}} V_{a2b1}",
            "wrong",
        ),
        (r"\frac{\partial g1_{in1}}{\partial V_{a1b2}} = 0", "right"),
        (r"\frac{\partial g1_{in1}}{\partial V_{a1b1}} = 0", "wrong"),
    ],
)
def test_a_network_in_matrices(line: str, wanted: str) -> None:
    """A row times a matrix, on the left of the names of what comes out."""
    assert verdict(ROWS, line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial E}{\partial w_{x2h1}} = out_{h2} \cos(net_{h1}) x_{2}", "right"),
        (r"\frac{\partial E}{\partial w_{x2h1}} = out_{h2} \cos(net_{h1}) x_{1}", "wrong"),
        (r"\frac{\partial E}{\partial w_{x1h2}} = out_{h2} \cos(net_{h1}) x_{2}", "wrong"),
        (
            r"\frac{\partial E}{\partial x_{1}} = out_{h2} \cos(net_{h1}) w_{x1h1} + out_{h1} \cos(net_{h2}) w_{x1h2}",
            "right",
        ),
        (r"\frac{\partial E}{\partial x_{1}} = out_{h2} \cos(net_{h1}) w_{x1h1}", "wrong"),
    ],
)
def test_units_by_letter_and_number(line: str, wanted: str) -> None:
    assert verdict(NODES, line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial E}{\partial u_{j1}} = 2 s_j z_1", "right"),
        (r"\frac{\partial E}{\partial z_1} = 2 \sum_{j=1}^J s_j u_{j1}", "right"),
        (r"\frac{\partial E}{\partial z_1} = 2 s_j u_{j1}", "wrong"),
        (r"\frac{\partial E}{\partial z_1} = 0", "wrong"),
    ],
)
def test_a_letter_that_runs(line: str, wanted: str) -> None:
    """An index with a number behind it is one, where it stands elsewhere, too."""
    assert verdict(INDICES, line) == wanted


@pytest.mark.parametrize("range_", ["for each $k$", "for $k = 1, 2$", r"($1 \le k \le K$)", r"$k \in \{1, 2\}$"])
def test_a_letter_that_words_let_run(range_: str) -> None:
    """What is said of a letter makes it an index."""
    page = f"$$ y_{{k1}} = q_{{k1}} r $$ {range_}\n\n$$ C = (y_{{31}} + y_{{21}})^2 $$\n\n"
    assert verdict(page, r"\frac{\partial C}{\partial r} = 0") != "right"


def test_words_with_an_index_behind() -> None:
    """The out of `w_{outk}` is followed by what a sum runs over, so `w_{out1}` may be one of these."""
    page = r"$$ C = \sum_{k=1}^3 w_{outk}^2 $$" + "\n\n"
    assert verdict(page, r"\frac{\partial C}{\partial w_{out1}} = 0") != "right"


@pytest.mark.parametrize(
    "product",
    [
        r"\begin{bmatrix} a & b \end{bmatrix} \times \begin{bmatrix} c & d \end{bmatrix}",
        r"\begin{bmatrix} a & b \\ c & d \end{bmatrix} \times \begin{bmatrix} u & v \end{bmatrix}",
        r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}",
    ],
)
def test_no_products(product: str) -> None:
    """Two rows have no product, and a matrix is no row."""
    page = rf"$$ {product} = \begin{{bmatrix}} y_1 & y_2 \end{{bmatrix}} $$" + "\n\n$$ C = y_1^2 + y_2^2 $$\n\n"
    assert verdict(page, r"\frac{\partial C}{\partial a} = 2 y_1 c") not in ("right", "wrong")


def test_derivatives_in_a_matrix() -> None:
    """Names on the right of derivatives are claimed to be these, and not defined."""
    page = r"$$ C = a_1^2 + a_2^3 $$" + "\n\n"
    line = r"\begin{bmatrix} \frac{\partial C}{\partial a_1} & \frac{\partial C}{\partial a_2} \end{bmatrix} = "
    assert verdict(page, line + r"\begin{bmatrix} a_1 & a_2 \end{bmatrix}") != "right"


def test_an_array_of_equations_in_brackets() -> None:
    """What has relations is no matrix."""
    page = r"$$ \left( \begin{array}{rcl} y & = & 2 x \\ z & = & y^2 \end{array} \right) $$" + "\n\n"
    assert verdict(page, r"\frac{\partial z}{\partial x} = 3 y") != "right"
