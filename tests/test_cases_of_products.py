r"""Rows of `cases` that compare one product of vectors, and a product that is no number.

By hand: with `m = y w^\top x` the hinge of `1/2 - m`, `(1 - m)^2/2` and 0 has the slopes -1, `-(1 - m)` and 0 by m.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

DATA = r"$w \in \mathbb{R}^m$, $x \in \mathbb{R}^m$, $y \in \{-1, 1\}$."
HINGE = (
    r"$$\ell = \begin{cases} \frac12 - y w^\top x & \text{if } y w^\top x \le 0 \\ \frac12 (1 - y w^\top x)^2 & "
    r"\text{if } 0 < y w^\top x < 1 \\ 0 & \text{if } y w^\top x \ge 1 \end{cases}$$"
)
SLOPE = (
    r"$$\nabla_w \ell = \begin{cases} -y x & \text{if } y w^\top x \le 0 \\ -(1 - y w^\top x) y x & "
    r"\text{if } 0 < y w^\top x < 1 \\ 0 & \text{if } 1 \le y w^\top x \end{cases}$$"
)


def test_rows_that_compare_one_product_leave_nothing_out() -> None:
    assert each_verdict(
        DATA,
        HINGE,
        lines=[SLOPE, SLOPE.replace("-y x &", "-x &"), SLOPE.replace("(1 - y w", "(y w").replace("x) y x", "x) y x")],
    ) == ["right", "wrong", "wrong"]


def test_rows_that_compare_sums_with_other_letters() -> None:
    net = (
        r"$$\ell = \begin{cases} -\sum_{j=1}^m w_j x_j & \text{if } \sum_{j=1}^m w_j x_j \le 0 \\ 0 & \text{if } "
        r"\sum_{i=1}^m w_i x_i > 0 \end{cases}$$"
    )
    line = r"$$\frac{\partial \ell}{\partial w_j} = \begin{cases} -x_j & \text{if } \sum_{k=1}^m w_k x_k \le 0 \\ "
    assert each_verdict(
        net,
        lines=[
            line + r"0 & \text{otherwise} \end{cases}$$",
            line.replace("-x_j", "x_j") + r"0 & \text{otherwise} \end{cases}$$",
        ],
    ) == ["right", "wrong"]


def test_rows_with_a_gap_are_no_function() -> None:
    net = HINGE.replace("y w^\\top x \\ge 1", "y w^\\top x \\ge 2")
    assert verdict(DATA, net, SLOPE) not in ("right", "wrong")
    assert verdict(DATA, HINGE.replace("0 < y w^\\top x < 1", "0 < y w^\\top v < 1"), SLOPE) not in ("right", "wrong")


def test_what_is_compared_has_the_shape_of_the_rows() -> None:
    net = (
        r"$$L = \begin{cases} \frac12 - y x^\top w & \text{if } y x^\top w \le 0 \\ 0 & \text{otherwise} \end{cases}$$"
    )
    line = r"$$\nabla_w L = \begin{cases} -y x & \text{if } y x^\top w \le 0 \\ 0 & \text{otherwise} \end{cases}$$"
    assert verdict(DATA.replace(r", $y \in \{-1, 1\}$", ""), net, line) not in ("wrong",)
    assert verdict(DATA, net, line) == "right"


def test_words_in_an_upright_font_before_a_condition() -> None:
    net, line = (
        x.replace(r"\text{if }", r"\mathrm{if}\ ").replace(r"& \mathrm", r"&& \mathrm") for x in (HINGE, SLOPE)
    )
    assert each_verdict(DATA, net, lines=[line, line.replace("-y x &", "-x &")]) == ["right", "wrong"]
    net = r"$$r = \begin{cases} a & \mathrm{if}\ a > 0 \\ 0 & \mathrm{otherwise} \end{cases}$$ $$L = \frac12 r^2$$"
    assert each_verdict(
        net, lines=[r"$$\frac{\partial L}{\partial a} = r$$", r"$$\frac{\partial L}{\partial a} = a$$"]
    ) == ["right", "wrong"]


def test_a_function_of_any_pair_with_its_vector_turned() -> None:
    net = (
        r"$$\ell(y, x, w) = \begin{cases} \frac12 (1 - y x^\top w)^2 & \text{if } y x^\top w < 1 \\ 0 & "
        r"\text{otherwise} \end{cases}$$ $$R(w) = \frac{1}{n} \sum_{i=1}^n \ell(y^{(i)}, x^{(i)}, w)$$"
    )
    line = (
        r"$$\nabla_w \ell(y, x, w) = \begin{cases} -(1 - y x^\top w) y x & \text{if } y x^\top w < 1 \\ 0 & "
        r"\text{otherwise} \end{cases}$$"
    )
    assert each_verdict(DATA, net, lines=[line, line.replace("-(1", "(1")]) == ["right", "wrong"]
