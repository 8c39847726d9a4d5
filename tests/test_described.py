"""Data described in words, diagonals, sums over letters that differ: what a page means by them, as measured by hand."""

from __future__ import annotations

import pytest

from .judging import check

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


@pytest.mark.parametrize(
    "words",
    [
        "The rating of $i$ has a weight $m_{ui}$, with $m_{ui} = 0$ where there is no rating.",
        "The weights are $m_{ui}$; $m_{ui} = 0$ where user $u$ has not seen item $i$.",
        "Here $m_{ui} = 0$ wherever nothing is known.",
        "For unrelated $u$ and $i$ we set $m_{ui} = 0$.",
        "If the rating of $i$ by $u$ is missing, $m_{ui} = 0$.",
        "Between users $u$ and items $i$ without a rating, $m_{ui} = 0$.",
    ],
)
def test_a_value_in_places_that_words_name(words: str) -> None:
    """It is no value of all entries, and no case of the line below."""
    assert verdicts(words + RATED) == ["right", "wrong"]


def test_the_other_value_is_not_told() -> None:
    squared = RATED.replace("m_{ui} (r_{ui} - b_u)^2", "m_{ui}^2 (r_{ui} - b_u)^2")
    assert verdicts("Here $m_{ui} = 1$ where user $u$ has rated item $i$." + squared) == ["unproved", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        "For every user $u$ we set $m_{ui} = 1$.",
        "The weights are $m_{ui} = 1$, where $m_{ui}$ is the weight of a rating.",
        "Here $m_{ui} = 1$, where one stands for a rating that counts.",
        "Here $m_{ui} = 1$, where we treat all ratings alike.",
    ],
)
def test_letters_explained_behind_a_value(words: str) -> None:
    assert verdicts(words + RATED) == ["right", "right"]


def test_of_all_entries_whatever_is_denied_of_them() -> None:
    assert verdicts("For all $u$ and $i$, not only the first, $m_{ui} = 1$." + RATED) == ["right", "unproved"]


def test_a_value_without_a_description_is_a_definition() -> None:
    assert verdicts(r"All are known, so that $m_{ui} = 1$." + RATED) == ["right", "right"]
    assert verdicts(r"All are known: $m_{ui} = 1$ for all $u$ and $i$." + RATED) == ["right", "right"]


def test_values_in_cases_by_words_that_are_no_numbers_are_not_read() -> None:
    cases = r"$$ m_{ui} = \begin{cases} v_u & \text{if user $u$ is new} \\ 0 & \text{otherwise} \end{cases} $$"
    assert "right" not in verdicts(cases + RATED)


@pytest.mark.parametrize(
    "words",
    [
        "Between units $i$ and $j$ with a connection, $w_{ij} = 1$.",
        "Along the edges, $w_{ij} = 1$.",
        "Missing edges: $w_{ij} = 0$.",
        "隣接する $i$ と $j$ に対して $w_{ij} = 1$ とする。",
        "For unrelated $i$ and $j$ we set $w_{ij} = 0$, otherwise $w_{ij} = 1$.",
        "For neighbouring $i$ and $j$ we set $w_{ij} = 1$, for all other pairs $w_{ij} = 0$.",
        "Here $w_{ij} = 1$ where there is an edge and $w_{ij} = 0$ where there is none.",
    ],
)
def test_what_rests_on_values_in_places_is_open(words: str) -> None:
    page = r"$$ s_i = \sum_{j=1}^{N} w_{ij} x_j \qquad E = \frac12 \sum_{i=1}^N s_i^2 $$"
    page += "\n\n" + words + "\n\n" + r"$$ \frac{\partial E}{\partial x_k} = \sum_i s_i w_{ik} $$" + "\n\n"
    assert verdicts(page + r"$$ \sum_j w_{ij}^2 x_j = s_i $$") == ["right", "unproved"]


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


NOISY = r"""
$$ E = \sum_{n=1}^N (t_n - \sum_{j=1}^M w_j x_{nj})^2 $$

$$ \frac{\partial E}{\partial w_j} = -2 \sum_{n=1}^N x_{nj} (t_n - \sum_{k=1}^M w_k x_{nk}) $$

$$ \frac{\partial E}{\partial w_j} = 0 $$
"""


@pytest.mark.parametrize("noise", [r"\text{noise}", r"\epsilon_n", r"\varepsilon_n"])
def test_data_that_a_model_generates_are_given(noise: str) -> None:
    model = rf"We assume the model $t_n = \sum_j w_j x_{{nj}} + {noise}$." + "\n"
    assert verdicts(model + NOISY) == ["right", "wrong"]


def test_a_sample_with_noise_is_computed() -> None:
    page = r"""A sample is $z_j = m_j + \epsilon_j$ and $E = \sum_{j=1}^J z_j^2$.

$$ \frac{\partial E}{\partial m_j} = 2 z_j $$

$$ \frac{\partial E}{\partial m_j} = 0 $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_delta_by_which_is_divided_is_no_kronecker_delta() -> None:
    page = r"""$$ S = \sum_{i<j} \frac{(\delta_{ij} - d_{ij})^2}{\delta_{ij}} $$

$$ \frac{\partial S}{\partial d_{ij}} = -2 \frac{\delta_{ij} - d_{ij}}{\delta_{ij}} \qquad (i < j) $$

$$ \frac{\partial S}{\partial d_{ij}} = 2 \frac{d_{ij}}{\delta_{ij}} \qquad (i < j) $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_name_for_a_probability_that_nothing_defines_is_given() -> None:
    page = r"""Let $\phi_{wz} = P(w|z)$, $\theta_{zd} = P(z|d)$ and $r_{wd} = \sum_{z=1}^K \phi_{wz} \theta_{zd}$.

$$ L = \sum_{d=1}^D \sum_{w=1}^W n_{dw} \log r_{wd} $$

$$ \frac{\partial L}{\partial \theta_{zd}} = \sum_{w=1}^W \frac{n_{dw}}{r_{wd}} \phi_{wz} $$

$$ \frac{\partial L}{\partial \theta_{zd}} = \sum_{w=1}^W \frac{n_{dw}}{r_{wd}} $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_shape_that_is_an_exponent_may_be_differentiated_by() -> None:
    page = r"""$$ H = \sum_{i=1}^n \left( t_i^k + (k - 1) \ln t_i \right) $$

$$ \frac{\partial H}{\partial k} = \sum_{i=1}^n (t_i^k + 1) \ln t_i $$

$$ \frac{\partial H}{\partial k} = \sum_{i=1}^n (k t_i^{k-1} + \ln t_i) $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_delta_within_a_sum_by_which_is_divided_is_kroneckers() -> None:
    page = r"""$$ y_k = \frac{e^{z_k}}{\sum_{m=1}^{K} e^{z_m}} \quad E = \sum_{k=1}^{K} t_k y_k $$ ($1 \le k \le K$)

$$ \frac{\partial E}{\partial y_l} = \frac{t_l \, y_l}{\sum_{i=1}^{K} \delta_{i,l} y_i} $$ ($1 \le l \le K$)
"""
    assert verdicts(page) == ["right"]
