r"""Lines in other letters than those that tell layers apart: `\partial E/\partial w_{jk} = \delta_j z_k`.

By hand: with `E = \sum_k (y_k - t_k)^2/2` and `\delta_k = y_k - t_k` the slope by the weight from hidden unit j to
output k is `\delta_k z_j`; who calls these k and j writes `\delta_j z_k`.
"""

from __future__ import annotations

import pytest

import symderiv as sd

NETWORK = r"""Inputs have the letter $i$, hidden units $j$ and outputs $k$.

$$a_j = \sum_i w_{ji} x_i, \qquad z_j = \tanh(a_j)$$

$$y_k = \sum_j w_{kj} z_j$$

$$E = \frac12 \sum_k (y_k - t_k)^2$$

Let $\delta_k = y_k - t_k$ and

$$\delta_j = \frac{\partial E}{\partial a_j} = (1 - z_j^2) \sum_k w_{kj} \delta_k$$

"""


def verdict(line: str, words: str = "So we have") -> str:
    return sd.check(f"{NETWORK}{words}\n\n$${line}$$\n").claims[-1].judgement.value


def test_a_line_that_is_right_in_other_letters_is_open() -> None:
    assert verdict(r"\frac{\partial E}{\partial w_{jk}} = \delta_j z_k") == "unproved"


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial E}{\partial w_{jk}} = -\delta_j z_k",
        r"\frac{\partial E}{\partial w_{jk}} = \delta_k z_j",
        r"\frac{\partial E}{\partial w_{kj}} = \delta_k x_j",
        r"\frac{\partial E}{\partial w_{ji}} = \delta_j z_i",
        r"\frac{\partial E}{\partial w_{ji}} = \delta_j x_j",
        r"\frac{\partial E}{\partial a_j} = \sum_k w_{kj} \delta_k",
    ],
)
def test_a_line_that_is_right_in_no_letters_is_not(line: str) -> None:
    assert verdict(line) in ("wrong", "unreadable")


def test_letters_of_two_layers_say_which_layer_unless_words_do() -> None:
    line = r"\frac{\partial E}{\partial w_{ji}} = \delta_j z_i"
    assert verdict(line) == "wrong"
    assert verdict(line, "For output units $j$:") == "unproved"


def test_lines_in_the_letters_of_the_network_are_judged_as_ever() -> None:
    assert verdict(r"\frac{\partial E}{\partial w_{kj}} = \delta_k z_j") == "right"
    assert verdict(r"\frac{\partial E}{\partial w_{ji}} = \delta_j x_i") == "right"
