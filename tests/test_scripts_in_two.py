r"""Subscripts inside braces and behind them, `{\bf x_0}_n` beside `x_{0,n,k}`: two branches with one set of weights."""

from __future__ import annotations

import pytest

from .judging import each_verdict

NET = (
    r"$$x_{0,n,k} = \sum_{i=1}^I w_{ki} a_{n,i}$$",
    r"$$x_{1,n,k} = \sum_{i=1}^I w_{ki} b_{n,i}$$",
    r"$$d_n = \sum_{k=1}^K (x_{0,n,k} - x_{1,n,k})^2$$",
    r"$$L_n = \frac12 d_n^2$$",
    r"Here ${\bf x_0}_n = (x_{0,n,k})$ and ${\bf x_1}_n = (x_{1,n,k})$.",
)
LINE = r"$$\frac{\partial L_n}{\partial {\bf x_0}_n} = 2 d_n ({\bf x_0}_n - {\bf x_1}_n)$$"
TYPED = (r"{\bf x_#}_n", r"\mathbf{x_#}_n", r"\boldsymbol{x_{#}}_{n}", r"{\mathbf{x}_#}_n", r"{x_#}_n")


@pytest.mark.parametrize("typed", TYPED)
def test_two_branches(typed: str) -> None:
    *page, line = (
        p.replace(r"{\bf x_0}_n", typed.replace("#", "0")).replace(r"{\bf x_1}_n", typed.replace("#", "1"))
        for p in (*NET, LINE)
    )
    assert each_verdict(*page, lines=[line, line.replace("= 2 d_n", "= -2 d_n"), line.replace("= 2 d_n", "= 2")]) == [
        "right",
        "wrong",
        "wrong",
    ]
    other = line.replace(typed.replace("#", "0") + "}", typed.replace("#", "1") + "}")
    assert each_verdict(*page, lines=[other, other.replace("= 2 d_n", "= -2 d_n")]) == ["wrong", "right"]


@pytest.mark.parametrize("typed", [r"{W_1}_{ij}", r"\mathbf{W_1}_{ij}", r"{\bf W_1}_{ij}"])
def test_numbers_of_layers_in_braces(typed: str) -> None:
    page = (rf"$$z_i = \sum_{{j=1}}^n {typed} x_j$$", r"$$E = \frac12 \sum_{i=1}^m z_i^2$$")
    line = rf"$$\frac{{\partial E}}{{\partial {typed}}} = z_i x_j$$"
    assert each_verdict(*page, lines=[line, line.replace("z_i x_j", "z_j x_i")]) == ["right", "wrong"]
