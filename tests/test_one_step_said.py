r"""Recurrences of which words say that they are about one step: the state before may be held fixed.

By hand, with `h_{t-1}` fixed: `dE/dw = 2 (h_t - y) (1 - h_t^2) x_t`; else what is below goes on through `h_{t-1}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

CELL = r"$$h_t = \tanh(w x_t + u h_{t-1})$$ $$E = (h_t - y)^2$$"
BY_WEIGHT = r"$$\frac{\partial E}{\partial w} = 2 (h_t - y) (1 - h_t^2) x_t$$"
BY_INPUT = r"$$\frac{\partial E}{\partial x_t} = 2 (h_t - y) (1 - h_t^2) w$$"
SAID = (
    "For a single time step:",
    "We train a gated unit on one example. The previous state $h_{t-1}$ is given.",
    "For a single time step, where $h_{t-1}$ and $x_t$ are given to the cell:",
    "A cell. In one step $x_t$ and $h_{t-1}$ are given.",
    "Hier sind $h_{t-1}$ und $x_t$ bekannt: $h_{t-1}$ ist gegeben.",
    "$h_{t-1}$ と $x_t$ は与えられている。",
    "The inputs of the cell are $x_t$ and $h_{t-1}$.",
    "The LSTM cell takes $x_t$ and $h_{t-1}$ as its inputs.",
    "Die Eingaben der Zelle sind $x_t$ und $h_{t-1}$.",
    "セルの入力は $x_t$ と $h_{t-1}$ である。",
)


@pytest.mark.parametrize("words", SAID)
def test_the_state_before_may_be_held_fixed(words: str) -> None:
    assert verdict(words, CELL, BY_WEIGHT) == "unproved"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "The state $h_0$ is given.",
        "The targets $y$ are given.",
        "The inputs of the cell are $x_t$ and $h_{t-1}$, and all steps share their weights.",
        "The inputs of the cell are $x_t$.",
    ],
)
def test_without_such_words_the_derivative_goes_on(words: str) -> None:
    assert verdict(words, CELL, BY_WEIGHT) == "wrong"


def test_what_does_not_rest_on_a_derivative_is_judged() -> None:
    assert each_verdict(SAID[0], CELL, lines=[r"$$E = (h_t + y)^2$$", BY_INPUT]) == ["wrong", "right"]


def test_cells_whose_gates_all_carry_the_step() -> None:
    cell = r"""$$f_t = \sigma(W_f x_t + U_f h_{t-1})$$
$$c_t = f_t \odot c_{t-1} + i_t \odot g_t$$
$$h_t = o_t \odot \tanh(c_t)$$"""
    line = r"$$\frac{\partial L}{\partial c_t} = \frac{\partial L}{\partial h_t} \odot o_t \odot (1 - \tanh^2(c_t))$$"
    assert verdict("$h_{t-1}$ and $c_{t-1}$ are given to the cell:", cell, line) != "wrong"
    assert verdict(cell, line) != "right"
