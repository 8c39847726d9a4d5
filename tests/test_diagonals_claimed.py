r"""A number for the diagonal of what a page defines by derivatives, `H_{kk} = 2`: a claim.

By hand: `\sum_k x_k^2` has the second derivatives 2 on the diagonal and 0 beside it; a state moves itself by 1.
"""

from __future__ import annotations

from .judging import each_verdict

SQUARES = r"""$$ E = \sum_{k=1}^n x_k^2 $$

$$ H_{kl} = \frac{\partial^2 E}{\partial x_k \partial x_l} $$"""
STATES = r"""$$ h_t = u h_{t-1} + x_t, \quad E = \frac12 \sum_{t=1}^T h_t^2 $$

$$ J_{ts} = \frac{\partial h_t}{\partial h_s} $$"""
LAYER = r"""$$ y_i = \sum_{j=1}^n A_{ij} x_j $$ where $A_{ii} = 0$.

The Jacobian is $J_{ij} = \frac{\partial y_i}{\partial x_j}$."""


def test_a_number_on_the_diagonal() -> None:
    assert each_verdict(SQUARES, lines=["$$ H_{kk} = 2 $$", "$$ H_{kk} = 1 $$"]) == ["right", "wrong"]
    assert each_verdict(STATES, lines=["$$ J_{tt} = 1 $$", "$$ J_{tt} = 0 $$"]) == ["right", "wrong"]
    assert each_verdict(LAYER, lines=["$$ J_{ii} = 0 $$", "$$ J_{ii} = 1 $$"]) == ["right", "wrong"]


def test_lines_beside_it() -> None:
    line = r"$$ H_{kl} = 2 \delta_{kl} $$"
    assert each_verdict(SQUARES, "$$ H_{kk} = 2 $$", lines=[line, line.replace("2", "3")]) == ["right", "wrong"]


def test_what_no_derivative_names() -> None:
    page = r"$$ p_{ij} = \frac{e^{-(y_i - y_j)^2}}{\sum_{k \ne l} e^{-(y_k - y_l)^2}}, \quad p_{ii} = 0 $$"
    cost = r"$$ C = \sum_{i=1}^n \sum_{j=1}^n t_{ij} p_{ij} $$"
    assert each_verdict(
        page,
        cost,
        lines=[r"$$ \frac{\partial C}{\partial t_{ii}} = 0 $$", r"$$ \frac{\partial C}{\partial t_{ii}} = 1 $$"],
    ) == ["right", "wrong"]


def test_a_zero_that_is_agreed_upon() -> None:
    page = r"""$$ L = \frac12 \sum_{i=1}^n (y_i - t_i)^2, \quad y_i = \sum_{j=1}^n A_{ij} h_j $$

$$ g_{ij} = \frac{\partial L}{\partial A_{ij}} $$

The diagonal is not trained, $g_{ii} = 0$."""
    line = r"$$ g_{ij} = (y_i - t_i) h_j \quad (i \ne j) $$"
    assert each_verdict(page, lines=[line, line.replace("h_j", "h_i")]) == ["right", "wrong"]
