r"""Letters that words call labels, `The superscripts $c$ and $g$ of $w^c_i$ and $w^g_i$ are labels`, beside a number g.

By hand: `w^g_i = g w^c_i + (1 - g) u_i` and `E = \frac12 \sum_i (w^g_i - d_i)^2` have `\partial E/\partial g = \sum_i
(w^g_i - d_i) (w^c_i - u_i)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

GATED = (
    r"$$w^c_i = \tanh(k_i)$$ ( $i = 1, \dots, N$ )",
    r"$$w^g_i = g w^c_i + (1-g) u_i$$",
    r"$$E = \frac12 \sum_{i=1}^{N} (w^g_i - d_i)^2$$",
)
BY_G = r"$$\frac{\partial E}{\partial g} = \sum_{i=1}^{N} (w^g_i - d_i) (w^c_i %s u_i)$$"
SAID = [
    r"The superscripts $c$ and $g$ of $w^c_i$ and $w^g_i$ are labels.",
    r"Here the superscripts $c$, $g$ are just labels; $g$ is a number.",
    r"The scripts $c$ and $g$ are merely names.",
]


@pytest.mark.parametrize("said", SAID)
def test_they_are_parts_of_names(said: str) -> None:
    assert each_verdict(said, *GATED, lines=[BY_G % "-", BY_G % "+"]) == ["right", "wrong"]


@pytest.mark.parametrize("said", ["", r"The superscripts $c$ and $g$ are not labels.", r"$y_i$ are the labels."])
def test_without_such_words_they_stay_open(said: str) -> None:
    assert verdict(said, *GATED, BY_G % "+") not in ("right",)


def test_an_index_modulo_a_size_is_told() -> None:
    page = (r"$$y_i = \sum_{j=0}^{N-1} x_j s_{(i-j) \bmod N}$$", r"$$E = \sum_i y_i^2$$")
    found = each_verdict(
        *page,
        lines=[r"$$\frac{\partial E}{\partial y_i} = 2 y_i$$", r"$$\frac{\partial E}{\partial s_l} = \sum_j x_j$$"],
    )
    assert found[0] != "wrong"
    assert found[1] not in ("right", "wrong")
