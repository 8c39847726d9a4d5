r"""Products of vectors side by side that a definition writes out: `a_i = x w_i = \sum_{j=1}^N x_j w_{ij}`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

WORDS = r"Features $x = (x_1, \dots, x_N)$ and weights $w$ with entries $w_{ij}$, $i = 1, \dots, K$."
SCORES = r"$$a_i = x w_i = \sum_{j=1}^{N} x_j w_{ij}$$"
LOSS = r"$$L = \sum_{i=1}^K \exp(x w_i)$$"


@pytest.mark.parametrize("words", ["", WORDS])
def test_it_says_what_the_product_is(words: str) -> None:
    assert each_verdict(
        words,
        SCORES,
        lines=[
            r"$$\frac{\partial a_k}{\partial w_{ij}} = \delta_{k, i} * x_j$$",
            r"$$\frac{\partial a_k}{\partial w_{ij}} = \delta_{k, j} * x_i$$",
        ],
    ) == ["right", "wrong"]
    assert each_verdict(
        words,
        SCORES,
        LOSS,
        lines=[
            r"$$\frac{\partial L}{\partial w_{kj}} = x_j \exp(x w_k)$$",
            r"$$\frac{\partial L}{\partial w_{kj}} = x_k \exp(x w_j)$$",
        ],
    ) == ["right", "wrong"]


def test_the_letter_of_the_sum_is_not_caught() -> None:
    page = (SCORES, r"$$L = \sum_{j=1}^K \exp(x w_j)$$")
    assert verdict(*page, r"$$\frac{\partial L}{\partial w_{kj}} = x_j \exp(x w_k)$$") == "right"


def test_below_its_first_use_it_is_a_claim() -> None:
    page = (r"$$b_i = x w_i$$", SCORES.replace("w_{ij}", "w_{ji}"))
    assert verdict(*page, r"$$\frac{\partial b_k}{\partial w_{ij}} = \delta_{k, j} * x_i$$") != "right"
