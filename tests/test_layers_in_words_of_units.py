r"""Layers written by entries whose input stands in bold, and sentences that say for which layers a line is meant.

By hand: `\delta^{(l)}_j` of a layer below the last is `\sigma'(z^{(l)}_j) \sum_i W^{(l+1)}_{ij} \delta^{(l+1)}_i`,
which has no meaning for the last one.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LAYERS = r"""
For $l = 1, \dots, L$ and INPUT

$$ z^{(l)}_i = \sum_j W^{(l)}_{i,j} a^{(l-1)}_j + b^{(l)}_i, \qquad a^{(l)}_i = \sigma(z^{(l)}_i) $$

$$ E = \frac{1}{2} \sum_i (y_i - a^{(L)}_i)^2 $$
"""
PAGE = LAYERS.replace("INPUT", r"$\mathbf{a}^{(0)} = \mathbf{x}$")
SAID = [
    "A hidden unit $j$ of layer $l < L$ acts on all units $i$ of layer $l+1$:",
    "Ein verdecktes Neuron $j$ der Schicht $l < L$ wirkt auf alle Neuronen $i$ der Schicht $l+1$:",
    "Un neurone $j$ de la couche $l < L$ agit sur tous les neurones $i$ de la couche $l+1$ :",
    "Una neurona $j$ de la capa $l < L$ influye en todas las neuronas $i$ de la capa $l+1$:",
    "Un neurone $j$ dello strato $l < L$ agisce su tutti i neuroni $i$ dello strato $l+1$:",
    "The goal is to compute $a$ for a layer $l < L$, given the error of the next layer:",
    "L'obiettivo è calcolare $a$ per uno strato $l < L$, dato il vettore dello strato successivo:",
]
LINES = [
    (r"\sum_i \frac{\partial E}{\partial z^{(l+1)}_i} W^{(l+1)}_{i,j}", "right"),
    (r"\sum_i \frac{\partial E}{\partial z^{(l+1)}_i} W^{(l+1)}_{j,i}", "wrong"),
    (r"\sum_i \frac{\partial E}{\partial a^{(l+1)}_i} W^{(l+1)}_{i,j}", "wrong"),
]


@pytest.mark.parametrize("words", SAID)
@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_a_line_for_the_layers_below_the_last(words: str, line: str, wanted: str) -> None:
    assert verdict(PAGE, words, rf"$$ \frac{{\partial E}}{{\partial a^{{(l)}}_j}} = {line} $$") == wanted


@pytest.mark.parametrize(
    "words",
    [
        "A hidden unit $j$ of layer $l < L$ acts on no unit $i$ of this example. In the last layer:",
        "Ein Neuron der Schicht $l < L$ wirkt nicht mehr. Sonst gilt:",
        "The goal is not to compute $a$ for a layer $l < L$, but for the last one:",
    ],
)
def test_words_that_say_something_else(words: str) -> None:
    line = (
        r"$$ \frac{\partial E}{\partial a^{(l)}_j} = \sum_i \frac{\partial E}{\partial z^{(l+1)}_i} W^{(l+1)}_{i,j} $$"
    )
    assert verdict(PAGE, words, line) != "right"


def test_an_input_in_bold_is_read_by_entries() -> None:
    cases = [
        (r"\frac{\partial z^{(1)}_i}{\partial W^{(1)}_{i,j}} = x_j", "right"),
        (r"\frac{\partial z^{(1)}_i}{\partial W^{(1)}_{i,j}} = x_i", "wrong"),
        (r"\frac{\partial E}{\partial a^{(L)}_i} = a^{(L)}_i - y_i", "right"),
        (r"\frac{\partial E}{\partial a^{(L)}_i} = y_i - a^{(L)}_i", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(PAGE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


def test_an_input_with_a_meaning_of_its_own_stays_unread() -> None:
    page = LAYERS.replace("INPUT", r"$\mathbf{a}^{(0)} = \mathbf{x}$, where $\mathbf{x} = A \mathbf{u}$")
    assert verdict(page, r"$$ \frac{\partial E}{\partial a^{(L)}_i} = y_i - a^{(L)}_i $$") != "right"
