r"""Sums over a set that stands in definitions alone, `E = \sum_{k \in C} e_k^2`, beside sums without one."""

from __future__ import annotations

from symderiv.check.report import worst

from .judging import check

LAYERS = r"""
$$ v_k = \sum_{j=1}^{J} w_{kj} y_j, \quad v_j = \sum_{i=1}^{I} w_{ji} x_i, \quad y_j = \tanh(v_j) $$
$$ E = \frac12 \sum_{k \in C} (d_k - v_k)^2 $$

$$ \frac{\partial E}{\partial y_j} = -\sum_{k %s} (d_k - v_k) w_{kj} $$

$$ \frac{\partial E}{\partial y_j} = \sum_{k %s} (d_k - v_k) w_{kj} $$
"""


def front(k: str) -> str:
    return f'+++\n[ranges]\ni = "1..I"\nj = "1..J"\nk = "{k}"\n+++\n'


def verdicts(page: str) -> list[str]:
    return [str(worst([c.judgement])) for c in check(page).claims]


def test_a_sum_without_a_set_runs_over_the_set_of_the_definition() -> None:
    assert verdicts(front("1..K") + LAYERS % ("", "")) == ["right", "wrong"]
    assert verdicts(front("1..K") + LAYERS % (r"\in C", r"\in C")) == ["right", "wrong"]


def test_a_set_beside_the_whole_range_in_a_definition_is_a_part_of_it() -> None:
    page = r"""
$$ L = \sum_{n=1}^{N} (y_n - w x_n)^2, \quad M = \sum_{n \in B} (y_n - w x_n)^2 $$

$$ \frac{\partial M}{\partial w} = -2 \sum_{n=1}^{N} (y_n - w x_n) x_n $$
"""
    assert "right" not in verdicts(page)
    assert "right" not in verdicts(page.replace(r"\sum_{n=1}^{N} (y_n - w x_n)^2", r"\sum_n (y_n - w x_n)^2"))


RATED = r"$$ L = \sum_{u=1}^{U} \sum_{i \in I(u)} (w_{ui} - r_{ui})^2 $$"
LINKED = r"""$$ y_i = \sum_{j \in N_i} w_{ij} x_j, \quad i = 1, \dots, n $$
$$ E = \frac12 \sum_{i=1}^n (y_i - t_i)^2, \quad \delta_i = y_i - t_i $$"""


def line(page: str, latex: str) -> str:
    return verdicts(f"{page}\n\n$$ {latex} $$\n")[-1]


def test_a_line_may_be_meant_for_the_elements_of_a_set() -> None:
    """Of a pair beyond the set the derivative is 0; who gives another value means the pairs in it."""
    assert line(RATED, r"\frac{\partial L}{\partial w_{ui}} = 2 (w_{ui} - r_{ui})") == "unproved"
    assert line(RATED, r"\frac{\partial L}{\partial w_{vj}} = 2 (w_{vj} - r_{vj})") == "unproved"
    assert line(RATED, r"\frac{\partial L}{\partial w_{ui}} = w_{ui} - r_{ui}") == "wrong"
    assert line(RATED, r"\frac{\partial L}{\partial w_{vj}} = w_{vj} - r_{vj}") == "wrong"
    assert line(LINKED, r"\frac{\partial E}{\partial w_{ij}} = \delta_i x_j") == "unproved"
    assert line(LINKED, r"\frac{\partial E}{\partial w_{ij}} = \delta_j x_i") == "wrong"
    assert line(LINKED, r"\frac{\partial y_i}{\partial x_j} = w_{ij}") == "wrong"  # there is an x_j for each j


def test_a_name_for_a_derivative_may_be_meant_for_the_elements() -> None:
    page = RATED + "\n\n" + r"$$ d_{ui} = \frac{\partial L}{\partial w_{ui}} $$"
    assert line(page, r"d_{ui} = 2 (w_{ui} - r_{ui})") == "unproved"
    assert line(page, r"d_{ui} = w_{ui} - r_{ui}") == "wrong"


def test_a_sum_over_the_other_letter_is_of_all_elements() -> None:
    """Nothing on the left says which element is meant, so the set may not be left out."""
    assert line(LINKED, r"\frac{\partial E}{\partial x_j} = \sum_i \delta_i w_{ij}") == "wrong"
    assert line(LINKED, r"\frac{\partial E}{\partial x_j} = \sum_{i : j \in N_i} \delta_i w_{ij}") == "right"
    assert line(LINKED, r"\frac{\partial E}{\partial x_j} = \sum_{i : j \in N_i} \delta_i w_{ji}") == "wrong"


PAIRS = r"""$$ E = \sum_{i=1}^N \sum_{j \ne i} g_{ij}^2 x_j %s $$

for $i, j = 1, \dots, N$."""


def test_a_line_may_be_meant_for_pairs_of_different_letters() -> None:
    page = PAIRS % ""
    assert line(page, r"\frac{\partial E}{\partial g_{ij}} = 2 g_{ij} x_j") == "unproved"
    assert line(page, r"\frac{\partial E}{\partial g_{kl}} = 2 g_{kl} x_l") == "unproved"
    assert line(page, r"\frac{\partial E}{\partial g_{ij}} = 2 [i \ne j] g_{ij} x_j") == "right"
    assert line(page, r"\frac{\partial E}{\partial g_{ij}} = g_{ij} x_j") == "wrong"
    assert line(page, r"\frac{\partial E}{\partial x_j} = \sum_i g_{ij}^2") == "wrong"
    with_own = PAIRS % r"+ \sum_{i=1}^N g_{ii}"
    assert line(with_own, r"\frac{\partial E}{\partial g_{ij}} = 2 g_{ij} x_j") == "wrong"
    softmax = r"$$ p_i = \frac{e^{z_i}}{\sum_j e^{z_j}} $$ $$ E = \sum_i \sum_{j \ne i} p_i p_j $$"
    assert line(softmax, r"\frac{\partial p_i}{\partial z_j} = -p_i p_j") == "wrong"
