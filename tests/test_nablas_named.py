r"""Sentences that name a gradient, the nabla last: `denote the gradient of $C$ with respect to $a^L$ by $\nabla C$`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"For $l=1,\ldots,L$: $$z^l_k = \sum_{p=1}^{n_{l-1}} w^l_{kp} a^{l-1}_p$$ $$a^l_k = g(z^l_k)$$"
    r"$$C = \frac12 \sum_{i=1}^{n_L} (a^L_i - y_i)^2$$ $$\delta^l_k = \frac{\partial C}{\partial z^l_k}$$"
)
LINE = r"$$\delta^L = \nabla C \odot g'(z^L)$$"
VECTORS = r"$W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$, $t \in \mathbb{R}^m$. $$E = \frac12 \|W x - t\|^2$$"
GRADIENT = r"$$\nabla E = W^T (W x - t)$$"


@pytest.mark.parametrize(
    "words",
    [
        r"We denote the gradient of $C$ with respect to $a^L$ with $\nabla C$.",
        r"Here, we denote the product by entries with $\odot$ and the gradient of $C$ w.r.t. $a^L$ by $\nabla C$.",
        r"The gradient of the cost $C$ with respect to $a^L$ is denoted by $\nabla C$.",
        r"$C$ の $a^L$ に関する勾配を $\nabla C$ と書く。",
    ],
)
def test_of_the_last_layer(words: str) -> None:
    assert each_verdict(NET, words, lines=[LINE, LINE.replace("g'", "g")]) == ["right", "wrong"]
    assert verdict(NET, words.replace("$a^L$", "$z^L$"), LINE) != "right"


def test_of_a_vector() -> None:
    words = r"We write the gradient of $E$ with respect to $x$ as $\nabla E$."
    found = each_verdict(VECTORS, words, lines=[GRADIENT, GRADIENT.replace("W^T", "")])
    assert found[0] == "right"
    assert found[1] != "right"
    assert verdict(VECTORS, words.replace("$x$", "$t$"), GRADIENT) != "right"


@pytest.mark.parametrize(
    "words",
    [
        r"We do not denote the gradient of $C$ with respect to $a^L$ with $\nabla C$.",
        r"We denote minus the gradient of $C$ with respect to $a^L$ with $\nabla C$.",
        r"We denote the gradient of $C$ with respect to $a^L$ with $\nabla C$ divided by 2.",
        r"We denote the gradient of $D$ with respect to $a^L$ with $\nabla C$.",
        r"We compare the gradient of $C$ with respect to $a^L$ with $\nabla C$.",
        r"One might denote the gradient of $C$ with respect to $a^L$ by $\nabla C$.",
        r"We denote the gradient of $C$ with respect to $a^L$ by $\nabla C$. "
        r"We denote the gradient of $C$ with respect to $z^L$ by $\nabla C$.",
    ],
)
def test_what_says_something_else(words: str) -> None:
    assert verdict(NET, words, LINE) not in ("right", "wrong")
