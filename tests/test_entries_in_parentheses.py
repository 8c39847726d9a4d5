"""Entries of an array with its input, the array in parentheses."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    '+++\nobjective = "J(\\\\Theta)"\n[ranges]\n"j" = "1..n"\n"k" = "1..K"\n+++',
    r"$$ z_k = \sum_{j=1}^n \Theta_{kj} x_j $$",
    r"$$ a_k = \sigma(z_k) $$",
)
COST = (
    r"$$ J(\Theta) = -\sum_{k=1}^K \left[ y_k \log (h_\Theta(x))_k + (1 - y_k) \log (1 - (h_\Theta(x))_k) \right] $$",
)
LINES = (
    r"$$ \frac{\partial J(\Theta)}{\partial z_k} = (h_\Theta(x))_k - y_k $$",
    r"$$ \frac{\partial J(\Theta)}{\partial \Theta_{kj}} = (a_k - y_k) x_j $$",
    r"$$ \frac{\partial J(\Theta)}{\partial z_k} = y_k - (h_\Theta(x))_k $$",
    r"$$ \frac{\partial J(\Theta)}{\partial \Theta_{kj}} = (a_k - y_k) a_k x_j $$",
)


@pytest.mark.parametrize("told", [r"$$ h_\Theta(x)_k = a_k $$", r"$$ (h_\Theta(x))_k = a_k $$"])
def test_entries_in_parentheses(told: str) -> None:
    assert each_verdict(*NETWORK, told, *COST, lines=LINES) == ["right", "right", "wrong", "wrong"]


def test_nothing_says_what_they_are() -> None:
    assert verdict(*NETWORK, *COST, LINES[1]) not in ("right", "wrong")
