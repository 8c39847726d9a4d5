r"""Equations with the sign of identity."""

from __future__ import annotations

import pytest

from tests.judging import verdict

PAGE = r"""+++
title = "a model"
objective = "E"
+++
## Network
$$ \phi(x) \equiv \sum_{i=1}^n w_i x_i $$
$$ E \equiv (\phi(x) - t)^2 $$
## Derivation"""


@pytest.mark.parametrize(("right", "expected"), [(r"2 (\phi(x) - t) x_i", "right"), (r"2 (\phi(x) - t) w_i", "wrong")])
@pytest.mark.parametrize("sign", ["=", r"\equiv", "≡"])
def test_an_identity_is_an_equation(sign: str, right: str, expected: str) -> None:
    assert verdict(PAGE, rf"$$ \frac{{\partial E}}{{\partial w_i}} {sign} {right} $$") == expected


def test_a_congruence_is_none() -> None:
    page = PAGE.replace(r"\sum_{i=1}^n w_i x_i", r"\sum_{i=1, \, i \equiv 1 \pmod{2}}^n w_i x_i")
    assert verdict(page, r"$$ \frac{\partial E}{\partial w_1} = 2 (\phi(x) - t) x_1 $$") == "right"
    assert verdict(page, r"$$ \frac{\partial E}{\partial w_2} = 2 (\phi(x) - t) x_2 $$") != "right"
