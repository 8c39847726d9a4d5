r"""A name with a prime that the front matter calls the objective, `\mathcal{L}'` beside `\mathcal{L}`."""

from __future__ import annotations

import pytest

from tests.judging import each_verdict, verdict

FRONT = """+++
objective = "\\\\mathcal{L}'"
[ranges]
"j" = "1..D"
"k" = "1..D"
"n" = "1..N"
"m" = "1..M"
+++"""
NETWORK = (
    r"$$ e_n = \sum_{j=1}^{D} x_{nj} \theta_j - y_n $$",
    r"$$ \mathcal{L} = \frac{1}{2} \sum_{n=1}^{N} {e_n}^2 $$",
    r"$$ \theta'_j = \theta_j - \alpha \sum_{n=1}^{N} e_n x_{nj} $$",
    r"$$ e'_m = \sum_{j=1}^{D} x'_{mj} \theta'_j - y'_m $$",
    r"$$ \mathcal{L}' = \frac{1}{2} \sum_{m=1}^{M} {e'_m}^2 $$",
    r"Here $X = (x_{nj})$, $X' = (x'_{mj})$, $\theta = (\theta_j)$, $e = (e_n)$, $e' = (e'_m)$.",
)
LINES = {
    r"$$ \frac{\partial \mathcal{L}'}{\partial \theta'_j} = \sum_m e'_m x'_{mj} $$": "right",
    r"$$ \frac{\partial \mathcal{L}'}{\partial \theta_j} = \sum_m e'_m x'_{mj} $$": "wrong",
    r"$$ \frac{\partial \mathcal{L}'}{\partial \alpha} = - e'^T X' X^T e $$": "right",
    r"$$ \frac{\partial \mathcal{L}'}{\partial \alpha} = e'^T X' X^T e $$": "wrong",
    r"$$ \nabla_\theta \mathcal{L}' = (I - \alpha X^T X) X'^T e' $$": "right",
    r"$$ \nabla_\theta \mathcal{L}' = (I + \alpha X^T X) X'^T e' $$": "wrong",
    r"$$ \frac{\partial \mathcal{L}'}{\partial \theta_k} = \sum_{j} \frac{\partial \mathcal{L}'}{\partial \theta'_j}"
    r" ( \delta_{jk} - \alpha \frac{\partial^2 \mathcal{L}}{\partial \theta_j \partial \theta_k} ) $$": "right",
    r"$$ \frac{\partial \mathcal{L}'}{\partial \theta_k} = \sum_{j} \frac{\partial \mathcal{L}'}{\partial \theta'_j}"
    r" ( \delta_{jk} - \frac{\partial^2 \mathcal{L}}{\partial \theta_j \partial \theta_k} ) $$": "wrong",
}
BY_ALPHA = r"$$ \frac{\partial \mathcal{L}'}{\partial \alpha} = - \sum_m \sum_j \sum_n e'_m x'_{mj} e_n x_{nj} $$"


def test_the_objective_is_a_name() -> None:
    assert each_verdict(FRONT, *NETWORK, lines=LINES) == list(LINES.values())


@pytest.mark.parametrize("front", [FRONT, FRONT.replace("\\\\mathcal{L}'", "\\\\mathcal{L}")])
def test_another_objective_leaves_it_open(front: str) -> None:
    assert verdict(front, *NETWORK, BY_ALPHA) == ("right" if front == FRONT else "unproved")


@pytest.mark.parametrize("name", ["J", "E"])
def test_other_letters(name: str) -> None:
    page = [x.replace(r"\\mathcal{L}", name).replace(r"\mathcal{L}", name) for x in (FRONT, *NETWORK, BY_ALPHA)]
    assert verdict(*page) == "right"
    assert verdict(*page[:-1], page[-1].replace("e'_m", "e_m")) != "right"
