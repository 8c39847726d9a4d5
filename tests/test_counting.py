r"""Indices that are exponents, `\sum_j w_j x^j`, and indices above a name that are part of it.

The truth of the lines is that of school: the derivative of `x^j` is `j x^{j-1}`, and `x^0 = 1`.
"""

from __future__ import annotations

import pytest

from .judging import check

POLYNOMIAL = r"$$ y = \sum_{j=0}^M w_j x^j $$ $$ E = \frac12 (y - t)^2 $$"
FIT = r"$$ y_n = \sum_{m=0}^{M} w_m x_n^m $$ $$ E = \frac12 \sum_{n=1}^N (y_n - t_n)^2 $$"
RETURN = r"$$ R = \sum_{t=0}^{T} \gamma^t r_t $$"


def _verdict(page: str, line: str) -> str:
    return check(f"{page} $$ {line} $$").claims[-1].judgement.value


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (
            POLYNOMIAL + r"$$ \frac{\partial E}{\partial y} = y - t $$",
            r"\frac{\partial E}{\partial x} = (y - t) \sum_{j=1}^M j w_j x^{j-1}",
            "right",
        ),
        (POLYNOMIAL, r"\frac{\partial y}{\partial x} = \sum_{j=1}^M j w_j x^{j-1}", "right"),
        (POLYNOMIAL, r"\frac{\partial y}{\partial x} = \sum_{j=1}^M w_j x^{j-1}", "wrong"),
        (POLYNOMIAL, r"\frac{\partial y}{\partial x} = \sum_{j=1}^M j w_j x^j", "wrong"),
        (FIT, r"\frac{\partial y_n}{\partial x_n} = \sum_{m=1}^M m w_m x_n^{m-1}", "right"),
        (FIT, r"\frac{\partial y_n}{\partial x_n} = \sum_{m=1}^M w_m x_n^{m-1}", "wrong"),
        (RETURN, r"\frac{\partial R}{\partial r_t} = \gamma^t", "right"),
        (RETURN, r"\frac{\partial R}{\partial r_0} = 1", "right"),
        (RETURN, r"\frac{\partial R}{\partial r_1} = \gamma", "right"),
        (RETURN, r"\frac{\partial R}{\partial r_1} = 1", "wrong"),
        (RETURN, r"\frac{\partial R}{\partial \gamma} = \sum_{t=1}^T t \gamma^{t-1} r_t", "right"),
        (RETURN, r"\frac{\partial R}{\partial \gamma} = \sum_{t=1}^T \gamma^{t-1} r_t", "wrong"),
    ],
)
def test_exponents(page: str, line: str, verdict: str) -> None:
    assert _verdict(page, line) == verdict


def test_the_first_weight_of_a_polynomial() -> None:
    page = FIT + r"$$ \frac{\partial y_n}{\partial x_n} = \sum_{m=1}^M m w_m x_n^{m-1} $$"
    assert _verdict(page, r"\frac{\partial E}{\partial w_0} = \sum_n (y_n - t_n)") == "right"
    assert _verdict(page, r"\frac{\partial E}{\partial w_0} = \sum_n (y_n - t_n) x_n") == "wrong"


LAYERS = r"$$ a^l_i = \sum_{j=1}^n w^l_{ij} a^{l-1}_j $$ $$ E = \sum_{i=1}^n (a^L_i)^2 $$"
EXAMPLES = r"$$ y^n = \sum_{j=1}^J w_j x^n_j $$ $$ E = \frac12 \sum_{n=1}^N (y^n - t^n)^2 $$"


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (LAYERS, r"\frac{\partial E}{\partial w^L_{ij}} = 2 a^L_i a^{L-1}_j", "right"),
        (LAYERS, r"\frac{\partial a^l_i}{\partial a^{l-1}_j} = w^l_{ij}", "right"),
        (LAYERS, r"\frac{\partial a^l_i}{\partial a^{l-1}_j} = l w^{l-1}_{ij}", "unreadable"),
        (EXAMPLES, r"\frac{\partial E}{\partial w_j} = \sum_{n=1}^N (y^n - t^n) x^n_j", "right"),
        (EXAMPLES, r"\frac{\partial E}{\partial x^n_j} = (y^n - t^n) w_j", "right"),
        (EXAMPLES, r"\frac{\partial E}{\partial x^n_j} = n (y^n - t^n) w_j", "unreadable"),
    ],
)
def test_parts_of_names(page: str, line: str, verdict: str) -> None:
    assert _verdict(page, line) == verdict


def test_what_may_be_either_is_asked() -> None:
    """From 1 on, `x_n^m` beside `x_n` may be a power or the m-th entry."""
    page = r"$$ y_n = \sum_{m=1}^{M} w_m x_n^m $$ $$ E = \sum_{n=1}^N (y_n - x_n)^2 $$"
    assert _verdict(page, r"\frac{\partial y_n}{\partial w_m} = x_n^m") in ("unreadable", "unproved")
