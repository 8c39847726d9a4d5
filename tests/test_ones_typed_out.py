r"""Matrices typed out with a column of ones.

By hand: with `s_i = w_0 + \sum_{j=1}^p w_j x_{ij}` and `J = \sum_i (y_i - s_i)^2`, `\partial J/\partial w_0` is
`-2 \sum_i (y_i - s_i)`, and by `w_j` the summands are multiplied by `x_{ij}`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

FRONT = '+++\nobjective = "J"\n+++'
DOTS = r"\vdots & \vdots & & \vdots"
FIRST = r"1 & x_{11} & \cdots & x_{1p} \\ 1 & x_{21} & \cdots & x_{2p}"
BELOW = rf"{FIRST} \\ {DOTS} \\ 1 & x_{{n1}} & \cdots & x_{{np}}"
BEHIND = BELOW.replace("1 & x_", "x_").replace("p} \\\\", "p} & 1 \\\\").replace("{np}", "{np} & 1")
ABOVE = (
    r"1 & x_1^{(1)} & x_2^{(1)} & \cdots & x_p^{(1)} \\ \vdots & \vdots & \vdots & \ddots & \vdots \\ "
    r"1 & x_1^{(n)} & x_2^{(n)} & \cdots & x_p^{(n)}"
)
TWO = r"1 & x_{11} & x_{12} \\ 1 & x_{21} & x_{22} \\ \vdots & \vdots & \vdots \\ 1 & x_{n1} & x_{n2}"
LINE = r"1 & x_1 \\ 1 & x_2 \\ \vdots & \vdots \\ 1 & x_n"
LOSS = r"$$ s = X w $$ $$ J = \sum_{i=1}^n (y_i - s_i)^2 $$"
R = r"\sum_{i=1}^n (y_i - s_i)"
W = r"$$ w = (w_0, w_1, \dots, w_p)^T $$"
OF_ZERO = [(rf"= -2 {R}", "right"), (rf"= -2 {R} x_{{i1}}", "wrong"), ("= 0", "wrong"), (rf"= -{R}", "wrong")]


def _judged(line: str, cells: str, *others: str, name: str = "X") -> str:
    typed = rf"$$ {name} = \begin{{bmatrix}} {cells} \end{{bmatrix}} $$"
    return verdict(FRONT, typed, *others, "## Derivation", f"$$ {line} $$")


@pytest.mark.parametrize(("right", "judged"), OF_ZERO)
def test_the_first_column_is_one(right: str, judged: str) -> None:
    line = rf"\frac{{\partial J}}{{\partial w_0}} {right}"
    assert _judged(line, BELOW, W, LOSS) == judged
    assert _judged(line, BELOW, r"$$ w \in \mathbb{R}^{p+1} $$", LOSS) == judged
    assert _judged(line, BELOW, r"$$ X \in \mathbb{R}^{n \times (p+1)} $$", W, LOSS) == judged
    assert _judged(line, TWO, r"$$ w = (w_0, w_1, w_2)^T $$", LOSS) == judged


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (rf"\frac{{\partial J}}{{\partial w_0}} = -2 {R}", "right"),
        (rf"\frac{{\partial J}}{{\partial w_j}} = -2 {R} x_j^{{(i)}}", "right"),
        (rf"\frac{{\partial J}}{{\partial w_j}} = -2 {R}", "wrong"),
        (r"\frac{\partial J}{\partial w} = -2 X^T (y - X w)", "right"),
        (r"\frac{\partial J}{\partial w} = -2 X^T y", "wrong"),
        (r"s_i = w_0 + \sum_{j=1}^p w_j x_j^{(i)}", "right"),
        (r"s_i = w_0 - \sum_{j=1}^p w_j x_j^{(i)}", "wrong"),
        (r"s_i = \sum_{j=0}^p w_j x_j^{(i)}", "right"),
        (r"s_i = \sum_{j=1}^p w_j x_j^{(i)}", "wrong"),
    ],
)
def test_examples_numbered_above(line: str, judged: str) -> None:
    assert _judged(line, ABOVE, W, LOSS) == judged


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (r"\frac{\partial J}{\partial w_0} = -2 \sum_{i=1}^n (y_i - w_0 - w_1 x_i)", "right"),
        (r"\frac{\partial J}{\partial w_1} = -2 \sum_{i=1}^n (y_i - w_0 - w_1 x_i) x_i", "right"),
        (r"\frac{\partial J}{\partial w_1} = -2 \sum_{i=1}^n (y_i - w_0 - w_1 x_i)", "wrong"),
    ],
)
def test_a_straight_line(line: str, judged: str) -> None:
    """The column of two weights is typed out from 0, too."""
    assert _judged(line, LINE, r"$$ w = \begin{pmatrix} w_0 \\ w_1 \end{pmatrix} $$", LOSS) == judged


@pytest.mark.parametrize(("right", "judged"), [(R, "right"), (rf"{R} x_{{i1}}", "wrong"), (rf"{R} x_{{ip}}", "wrong")])
def test_the_ones_of_a_bias(right: str, judged: str) -> None:
    line = rf"\frac{{\partial J}}{{\partial b}} = -2 {right}"
    assert _judged(line, BELOW, r"$$ w = (b, v_1, \dots, v_p)^T $$", LOSS) == judged
    assert _judged(line, BEHIND, r"$$ w = (v_1, \dots, v_p, b)^T $$", LOSS) == judged


@pytest.mark.parametrize("more", ["", "$$ J_0 = 1 $$"])
def test_columns_are_numbered_from_one_where_the_weights_have_no_number_0(more: str) -> None:
    space = r"$$ w \in \mathbb{R}^{p+1} $$"
    assert _judged(rf"\frac{{\partial J}}{{\partial w_1}} = -2 {R}", BELOW, space, LOSS, more) == "right"
    assert _judged(rf"\frac{{\partial J}}{{\partial w_2}} = -2 {R} x_{{i2}}", BELOW, space, LOSS, more) == "wrong"


@pytest.mark.parametrize("cells", [ABOVE.replace("1 & x", "-1 & x"), ABOVE.replace("_2^{(1)}", "_3^{(1)}")])
def test_other_matrices_say_nothing_and_what_rests_on_them_is_open(cells: str) -> None:
    for right in (rf"= -2 {R}", rf"= 2 {R}"):
        assert _judged(rf"\frac{{\partial J}}{{\partial w_0}} {right}", cells, W, LOSS) in ("unproved", "unreadable")
    assert _judged(r"s_i = w_0 + \sum_{j=1}^p w_j x_j^{(i)}", cells, W, LOSS) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    "more",
    [
        "$$ x_{i0} = -1 $$",
        r"$$ X = U V $$",
        r"$$ X \in \mathbb{R}^{n \times p} $$",
        r"$$ X^T = \begin{bmatrix} 1 & 2 \end{bmatrix} $$",
    ],
)
def test_nothing_is_read_where_the_page_says_something_else(more: str) -> None:
    line = rf"\frac{{\partial J}}{{\partial w_0}} = -2 {R}"
    assert _judged(line, BELOW, W, more, LOSS) in ("unproved", "unreadable")


def test_a_matrix_of_rows_that_could_not_be_read_has_no_known_shape() -> None:
    page = r"$$ X = (x^{(1)}, \dots, x^{(n)})^T $$ $$ x^{(i)} = (1, x_1^{(i)}, \dots, x_p^{(i)})^T $$"
    line = r"$$ \frac{\partial J}{\partial w} = -2 X^T (y - X w) $$"
    front = '+++\nobjective = "J"\n[ranges]\n"j" = "0..p"\n+++'
    loss = LOSS + r" $$ v_j = x_j^{(1)} $$"
    assert verdict(front, page, W, loss, "## Derivation", line) != "wrong"
