r"""A recursion in derivatives that nobody named, `\partial E/\partial h_t` by that of `h_{t+1}`, is no circle."""

from __future__ import annotations

import pytest

from .judging import check

LOOP = r"""+++
wrt = ["w"]
+++
$$h_t = \tanh(w h_{t-1} + u x_t) \quad (1 \le t \le \tau)$$
$$E = \sum_{t=1}^{\tau} (h_t - y_t)^2$$
"""
LAST = r"For $t = \tau$: $$\frac{\partial E}{\partial h_\tau} = 2 (h_\tau - y_\tau)$$"
STEP = r"""For $1 \le t < \tau$:
$$\frac{\partial E}{\partial h_t} = 2 (h_t - y_t) + w (1 - h_{t+1}^2) \frac{\partial E}{\partial h_{t+1}}$$"""
BACK = r"""For $2 \le t \le \tau$:
$$\frac{\partial E}{\partial h_t} w (1 - h_t^2) = \frac{\partial E}{\partial h_{t-1}} - 2 (h_{t-1} - y_{t-1})$$"""
WEIGHT = r"$$\frac{\partial E}{\partial w} = \sum_{t=1}^{\tau} \frac{\partial E}{\partial h_t} (1 - h_t^2) h_{t-1}$$"
SAME = r"$$\frac{\partial E}{\partial h_t} = \frac{\partial E}{\partial h_t} \cdot 1$$"


@pytest.mark.parametrize(
    ("lines", "goal"),
    [
        ((LAST, STEP, WEIGHT), "reached"),
        ((WEIGHT, STEP, LAST), "reached"),
        ((STEP, WEIGHT), "incomplete"),  # where does it begin?
        ((LAST, WEIGHT), "incomplete"),
        ((LAST, SAME, WEIGHT), "incomplete"),
        ((STEP, BACK, WEIGHT), "incomplete"),  # there and back again
    ],
)
def test_the_goal_is_reached_where_the_recursion_begins(lines: tuple[str, ...], goal: str) -> None:
    report = check(LOOP + "\n\n".join(lines))
    assert report.verdict == "right"
    assert report.goal == goal
