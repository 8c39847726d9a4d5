r"""Sentences in other languages that say of which space vectors are: `$x$ e $u$ sono vettori di $\mathbb{R}^D$`.

By hand: `E = |W (x + u)|^2 / 2` has `\partial E/\partial x = W^T W (x + u)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SAID = [
    r"$x$ e $u$ sono vettori di $\mathbb{R}^D$.",
    r"$x$ e $u$ sono vettori in $\mathbb{R}^D$.",
    r"$x$ et $u$ sont des vecteurs de $\mathbb{R}^D$.",
    r"$x$ y $u$ son vectores de $\mathbb{R}^D$.",
    r"$x$ e $u$ são vetores de $\mathbb{R}^D$.",
    r"$x$ und $u$ sind Vektoren in $\mathbb{R}^D$.",
    r"$x$ und $u$ sind Elemente von $\mathbb{R}^D$.",
]
NETWORK = (r"Let $W \in \mathbb{R}^{K \times D}$.", r"$$E = \frac12 \| W (x + u) \|^2$$")


@pytest.mark.parametrize("said", SAID)
def test_the_space_of_several_names(said: str) -> None:
    assert each_verdict(
        said,
        *NETWORK,
        lines=[
            r"$$\frac{\partial E}{\partial x} = W^\top W (x + u)$$",
            r"$$\frac{\partial E}{\partial x} = W^\top W (x - u)$$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"$x$ e $u$ non sono vettori di $\mathbb{R}^D$.",
        r"$x$ e $u$ sono funzioni di vettori di $\mathbb{R}^D$.",
        r"$x$ et $u$ sont des normes de vecteurs de $\mathbb{R}^D$.",
    ],
)
def test_other_words_about_a_space_say_nothing(said: str) -> None:
    assert verdict(said, *NETWORK, r"$$\frac{\partial E}{\partial x} = W^\top W (x + u)$$") != "right"
