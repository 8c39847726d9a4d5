r"""What a page says of the few values of its data: `y_i \in \{-1, 1\}`; where it says nothing of the kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symderiv.read import read_draft

from .judging import check

PAGE = "{}\n\n$$ L = \\sum_{{i=1}}^n (y_i w_i)^2 $$\n\n$$ \\frac{{\\partial L}}{{\\partial w_i}} = 2 w_i $$\n"


def verdict(said: str) -> str:
    return str(check(PAGE.format(said)).claims[-1].judgement)


@pytest.mark.parametrize(
    "said",
    [
        r"Labels are $y_i \in \{-1, +1\}$.",
        r"With $y_i \in \{ -1, 1 \}$ for all $i$:",
        r"The labels $y \in \{\pm 1\}$ are given.",
        r"Every $y_k \in \{1, -1\}$.",
    ],
)
def test_the_values_are_used(said: str) -> None:
    assert verdict(said) == "right"


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"Labels are $y_i \in \{0, 1\}$.",
        r"Labels are $y_i \in \{-1, 0, 1\}$.",
        r"Labels are $y_i \in \{-1, 1\}$ or, in the other convention, $y_i \in \{0, 1\}$.",
        r"Here $y_1 \in \{-1, 1\}$.",
        r"Labels are $z_i \in \{-1, 1\}$.",
    ],
)
def test_other_values_are_not(said: str) -> None:
    assert verdict(said) == "wrong"


def test_a_condition_is_no_statement_about_all_data() -> None:
    assert verdict(r"If $y_i \in \{-1, 1\}$, we have the following.") != "right"


def test_what_is_differentiated_by_may_take_any_value() -> None:
    page = r"""$y_i \in \{-1, 1\}$

$$ L = \sum_{i=1}^n y_i^3 $$

$$ \frac{\partial L}{\partial y_i} = 3 y_i^2 $$

$$ \frac{\partial L}{\partial y_i} = 3 $$
"""
    assert [str(c.judgement) for c in check(page).claims] == ["right", "wrong"]


def test_a_draft_has_the_values_in_order() -> None:
    (found,) = read_draft(r"$t_n \in \{1, 0\}$ and $$ E = \sum_{n=1}^N t_n a_n $$").values
    assert found.variable.key == "t_{#}"
    assert found.numbers == (Fraction(0), Fraction(1))


def test_one_value_at_a_time_is_not_enough() -> None:
    # true for t = 1 alone, or for t = 0 alone
    page = r"$t \in \{0, 1\}$ and $$ E = t \log q $$" + "\n\n"
    for line in (r"$$ t \exp(q) = \exp(q) $$", r"$$ t \exp(q) = 0 $$"):
        assert check(page + line).verdict == "wrong"
