"""Words beside a claim: those that change what it says leave it unread, those that explain are prose."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n"
LEFT = r"\frac{\partial E}{\partial x_i}"
CHANGING = [
    "plus three",
    "minus one",
    "times $3$",
    "divided by the sum",
    "(and then multiplied by 3)",
    "up to a factor of three",
    "up to sign",
    "up to a constant",
    "(constant factor omitted)",
    "apart from a factor",
    "modulo scaling",
    "roughly speaking",
    "(approximately)",
    "is proportional to this",
    "squared",
    "summed over all $i$",
    "with a factor of 2 missing",
    "+ const.",
    "over two",
    r"which must still be multiplied by } x_i \text{",
    r"together with } x_i \text{",
    "less one",
    "if we add three",
    "の 2 乗",
    "の 3 倍",
    "(定数倍を除いて)",
    "に 3 を足す",
    "から 1 を引く",
    "約",
    "(近似)",
    "(twice)",
    "with the opposite sign",
    "is wrong",
    "does not hold",
    "(false)",
    "where we drop a 2",
    "の半分",
    "ではない",
    "と異なる",
]


@pytest.mark.parametrize("words", CHANGING)
def test_words_that_change_a_claim(words: str) -> None:
    assert check(rf"{NETWORK}$${LEFT} = 2 x_i \quad \text{{ {words}}}$$").verdict == "unreadable"


EXPLAINING = [
    "(chain rule)",
    "by the constant multiple rule",
    "(the factor $2$ comes from the square)",
    "(the factor 2 cancels)",
    "since the other terms are constant",
    "as $E$ is a sum",
    "(a constant)",
    "with the discount factor",
    "(product of two factors)",
    "almost everywhere",
    "not to be confused with a sum",
    "(not zero in general)",
    "since the sign is the same",
    "for all samples up to the last step",
    "(定数倍の微分)",
    "(約分した)",
    "(2 乗の微分)",
    "連鎖律より",
]


@pytest.mark.parametrize("words", EXPLAINING)
def test_words_that_explain(words: str) -> None:
    assert check(rf"{NETWORK}$${LEFT} = 2 x_i \quad \text{{ {words}}}$$").verdict == "right"
