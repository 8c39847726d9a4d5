r"""Lengths that are told right behind the shape of an array: `$x \in \mathbb{R}^H$ with $H = 2(N - 1) + K$`.

By hand, for `y_j = \sum_k w_k x_{2j+k}` and `L = \sum_j y_j^2`: `\partial L/\partial x_d` is the sum of all `2 y_j w_k`
with `2j + k = d`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NETWORK = (
    r"$$y_j = \sum_{k=0}^{K-1} w_k x_{2j + k}$$ ( $j = 0, \dots, N-1$ )",
    r"$$L = \sum_{j=0}^{N-1} y_j^2$$",
)
LINE = (
    r"With respect to the kernel ( $d = 0, \dots, K-1$ ):",
    r"$$\frac{\partial L}{\partial w_d} = \sum_{j=0}^{N-1} 2 y_j x_{2j+d}$$",
    r"With respect to the input ( $d = 0, \dots, H-1$ ):",
    r"$$\frac{\partial L}{\partial x_d} = \sum_{j=0}^{N-1} \sum_{k=0}^{K-1} 2 y_j w_k [%s = d]$$",
)


def judged(said: str, index: str) -> str:
    return verdict(said, "# Network", *NETWORK, *LINE[:-1], LINE[-1] % index)


@pytest.mark.parametrize("length", ["2(N - 1) + K", "2*(N-1) + K", r"2 \cdot N + K - 2"])
@pytest.mark.parametrize("typed", [r"$x \in \mathbb{R}^{H}$ with $H = %s$.", r"$x \in \R^H$, where $H = %s$, is data."])
def test_a_length_told_behind_a_shape_holds_on_the_page(typed: str, length: str) -> None:
    assert judged(typed % length, "2j + k") == "right"
    assert judged(typed % length, "j + 2k") == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"$x \in \mathbb{R}^H$ with $H = 2(N - 1) + K$ if there is no padding.",
        r"$x \in \mathbb{R}^H$ with $H = 2(N - 1) + K$, unless it is padded.",
        r"For example $x \in \mathbb{R}^H$ with $H = 2(N - 1) + K$.",
        r"$x \in \mathbb{R}^H$ with $H = 2(N - 1) + K$ or $H = 2N + K$.",
        r"$x \in \mathbb{R}^H$. A length is $H = 2(N - 1) + K$.",
        r"$u \in \mathbb{R}^P$ with $H = 2(N - 1) + K$.",
        r"$x \in \mathbb{R}^H$ with $H = N K$.",
    ],
)
def test_others_are_not_used(said: str) -> None:
    assert judged(said, "2j + k") != "wrong"
    assert judged(said, "j + 2k") == judged("", "j + 2k") != "right"
