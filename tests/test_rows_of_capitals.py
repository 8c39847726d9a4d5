"""Rows in small letters of a matrix whose entries are capitals: the two are one."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"""
Each $w_j$ is a row of $W$, so that $w_j^T x_i = \sum_l W_{j,l} x_{i,l}$, where $i = 1, \dots, N$, $l = 1, \dots, D$ and
$j = 1, \dots, C$.

$$L = \frac12 \sum_i \sum_j (w_j^T x_i - y_{ij})^2 + \lambda \sum_j \sum_l W_{j,l}^2$$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla_{w_j} L = \sum_i (w_j^T x_i - y_{ij}) x_i + 2 \lambda w_j", "right"),
        (r"\nabla_{w_j} L = \sum_i (w_j^T x_i - y_{ij}) x_i", "wrong"),
        (r"\frac{\partial L}{\partial W_{j,l}} = \sum_i (w_j^T x_i - y_{ij}) x_{i,l} + 2 \lambda W_{j,l}", "right"),
        (r"\frac{\partial L}{\partial W_{j,l}} = \sum_i (w_j^T x_i - y_{ij}) x_{i,l} + \lambda W_{j,l}", "wrong"),
    ],
)
def test_rows_and_entries_are_one(line: str, expected: str) -> None:
    assert str(check(f"{NETWORK}\n\n$${line}$$").claims[-1].judgement) == expected
