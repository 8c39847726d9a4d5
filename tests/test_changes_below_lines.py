r"""Derivatives by a change that has a name, `\frac{\partial L}{\partial \Delta W}` beside `\Delta W = A B`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$X \in \mathbb{R}^{n \times d}$, $W_0 \in \mathbb{R}^{d \times k}$, $A \in \mathbb{R}^{d \times r}$,
$B \in \mathbb{R}^{r\times k}$, $T \in \mathbb{R}^{n \times k}$

$$\Delta W = A B, \qquad W = W_0 + \Delta W, \qquad Y = X W$$

$$L = \frac12 \|Y - T\|_F^2$$

"""


def verdict(line: str) -> str:
    return str(check(PAGE + f"$$ {line} $$").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial \Delta W} = X^T (Y - T)", "right"),
        (r"\frac{\partial L}{\partial \Delta W} = X^T Y", "wrong"),
        (r"\partial L / \partial \Delta W = X^T (Y - T)", "right"),
        (r"\nabla_{\Delta W} L = X^T (Y - T)", "right"),
        (r"\nabla_{\Delta W} L = X^T (T - Y)", "wrong"),
        (r"\frac{\partial L}{\partial A} = \frac{\partial L}{\partial \Delta W} B^T", "right"),
        (r"\frac{\partial L}{\partial \Delta W_{ij}} = \frac{\partial L}{\partial W_{ij}}", "right"),
        (r"\frac{\partial L}{\partial \Delta Q} = 3", "unreadable"),
    ],
)
def test_by_a_change(line: str, expected: str) -> None:
    assert verdict(line) == expected
