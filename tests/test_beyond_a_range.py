r"""Ranges beside which one more index is named: `for $t = 1, \dots, T-1$ and $t = T$`."""

from __future__ import annotations

import pytest
from judging import verdict

STEPS = r"$$ h_t = \tanh(w h_{t-1} + x_t), \qquad E = \frac12 \sum_{t=1}^T (h_t - d_t)^2 $$"
RECURSION = r"$$ \frac{\partial E}{\partial h_t} = h_t - d_t + \frac{\partial E}{\partial h_{t+1}} w (1 - h_{t+1}^2) $$"
LAST = r"$$ \frac{\partial E}{\partial h_t} = h_t - d_t $$"
BOTH = [r"$t = T-1, \dots, 1$ and $t = T$", r"$t < T$ and $t = T$", "t = 1, ..., T-1 and also for T"]
BOTH += [r"$t = 1, \dots, T-1$ and also for $T$", r"$t = 1, \dots, T-1$ or $t = T$", r"$t = T$ and $t = T-1, \dots, 1$"]
BOTH += [r"$t = 1, \dots, T-1$, for $t = T$ see below"]


@pytest.mark.parametrize("words", BOTH)
def test_two_ranges_leave_a_line_open(words: str) -> None:
    for line in (RECURSION, LAST):
        assert verdict(STEPS, f"For {words}:", line) != "right"
        assert verdict(STEPS, f"{line} for {words}.") != "right"
    if "below" in words:
        assert verdict(STEPS, f"For {words}:", RECURSION) == "unproved"


@pytest.mark.parametrize(
    "words",
    [r"$t = T-1, \dots, 1$", r"$t = 1, \dots, T-1$ (where $t < T$)", r"$t = T-1, \dots, 1$, and with $x_t$ given,"],
)
def test_one_range_is_heeded(words: str) -> None:
    assert verdict(STEPS, f"For {words} we get", RECURSION) == "right"
    assert verdict(STEPS, f"For {words} we get", LAST) == "wrong"
