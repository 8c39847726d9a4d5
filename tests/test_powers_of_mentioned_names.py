r"""Powers of names that lines have with even numbers only, and sentences alone: `\sigma^2`, `\sigma^4` of `$\sigma$`.

By hand: with `u = \sum_i x_i w_i / s^2`, the second derivative of `e^u` by `x_m` is `w_m^2 e^u / s^4`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

PAGE = r"""Let $x_i$, $i = 1, \dots, n$, be inputs, $w_i$ weights, and @.

$$ F = e^{\sum_{i=1}^{n} \frac{x_i w_i}{\sigma^2}} $$"""
SECOND = r"$$ \frac{\partial^2 F}{\partial x_m^2} = \frac{w_m^2}{\sigma^4} F $$"


@pytest.mark.parametrize(
    "words",
    [
        r"$\sigma$ is a constant",
        r"$\sigma > 0$ a constant",
        r"$\sigma \in \mathbb{R}$ a constant",
        r"$\sigma^2$ is the variance",
    ],
)
def test_even_powers_of_a_constant(words: str) -> None:
    page = PAGE.replace("@", words)
    assert each_verdict(
        page, lines=[SECOND, SECOND.replace("^4", "^2"), SECOND.replace("w_m^2", "w_m"), SECOND.replace("^4", "^6")]
    ) == ["right", "wrong", "wrong", "wrong"]


def test_odd_powers_of_a_deviation() -> None:
    page = PAGE.replace("@", r"$\sigma$ is a constant")
    line = r"$$ \frac{\partial F}{\partial \sigma} = -2 F \frac{\sum_{i=1}^{n} x_i w_i}{\sigma^3} $$"
    assert each_verdict(page, lines=[line, line.replace("^3", "^4")]) == ["right", "wrong"]


def test_numbers_of_layers_stay_numbers() -> None:
    page = r"""Let $a$ be the activations, $n$ in each layer.

$$ a^2_i = \sum_{j=1}^n w^2_{ij} x_j, \quad a^3_i = \tanh(a^2_i), \quad a^4_i = \sum_{j=1}^n w^4_{ij} a^3_j $$"""
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial a^4_i}{\partial a^3_j} = w^4_{ij} $$",
            r"$$ \frac{\partial a^4_i}{\partial a^3_j} = w^2_{ij} $$",
        ],
    ) == ["right", "wrong"]
