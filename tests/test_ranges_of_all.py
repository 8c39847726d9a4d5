r"""A range from which another one is taken: `the steps $1 \le t \le T-1$ (those of the page are $1 \le t \le T$)`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

PAGE = (
    '+++\nobjective = "L"\n+++',
    r"$$ h_t = \tanh(w h_{t-1} + u x_t) \quad (1\le t\le T) $$",
    r"$$ L = \sum_{t=1}^T (h_t - y_t)^2 $$",
    r"$$ \delta_t = \frac{\partial L}{\partial h_t} $$",
)
LINE = r"\delta_t = 2(h_t-y_t) + w (1-h_{t+1}^2)\delta_{t+1}"
SLIP = r"\delta_t = 2(h_t-y_t) + u (1-h_{t+1}^2)\delta_{t+1}"
WORDS = (
    r"For the steps $1 \le t \le T-1$ (those of the page are $1 \le t \le T$):",
    r"For $1 \le t \le T-1$ (all steps are $1 \le t \le T$):",
    r"For $1 \le t \le T-1$ (the network has $1\le t\le T$):",
    r"For the steps $1 \le t \le T-1$:",
)


@pytest.mark.parametrize("words", WORDS)
def test_a_range_of_all_widens_none(words: str) -> None:
    assert verdict(*PAGE, words, f"$$ {LINE} $$") == "right"
    assert verdict(*PAGE, words, f"$$ {SLIP} $$") == "wrong"


def test_of_two_ranges_beside_a_line_the_narrower_one_counts() -> None:
    cases = [r"1\le t\le T, 1\le t\le T-1", r"1\le t\le T-1, 1\le t\le T", r"1\le t\le T) \quad (1\le t\le T-1"]
    for said, found in zip(
        cases, each_verdict(*PAGE, lines=[rf"$$ {LINE} \quad ({said}) $$" for said in cases]), strict=True
    ):
        assert found == "right", said
    for said, found in zip(
        cases, each_verdict(*PAGE, lines=[rf"$$ {SLIP} \quad ({said}) $$" for said in cases]), strict=True
    ):
        assert found == "wrong", said


def test_a_line_for_all_steps_is_for_all() -> None:
    assert verdict(*PAGE, r"For $1 \le t \le T$ (those of the page are $0 \le t \le T$):", f"$$ {LINE} $$") == "wrong"
