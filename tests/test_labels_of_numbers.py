r"""A number that is positive and a label as well, the lambda of `J_\lambda`, is no index for that."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""The model is $y_i = \sum_{j=1}^d w_j x_{ij}$, the targets are $t_i$, $i = 1, \dots, n$.

$$ E = \frac12 \sum_{i=1}^n (y_i - t_i)^2 $$

SAID

$$ E_P = E + \frac{P}{2} \sum_{j=1}^d w_j^2 $$

$$ \frac{\partial E_P}{\partial w_j} = \sum_{i=1}^n (y_i - t_i) x_{ij} + P w_j $$

$$ \frac{\partial E_P}{\partial w_j} = \sum_{i=1}^n (y_i - t_i) x_{ij} - P w_j $$

$$ \frac{\partial E_P}{\partial w_j} = \sum_{i=1}^n (y_i - t_i) x_{ij} + 2 P w_j $$
"""


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for c in check(page).claims for link in c.links]


@pytest.mark.parametrize("letter", [r"\lambda", r"\alpha", "C", "c"])
@pytest.mark.parametrize(
    "said",
    [
        "With the penalty, where $P > 0$ is the regularization parameter, the error is",
        r"where $P \ge 0$ is a parameter:",
    ],
)
def test_a_positive_number_may_be_a_label_as_well(letter: str, said: str) -> None:
    assert verdicts(PAGE.replace("SAID", said).replace("P", letter)) == ["right", "wrong", "wrong"]


def test_a_letter_beside_others_in_its_place_is_an_index() -> None:
    page = r"""$$ h_t = w h_{t-1} + \frac{x_t}{t} \quad (t > 0) $$ with $h_0 = 0$ and $E = \sum_{t=1}^T h_t$.

$$ \frac{\partial E}{\partial x_T} = \frac{1}{T} $$

$$ \frac{\partial E}{\partial x_T} = T $$
"""
    assert verdicts(page) == ["right", "wrong"]
