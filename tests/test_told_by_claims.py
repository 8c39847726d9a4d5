"""Vectors that only claims show, and the labels of gates that are the names of variables."""

from __future__ import annotations

import pytest

from .judging import check

STEPS = r"""
For $t = 1, \dots, T$:

$$q^t = W x^t + U h^{t-1}, \quad h^t = \tanh(q^t)$$

The loss $E$ depends on $h^1, \dots, h^T$.
"""


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


@pytest.mark.parametrize("network", [STEPS, STEPS.replace("^", "_")])
def test_a_capital_that_a_claim_transposes_is_a_matrix(network: str) -> None:
    t, after = ("^t", "^{t+1}") if network is STEPS else ("_t", "_{t+1}")
    line = rf"$$\frac{{\partial E}}{{\partial h{t}}} = U^T \frac{{\partial E}}{{\partial q{after}}}$$ ($t < T$)"
    if network is STEPS:
        line = line.replace("h^t", "h^{t-1}").replace("q^{t+1}", "q^t")
    assert verdicts(network + line) == ["right"]
    assert verdicts(network + line.replace("U^T", "W^T")) != ["right"]


def test_a_vector_that_only_derivatives_show_with_an_index() -> None:
    line = r"$$\frac{\partial E}{\partial q^t_i} = \frac{\partial E}{\partial h^t_i} (1 - \tanh^2(q^t_i))$$"
    assert verdicts(STEPS + line) == ["right"]
    assert verdicts(STEPS + line.replace(r"\tanh^2(q^t_i)", r"\tanh(q^t_i)")) == ["wrong"]


GATES = r"""
For $t = 1, \dots, T$:

$$\begin{aligned}
\hat{a}^t &= W_c x^t + U_c h^{t-1}\\
\hat{i}^t &= W_i x^t + U_i h^{t-1}\\
a^t &= \tanh(\hat{a}^t) \\
i^t &= \sigma(\hat{i}^t) \\
c^t &= i^t \odot a^t + c^{t-1} \\
h^t &= \tanh(c^t)
\end{aligned}$$

The loss is $E = \sum_t \frac12 \|h^t - y^t\|^2$.
"""


def test_the_label_of_a_gate_is_the_letter_of_an_index_elsewhere() -> None:
    line = r"$$\frac{\partial E}{\partial i^t_i} = \frac{\partial E}{\partial c_i^t} a_i^t$$"
    assert verdicts(GATES + line) == ["right"]
    assert verdicts(GATES + line.replace("a_i^t", "i_i^t")) == ["wrong"]


def test_entries_in_products_show_no_vectors() -> None:
    page = r"""
$$z_j = \sum_i W_{ji} x_i, \quad F = \frac12 \sum_j (z_j - y_j)^2$$ ($i = 1, \dots, I$, $j = 1, \dots, J$)

$$\nabla_W F = (W x - y) x^T$$
"""
    assert verdicts(page) == ["right"]
    assert verdicts(page.replace("(W x - y) x^T", "x (W x - y)^T")) == ["wrong"]
