r"""Two ranges of one letter beside a line, of which one ends before the other begins: it is stated for both.

By hand: `\partial E/\partial h_t = h_t - d_t` for the last step alone, where no other step uses `h_t`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

RNN = r"$$h_t = \tanh(u h_{t-1} + v s_t) \qquad E = \frac12 \sum_{t=1}^T (h_t - d_t)^2$$"
LINE = r"\frac{\partial E}{\partial h_t} = h_t - d_t + \frac{\partial E}{\partial h_{t+1}} (1 - h_{t+1}^2) u"
OWN = r"\frac{\partial E}{\partial h_t} = h_t - d_t"


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        (r"1 \le t \le T-5, \; T-2 \le t \le T-1", "right"),
        (r"1 \le t \le T-5, \; T-2 \le t \le T", "unproved"),  # there is no step T + 1
        (r"T-2 \le t \le T, \; 1 \le t \le T-5", "unproved"),
    ],
)
def test_a_line_for_two_ranges(ranges: str, expected: str) -> None:
    assert verdict(RNN, rf"$${LINE} \quad ({ranges})$$") == expected
    assert verdict(RNN, rf"For ${ranges.replace(',', '$ and $')}$ we get", f"$${LINE}$$") == expected


def test_a_line_that_is_wrong_in_one_of_them() -> None:
    cases = [
        (r"T \le t \le T", "right"),
        (r"T \le t \le T, \; 1 \le t \le T-2", "wrong"),
        (r"1 \le t \le T-2, \; T \le t \le T", "wrong"),
    ]
    for (ranges, expected), found in zip(
        cases, each_verdict(RNN, lines=[rf"$${OWN} \quad ({ranges})$$" for ranges, _ in cases]), strict=True
    ):
        assert found == expected, ranges
