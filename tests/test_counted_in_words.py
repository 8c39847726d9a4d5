"""Sizes that words give by a number: a line with every unit written out is open where it is right for so many."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""
$$ h_j = \tanh(\sum_i v_{ji} x_i) $$

$$ y_k = \sum_j w_{kj} h_j $$

$$ E = \frac12 \sum_k (y_k - t_k)^2 $$
"""
TWO = r"$$ \frac{\partial E}{\partial h_j} = w_{1j} (y_1 - t_1) + w_{2j} (y_2 - t_2) $$"
"""By hand: a sum over all outputs, which are two."""


@pytest.mark.parametrize(
    "words", ["The network has two outputs.", "A net with 2 output units $y_k$.", "出力は二つの出力ユニットである。"]
)
def test_every_output_written_out(words: str) -> None:
    found = each_verdict(
        words,
        NET,
        lines=[
            TWO,
            TWO.replace("w_{2j}", "w_{1j}"),
            TWO.replace("+ w", "- w"),
            TWO.replace("w_{1j} (y_1 - t_1) + w_{2j} (y_2 - t_2)", r"\sum_k w_{kj} (y_k - t_k)"),
        ],
    )
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"
    assert found[2] == "wrong"
    assert found[3] == "right"


@pytest.mark.parametrize("words", ["", "The network has three outputs.", "It takes two steps.", "See 1.2 outputs."])
def test_other_words(words: str) -> None:
    assert verdict(words, NET, TWO) == "wrong"


def test_two_numbers() -> None:
    words = "There are three hidden units and two outputs."
    line = r"$$ E = \frac12 (w_{11} h_1 + w_{12} h_2 + w_{13} h_3 - t_1)^2 + \frac12 (y_2 - t_2)^2 $$"
    found = each_verdict(words, NET, lines=[line, line.replace("w_{13} h_3", "w_{13} h_2")])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"


def test_sizes_that_a_letter_states() -> None:
    stated = NET.replace(r"\sum_k", r"\sum_{k=1}^{3}")
    assert verdict("The network has two outputs.", stated, TWO) == "wrong"
