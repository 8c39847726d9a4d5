r"""A derivative that is 0 for a slip: who leaves `u_1` out of `f(h_1 u_1 + h_2 u_2)` says nothing of h."""

from __future__ import annotations

import pytest

import symderiv as sd

NETWORK = r"""$$ o = f(h_1 u_1 + h_2 u_2) $$

$$ E = \frac12 (o - t)^2 $$

$$ \frac{\partial E}{\partial u_1} = (o - t) f'(h_1 u_1 + h_2 u_2) h_1 $$

"""


@pytest.mark.parametrize(
    "slip",
    [
        r"\frac12 \frac{\partial}{\partial u_1} (f(h_1 + h_2 u_2) - t)^2",
        r"\frac12 \frac{\partial}{\partial u_1} (f(h_2 u_2) - t)^2",
    ],
)
def test_such_a_slip_costs_its_own_line_alone(slip: str) -> None:
    claims = sd.check(rf"{NETWORK}$$ \frac{{\partial E}}{{\partial u_1}} = {slip} $$").claims
    assert [str(c.judgement) for c in claims] == ["right", "wrong"]


def test_what_depends_on_a_weight_that_stands_nowhere_in_it_is_not_known() -> None:
    page = r"""$$ E = \frac12 (y - t)^2 + \lambda \theta^2 $$

$$ \frac{\partial E}{\partial \theta} = 2 \lambda \theta $$

$$ \frac{\partial E}{\partial \theta} = \frac12 \frac{\partial}{\partial \theta} (y - t)^2 + 2 \lambda \theta $$
"""
    assert str(sd.check(page).claims[0].judgement) == "unproved"
