"""Softmax written with entries in the ways that people write it, and where it is none of entries."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"$$a_k = \sum_j W_{kj} h_j, \quad @, \quad C = - \sum_k y_k \log \hat y_k$$" + "\n\n"
LINE = r"$$\frac{\partial \hat y_k}{\partial a_m} = \hat y_k ([k = m] - \hat y_m)$$"


def judged(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


@pytest.mark.parametrize(
    "softmax",
    [
        r"\hat y_k = \mathrm{softmax}(a)_k",
        r"\hat y_k = \text{softmax}(a_k)",
        r"\hat y_k = softmax_k(a)",
        r"\hat y_k = [\operatorname{softmax}(a)]_k",
        r"\hat y_k = (\mathrm{softmax}(\mathbf{a}))_k",
        r"\hat y = \mathrm{softmax}(a)",
    ],
)
def test_every_way_is_the_quotient(softmax: str) -> None:
    page = NETWORK.replace("@", softmax)
    assert judged(page + LINE) == ["right"]
    assert judged(page + LINE.replace("- ", "+ ")) == ["wrong"]


def test_the_last_index_is_the_one_of_the_classes() -> None:
    page = (
        r"$$z_{nk} = \sum_d x_{nd} w_{dk}, \quad p_{nk} = \mathrm{softmax}(z_{nk}), "
        r"\quad L = -\sum_n \sum_k t_{nk} \log p_{nk}$$ with $\sum_k t_{nk} = 1$."
        "\n\n"
    )
    right = r"$$\frac{\partial L}{\partial w_{dk}} = \sum_n (p_{nk} - t_{nk}) x_{nd}$$"
    assert judged(page + right) == ["right"]
    assert judged(page + right.replace("- t", "+ t")) == ["wrong"]


def test_an_index_says_over_which_it_is_taken() -> None:
    page = (
        r"Let $e_{ij} = \sum_d q_{id} k_{jd}$, $\alpha_{ij} = \mathrm{softmax}_j(e_{ij})$ "
        r"and $L = \sum_{i,j} \alpha_{ij} r_{ij}$."
        "\n\n"
    )
    right = r"$$\frac{\partial \alpha_{ij}}{\partial e_{im}} = \alpha_{ij}(\delta_{jm} - \alpha_{im})$$"
    assert judged(page + right)[-1] == "right"
    assert judged(page + right.replace("- ", "+ "))[-1] == "wrong"
    assert judged(page.replace("max}_j", "max}_i") + right)[-1] == "wrong"


def test_a_vector_at_a_time_is_no_entry() -> None:
    page = r"$$s_t = \tanh(U x_t + W s_{t-1}), \quad o_t = V s_t, \quad \hat y_t = \mathrm{softmax}(o_t)$$" + "\n\n"
    found = judged(page + r"$$\frac{\partial \hat y_t}{\partial o_t} = \hat y_t (1 - \hat y_t)$$")
    assert "right" not in found
