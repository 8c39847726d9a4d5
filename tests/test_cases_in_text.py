r"""Cases that stand with their words in one `\text{..}`: `\text{where $i = j$}`."""

from __future__ import annotations

import pytest

from tests.judging import verdict

NETWORK = (
    '+++\nobjective = "E"\n+++',
    r"$$ y_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}} $$",
    r"$$ E = -\sum_{i=1}^n t_i \log y_i $$",
)
CASES = (
    "where $i = j$",
    "(where $i=j$)",
    "with $i = j$",
    "in the case $i=j$",
    "Case 1: $i = j$",
    "on the diagonal, $i=j$",
    "im Fall $i = j$",
    "($i = j$)",
)
OTHERS = ("not where $i = j$", "even with $i=j$", "the sum over $i = j$")


def judged(right: str, words: str) -> str:
    return verdict(*NETWORK, rf"$$ \frac{{\partial y_i}}{{\partial z_j}} = {right} \quad \text{{{words}}} $$")


@pytest.mark.parametrize("words", CASES)
def test_a_case_in_its_words_is_one(words: str) -> None:
    assert judged("y_i (1 - y_i)", words) == "right"
    assert judged("y_i y_j", words) == "wrong"
    assert judged("-y_i y_j", words.replace("=", r"\ne ")) == "right"


@pytest.mark.parametrize("words", OTHERS)
def test_other_words_beside_a_case_leave_the_line_open(words: str) -> None:
    assert judged("y_i (1 - y_i)", words) in ("unproved", "unreadable")


def test_values_beside_words_make_no_case() -> None:
    line = r"$$ \frac{\partial E}{\partial z_j} = y_j \sum_{i=1}^n t_i - t_j \quad \text{with $y = f$} $$"
    assert verdict(*NETWORK, line) == "right"
