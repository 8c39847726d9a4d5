"""Pages on which a claim looks right and is not: whatever the verdict, it may not be `right`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NETWORK = r"$$a_i = \sum_{j=1}^{J} w_{i,j} x_j$$ ( $1 \le i \le I$ ) $$E = \sum_{i=1}^{I} f(a_i)$$ "

NEVER_RIGHT = (
    r"$$\frac{x_j - x_k}{x_j - x_k} = 1$$",  # 0/0 where j = k
    r"$$\frac{(x_j - x_k)^2}{x_j - x_k} = x_j - x_k$$",
    r"$$\frac{x_j - x_1}{x_j - x_1} = 1$$",  # 0/0 where j = 1
)


@pytest.mark.parametrize("claim", NEVER_RIGHT)
def test_never_right(claim: str) -> None:
    assert check(NETWORK + claim).verdict in ("wrong", "unproved", "unreadable")


def test_a_denominator_that_stays_apart_from_zero_is_no_doubt() -> None:
    page = NETWORK + r"$$\frac{x_j - x_k}{x_j - x_k} = 1 \quad (j \ne k)$$"
    assert check(page).verdict == "right"


SWALLOWED = [
    r"\frac{\partial E}{\partial x_i} = 2 x_i \text{$+ 3$}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \mbox{+3}",
    r"\frac{\partial E}{\partial x_i} = 2 x_i \text{$\cdot 3$}",
]


@pytest.mark.parametrize("claim", SWALLOWED)
def test_mathematics_is_not_skipped_with_words(claim: str) -> None:
    page = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + f"\n\n$${claim}$$\n"
    assert check(page).verdict == "unreadable"


def test_words_beside_a_line_are_skipped() -> None:
    page = (
        r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n" + r"$$\frac{\partial E}{\partial x_i} = 2 x_i \text{ (see above)}$$"
    )
    assert check(page).verdict == "right"


def test_a_denominator_that_vanishes_inside_a_sum() -> None:
    page = (
        r"$$E = \sum_{j=1}^{J} x_j$$"
        + "\n\n"
        + r"$$\sum_{k=1}^{J} \frac{x_j - x_k}{x_j - x_k} = J$$ ( $1 \le j \le J$ )"
    )
    assert check(page).verdict != "right"
