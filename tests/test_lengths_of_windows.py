r"""Lengths that end in `+ 1`, `y \in \mathbb{R}^{T-K+1}` beside `t = 0, \dots, T-K`: entries from 0 on.

By hand: `\frac12 \sum_t (y_t - d_t)^2` has the slope `y - d` by y, wherever its entries begin.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

FROM_ZERO = r"""$$ y_t = \sum_{k=0}^{K-1} w_k x_{t+k} $$ ( $t = 0, \dots, T-K$ )

$$ L = \frac12 \sum_{t=0}^{T-K} (y_t - d_t)^2 $$

Here $x \in \mathbb{R}^T$, $w \in \mathbb{R}^K$, $y, d \in \mathbb{R}^{T-K+1}$."""
FROM_ONE = r"""$$ y_t = \sum_{k=1}^{K} w_k x_{t+k-1} $$ ( $t = 1, \dots, T-K+1$ )

$$ L = \frac12 \sum_{t=1}^{T-K+1} (y_t - d_t)^2 $$

Here $x \in \mathbb{R}^T$, $w \in \mathbb{R}^K$, $y, d \in \mathbb{R}^{T-K+1}$."""
ADDED = r"$$ y_t = a x_t, \quad L = \frac12 \sum_{t=0}^{p+q} (y_t - d_t)^2 $$ with $x, y, d \in \mathbb{R}^{p+q+1}$."


@pytest.mark.parametrize("page", [FROM_ZERO, FROM_ONE, ADDED])
def test_the_slope_by_the_outputs(page: str) -> None:
    line = r"$$ \frac{\partial L}{\partial y} = y - d $$"
    assert each_verdict(page, lines=[line, line.replace("y - d", "d - y")]) == ["right", "wrong"]


def test_the_slope_by_the_window() -> None:
    line = r"$$ \frac{\partial L}{\partial w_k} = \sum_{t=0}^{T-K} (y_t - d_t) x_{t+k} $$"
    assert each_verdict(FROM_ZERO, lines=[line, line.replace("x_{t+k}", "x_t")]) == ["right", "wrong"]


def test_a_product_of_arrays() -> None:
    line = r"$$ \frac{\partial L}{\partial a} = (y - d)^T x $$"
    assert each_verdict(ADDED, lines=[line, line.replace("x", "y")]) == ["right", "wrong"]
