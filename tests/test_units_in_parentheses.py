r"""Units with a number in parentheses, `out(h_1) = f(net(h_1))`: net and out of each are values, and no functions."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$$ net(h_1) = w_1 i_1 + w_2 i_2, \qquad net(h_2) = w_3 i_1 + w_4 i_2 $$

$$ out(h_1) = \frac{1}{1+e^{-net(h_1)}}, \qquad out(h_2) = \frac{1}{1+e^{-net(h_2)}} $$

$$ net(o_1) = w_5 out(h_1) + w_6 out(h_2), \qquad out(o_1) = \frac{1}{1+e^{-net(o_1)}} $$

$$ E = \frac12 (t_1 - out(o_1))^2 $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial out(o_1)} = out(o_1) - t_1", "right"),
        (r"\frac{\partial E}{\partial w_5} = (out(o_1) - t_1) out(o_1) (1 - out(o_1)) out(h_1)", "right"),
        (r"\frac{\partial E}{\partial w_5} = (out(o_1) - t_1) out(o_1) (1 - out(o_1)) out(h_2)", "wrong"),
        (
            r"\frac{\partial E}{\partial net(h_2)}"
            r" = \frac{\partial E}{\partial net(o_1)} w_6 out(h_2) (1 - out(h_2))",
            "right",
        ),
        (
            r"\frac{\partial E}{\partial net(h_2)}"
            r" = \frac{\partial E}{\partial net(o_1)} w_5 out(h_2) (1 - out(h_2))",
            "wrong",
        ),
    ],
)
def test_lines_about_units(line: str, verdict: str) -> None:
    (claim,) = check(f"{PAGE}$$ {line} $$\n").claims
    assert str(claim.judgement) == verdict


def test_functions_of_values_are_none() -> None:
    page = r"""$$ f(x_1) = x_1^2, \qquad f(y_1) = y_1^2, \qquad E = f(x_1) + f(y_1) $$

$$ \frac{\partial E}{\partial x_1} = 2 x_1 $$

$$ \frac{\partial E}{\partial x_1} = 1 $$
"""
    assert [str(c.judgement) for c in check(page).claims][-1] != "right"
