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


SIGNS = r"$$ y_i = \sum_j w_{ij} x_j, \quad E = \sum_i (-1)^i (y_i - t_i)^2 $$"
LINE = r"\frac{\partial E}{\partial w_{ij}} = 2 (y_i - t_i) x_j"


@pytest.mark.parametrize(
    "behind",
    [r"$$ for $i \equiv 0 \bmod 2$", r"$$ for $i \equiv 0 \mod 2$", r"\quad (i \equiv 0 \bmod 2) $$",
     r", \quad i \equiv 0 \; (\text{mod } 2) $$"],
)  # fmt: skip
def test_a_modulus_may_be_spelled_otherwise(behind: str) -> None:
    assert verdict(SIGNS, f"$$ {LINE} {behind}") in ("right", "unreadable")
    assert verdict(SIGNS, f"$$ {LINE.replace('2 (', '-2 (')} {behind}") != "right"


@pytest.mark.parametrize("words", ["for even $i$", "for $i \\equiv 0$ (mod 2)", "für gerade $i$", "pour $i$ pair"])
def test_lines_for_every_other_entry_are_not_wrong(words: str) -> None:
    assert verdict(SIGNS, f"$$ {LINE} $$ {words}") != "wrong"
