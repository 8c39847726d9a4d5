r"""Sums over a set that stands in definitions alone, `E = \sum_{k \in C} e_k^2`, beside sums without one."""

from __future__ import annotations

from symderiv.check.page import check
from symderiv.check.report import worst

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
