r"""Words that give the last layer another function than the formulas of all layers."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

NET = r"For $l = 1, \dots, L$: $a^l_k = \phi(z^l_k)$, $z^l_k = \sum_{j=1}^{M_{l-1}} w^l_{kj} a^{l-1}_j$."
LOSS = r"$E = \frac12\sum_k (t_k - a^L_k)^2$."
AS_TYPED = r"$$\frac{\partial E}{\partial z^L_k} = (a^L_k - t_k) \phi'(z^L_k)$$"
AS_SAID = r"$$\frac{\partial E}{\partial z^L_k} = a^L_k - t_k$$"
WEIGHTS = r"$$\frac{\partial E}{\partial w^L_{kj}} = \frac{\partial E}{\partial z^L_k} a^{L-1}_j$$"


@pytest.mark.parametrize(
    "words",
    [
        "The output layer is linear.",
        "La couche de sortie est linéaire.",
        "Die Ausgabeschicht ist linear.",
        "出力層は恒等関数である。",
        "输出层是线性的。",
        "La capa de salida es lineal.",
        "The hidden layers are nonlinear and the last layer has no activation.",
    ],
)
def test_a_linear_last_layer(words: str) -> None:
    assert [verdict(NET, words, LOSS, x) for x in (AS_TYPED, AS_SAID)] == ["unproved"] * 2
    assert each_verdict(NET, words, LOSS, lines=[WEIGHTS, WEIGHTS.replace("L-1", "L")]) == ["right", "wrong"]


@pytest.mark.parametrize("words", ["The hidden layer is linear.", "The output layer is not linear.", ""])
def test_words_that_say_nothing_of_it(words: str) -> None:
    assert [verdict(NET, words, LOSS, x) for x in (AS_TYPED, AS_SAID)] == ["right", "wrong"]


def test_a_formula_of_the_last_layer() -> None:
    net = (
        r"$$z_j = \sum_i w_{ji} x_i, \quad h_j = f(z_j), \quad y_k = \sum_j v_{kj} h_j$$",
        "The output layer is linear.",
    )
    loss = r"$$E = \frac12 \sum_k (y_k - t_k)^2$$"
    line = r"$$\frac{\partial E}{\partial v_{kj}} = (y_k - t_k) h_j$$"
    assert each_verdict(*net, loss, lines=[line, line.replace("h_j", "f'(z_j)")]) == ["right", "wrong"]
