"""Data described in words, diagonals, sums over letters that differ: what a page means by them, as measured by hand."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

RATED = r"""
$$ C = \sum_{u=1}^{U} \sum_{i=1}^{I} m_{ui} (r_{ui} - b_u)^2 $$

$$ \frac{\partial C}{\partial b_u} = -2 \sum_{i=1}^{I} m_{ui} (r_{ui} - b_u) $$

$$ \frac{\partial C}{\partial b_u} = -2 \sum_{i=1}^{I} (r_{ui} - b_u) $$
"""


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for c in check(text).claims for link in c.links]


@pytest.mark.parametrize(
    "words",
    [
        r"Let $m_{ui} = 1$ if user $u$ has rated item $i$ and $0$ otherwise.",
        r"Here $m_{ui} = 1$ means that user $u$ has rated item $i$, and $m_{ui} = 0$ that there is no rating.",
        r"We write $m_{ui} = 1$ for observed ratings and $m_{ui} = 0$ for missing ones.",
        r"$$ m_{ui} = \begin{cases} 1 & \text{if user $u$ has rated item $i$} \\ 0 & \text{otherwise} \end{cases} $$",
        "Ratings may be missing, which $m_{ui}$ tells.",
    ],
)
def test_a_value_described_in_words_is_data(words: str) -> None:
    assert verdicts(words + RATED) == ["right", "wrong"]


def test_a_value_without_a_description_is_a_definition() -> None:
    assert verdicts(r"All are known, so that $m_{ui} = 1$." + RATED) == ["right", "right"]
    assert verdicts(r"All are known: $m_{ui} = 1$ for all $u$ and $i$." + RATED) == ["right", "right"]


def test_values_in_cases_by_words_that_are_no_numbers_are_not_read() -> None:
    cases = r"$$ m_{ui} = \begin{cases} v_u & \text{if user $u$ is new} \\ 0 & \text{otherwise} \end{cases} $$"
    assert "right" not in verdicts(cases + RATED)


LIKELIHOOD = r"""
$$ \ell = \sum_{i=1}^{n} \sum_{j=1}^{n} w_{ij} \log (a_i + 2 a_j) $$

$$ \frac{\partial \ell}{\partial a_i} = 0 $$

$$ \frac{\partial \ell}{\partial a_k} = \sum_{j=1}^{n} \left( \frac{w_{kj}}{a_k + 2 a_j} + \frac{2 w_{jk}}{a_j + 2 a_k}
\right) $$

$$ \frac{\partial \ell}{\partial a_k} = \sum_{j \ne k} \left( \frac{w_{kj}}{a_k + 2 a_j} + \frac{2 w_{jk}}{a_j + 2 a_k}
\right) $$
"""


def test_entries_off_a_diagonal_that_is_0_are_given() -> None:
    assert verdicts("Player $i$ beats player $j$ as often as $w_{ij}$ says ($w_{ii} = 0$)." + LIKELIHOOD) == [
        "wrong",
        "right",
        "right",
    ]
    assert verdicts("Player $i$ beats player $j$ as often as $w_{ij}$ says." + LIKELIHOOD) == [
        "wrong",
        "right",
        "wrong",
    ]


@pytest.mark.parametrize("diagonal", [r", \qquad p_{ii} = 0", r" \quad (j \ne i), \qquad p_{ii} = 0"])
def test_a_diagonal_is_excepted_from_what_defines_the_others(diagonal: str) -> None:
    page = r"""$$ p_{ij} = e^{d_i d_j}%s $$

$$ f = \sum_{i=1}^{n} \sum_{j=1}^{n} p_{ij} $$

$$ f = \sum_{i=1}^{n} \sum_{j \ne i} e^{d_i d_j} $$

$$ f = \sum_{i=1}^{n} \sum_{j=1}^{n} e^{d_i d_j} $$
"""
    assert verdicts(page % diagonal) == ["right", "wrong"]


def test_a_sum_over_letters_that_differ_runs_over_both() -> None:
    page = r"""$$ Z = \sum_{k \ne l} w_k w_l \qquad S = \sum_{k=1}^{n} w_k $$

$$ Z = S^2 - \sum_{k=1}^{n} w_k^2 $$

$$ \frac{\partial Z}{\partial w_i} = 2 \sum_{k \ne i} w_k $$

$$ \frac{\partial Z}{\partial w_i} = \sum_{k \ne i} w_k $$
"""
    assert verdicts(page) == ["right", "right", "wrong"]


def test_a_fixed_letter_under_a_sum_stays_fixed() -> None:
    page = r"""$$ p_k = \frac{e^{z_k}}{\sum_{j=1}^{K} e^{z_j}}, \qquad L = -\log p_y $$

$$ M = \sum_{k \ne y} z_k z_y $$

$$ \frac{\partial M}{\partial z_y} = \sum_{k \ne y} z_k $$

$$ \frac{\partial M}{\partial z_y} = 2 \sum_{k \ne y} z_k $$
"""
    assert verdicts(page) == ["right", "wrong"]
