r"""Large numbers that are sizes, `\sum_{i=1}^{784}`: a page alone is judged for sizes of that name.

By hand: the delta of an output is `(y_j - t_j) y_j (1 - y_j)`, and an input reaches E by all 128 outputs.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.load import load_text

from .judging import each_verdict, verdict

NET = r"""$$a_j = \sum_{i=1}^{784} w_{ji} x_i + b_j \qquad y_j = \sigma(a_j) \quad (1 \le j \le 128)$$

$$E = \frac12 \sum_{j=1}^{128} (y_j - t_j)^2$$"""
RIGHT = r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{128} (y_j - t_j) y_j (1 - y_j) w_{ji}"
MATRICES = r"""Let $x \in \mathbb{R}^{784}$, $W \in \mathbb{R}^{128 \times 784}$ and $t \in \mathbb{R}^{128}$.

$$ y = W x \qquad E = \frac12 \|y - t\|^2 $$"""


def test_lines_hold_for_any_size() -> None:
    cases = [
        (RIGHT, "right"),
        (RIGHT.replace("128", "784"), "wrong"),
        (RIGHT.replace("w_{ji}", "w_{ij}"), "wrong"),
        (RIGHT.replace("y_j (1 - y_j)", ""), "wrong"),
        (r"\frac{\partial E}{\partial b_{128}} = (y_{128} - t_{128}) y_{128} (1 - y_{128})", "right"),
        (r"\frac{\partial E}{\partial b_{129}} = (y_{129} - t_{129}) y_{129} (1 - y_{129})", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_lengths_of_arrays() -> None:
    cases = [
        (r"\nabla_W E = (W x - t) x^T", "right"),
        (r"\nabla_W E = x (W x - t)^T", "wrong"),
        (r"\nabla_x E = W^T (W x - t)", "right"),
        (r"\nabla_x E = W (W x - t)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(MATRICES, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_it_is_said() -> None:
    notes = check(f"{NET}\n\n$${RIGHT}$$").notes
    assert "lines are judged for any size `N_{784}` in the place of 784" in notes
    assert check(f"{MATRICES}\n\n$$\\nabla_x E = W^T (W x - t)$$").notes[:2] == tuple(
        f"lines are judged for any size `N_{{{n}}}` in the place of {n}" for n in (128, 784)
    )


@pytest.mark.parametrize(
    ("page", "line", "expected"),
    [
        (r"$$m = \frac{1}{50} \sum_{i=1}^{50} x_i$$", r"\frac{\partial m}{\partial x_i} = \frac{1}{50}", "right"),
        (r"$$m = \frac{1}{50} \sum_{i=1}^{50} x_i$$", r"\frac{\partial m}{\partial x_i} = \frac{1}{49}", "wrong"),
        (r"$$m = \sum_{i=1}^{50} x_i$$", r"\sum_{i=1}^{50} \frac{\partial m}{\partial x_i} = 50", "right"),
        (r"$$m = \sum_{i=1}^{50} x_i$$", r"\sum_{i=0}^{49} x_{i+1} = m", "right"),
        (r"$$m = \sum_{i=1}^{64} x_i$$", r"m = \sum_{r=0}^{7} \sum_{c=1}^{8} x_{8r+c}", "unproved"),
    ],
)
def test_numbers_that_a_formula_computes_with(page: str, line: str, expected: str) -> None:
    assert verdict(page, f"$${line}$$") in (expected, "right" if expected == "unproved" else expected)


def test_a_network_keeps_its_numbers() -> None:
    network = load_text(NET.replace("784", "24").replace("128", "13"))  # every entry is computed at them
    right = RIGHT.replace("128", "13")
    for line, expected in ((right, "right"), (right.replace("13", "24"), "wrong")):
        assert [str(c.judgement) for c in check(f"$${line}$$", network=network).claims] == [expected]
    assert not any(s.name.startswith("N_") for s in network.sizes)
