r"""Sums that a page says it does not write, and pages that go on with one example.

By hand, with `u_k = \sum_i a_{ki} x_i`, `y_k = g(u_k)`, `E = \sum_k (y_k - t_k)^2`:
`dE/dx_i = \sum_k 2 (y_k - t_k) g'(u_k) a_{ki}`; with `y_n = \sum_i a_i x_{ni}`, `J = \frac1N \sum_n (y_n - t_n)^2`:
`dJ/da_i = \frac2N \sum_n (y_n - t_n) x_{ni}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

UNITS = r"$$u_k = \sum_i a_{ki} x_i, \quad y_k = g(u_k), \quad E = \sum_k (y_k - t_k)^2$$"
BY_INPUT = r"$$\frac{\partial E}{\partial x_i} = 2 (y_k - t_k) g'(u_k) a_{ki}$$"
BY_INPUT_SLIP = r"$$\frac{\partial E}{\partial x_i} = (y_k - t_k) g'(u_k) a_{ki}$$"
BY_WEIGHT = r"$$\frac{\partial E}{\partial a_{ki}} = 2 (y_k - t_k) g'(u_k) x_i$$"
EXAMPLES = r"$$y_n = \sum_i a_i x_{ni}, \quad J = \frac1N \sum_{n=1}^N (y_n - t_n)^2 + \frac12 \sum_i a_i^2$$"
OF_ONE = r"$$\frac{\partial J}{\partial a_i} = 2 (y_n - t_n) x_{ni} + a_i$$"
SLIP_OF_ONE = r"$$\frac{\partial J}{\partial a_i} = 2 (t_n - y_n) x_{ni} + a_i$$"


@pytest.mark.parametrize(
    "words",
    [
        "We use the summation convention: repeated indices are summed over.",
        "A sum over repeated indices is implied.",
        "In what follows we drop the summation signs.",
        "Über doppelt auftretende Indizes wird summiert.",
        "以下，重复的指标表示求和。",
        "以下では和の記号を省略する。",
    ],
)
def test_sums_that_are_not_written(words: str) -> None:
    assert each_verdict(UNITS, words, lines=[BY_INPUT, BY_INPUT_SLIP, BY_WEIGHT]) == ["unproved", "wrong", "right"]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "We do not use the summation convention.",
        "Never drop the sum over $k$ here.",
        "The indices are repeated in each layer.",
        "The sum has one term for each unit.",
        "For a single unit nothing changes.",
    ],
)
def test_sums_that_have_to_be_there(words: str) -> None:
    assert verdict(UNITS, words, BY_INPUT) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "For brevity we drop the sum over $n$ below.",
        "Now for a single example $n$:",
        "Instead of the whole batch, SGD uses only one example:",
        "Without loss of generality we look at a single sample.",
        "From now on we consider one training example.",
        "Wir betrachten nur ein Beispiel.",
        "以下考虑单个样本 $n$：",
        "以下では1つのデータのみ考える。",
    ],
)
def test_one_example(words: str) -> None:
    assert verdict(EXAMPLES, words, OF_ONE) == "unproved"
    assert verdict(EXAMPLES, words, SLIP_OF_ONE) == "wrong"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("We consider a single example.", ""),  # said before what is differentiated is defined
        ("", "We do not consider a single example."),
        ("", "Now for a single example. That is easy. Now the gradient of the whole loss:"),
        ("", "It takes more than one example."),
        ("", "We use all examples instead of one example."),
    ],
)
def test_all_examples(before: str, words: str) -> None:
    assert verdict(before, EXAMPLES, words, OF_ONE) == "wrong"


NORM = r"$$m = \frac1N \sum_{i=1}^N x_i, \quad z_i = \frac{x_i - m}{s}, \quad L = \sum_{i=1}^N g_i z_i$$"


@pytest.mark.parametrize(
    "words",
    [
        "If we do not backpropagate through $m$, we get",
        "Wenn man nicht durch $m$ zurückpropagiert, erhält man",
    ],
)
def test_what_nothing_goes_back_through(words: str) -> None:
    assert verdict(NORM, words, r"$$\frac{\partial L}{\partial x_i} = \frac{g_i}{s}$$") == "unproved"
    assert verdict(NORM, words, r"$$\frac{\partial L}{\partial x_i} = -\frac{g_i}{s}$$") == "wrong"
    assert verdict(
        NORM, "Backpropagating through $m$, we get", r"$$\frac{\partial L}{\partial x_i} = \frac{g_i}{s}$$"
    ) == ("wrong")
