"""A layer, or a step, that words except from what is said of all: `$a^l = f(z^l)$, but $a^L = z^L$ in the last one`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

RANGED = "For $l = 1, \\ldots, L$ let\n$$z^l_j = \\sum_k w^l_{jk} a^{l-1}_k + b^l_j.$$\n"
DISPLAYED = "$$z^l_j = \\sum_k w^l_{jk} a^{l-1}_k + b^l_j, \\qquad l = 1, \\ldots, L$$\n\n"
LOSS = "The cost is $C = \\frac12 \\sum_k (a^L_k - y_k)^2$. Write $\\delta^l_j = \\partial C/\\partial z^l_j$. Then"
ALL, OWN = r"$a^l_j = \sigma(z^l_j)$", "$a^L_k = z^L_k$"
TRUE, SLIP = r"$$\delta^L_k = a^L_k - y_k$$", r"$$\delta^L_k = (a^L_k - y_k) \sigma'(z^L_k)$$"

SAID = [
    f"with {ALL} in the hidden layers and {OWN} in the last one.",
    f"{ALL}, except that {OWN}.",
    f"{ALL}, but {OWN} in the last layer.",
    f"$${ALL[1:-1]}$$\n\nexcept that {OWN}.",
    f"{ALL} for $l = 1, \\ldots, L$, except in the last layer, where {OWN}.",
    f"{ALL} とする。ただし出力層では {OWN} とする。",
    f"wobei {ALL}, außer in der letzten Schicht, wo {OWN} gilt.",
    f"où {ALL}, sauf dans la dernière couche où {OWN}.",
    f"其中 {ALL}，但最后一层 {OWN}。",
    f"donde {ALL}, excepto en la última capa, donde {OWN}.",
    f"где {ALL}, за исключением последнего слоя, где {OWN}.",
]


@pytest.mark.parametrize("front", [RANGED, DISPLAYED])
@pytest.mark.parametrize("said", SAID)
def test_words_except_the_last_layer(front: str, said: str) -> None:
    assert each_verdict(front + said, LOSS, lines=[TRUE, SLIP]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        f"Let {ALL}, but {OWN} would make training easier.",
        f"Let {ALL}. In regression, however, {OWN}.",
        f"Let {ALL}, but near zero {OWN}.",
        f"Let {ALL}, but not {OWN}.",
        f"Let {ALL}, while some people prefer {OWN}.",
        f"{ALL} とする。しかし {OWN} とすることもある。",
    ],
)
@pytest.mark.parametrize("front", [RANGED, DISPLAYED])
def test_what_is_so_in_a_case_leaves_it_open(front: str, said: str) -> None:
    assert each_verdict(front + said, LOSS, lines=[TRUE, SLIP]) == ["unproved", "unproved"]


@pytest.mark.parametrize(
    "said",
    [
        f"Let {ALL}. It is a mistake to write {OWN} in the last layer.",
        f"Let {ALL}. Contrary to the book, where {OWN} in the last layer, all layers are alike.",
        f"Let {ALL}. In the code of my colleague {OWN} in the last layer.",
        f"Let {ALL}. Beginners put {OWN} in the last layer.",
        f"Let {ALL}. {OWN} in the last layer. This is a mistake.",
        f"{ALL} とする。出力層で {OWN} と書くのは誤り。",
        f"{ALL} とする。出力層で {OWN} とするのは間違いである。",
        f"wobei {ALL}. Im Lehrbuch gilt {OWN} in der letzten Schicht.",
    ],
)
@pytest.mark.parametrize("front", [RANGED, DISPLAYED])
def test_what_is_denied_or_said_elsewhere_is_no_exception(front: str, said: str) -> None:
    found = each_verdict(front + said, LOSS, lines=[TRUE, SLIP])
    assert found[0] != "right"
    assert found[1] != "wrong"


@pytest.mark.parametrize(
    "said",
    [
        f"{ALL}, except that in this chapter {OWN} in the last layer.",
        f"{ALL} and, to avoid saturation, {OWN} in the last layer.",
        f"{ALL} とする。誤差を測るため、出力層では {OWN} とする。",
    ],
)
def test_words_that_resemble_those_of_a_mistake(said: str) -> None:
    found = each_verdict(RANGED + said, LOSS, lines=[TRUE, SLIP])
    assert found[0] != "wrong"
    assert found[1] != "right"


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        ("2", "except that $a^2_j = z^2_j$"),
        ("2", "but $a^2_j = z^2_j$ in the second layer"),
        ("2", "except in layer 2, where $a^2_j = z^2_j$"),
        ("L-1", "except that $a^{L-1}_j = z^{L-1}_j$"),
    ],
)
@pytest.mark.parametrize("front", [RANGED, DISPLAYED])
def test_words_except_a_layer_between_the_first_and_the_last(front: str, layer: str, said: str) -> None:
    above = "L" if layer == "L-1" else "3"
    true = f"\\delta^{{{layer}}}_j = \\sum_k w^{above}_{{kj}} \\delta^{above}_k"
    assert verdict(f"{front}with {ALL}, {said}.") == "unreadable"
    assert each_verdict(
        f"{front}with {ALL}, {said}.", LOSS, lines=[f"$${true}$$", f"$${true} \\sigma'(z^{{{layer}}}_j)$$"]
    ) == ["unproved", "unproved"]


def test_an_instance_between_the_first_and_the_last() -> None:
    said = f"{RANGED}with {ALL}, but $a^2_j = \\sigma(z^2_j)$ is the second layer."
    true = r"\delta^2_j = \sum_k w^3_{kj} \delta^3_k"
    assert each_verdict(said, LOSS, lines=[f"$${true} \\sigma'(z^2_j)$$", f"$${true}$$"]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "It is a mistake to write $h_1 = \\tanh(u x_1)$ at the first step",
        "The book has $h_1 = \\tanh(u x_1)$ at the first step",
    ],
)
def test_a_first_step_denied(said: str) -> None:
    page = [
        STEPS,
        "$$h_t = \\tanh(w h_{t-1} + u x_t), \\quad t = 1, \\ldots, T$$",
        f"{said}.",
        "The loss is $E = \\frac12 (h_T - d)^2$.",
    ]
    found = each_verdict(
        *page,
        lines=[r"$$\frac{\partial h_1}{\partial w} = 0$$", r"$$\frac{\partial h_1}{\partial w} = (1 - h_1^2) h_0$$"],
    )
    assert found[0] != "right"
    assert found[1] != "wrong"


def test_what_follows_is_no_exception() -> None:
    front = f"{RANGED}Let {ALL} for $l = 1, \\ldots, L$"
    assert verdict(f"{front}, so {OWN}.") == "wrong"
    assert verdict(f"{front}. In the output layer we get", f"$${OWN[1:-1]}.$$") == "wrong"
    assert verdict(f"{front}, in particular {ALL.replace('l', 'L')}.", LOSS, TRUE) == "wrong"


@pytest.mark.parametrize("word", ["but", "except that"])
def test_an_instance_of_the_general_one(word: str) -> None:
    page = f"{RANGED}Let {ALL}, {word} $a^L_k = \\sigma(z^L_k)$ is called the output."
    assert each_verdict(page, LOSS, lines=[TRUE, SLIP]) == ["wrong", "right"]


@pytest.mark.parametrize("words", [f"{ALL}, except $a^L_k = \\hat y_k$.", f"{ALL}, but we call $a^L_k = \\hat y_k$."])
def test_another_name_is_no_exception(words: str) -> None:
    assert each_verdict(RANGED + words, LOSS, lines=[TRUE, SLIP]) == ["unproved", "unproved"]


def test_another_function_of_the_last_layer() -> None:
    loss = "The cost is $C = -\\sum_k y_k \\log a^L_k$ with $\\sum_k y_k = 1$. " + LOSS.partition(". ")[2]
    said = f"{ALL}, but $a^L_k = \\frac{{e^{{z^L_k}}}}{{\\sum_j e^{{z^L_j}}}}$ in the last layer."
    assert each_verdict(RANGED + said, loss, lines=[TRUE, SLIP]) == ["right", "wrong"]


STEPS = "Consider the recurrence, for $t = 1, \\ldots, T$,"
ENDS = "and the loss $E = \\frac12 (h_T - d)^2$. Then"


@pytest.mark.parametrize(
    "said",
    [
        "$$h_t = \\tanh(w h_{t-1} + u x_t),$$\n\nexcept that $h_1 = \\tanh(u x_1)$",
        "$h_t = \\tanh(w h_{t-1} + u x_t)$ for $t = 1, \\ldots, T$, but $h_1 = \\tanh(u x_1)$ at the first step",
        "$$h_t = \\tanh(w h_{t-1} + u x_t), \\quad h_1 = \\tanh(u x_1)$$",
    ],
)
def test_words_except_the_first_step(said: str) -> None:
    first = [STEPS, said, ENDS]
    assert each_verdict(
        *first,
        lines=[
            r"$$\frac{\partial h_1}{\partial w} = 0$$",
            r"$$\frac{\partial h_1}{\partial w} = (1 - h_1^2) h_0$$",
            r"$$\frac{\partial h_1}{\partial u} = (1 - h_1^2) x_1$$",
            r"$$\frac{\partial h_1}{\partial u} = 0$$",
        ],
    ) == ["right", "wrong", "right", "wrong"]
