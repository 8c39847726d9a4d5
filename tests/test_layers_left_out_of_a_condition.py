r"""Derivatives named for some layers, `\delta^{(l)} = \partial J/\partial z^{(l)}` for `l \ge 3`: other layers have
their own definition, or none.

By hand: with delta^(3)_i = z^(3)_i - y_i and, as the page defines it, d^(2)_i = sum_j w^(3)_ji delta^(3)_j, the slope
f'(z^(2)_i) is missing in d^(2) and stands in the derivative by w^(2)_ij.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""
$$ z_i^{(2)} = \sum_j w_{ij}^{(2)} a_j^{(1)}, \quad a_i^{(2)} = g(z_i^{(2)}) $$

$$ z_i^{(3)} = \sum_j w_{ij}^{(3)} a_j^{(2)} $$

$$ C = \frac12 \sum_i (z_i^{(3)} - y_i)^2 $$
"""
NAMED = r"\delta_i^{(l)} = \frac{\partial C}{\partial z_i^{(l)}}"
OWN = r"$$ \delta_i^{(2)} = \sum_j w_{ji}^{(3)} \delta_j^{(3)} $$"
WITH_SLOPE = r"$$ \frac{\partial C}{\partial w_{ij}^{(2)}} = \delta_i^{(2)} g'(z_i^{(2)}) a_j^{(1)} $$"
WITHOUT = WITH_SLOPE.replace("g'(z_i^{(2)}) ", "")
TOLD = [
    rf"$${NAMED}$$ ( $l = 3$ )",
    rf"$${NAMED}$$ ( $l \ge 3$ )",
    rf"Here ${NAMED}$ for $l \ne 2$.",
    rf"Here ${NAMED}$ for $l > 2$.",
]


@pytest.mark.parametrize("told", TOLD)
def test_a_layer_that_the_condition_leaves_out(told: str) -> None:
    assert each_verdict(NET, told, OWN, lines=[WITH_SLOPE, WITHOUT]) == ["right", "wrong"]


@pytest.mark.parametrize("told", [rf"$${NAMED}$$ ( $l \ge 2$ )", rf"Here ${NAMED}$ for $l = 2, 3$.", rf"$${NAMED}$$"])
def test_a_layer_that_it_holds(told: str) -> None:
    """There the line about layer 2 is a claim."""
    assert each_verdict(NET, told, lines=[OWN, WITHOUT, WITH_SLOPE]) == ["wrong", "right", "wrong"]


@pytest.mark.parametrize("words", ["Except for the hidden layer, ", "In all layers but the hidden layer, "])
def test_a_layer_that_words_leave_out(words: str) -> None:
    """Which number it has nobody says."""
    last = r"$$ \delta_i^{(3)} = z_i^{(3)} - y_i $$"
    cases = (OWN, WITH_SLOPE, WITHOUT, last)
    for line, found in zip(cases, each_verdict(NET, f"{words}${NAMED}$.", OWN, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line
    assert verdict(NET, f"Nothing is excepted. In any layer ${NAMED}$.", WITHOUT) == "right"
