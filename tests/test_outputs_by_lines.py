"""How many outputs a convolution has: lines alone do not tell it where words speak of its data."""

from __future__ import annotations

import pytest

from tests.judging import verdict

AT_0 = r"$$y_i = \sum_{m=0}^{M-1} w_m x_{i+m}$$"
AT_1 = r"$$y_i = \sum_{m=1}^{M} w_m x_{i+m-1}$$"
LOSS = "with a loss $L(y)$."
BY_0 = r"$$\frac{\partial L}{\partial w_m} = \sum_{i=0}^{%s} \frac{\partial L}{\partial y_i} x_{i+m}$$"
BY_1 = r"$$\frac{\partial L}{\partial w_m} = \sum_{i=1}^{%s} \frac{\partial L}{\partial y_i} x_{i+m-1}$$"
COUNTED = ("The input $x$ has $N$ entries and", r"Let $x \in \mathbb{R}^N$, $w \in \mathbb{R}^M$ and")
UNCOUNTED = (
    r"Let $x_0, \dots, x_{N-1}$ be the input, $w_0, \dots, w_{M-1}$ the filter and",
    "A signal of length $N$ is convolved with a filter of length $M$:",
    r"The input is $x_n$, $n = 0, \dots, N-1$, and",
)


@pytest.mark.parametrize("words", COUNTED)
def test_what_is_said_of_the_data_bears_the_ends_of_a_line(words: str) -> None:
    """Of N entries there are N - M + 1 outputs."""
    assert verdict(words, AT_0, LOSS, BY_0 % "N-M") == "right"
    assert verdict(words, AT_1, LOSS, BY_1 % "N-M+1") == "right"
    for end in ("N-1", "N-M-1", "N-M+1", "N"):
        assert verdict(words, AT_0, LOSS, BY_0 % end) in ("unproved", "wrong")
    for end in ("N-1", "N-M", "N", "N+M-1"):
        assert verdict(words, AT_1, LOSS, BY_1 % end) in ("unproved", "wrong")


@pytest.mark.parametrize("words", UNCOUNTED)
@pytest.mark.parametrize("end", ["N-M", "N-1", "N-M-1", "N-M+1"])
def test_any_end_would_do(words: str, end: str) -> None:
    """Words speak of the letter of the end, and it is not understood what they say: no end is right."""
    assert verdict(words, AT_0, LOSS, BY_0 % end) in ("unproved", "wrong")
    assert verdict(words, AT_1, LOSS, BY_1 % end) in ("unproved", "wrong")


@pytest.mark.parametrize("words", ["A valid convolution:", "The full convolution:", "Without padding:"])
def test_words_for_the_borders_leave_them_open(words: str) -> None:
    """What they say of the ends is not read."""
    for end in ("N-M", "N-1", "N"):
        assert verdict(words, AT_0, LOSS, BY_0 % end) == "unproved"


def test_a_letter_of_no_other_meaning_is_the_number_of_outputs() -> None:
    """Nothing else is named by it; an end that is made of several sizes may be one too short."""
    assert verdict(AT_0, LOSS, BY_0 % "N-1") == "right"
    assert verdict(AT_1, LOSS, BY_1 % "N") == "right"
    assert verdict(AT_0, LOSS, (BY_0 % "N-1").replace("{i+m}", "{i-m}")) in ("unproved", "wrong")
    for end in ("N-M", "N-M-1", "M-1"):
        assert verdict(AT_0, LOSS, BY_0 % end) == "unproved"


def test_ranges_that_are_stated() -> None:
    """Who says how far the outputs go is taken at his word."""
    stated = r"$$y_i = \sum_{m=0}^{M-1} w_m x_{i+m} \qquad (i = 0, \dots, N-M)$$"
    assert verdict(COUNTED[0], stated, LOSS, BY_0 % "N-M") == "right"
    assert verdict(COUNTED[0], stated, LOSS, BY_0 % "N-1") == "wrong"
    same = r"$$y_i = \sum_{m=0}^{M-1} w_m x_{i+m} \qquad (i = 0, \dots, N-1)$$"
    assert verdict(same, LOSS, BY_0 % "N-1") == "right"
    assert verdict(same, LOSS, BY_0 % "N-M") == "wrong"
    assert verdict(r"The output $y$ has $N$ entries.", AT_1, LOSS, BY_1 % "N") == "right"


def test_outputs_that_stay_at_their_place() -> None:
    """Data that are numbered as the outputs are have their length: nothing else would do."""
    page = (r"$$s_i = \sum_{j=1}^{d} w_j x_{ij}$$", r"$$L = \sum_i g(s_i)$$", "There are $N$ examples of length $d$.")
    line = r"$$\frac{\partial L}{\partial w_j} = \sum_{i=1}^{N} g'(s_i) x_{ij}$$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("x_{ij}", "x_{i}")) != "right"


def test_two_directions() -> None:
    """Each of them ends for itself."""
    image = r"$$z_{ij} = \sum_{a=1}^{A} \sum_{b=1}^{B} k_{ab} x_{i+a-1,j+b-1}$$"
    line = (
        r"$$\frac{\partial L}{\partial k_{ab}} = \sum_{i=1}^{%s} \sum_{j=1}^{%s}"
        r" \frac{\partial L}{\partial z_{ij}} x_{i+a-1,j+b-1}$$"
    )
    size = r"The image $x$ has $H \times W$ entries."
    loss = "with a loss $L(z)$."
    assert verdict(size, image, loss, line % ("H-A+1", "W-B+1")) == "right"
    for ends in (("H", "W"), ("H-A+1", "W"), ("H-A", "W-B"), ("H-A+1", "W-B")):
        assert verdict(size, image, loss, line % ends) in ("unproved", "wrong")
    assert verdict(image, loss, line % ("P", "Q")) == "right"
    assert verdict("Images of $P$ times $Q$ pixels.", image, loss, line % ("P", "Q")) == "unproved"
