r"""Matrices typed out whose entries carry the number of the column first, and rows listed in parentheses.

By hand: `y_1 = x_1 w_{11} + x_2 w_{12} + b_1` and so on for the matrix below, so that the derivative by `w_{32}` is
that by `y_3` times `x_2`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

W = r"$$W = \begin{pmatrix} w_{11} & w_{21} & w_{31} \\ w_{12} & w_{22} & w_{32} \end{pmatrix}$$"
LISTS = r"$$X = (x_1, x_2), \quad B = (b_1, b_2, b_3)$$ $$Y = (y_1, y_2, y_3)$$"
LOSS = r"$$L = \sum_{k=1}^{3} c_k y_k^2$$"
AFFINE = rf"{W} {LISTS} $$Y = X \cdot W + B$$ {LOSS}"


@pytest.mark.parametrize("dot", [r"\cdot", ""])
@pytest.mark.parametrize("font", ["", r"\mathbf"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial w_{32}} = \frac{\partial L}{\partial y_3} x_2", "right"),
        (r"\frac{\partial L}{\partial w_{32}} = 2 c_3 y_3 x_2", "right"),
        (r"\frac{\partial L}{\partial w_{12}} = \frac{\partial L}{\partial y_2} x_1", "wrong"),
        (r"\frac{\partial L}{\partial w_{ki}} = 2 c_k y_k x_i", "right"),
        (r"\frac{\partial L}{\partial x_1} = 2 c_1 y_1 w_{11} + 2 c_2 y_2 w_{21} + 2 c_3 y_3 w_{31}", "right"),
        (r"\frac{\partial L}{\partial x_1} = 2 c_1 y_1 w_{11} + 2 c_2 y_2 w_{12}", "wrong"),
        (r"\frac{\partial L}{\partial X} = \frac{\partial L}{\partial Y} W^T", "right"),
        (r"\frac{\partial L}{\partial X} = 2 \frac{\partial L}{\partial Y} W^T", "wrong"),
        (r"\frac{\partial L}{\partial W} = X^T \frac{\partial L}{\partial Y}", "right"),
        (r"\frac{\partial L}{\partial Y} = (2 c_1 y_1, 2 c_2 y_2, 2 c_3 y_3)", "unreadable"),
        (
            r"\frac{\partial L}{\partial Y} = "
            r"(\frac{\partial L}{\partial y_1}, \frac{\partial L}{\partial y_2}, \frac{\partial L}{\partial y_3})",
            "right",
        ),
    ],
)
def test_the_entries_are_where_they_are_typed(dot: str, font: str, line: str, expected: str) -> None:
    page, typed = AFFINE.replace(r"\cdot", dot), line
    if font:
        for letter in "XWBY":
            page, typed = page.replace(letter, rf"\mathbf{{{letter}}}"), typed.replace(letter, rf"\mathbf{{{letter}}}")
    assert verdict(page, f"$${typed}$$") == expected


def test_entries_numbered_by_rows_stay() -> None:
    by_rows = r"$$W = \begin{pmatrix} w_{11} & w_{12} & w_{13} \\ w_{21} & w_{22} & w_{23} \end{pmatrix}$$"
    page = AFFINE.replace(W, by_rows)
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial L}{\partial w_{23}} = 2 c_3 y_3 x_2$$",
            r"$$\frac{\partial L}{\partial w_{21}} = 2 c_2 y_2 x_1$$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "page",
    [
        # the list is a column
        rf"{W} $$X = (x_1, x_2, x_3), \quad Y = (y_1, y_2)$$ $$Y = W X$$ $$L = y_1^2 + y_2^2$$",
        # both ways
        rf"{W} {LISTS} $$V = \begin{{pmatrix}} w_{{11}} & w_{{12}} \\ w_{{21}} & w_{{22}} \end{{pmatrix}}$$ {LOSS}",
    ],
)
def test_what_is_not_read(page: str) -> None:
    cases = [r"\frac{\partial L}{\partial w_{32}} = 2 y_3 x_2", r"Y = X W^T"]
    for line, found in zip(cases, each_verdict(page, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found in ("unreadable", "unproved"), line


def test_rows_and_matrices_in_bold_have_a_dot_between_them() -> None:
    page = (
        r"$$\mathbf{x} \in \mathbb{R}^{1 \times m}, \mathbf{w} \in \mathbb{R}^{m \times n}$$"
        r"$$\mathbf{y} = \mathbf{x} \cdot \mathbf{w}, \quad L = \sum_{j=1}^n c_j y_j^2$$"
    )
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial L}{\partial x_i} = 2 \sum_{j=1}^n c_j y_j w_{ij}$$",
            r"$$\frac{\partial L}{\partial x_i} = 2 \sum_{j=1}^n c_j y_j$$",
        ],
    ) == ["right", "wrong"]
    column = page.replace(r"1 \times m", "m").replace(r"m \times n", "m").replace(r"\mathbf{y} =", "z =")
    column = column.replace(r"\sum_{j=1}^n c_j y_j^2", "z^2")
    assert each_verdict(
        column, lines=[r"$$\frac{\partial L}{\partial x_i} = 2 z w_i$$", r"$$\frac{\partial L}{\partial x_i} = z w_i$$"]
    ) == ["right", "wrong"]


def test_entries_of_two_matrices_that_number_them_differently() -> None:
    page = (
        r"$$ A = \begin{pmatrix} a_{11} & a_{21} \\ a_{12} & a_{22} \end{pmatrix}, \quad "
        r"B = \begin{pmatrix} a_{11} & a_{12} \\ a_{21} & a_{22} \end{pmatrix} $$"
        "\n\n"
        r"$$ u = A s, \quad E = \frac12 \|u\|^2 $$ with $s \in \mathbb{R}^2$."
    )
    cases = (r"u_2 s_1", r"u_1 s_2")
    for line, found in zip(
        cases,
        each_verdict(page, lines=[rf"$$ \frac{{\partial E}}{{\partial a_{{12}}}} = {line} $$" for line in cases]),
        strict=True,
    ):
        assert found not in ("right", "wrong"), line
