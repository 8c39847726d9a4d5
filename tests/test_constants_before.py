r"""The unit that is always 1, `x_0^{(l)} = 1`, is one among the inputs, too, where no range stands beside it."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

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
    assert str(claim.judgement) == "wrong"
