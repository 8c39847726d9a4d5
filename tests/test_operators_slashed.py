r"""Operators on one line or in parentheses: `\partial/\partial w E`, `(\frac{\partial}{\partial w}) E`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
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


SIZED = r"""+++
sizes = ["d"]
+++
$$ m = \frac1d \sum_{i=1}^d x_i, \quad E = \frac12 \sum_{i=1}^d (x_i - m)^2 + \sum_{i=1}^d w_i x_i $$
"""


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        (r"\frac{1}{d} d/dw_i E = x_i / d", r"\frac{1}{d} d/dw_i E = x_i"),
        (r"-2 d/dw_i E = -2 x_i", r"-2 d/dw_i E = 2 x_i"),
        (r"\sum_{i=1}^d d/dx_i m = 1", r"\sum_{i=1}^d d/dx_i m = d"),
        (r"\sum_{i=1}^d dm/dx_i = 1", r"\sum_{i=1}^d dm/dx_i = d"),
        (r"\frac1d dE/dw_i = x_i / d", r"\frac1d dE/dw_i = x_i"),
        (r"\sum_{i=1}^d w_i \, d/dw_i E = \sum_{i=1}^d w_i x_i", r"\sum_{i=1}^d w_i \, d/dw_i E = w_i x_i"),
    ],
)
def test_an_operator_stands_behind_factors_and_sums_up_to_a_size_of_its_letter(line: str, slip: str) -> None:
    assert verdict(SIZED, f"$$ {line} $$") == "right"
    assert verdict(SIZED, f"$$ {slip} $$") != "right"


def test_an_operator_in_parentheses_is_shown_with_both() -> None:
    (claim,) = check(f"{PAGE}\n\n$$ (\\partial/\\partial w_{{ji}}) E = {SLIP} $$").claims
    reason = claim.links[0].reason
    assert reason is not None
    assert reason.right.startswith(r"(\partial/\partial w_{ji}) E = ")


def test_an_index_d_in_front_of_a_slash_is_no_operator() -> None:
    page = PAGE.replace("j", "d")
    line = r"$$ (\partial y_d/\partial z_d) (\partial z_d/\partial w_{di}) = %s (\partial z_d/\partial w_{di}) $$"
    assert verdict(page, line % "f'(z_d)") == "right"
    assert verdict(page, line % "f(z_d)") == "wrong"
