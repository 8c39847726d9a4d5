r"""`k \ne j` says nothing of where k and j run: beside a weight with its own number (`\beta_0`) they stay in the range
that they have without it, and `j = 0` or `0 \le j \le p` do speak of it."""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"""$$ z_i = \beta_0 + \sum_{j=1}^{p} \beta_j x_{ij} \qquad J = \frac{1}{2} \sum_{i=1}^{n} (z_i - y_i)^2 $$"""


@pytest.mark.parametrize("condition", [r"k \ne j", r"j \ne k", "j < k", "k = j"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [(r"\sum_i x_{ij} x_{ik}", "right"), (r"\sum_i x_{ij}", "wrong"), (r"2 \sum_i x_{ij} x_{ik}", "wrong")],
)
def test_indices_that_are_compared(condition: str, line: str, expected: str) -> None:
    second = r"\frac{\partial^2 J}{\partial \beta_j \partial \beta_k}"
    assert verdict(PAGE, f"$$ {second} = {line} $$ ( ${condition}$ )") == expected


@pytest.mark.parametrize(
    ("condition", "line", "expected"),
    [
        (r"j \ne 1", r"\sum_i (z_i - y_i) x_{ij}", "right"),
        (r"j \ne 1", r"\sum_i (z_i - y_i)", "wrong"),
        ("j = 0", r"\sum_i (z_i - y_i)", "right"),
        ("j = 0", r"\sum_i (z_i - y_i) x_{i1}", "wrong"),
        (r"0 \le j \le p", r"\sum_i (z_i - y_i) x_{ij}", "wrong"),
    ],
)
def test_an_index_by_itself(condition: str, line: str, expected: str) -> None:
    assert verdict(PAGE, rf"$$ \frac{{\partial J}}{{\partial \beta_j}} = {line} $$ ( ${condition}$ )") == expected
