r"""The unit that is always 1, `x_0^{(l)} = 1`, is one among the inputs, too, where no range stands beside it."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""The layers are $l = 1, \dots, L$; layer $l$ has $n_l$ units.

Biases are weights: $x^{(l)}_0 = 1$.

$$ z_j^{(l)} = \sum_{i=0}^{n_{l-1}} w_{ij}^{(l)} x_i^{(l-1)} $$

$$ x_j^{(l)} = f(z_j^{(l)}) $$

$$ E = \frac12 \sum_{j=1}^{n_L} (x_j^{(L)} - t_j)^2 $$

"""
BIAS = r"$$ \frac{\partial E}{\partial w_{0j}^{(l)}} = \frac{\partial E}{\partial z_j^{(l)}} $$"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (BIAS, "right"),
        (r"$$ \frac{\partial E}{\partial w_{0j}^{(1)}} = \frac{\partial E}{\partial z_j^{(1)}} $$", "right"),
        (BIAS.replace("w_{0j}", "w_{1j}"), "wrong"),
        (BIAS.replace("= ", "= -"), "wrong"),
        (BIAS.replace("w_{0j}", "w_{ij}").replace("}} $$", "}} x_i^{(l-1)} $$"), "right"),
        (BIAS.replace("w_{0j}", "w_{ij}").replace("}} $$", "}} x_i^{(l-1)} x_0^{(l-1)} $$"), "right"),
    ],
)
def test_a_unit_that_is_one_in_every_layer(line: str, verdict: str) -> None:
    (claim,) = check(PAGE + line + "\n").claims
    assert str(claim.judgement) == verdict


def test_where_the_layers_stand_beside_the_constant_the_inputs_are_given() -> None:
    page = PAGE.replace("$x^{(l)}_0 = 1$.", r"$x^{(l)}_0 = 1$ for $l = 1, \dots, L$.")
    (claim,) = check(page + BIAS + "\n").claims
    assert str(claim.judgement) == "unproved"


def test_an_input_that_is_said_twice_is_an_input() -> None:
    page = r"""The input is $x = a^1$. There are layers $l = 2, \dots, L$ of $n_l$ units.

$$ z^l_i = \sum_{j=1}^{n_{l-1}} w^l_{ij} a^{l-1}_j $$

$$ a^l_i = f(z^l_i) $$

$$ a^1_i = x_i $$

$$ C = \sum_{i=1}^{n_L} (y_i - a^L_i)^2 $$

$$ \frac{\partial C}{\partial z^L_i} = 2 (a^L_i - y_i) f'(z^L_i) $$

$$ \frac{\partial C}{\partial w^2_{ij}} = \frac{\partial C}{\partial z^2_i} x_j $$

$$ \frac{\partial C}{\partial w^2_{ij}} = \frac{\partial C}{\partial z^2_i} y_j $$
"""
    assert [str(c.judgement) for c in check(page).claims][:2] == ["right", "right"]
    assert str(check(page).claims[2].judgement) != "right"
