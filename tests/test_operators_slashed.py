r"""Operators on one line or in parentheses: `\partial/\partial w E`, `(\frac{\partial}{\partial w}) E`."""

from __future__ import annotations

import pytest

from tests.judging import verdict

PAGE = r"""+++
title = "one layer"
objective = "E"
functions = ["f"]
+++
## Network
$$ z_j = \sum_{i=1}^n w_{ji} x_i \quad (j = 1..m) $$
$$ y_j = f(z_j) $$
$$ E = \frac12 \sum_{j=1}^m (y_j - t_j)^2 $$
## Derivation
"""
RIGHT = "(y_j - t_j) f'(z_j) x_i"
SLIP = "(y_j - t_j) x_i"
OPERATORS = (
    r"\partial/\partial w_{ji} E",
    r"\partial / \partial w_{ji} (E)",
    r"(\partial/\partial w_{ji}) E",
    r"\left(\frac{\partial}{\partial w_{ji}}\right) E",
    r"\Big[\partial/\partial w_{ji}\Big] \frac12 \sum_k (y_k - t_k)^2",
    r"\partial/\partial w_{ji} \left[ \frac12 \sum_k (y_k - t_k)^2 \right]",
    r"(y_j - t_j) (\partial/\partial w_{ji}) y_j",
    "d/dw_{ji} E",
    "(d/dw_{ji}) E",
    r"\left[\frac{d}{dw_{ji}}\right] E",
    r"\mathrm{d}/\mathrm{d}w_{ji} E",
    "∂/∂w_{ji} E",
)


@pytest.mark.parametrize("left", OPERATORS)
def test_an_operator_on_one_line_is_applied_to_what_stands_behind_it(left: str) -> None:
    assert verdict(PAGE, f"$$ {left} = {RIGHT} $$") == "right"
    assert verdict(PAGE, f"$$ {left} = {SLIP} $$") == "wrong"


def test_an_operator_with_nothing_behind_it_is_not_read() -> None:
    assert verdict(PAGE, rf"$$ \partial/\partial w_{{ji}} = {RIGHT} $$") == "unreadable"


def test_a_size_called_d_is_no_operator() -> None:
    page = PAGE.replace("E = ", r"s = \frac{d}{d_k}, \quad u = \left(\frac{d}{d_k}\right) a $$ $$ E = s \, u +")
    assert verdict(page, r"$$ \frac{\partial E}{\partial a} = \left(\frac{d}{d_k}\right) \frac{d}{d_k} $$") == "right"
    assert verdict(page, r"$$ \frac{\partial E}{\partial a} = \left(\frac{d}{d_k}\right) s^2 $$") == "wrong"
