r"""Pages about the last layer on which words part it from the layers before.

By hand: with `a^L_j = \sigma(z^L_j)` in every layer `\partial E/\partial w^{L-1}_{km}` has `a^{L-1}_k (1 - a^{L-1}_k)`;
where the hidden layers use another function it has that one's slope, and nothing about it may be judged.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NET = (
    r"$$ z^L_j = \sum_k w^L_{jk} a^{L-1}_k $$",
    r"$$ a^L_j = \sigma(z^L_j) $$",
    r"$$ E = \frac12 \sum_j (a^L_j - t_j)^2 $$",
)
OWN = r"\frac{\partial E}{\partial w^L_{jk}} = (a^L_j - t_j) a^L_j (1 - a^L_j) a^{L-1}_k"
BEFORE = r"\frac{\partial E}{\partial a^{L-1}_k} = \sum_j w^L_{jk} \frac{\partial E}{\partial z^L_j}"
LOWER = r"\frac{\partial E}{\partial w^{L-1}_{km}} = \frac{\partial E}{\partial a^{L-1}_k} %s a^{L-2}_m"
LIKE = LOWER % r"a^{L-1}_k (1 - a^{L-1}_k)"
OTHER = LOWER % r"(1 - (a^{L-1}_k)^2)"


def judged(words: str, *lines: str, net: tuple[str, ...] = NET) -> list[str]:
    page = "\n\n".join((words, *net, "## Derivation", *(f"$$ {x} $$" for x in lines)))
    derived = page.count("\n", 0, page.index("## Derivation"))
    return [str(c.judgement) for c in check(page).claims if c.line > derived]


@pytest.mark.parametrize(
    "words",
    [
        r"Hidden layers use tanh, the last layer $L$ uses $\sigma$.",
        "The hidden layers are ReLU layers.",
        r"Consider a single hidden layer: $a^{L-1}$ is the input.",
        "Only the last layer is shown.",
        "There is dropout in the layer before.",
        "隠れ層の活性化関数は tanh である。",
        "隐藏层使用其他激活函数。",
        "Die anderen Schichten verwenden tanh.",
    ],
)
def test_lines_about_other_layers_are_open(words: str) -> None:
    assert judged(words, OWN, BEFORE, LIKE, OTHER) == ["right", "right", "unproved", "unproved"]


@pytest.mark.parametrize("words", ["", "The last layer is $L$.", "All layers use the logistic function."])
def test_else_all_layers_are_alike(words: str) -> None:
    assert judged(words, OWN, BEFORE, LIKE, OTHER) == ["right", "right", "right", "wrong"]


def test_a_softmax_at_the_last_layer_singles_out_one_of_its_units() -> None:
    net = (
        r"$$ z^L_j = \sum_k w^L_{jk} a^{L-1}_k $$",
        r"$$ a^L_j = \frac{e^{z^L_j}}{\sum_k e^{z^L_k}} $$",
        r"$$ C = -\log a^L_c $$",
    )
    lines = [
        rf"\frac{{\partial C}}{{\partial z^L_j}} = {x}" for x in ("a^L_j - [j = c]", "a^L_j - 1", "[j = c] - a^L_j")
    ]
    assert judged("", *lines, net=net) == ["right", "wrong", "wrong"]


def test_a_chain_that_names_a_derivative_is_about_the_one_layer() -> None:
    r"""By hand: `\delta^L_j` is `(a^L_j - t_j) f'(z^L_j)` at the last layer alone, `\delta^{L-1}_k` a sum over that."""
    chain = r"\delta^L_j = \frac{\partial E}{\partial z^L_j} = (a^L_j - t_j) %s"
    lower = r"\delta^{L-1}_k = \sigma'(z^{L-1}_k) \sum_j w^L_{jk} \delta^L_j"
    assert judged("", chain % r"\sigma'(z^L_j)", lower) == ["right", "right"]
    assert judged("", chain % "", lower) == ["wrong", "right"]


def test_layers_of_which_none_is_shown_are_open() -> None:
    net = (
        r"$$ z^L_j = \sum_k w^L_{jk} a^{L-1}_k, \quad E = \frac12 \sum_j (z^L_j - t_j)^2 $$",
        r"$$ a^{L-1}_k = \sigma(z^{L-1}_k), \quad z^{L-1}_k = \sum_m w^{L-1}_{km} a^{L-2}_m $$",
        r"$$ \delta^L_j = \frac{\partial E}{\partial z^L_j} $$",
        r"$$ \delta^{L-1}_k = \frac{\partial E}{\partial z^{L-1}_k} $$",
    )
    lines = [
        rf"\frac{{\partial E}}{{\partial w^{{L-{n}}}_{{km}}}} = \delta^{{L-{n}}}_k a^{{L-{n + 1}}}_m" for n in (1, 2)
    ]
    assert judged("", *lines, net=net) == ["right", "unproved"]
