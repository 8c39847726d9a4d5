r"""A sentence that tells one of two arrays of layers, `z_2 = ((z_2)_i)`, leaves its entries what the page defines.

By hand: `z_2` put into the loss is the loss again, and the slope of half a square is its difference.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

NETWORK = r"""$$ (z_1)_i = \sum_{j=1}^{d} (W_1)_{ij} x_j $$ ($i = 1, \dots, h$)

$$ (z_2)_i = \sum_{j=1}^{h} (W_2)_{ij} \tanh((z_1)_j) $$ ($i = 1, \dots, k$)

$$ L = \frac12 \sum_{i=1}^{k} ((z_2)_i - y_i)^2 $$"""


@pytest.mark.parametrize(
    "said",
    ["$z_2 = ((z_2)_i)$", r"$z_2 \in \mathbb{R}^k$", "$z_1 = ((z_1)_i)$", "$z_1 = ((z_1)_i)$, $z_2 = ((z_2)_i)$"],
)
def test_the_second_form_of_the_loss(said: str) -> None:
    page = f"{NETWORK} Here {said}."
    assert each_verdict(
        page,
        lines=[
            r"$$ L = \frac12 \sum_i (\sum_j (W_2)_{ij} \tanh((z_1)_j) - y_i)^2 $$",
            r"$$ L = \frac12 \sum_i (\sum_j (W_2)_{ij} \tanh((z_1)_j) + y_i)^2 $$",
        ],
    ) == ["right", "wrong"]
    line = r"$$ \frac{\partial L}{\partial y_i} = y_i - (\sum_{j=1}^{h} (W_2)_{ij} \tanh((z_1)_j)) $$"
    assert each_verdict(page, lines=[line, line.replace("y_i - (", "y_i + (")]) == ["right", "wrong"]
