r"""Derivatives named for some layers, `\delta^{(l)} = \partial J/\partial z^{(l)}` for `l \ge 3`: other layers have
their own definition, or none.

By hand: with delta^(3)_i = z^(3)_i - y_i and, as the page defines it, d^(2)_i = sum_j w^(3)_ji delta^(3)_j, the slope
f'(z^(2)_i) is missing in d^(2) and stands in the derivative by w^(2)_ij.
"""

from __future__ import annotations

import pytest

from .judging import verdict

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
    assert verdict(NET, told, OWN, WITH_SLOPE) == "right"
    assert verdict(NET, told, OWN, WITHOUT) == "wrong"


@pytest.mark.parametrize("told", [rf"$${NAMED}$$ ( $l \ge 2$ )", rf"Here ${NAMED}$ for $l = 2, 3$.", rf"$${NAMED}$$"])
def test_a_layer_that_it_holds(told: str) -> None:
    """There the line about layer 2 is a claim."""
    assert verdict(NET, told, OWN) == "wrong"
    assert verdict(NET, told, WITHOUT) == "right"
    assert verdict(NET, told, WITH_SLOPE) == "wrong"


@pytest.mark.parametrize("words", ["Except for the hidden layer, ", "In all layers but the hidden layer, "])
def test_a_layer_that_words_leave_out(words: str) -> None:
    """Which number it has nobody says."""
    last = r"$$ \delta_i^{(3)} = z_i^{(3)} - y_i $$"
    for line in (OWN, WITH_SLOPE, WITHOUT, last):
        assert verdict(NET, f"{words}${NAMED}$.", OWN, line) not in ("right", "wrong")
    assert verdict(NET, f"Nothing is excepted. In any layer ${NAMED}$.", WITHOUT) == "right"
