r"""Comparisons of sizes in a sentence of their own: `Here $m < N$.`"""

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""$$ x_i = X_i $$ ( $1 \leq i \leq m$ )

$$ s_i = \sum_{j=1}^{i-1} W_{ij} x_j $$ ( $m < i \leq N+n$ )

$$ x_i = \tanh(s_i) $$ ( $m < i \leq N+n$ )

$$ E = \sum_{i=1}^{n} \frac{1}{2} (x_{i+N} - Y_i)^2 $$"""
ALL = r"$$ \frac{\partial E}{\partial X_i} = \sum_{j=m+1}^{N+n} W_{ji} \frac{\partial E}{\partial s_j} $$ ($i \leq m$)"
BETWEEN = r"$$ \frac{\partial E}{\partial x_{i+N}} = x_{i+N} - Y_i $$ ($i = n$)"
PART = ALL.replace("N+n", "N")


@pytest.mark.parametrize("said", ["Here $m < N$.", "Hier $m < N$.", "Throughout, $N > m$; other sizes are any."])
def test_a_sentence_of_its_own_says_which_sizes_are_smaller(said: str) -> None:
    assert each_verdict(NETWORK, said, lines=[ALL, PART]) == ["right", "wrong"]


@pytest.mark.parametrize("said", ["Suppose $m < N$.", "$m < N$ is common."])
def test_what_may_be_a_case_refutes_nothing_and_proves_nothing(said: str) -> None:
    assert each_verdict(NETWORK, said, BETWEEN, lines=[ALL, PART]) == ["unproved", "wrong"]


def test_the_other_way_round_the_line_is_wrong() -> None:
    assert verdict(NETWORK, "Here $N < m$.", ALL) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "Here $m < N$ only in part (b).",
        "Here $m < N$ in the example.",
        "Here $m < N$, but only in the exercise.",
        "Case 1. Here $m < N$.",
        "Part (b). Here $m < N$.",
        "ここで $m < N$ は例の場合のみ。",
    ],
)
def test_what_is_said_of_a_part_is_not_said_of_the_page(said: str) -> None:
    assert each_verdict(NETWORK, said, BETWEEN, lines=[ALL, PART]) == ["unproved", "wrong"]
    assert verdict(NETWORK, said, ALL) == "unproved"


def test_sentences_of_several_cases_hold_for_none_of_the_others() -> None:
    two = ("# One", "Here $m < N$.", BETWEEN, "# Two", r"Here $m \ge N$.")
    assert "right" not in each_verdict(NETWORK, *two, lines=[ALL, PART])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("# Case 1", "# Case 2"),
        ("# Case 1: few inputs", "# Case 2: many inputs"),
        ("## First case", "## Second case"),
        ("**Case 1.**", "**Case 2.**"),
        (r"\section{Fall 1}", r"\section{Fall 2}"),
        ("# Part (a)", "# Part (b)"),
        ("# A small network", "# A large network"),
        ("# When inputs are few", "# When inputs are many"),
        ("# Example", "# General case"),
        ("# Warm-up", "# The general network"),
    ],
)
def test_below_the_heading_of_a_part_a_sentence_says_nothing_of_the_others(one: str, two: str) -> None:
    above = (NETWORK, one, "Here $m < N$.")
    assert verdict(*above, ALL) == "right"
    assert verdict(*above, PART) == "wrong"
    assert verdict(*above, BETWEEN, two, ALL) == "unproved"
    assert verdict(*above, BETWEEN, two, PART) == "wrong"
    assert verdict(*above, BETWEEN, two, "Here $m > N$.", ALL) == "wrong"


def test_below_a_heading_of_the_whole_page_it_does() -> None:
    assert each_verdict("# Setting", "Here $m < N$.", NETWORK, "# Gradients", BETWEEN, lines=[ALL, PART]) == [
        "right",
        "wrong",
    ]
    assert verdict(NETWORK, "# Sizes", "Here $m < N$.", "# Gradients", BETWEEN, ALL) == "right"
