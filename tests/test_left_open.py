"""Names that are differentiated and never explained: any functions of what they are differentiated by."""

from __future__ import annotations

from .judging import check

TWO = r"""
$$ y_i = \sum_{j=1}^{m} w_{ij} x_j \quad (1 \le i \le n) \qquad J = \sum_{i=1}^{n} y_i^2 $$
$$ g_i = \frac{\partial L}{\partial y_i}, \quad h_i = \frac{\partial M}{\partial y_i}, \quad q_i = 2 g_i $$
"""


def verdict(line: str) -> str:
    return check(f"{TWO}\n\n$$ {line} $$").verdict


def test_of_two_objectives_that_nothing_defines_neither_is_zero() -> None:
    assert verdict(r"\frac{\partial L}{\partial x_j} = 7 \sum_{i=1}^{n} g_i w_{ij}") == "unproved"
    assert verdict("g_i = 3 h_i") == "unproved"
    assert verdict("q_i = 5 g_i") == "wrong"  # beside `q_i = 2 g_i`


def test_what_does_not_rest_on_them_is_judged() -> None:
    assert verdict(r"\frac{\partial J}{\partial x_j} = 2 \sum_{i=1}^{n} y_i w_{ij}") == "right"
    assert verdict(r"\frac{\partial J}{\partial x_j} = \sum_{i=1}^{n} y_i w_{ij}") == "wrong"
