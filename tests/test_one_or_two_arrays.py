r"""Weights of one letter in two layers: are they one array, or two?

By hand, for two arrays: dE/dw_kj = (y_k - t_k) h_j; for one square array the path through h is to be added.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NAMED = r"""
$$ s_j = \sum_i w_{ij} x_i, \quad o_j = \sigma(s_j) $$

$$ s_k = \sum_j w_{jk} o_j, \quad o_k = \sigma(s_k) $$

$$ E = \frac12 \sum_k (o_k - t_k)^2 $$
"""
LAST = r"$$ \frac{\partial E}{\partial w_{jk}} = (o_k - t_k) o_k (1 - o_k) o_j $$"
TIED = [
    "Both layers use tied weights.",
    "The two layers share their weights, and there is no bias.",
    "Both layers share the same weight matrix.",
    "# Learning with shared weights",
    "両方の層で重みを共有する。",
    "Beide Schichten haben die gleichen Gewichte.",
]
APART = [
    "",
    "The weights are not tied.",
    "The layers do not share their weights.",
    "重みは共有しない。",
    "All time steps share the weights.",
    "Both layers share the activation function.",
    "The weights are shared by all examples.",
]


@pytest.mark.parametrize("words", TIED)
def test_words_that_tie_what_letters_tell_apart(words: str) -> None:
    assert not set(each_verdict(words, NAMED, lines=[LAST, LAST.replace("o_k - t_k", "t_k - o_k")])) & {
        "right",
        "wrong",
    }
    by_sum = r"$$ \frac{\partial E}{\partial s_k} = (o_k - t_k) o_k (1 - o_k) $$"
    assert each_verdict(words, NAMED, lines=[by_sum, by_sum.replace("(1 - o_k)", "")]) == ["right", "wrong"]


@pytest.mark.parametrize("words", APART)
def test_words_that_tie_nothing(words: str) -> None:
    assert each_verdict(words, NAMED, lines=[LAST, LAST.replace("o_k - t_k", "t_k - o_k")]) == ["right", "wrong"]


PLAIN = r"""
$$ a_j = \sum_i w_{ji} x_i, \quad h_j = \sigma(a_j) $$

$$ y_k = \sum_j w_{kj} h_j $$

$$ E = \frac12 \sum_k (y_k - t_k)^2 $$
"""
OUT = r"$$ \frac{\partial E}{\partial w_{kj}} = (y_k - t_k) h_j $$"
HIDDEN = r"$$ \frac{\partial E}{\partial w_{ji}} = \sum_k (y_k - t_k) w_{kj} h_j (1 - h_j) x_i $$"


def test_layers_without_ends_that_letters_tell() -> None:
    assert not set(each_verdict(PLAIN, lines=[OUT, HIDDEN])) & {"right", "wrong"}


def test_what_is_so_for_one_array_and_for_two() -> None:
    assert each_verdict(
        PLAIN,
        lines=[
            r"$$ \frac{\partial a_j}{\partial w_{ji}} = x_i $$",
            r"$$ \frac{\partial a_j}{\partial w_{ji}} = x_j $$",
        ],
    ) == ["right", "wrong"]
    by_hidden = r"$$ \frac{\partial E}{\partial h_j} = \sum_k (y_k - t_k) w_{kj} $$"
    assert each_verdict(PLAIN, lines=[by_hidden, by_hidden.replace("w_{kj}", "w_{jk}")]) == ["right", "wrong"]


def test_layers_of_stated_lengths() -> None:
    """One array that is stated to be square is one, and layers of other lengths have an array each."""
    ends = {r"\sum_i": r"\sum_{i=1}^{N}", r"\sum_j": r"\sum_{j=1}^{N}", r"\sum_k": r"\sum_{k=1}^{N}"}
    square, layers = PLAIN, PLAIN
    for typed, ended in ends.items():
        square = square.replace(typed, ended)
        layers = layers.replace(typed, ended.replace("N", typed[-1].upper() + "_0"))
    assert verdict(square, OUT) == "wrong"
    assert verdict(layers, OUT) == "right"


BY_NUMBER = PLAIN.replace(r"\frac12 \sum_k (y_k - t_k)^2", r"\frac12 (y_1 - t_1)^2 + \frac12 (y_2 - t_2)^2")


def test_outputs_by_number_beside_layers_by_letter() -> None:
    """The two outputs do not make both layers one."""
    assert not set(each_verdict(BY_NUMBER, lines=[OUT, HIDDEN])) & {"right", "wrong"}
    own = BY_NUMBER.replace("w_{kj}", "v_{kj}"), OUT.replace("w_{kj}", "v_{kj}")
    assert verdict(*own) == "right"
    assert verdict(own[0], own[1].replace("h_j", "h_k")) == "wrong"


ONE_ENTRY = r"""
$$ s_j = \sum_i w_{ji} x_i, \quad h_j = \tanh(s_j) $$

$$ s_k = \sum_j w_{kj} h_j, \quad y_k = \sigma(s_k) $$

$$ L = -\log y_1 $$
"""


def test_an_output_of_no_range_has_sums_of_its_own() -> None:
    """By hand: dL/ds_j = (y_1 - 1) w_1j (1 - h_j^2). Nothing sums over k, and `s_k` is no other form of `s_j`."""
    line = r"$$ \frac{\partial L}{\partial s_j} = (y_1 - 1) w_{1j} (1 - h_j^2) $$"
    assert each_verdict(ONE_ENTRY, lines=[line, line.replace("h_j^2", "h_j")]) == ["right", "wrong"]
    by_weight = r"$$ \frac{\partial L}{\partial w_{1j}} = (y_1 - 1) h_j $$"
    found = each_verdict(ONE_ENTRY, lines=[by_weight, by_weight.replace("h_j", "x_j")])
    assert found[0] == "right"
    assert found[1] not in ("right",)


def test_a_line_with_another_letter_may_still_be_a_claim() -> None:
    """No weights lead on from i to k: `p_k` is one of the `p_i`."""
    net = r"""
$$ q = \sum_{i=1}^n e^{s_i}, \quad p_i = \frac{e^{s_i}}{q}, \quad L = \sum_{i=1}^n p_i^2 $$
"""
    assert each_verdict(
        net,
        lines=[
            r"$$ p_k = \frac{e^{s_k}}{\sum_{j=1}^n e^{s_j}} $$",
            r"$$ p_k = \frac{e^{s_k}}{2 \sum_{j=1}^n e^{s_j}} $$",
        ],
    ) == ["right", "wrong"]
