r"""Values of which words say that they are meant for more than one line: `This all is for $T = 1$, and there is:`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""The temperature $T$ softens the outputs ( $i = 1, \dots, n$ ):

$$q_i = \frac{\exp(z_i / T)}{\sum_{j=1}^n \exp(z_j / T)}$$

$$C = -\sum_{i=1}^n p_i \log q_i$$

where $\sum_{i=1}^n p_i = 1$. %s

$$r_i = 2 q_i$$

$$\frac{\partial C}{\partial z_j} = %s$$
"""


def last(said: str, line: str) -> str:
    return str(check(PAGE % (said, line)).claims[-1].judgement)


@pytest.mark.parametrize("said", ["This all is for $T = 1$, and there is:", "Everything here is for $T=1$:"])
def test_a_line_below_may_be_meant_for_that_value(said: str) -> None:
    assert last(said, "q_j - p_j") == "unproved"
    assert last(said, "q_j + p_j") == "wrong"
    assert last(said, r"\frac{1}{T} (q_j - p_j)") == "right"


def test_a_value_beside_one_line_is_of_that_line() -> None:
    assert last("For $T = 1$ there is", "q_j - p_j") == "wrong"


BEHIND = [
    "We set $T=1$.",
    "Let $T = 1$.",
    "From now on $T=1$.",
    "We take $T=1$ from here on.",
]


@pytest.mark.parametrize("said", BEHIND)
def test_what_a_sentence_behind_it_sets_is_no_condition_of_what_is_said_of_data(said: str) -> None:
    page = PAGE.replace("$$r_i = 2 q_i$$\n\n", "")
    for line, expected in (("q_j - p_j", "right"), ("q_j + p_j", "wrong"), ("q_j", "wrong")):
        assert str(check(page % (said, line)).claims[-1].judgement) == expected
        assert last(said, line) in (expected, "unproved")


@pytest.mark.parametrize("said", ["We set $T=1$ below.", "Suppose now that $T = 1$."])
def test_what_may_be_meant_for_other_lines_leaves_them_open(said: str) -> None:
    page = PAGE.replace("$$r_i = 2 q_i$$\n\n", "")
    assert str(check(page % (said, "q_j - p_j")).claims[-1].judgement) == "unproved"
    assert str(check(page % (said, "q_j + p_j")).claims[-1].judgement) in ("unproved", "wrong")


@pytest.mark.parametrize("said", ["for $T = 1$.", "if $T = 1$.", "when $T = 1$."])
def test_a_condition_in_the_same_sentence_is_one(said: str) -> None:
    page = PAGE.replace("p_i = 1$. %s", f"p_i = 1$ {said}").replace("$$r_i = 2 q_i$$\n\n", "")
    assert str(check(page % r"\frac{1}{T} (q_j - p_j)").claims[-1].judgement) != "right"
