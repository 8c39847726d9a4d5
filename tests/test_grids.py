r"""Matrices typed entry by entry in lines about derivatives, where the sizes are numbers.

By hand: the derivative of C by `z_i` is `(a_i - y_i) a_i (1 - a_i)`, that by `x_j` the sum of these with `w_{ij}`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

TWO = (
    r"$$z_i = \sum_{j=1}^2 w_{ij} x_j, \quad a_i = \sigma(z_i), \quad C = \frac12 \sum_{i=1}^2 (a_i - y_i)^2$$"
    r"( $i = 1, 2$ ) with $\sigma(u) = \frac{1}{1+e^{-u}}$. "
    r"Here $W = (w_{ij})$, $z = (z_i)$, $a = (a_i)$, $x = (x_j)$, $y = (y_i)$ are columns."
)
SLOPES = r"\begin{pmatrix} a_1 (1 - a_1) & 0 \\ 0 & a_2 (1 - a_2) \end{pmatrix}"
DELTA = r"\begin{bmatrix} (a_1 - y_1) a_1 (1 - a_1) \\ (a_2 - y_2) a_2 (1 - a_2) \end{bmatrix}"


def test_a_matrix_typed_entry_by_entry() -> None:
    cases = [
        (rf"\frac{{\partial C}}{{\partial z}} = {SLOPES} (a - y)", rf"\frac{{\partial C}}{{\partial z}} = {SLOPES} a"),
        (
            rf"\frac{{\partial C}}{{\partial z}} = {SLOPES} \begin{{pmatrix}} a_1 - y_1 \\ a_2 - y_2 \end{{pmatrix}}",
            rf"\frac{{\partial C}}{{\partial z}} = {SLOPES} \begin{{pmatrix}} a_1 - y_1 \\ a_2 - y_1 \end{{pmatrix}}",
        ),
        (rf"\nabla_z C = {DELTA}", rf"\nabla_z C = {DELTA.replace('(a_2 - y_2)', '(a_2 + y_2)')}"),
        (
            r"\frac{\partial C}{\partial z} = \begin{pmatrix} \frac{\partial C}{\partial z_1} & "
            r"\frac{\partial C}{\partial z_2} \end{pmatrix}^T",
            r"\frac{\partial C}{\partial z} = \begin{pmatrix} \frac{\partial C}{\partial z_1} & "
            r"\frac{\partial C}{\partial a_2} \end{pmatrix}^T",
        ),
        (
            rf"\begin{{pmatrix}} \frac{{\partial C}}{{\partial z_1}} \\ \frac{{\partial C}}{{\partial z_2}} "
            rf"\end{{pmatrix}} = {DELTA}",
            rf"\begin{{pmatrix}} \frac{{\partial C}}{{\partial z_2}} \\ \frac{{\partial C}}{{\partial z_1}} "
            rf"\end{{pmatrix}} = {DELTA}",
        ),
        (rf"\frac{{\partial C}}{{\partial W}} = {DELTA} x^T", rf"\frac{{\partial C}}{{\partial W}} = {DELTA} a^T"),
        (
            rf"\frac{{\partial C}}{{\partial W}} = {DELTA} \begin{{pmatrix}} x_1 & x_2 \end{{pmatrix}}",
            rf"\frac{{\partial C}}{{\partial W}} = {DELTA} \begin{{pmatrix}} x_2 & x_1 \end{{pmatrix}}",
        ),
        (rf"\frac{{\partial C}}{{\partial x}} = W^T {DELTA}", rf"\frac{{\partial C}}{{\partial x}} = W {DELTA}"),
        (
            r"\frac{\partial C}{\partial x} = \begin{pmatrix} w_{11} & w_{21} \\ w_{12} & w_{22} \end{pmatrix} "
            r"\frac{\partial C}{\partial z}",
            r"\frac{\partial C}{\partial x} = \begin{pmatrix} w_{11} & w_{12} \\ w_{21} & w_{22} \end{pmatrix} "
            r"\frac{\partial C}{\partial z}",
        ),
        (
            rf"\frac{{\partial C}}{{\partial x_1}} = \begin{{pmatrix}} w_{{11}} & w_{{21}} \end{{pmatrix}} {DELTA}",
            rf"\frac{{\partial C}}{{\partial x_1}} = \begin{{pmatrix}} w_{{11}} & w_{{12}} \end{{pmatrix}} {DELTA}",
        ),
        (
            rf"\frac{{\partial a}}{{\partial z}} = {SLOPES}",
            rf"\frac{{\partial a}}{{\partial z}} = {SLOPES.replace('a_1 (1 - a_1)', 'a_1')}",
        ),
    ]
    for (right, _), found in zip(cases, each_verdict(TWO, lines=[f"$${right}$$" for right, _ in cases]), strict=True):
        assert found == "right", right
    for (_, wrong), found in zip(cases, each_verdict(TWO, lines=[f"$${wrong}$$" for _, wrong in cases]), strict=True):
        assert found == "wrong", wrong


def test_what_is_not_read() -> None:
    cases = [
        # three entries beside two
        r"\frac{\partial C}{\partial z} = \begin{pmatrix} a_1 & 0 & 0 \\ 0 & a_2 & 0 \end{pmatrix} (a - y)",
        r"\frac{\partial C}{\partial z} = \begin{pmatrix} a_1 \\ a_2 \\ 0 \end{pmatrix}",
        # rows or columns, as authors have it
        r"\frac{\partial z}{\partial x} = \begin{pmatrix} w_{11} & w_{12} \\ w_{21} & w_{22} \end{pmatrix}",
        r"\frac{\partial z}{\partial x} = \begin{pmatrix} w_{11} & w_{21} \\ w_{12} & w_{22} \end{pmatrix}",
        # a row is shorter; dots; blocks
        r"\frac{\partial C}{\partial z} = \begin{pmatrix} a_1 & 0 \\ a_2 \end{pmatrix} (a - y)",
        r"\frac{\partial C}{\partial z} = \begin{pmatrix} a_1 & \cdots & 0 \\ 0 & \cdots & a_2 \end{pmatrix} (a - y)",
        r"\frac{\partial C}{\partial z} = \begin{pmatrix} W & 0 \\ 0 & W \end{pmatrix} (a - y)",
        r"\frac{\partial C}{\partial z} = \begin{vmatrix} a_1 & 0 \\ 0 & a_2 \end{vmatrix} (a - y)",
    ]
    for line, found in zip(cases, each_verdict(TWO, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found in ("unreadable", "unproved"), line


def test_beside_lengths_that_are_letters_no_line_is_judged_by_its_shape() -> None:
    page = TWO.replace("^2 w", "^n w").replace(r"\sum_{i=1}^2", r"\sum_{i=1}^m").replace("( $i = 1, 2$ )", "")
    cases = (rf"{SLOPES} (a - y)", DELTA)
    for line, found in zip(
        cases,
        each_verdict(page, lines=[rf"$$\frac{{\partial C}}{{\partial z}} = {line}$$" for line in cases]),
        strict=True,
    ):
        assert found in ("unreadable", "unproved"), line


def test_an_equation_that_names_a_matrix_is_no_claim() -> None:
    line = r"$$W = \begin{pmatrix} w_{11} & w_{12} \\ w_{21} & w_{22} \end{pmatrix}$$"
    judged = {str(c.judgement) for c in check(f"{TWO}\n\n{line}").claims}
    assert not judged & {"right", "wrong"}


@pytest.mark.parametrize("function", [r"\det", r"\operatorname{tr}", r"\exp", "f"])
def test_a_function_right_before_a_matrix_is_not_read(function: str) -> None:
    matrix = r"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"
    assert verdict(TWO, rf"$$\frac{{\partial C}}{{\partial w_{{11}}}} = {function}{matrix} x_1$$") == "unreadable"
