r"""Slopes of `\tanh` beside a derivative without a sign between them, as arrays are multiplied in programs."""

from __future__ import annotations

import pytest

from .judging import check

NET = r"""
$$h_t = \tanh(W h_{t-1} + U x_t + b), \quad y_t = V h_t + c$$

$$L = \sum_{t=1}^{T} \sum_{i=1}^{n} (y_{t,i} - r_{t,i})^2$$

"""


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial b} = \sum_{t=1}^{T} \frac{\partial L}{\partial h_t} (1 - h_t^2)", "right"),
        (r"\frac{\partial L}{\partial b} = \sum_{t=1}^{T} (1 - h_t^2) \frac{\partial L}{\partial h_t}", "right"),
        (r"\frac{\partial L}{\partial U} = \sum_{t=1}^{T} \frac{\partial L}{\partial h_t} (1 - h_t^2) x_t^T", "right"),
        (
            r"\frac{\partial L}{\partial W} = \sum_{t=1}^{T} \frac{\partial L}{\partial h_t} (1 - h_t^2) h_{t-1}^T",
            "right",
        ),
        (r"\frac{\partial L}{\partial W} = \sum_{t=1}^{T} \frac{\partial L}{\partial h_t} (1 - h_t^2) h_t^T", "wrong"),
        (r"\frac{\partial L}{\partial b} = 2 \sum_{t=1}^{T} \frac{\partial L}{\partial h_t} (1 - h_t^2)", "wrong"),
    ],
)
def test_a_recurrent_network(line: str, expected: str) -> None:
    told = r"$$\frac{\partial L}{\partial V} = \sum_{t=1}^{T} \frac{\partial L}{\partial y_t} h_t^T$$"
    assert verdicts(f"{NET}{told}\n\n$${line}$$") == ["right", expected]


def test_the_slope_beside_another_derivative_is_not_read() -> None:
    line = r"\frac{\partial L}{\partial b} = \sum_{t=1}^{T} \frac{\partial L}{\partial y_t} (1 - h_t^2) x_t^T"
    assert verdicts(f"{NET}$${line}$$") == ["unreadable"]


def test_numbers_are_multiplied_as_before() -> None:
    page = r"$$h_i = \tanh(W_i^T x + b_i), \quad L = \sum_{i=1}^m (h_i - t_i)^2, \quad x, W_i \in \mathbb{R}^n$$ "
    line = r"$$\frac{\partial L}{\partial b_i} = \frac{\partial L}{\partial h_i} (1 - h_i^2)$$"
    assert verdicts(page + line) == ["right"]
    assert verdicts(page + line.replace("1 - h_i^2", "1 + h_i^2")) == ["wrong"]
