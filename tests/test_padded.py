"""What lies beyond a range: 0 as words say of everything, or only what is padded."""

from __future__ import annotations

import pytest

from symderiv.resolve.ranges.beyond import says_of_everything

from .judging import check

CONVOLUTION = r"""$$y_i = \sum_{a=-1}^{1} w_a x_{i+a}, \quad i=1,\dots,n$$
$$E = \frac12\sum_{i=1}^n y_i^2$$
"""
BY_INPUT = r"$$\frac{\partial E}{\partial x_i} = \sum_{a=-1}^{1} y_{i-a} w_a$$"
BY_WEIGHT = r"$$\frac{\partial E}{\partial w_a} = \sum_{i=1}^{n} y_i x_{i+a}$$"


def last(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(
    "words",
    [
        r"Terms with an index outside $1, \dots, n$ are zero.",
        "All out-of-range terms are taken to be zero.",
        "Entries beyond their range count as 0.",
        "範囲外の項は0とする．",
    ],
)
def test_everything_is_zero_outside(words: str) -> None:
    report = check(CONVOLUTION + words + BY_INPUT)
    assert report.verdict == "right"
    assert "what lies beyond its range is 0, as the page says" in report.notes
    assert last(CONVOLUTION + words + BY_INPUT.replace("i-a", "i+a")) == "wrong"


@pytest.mark.parametrize("words", ["The input is padded with zeros.", "We use zero padding.", "ゼロパディングを行う．"])
def test_padding_leaves_open_what_else_is_zero(words: str) -> None:
    assert last(CONVOLUTION + words + BY_INPUT) == "unproved"
    assert last(CONVOLUTION + words + BY_INPUT.replace("i-a", "i+a")) == "wrong"
    assert last(CONVOLUTION + words + BY_WEIGHT) == "right"


def test_without_words_it_does_not_exist() -> None:
    assert last(CONVOLUTION + BY_INPUT) == "wrong"
    assert last(CONVOLUTION + "The terms outside the sum are large." + BY_INPUT) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "The gradient is zero outside.",
        "Terms beyond the first are not zero.",
        "Values outside are unknown, zero or one",
    ],
)
def test_words_that_say_nothing_of_it(words: str) -> None:
    assert not says_of_everything(words)
