r"""Operators at the beginning of a line, `\nabla_w \frac{p}{2} \|w\|^2`: the next factor, or all of the side?

By hand: with `p = v^T w` the gradient of `\frac{p}{2} \|w\|^2` is `\frac12 \|w\|^2 v + p w`; that of p/2 alone, times
the square, is the first of both.
"""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""$w$ and $v$ are vectors.

$$p = v^T w, \qquad L = p^2$$

"""


def verdict(line: str) -> str:
    return sd.check(f"{PAGE}$${line}$$\n").claims[-1].judgement.value


@pytest.mark.parametrize(
    "line",
    [
        r"\nabla_w \frac{p}{2} \|w\|^2 = \frac12 \|w\|^2 v",
        r"\nabla_w \frac{p}{2} \|w\|^2 = \frac12 \|w\|^2 v + p w",
        r"\nabla_w p \, p = p v",
    ],
)
def test_what_rests_on_how_far_it_goes_is_open(line: str) -> None:
    assert verdict(line) == "unproved"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla_w \frac{p}{2} \|w\|^2 = p w", "wrong"),
        (r"\nabla_w (p \|w\|^2) = \|w\|^2 v + 2 p w", "right"),
        (r"\nabla_w (p \|w\|^2) = \|w\|^2 v", "wrong"),
        (r"\nabla_w L = 2 p v", "right"),
        (r"\nabla_w L = \partial_p L \, v", "right"),
        (r"\nabla_w \frac12 \|w\|^2 = w", "right"),
    ],
)
def test_other_lines_are_judged_as_ever(line: str, expected: str) -> None:
    assert verdict(line) == expected
