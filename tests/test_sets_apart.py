r"""Two sets in which a page sums the same things, `\sum_{i \in A} h_i^2` beside `\sum_{i \in B} h_i^2`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

PLAIN = r"$$ h_i = w x_i + b $$"
MEANS = r"$$ d = \frac{1}{%s} \sum_{i \in %s} h_i - \frac{1}{%s} \sum_{i \in %s} h_i $$"
SLOPE = r"$$ \frac{\partial d}{\partial w} = \frac{1}{%s} \sum_{i \in %s} x_i - \frac{1}{%s} \sum_{i \in %s} x_i $$"
WAYS = [
    ("A", "|A|", "B", "|B|"),
    ("A", "n_A", "B", "n_B"),
    ("G_1", "n_1", "G_2", "n_2"),
    ("G1", "N_{G1}", "G2", "N_{G2}"),
    ("G_p", "N_{G_p}", "G_q", "N_{G_q}"),
    (r"\mathcal{P}", r"|\mathcal{P}|", r"\bar{P}", r"|\bar{P}|"),
    ("S_+", "m_+", "S_-", "m_-"),
]


@pytest.mark.parametrize(("a", "of_a", "b", "of_b"), WAYS)
def test_means_of_two_groups(a: str, of_a: str, b: str, of_b: str) -> None:
    page = PLAIN, MEANS % (of_a, a, of_b, b)
    assert each_verdict(
        *page,
        lines=[
            SLOPE % (of_a, a, of_b, b),
            SLOPE % (of_b, a, of_a, b),
            r"$$ \frac{\partial d}{\partial b} = 0 $$",
            r"$$ \frac{\partial d}{\partial b} = 1 $$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(("a", "b"), [("n", "m"), ("c_A", "c_B"), ("n_1", "n_2"), ("n_A", "k")])
def test_what_may_be_the_number_of_elements_keeps_sets_from_being_read(a: str, b: str) -> None:
    page = PLAIN, MEANS % (a, "A", b, "B")
    assert verdict(*page, r"$$ \frac{\partial d}{\partial b} = 0 $$") in ("unproved", "unreadable")


BOTH = (r"$$ h_i = w x_i $$", r"$$ L = \sum_{i \in A} h_i^2 + \sum_{i \in B} h_i^2 $$")


def test_what_is_right_for_sets_that_go_together_is_open() -> None:
    assert verdict(*BOTH, r"$$ \frac{\partial L}{\partial w} = 2 \sum_{i=1}^m h_i x_i $$") == "unproved"
    assert verdict(*BOTH, r"$$ \frac{\partial L}{\partial w} = \sum_{i=1}^m h_i x_i $$") == "wrong"
    assert verdict(*BOTH, r"For $i \in A$,", r"$$ \frac{\partial L}{\partial h_i} = 2 h_i $$") == "unproved"
    assert verdict(*BOTH, r"For $i \in A$,", r"$$ \frac{\partial L}{\partial h_i} = 3 h_i $$") == "wrong"


def test_pairs_of_two_sets() -> None:
    page = r"$$ h_i = w x_i $$", r"$$ L = \sum_{i \in A} \sum_{j \in B} (h_i - h_j)^2 $$"
    line = r"$$ \frac{\partial L}{\partial w} = 2 \sum_{i \in A} \sum_{j \in B} (h_i - h_j)(x_i %s x_j) $$"
    assert each_verdict(*page, lines=[line % "-", line % "+"]) == ["right", "wrong"]
    of_one = r"$$ \frac{\partial L}{\partial h_i} = 2 \sum_{j \in B} (h_i - h_j) $$"
    assert verdict(*page, r"For $i \in A$,", of_one) == "unproved"


def test_data_that_may_tell_the_sets() -> None:
    """Of the elements of A the labels may all be 1: a line with them is not known to be wrong."""
    page = r"$$ L = \sum_{i \in A} \log(1 + e^{-w x_i}) + \sum_{i \in B} \log(1 + e^{w x_i}) $$"
    line = r"$$ \frac{\partial L}{\partial w} = -\sum_{i=1}^m \frac{y_i x_i}{1 + e^{y_i w x_i}} $$"
    assert verdict(page, line) in ("unproved", "unreadable")


def test_a_line_over_a_set_is_no_line_over_ends() -> None:
    page = r"$$ d = \sum_{i \in S} w x_i - \sum_{i \in \bar S} w x_i $$"
    assert verdict(page, r"$$ \frac{\partial d}{\partial w} = 0 $$") == "wrong"


ROWS = r"$$ h_i = \sum_{j \in N_i%s} w_j x_{ij} - \sum_{j \in N_i%s} w_j x_{ij} $$", r"$$ L = \sum_{i=1}^n h_i^2 $$"
MARKS = [("^+", "^-"), ("^{(1)}", "^{(2)}"), ("", "^*"), (r"^{\text{in}}", r"^{\text{out}}"), ("^a", "^b")]


@pytest.mark.parametrize(("a", "b"), MARKS)
def test_sets_of_one_letter_with_marks_are_two(a: str, b: str) -> None:
    page = ROWS[0] % (a, b), ROWS[1]
    assert verdict(*page, r"$$ \frac{\partial L}{\partial w_j} = 0 $$") == "wrong"
    sums = r"2 \sum_{i : j \in N_i%s} h_i x_{ij} - 2 \sum_{i : j \in N_i%s} h_i x_{ij}"
    line = rf"$$ \frac{{\partial L}}{{\partial w_j}} = {sums} $$"
    assert each_verdict(*page, lines=[line % (a, b), line % (b, a)]) == ["right", "wrong"]


OF_EACH = r"$$ L = -\sum_{i=1}^n \sum_{j \in P(i)} s_{ij} + \sum_{i=1}^n \sum_{j \in Q(i)} s_{ij}^2 $$"


def test_elements_of_one_set_may_be_none_of_the_other() -> None:
    line = r"$$ \frac{\partial L}{\partial s_{ij}} = %s $$"
    for said, value, slip in (("P(i)", "-1", "1"), ("Q(i)", "2 s_{ij}", "s_{ij}")):
        assert verdict(OF_EACH, rf"For $j \in {said}$,", line % value) == "unproved"
        assert verdict(OF_EACH, rf"For $j \in {said}$,", line % slip) == "wrong"


def test_a_condition_below_a_line_begins_the_next_one() -> None:
    page = OF_EACH.replace("Q(i)", "P(i)")
    one = r"$$ \frac{\partial L}{\partial s_{ij}} = 2 s_{ij} - 1 $$"
    two = r"$$ \frac{\partial L}{\partial s_{ik}} = 2 s_{ik} - 1 $$"
    assert verdict(page, r"For $j \in P(i)$,", one, r"For $k \in P(i)$,", two) == "right"


def test_second_derivatives_with_a_delta() -> None:
    line = r"$$ \frac{\delta^2 E}{\delta a^{2}} = %s \sum_{i=1}^n x_i^2 $$"
    assert each_verdict(r"$$ E = \sum_{i=1}^n (a x_i - y_i)^2 $$", lines=[line % "2", line % ""]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "$$ n_A = n_B $$",
        "Both are as large, $|A| = |B|$.",
        r"Here $A = \{1, 2\}$ and $B = \{3, 4\}$.",
        "Let $n_A = 2$.",
    ],
)
def test_sets_of_which_more_is_said_are_not_read(said: str) -> None:
    page = PLAIN, MEANS % ("n_A", "A", "n_B", "B"), said
    slope = r"$$ \frac{\partial d}{\partial w} = \frac{1}{n_A} (\sum_{i \in A} x_i - \sum_{i \in B} x_i) $$"
    assert verdict(*page, slope) in ("unproved", "unreadable")


@pytest.mark.parametrize("set_", ["A^c", "A^C", r"A^{\complement}"])
def test_nor_are_complements(set_: str) -> None:
    page = r"$$ h_i = w x_i $$", rf"$$ L = \sum_{{i \in A}} h_i + \sum_{{i \in {set_}}} h_i $$"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial w} = \sum_{i=1}^n x_i $$") in ("unproved", "unreadable")


def test_products_over_sets() -> None:
    sigmoid = r"p_i = \frac{1}{1+e^{-h_i}}"
    page = PLAIN, rf"$$ L = \prod_{{i \in A}} p_i \prod_{{i \in B}} (1 - p_i), \quad {sigmoid} $$"
    assert verdict(*page, r"$$ \frac{\partial \log L}{\partial w} = \sum_{i=1}^n (1-2p_i) x_i $$") != "right"
    true = r"$$ \frac{\partial \log L}{\partial w} = \sum_{i \in A} (1-p_i) x_i - \sum_{i \in B} p_i x_i $$"
    assert verdict(*page, true) != "wrong"
    rows = r"$$ h_i = \prod_{j \in N_i} w_j, \quad L = \sum_{i=1}^n \log h_i $$"
    assert each_verdict(
        rows,
        lines=[
            r"$$ \frac{\partial L}{\partial w_j} = \frac{n}{w_j} $$",
            r"$$ \frac{\partial L}{\partial w_j} = \sum_{i: j \in N_i} \frac{1}{w_j} $$",
        ],
    ) == ["wrong", "right"]
