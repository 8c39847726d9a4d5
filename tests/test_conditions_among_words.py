r"""Indices compared among words without dollar signs, `Diagonal (i = j):`, and numbers that are said of a case."""

from __future__ import annotations

import pytest
from judging import verdict

from symderiv.document.find import find

SOFTMAX = r"$$ p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}} $$"
LEFT = r"\frac{\partial p_i}{\partial z_j}"
SAME, OTHER = rf"$${LEFT} = p_i (1 - p_i)$$", rf"$${LEFT} = -p_i p_j$$"


@pytest.mark.parametrize(
    "words",
    [
        "Diagonal terms (i = j):",
        "**Fall 1: i = j**",
        "Für i = j ergibt sich mit der Quotientenregel",
        "Lorsque i = j, la dérivée donne",
        "- **Cuando i = j**:",
        "**情况 1：i=j（对角元素）**",
        "当i=j时，有",
        "(i) i = j인 경우",
        "Let i = j. Then",
        "- i = j일 때:",
        "If i == j, then",
        "При i = j получаем",
    ],
)
def test_equal_indices_among_words(words: str) -> None:
    assert verdict(SOFTMAX, words, SAME) == "right"
    assert verdict(SOFTMAX, words, OTHER) == "wrong"


@pytest.mark.parametrize("words", ["Off-diagonal (i ≠ j):", "当 i != j 时", "Für i ≠ j gilt", "Since i ≠ j, we have"])
def test_unequal_indices_among_words(words: str) -> None:
    assert verdict(SOFTMAX, words, OTHER) == "right"
    assert verdict(SOFTMAX, words, SAME) == "wrong"


@pytest.mark.parametrize("words", ["Auch für i = j:", "even if i = j,", "除了 i=j 以外", "Combining i = j and i ≠ j:"])
def test_words_that_widen_or_turn_round(words: str) -> None:
    assert verdict(SOFTMAX, words, SAME) != "right"


@pytest.mark.parametrize(
    "text",
    [
        "the sum over i = j + 1",
        "k + i = j",
        "[i = j]",
        "1{i=j}",
        "x_i = j",
        "i = j = k",
        "δ(i = j)",
        "for i = j to n",
        "i, j = k",
        "i=j から n",
        "i = j⊙k",
        "i = j–n",
        "p = q(z)",
    ],
)
def test_what_is_part_of_more(text: str) -> None:
    assert [text[f.inner : f.outer] for f in find(text)] == []


@pytest.mark.parametrize(
    "words",
    [
        r"其中 $\delta_{ij}$ 是 Kronecker delta（$i = j$ 时为 1，否则为 0）。",
        r"其中 $\delta_{ij}$ 是 Kronecker delta（i=j 时为 1，否则为 0）。",
        r"ここで $\delta_{ij}$ はクロネッカーのデルタ（$i = j$ のとき1、それ以外0）です。",
        r"여기서 $\delta_{ij}$는 크로네커 델타: i = j일 때 1, i ≠ j일 때 0.",
        r"où $\delta_{ij}$ est le symbole de Kronecker (1 si $i = j$, 0 sinon) :",
        r"donde $\delta_{ij}$ toma el valor 1 si $i = j$ y 0 si $i \neq j$:",
        r"当 $i = j$ 时，$\delta_{ij}$ 的值为 1，否则为 0。",
        r"When $i = j$ the delta is 1, else 0.",
    ],
)
def test_a_number_in_a_case_is_none_of_the_line_below(words: str) -> None:
    assert "right" not in {verdict(SOFTMAX, words, SAME), verdict(SOFTMAX, words, OTHER)}
    assert verdict(SOFTMAX, words, rf"$${LEFT} = p_i (\delta_{{ij}} - p_j)$$") == "right"
    assert verdict(SOFTMAX, words, rf"$${LEFT} = p_i (\delta_{{ij}} + p_j)$$") != "right"


def test_a_number_of_something_else_in_a_case() -> None:
    led = r"When $i \ne j$, the derivative of the numerator is zero, so"
    assert verdict(SOFTMAX, led, OTHER) == "right"
    assert verdict(SOFTMAX, "Case 1: if $i = j$, then", SAME) == "right"


def test_unknown_words_leave_displays_further_down_open() -> None:
    steps = rf"$${LEFT} = \frac{{e^{{z_i}} \sum_k e^{{z_k}} - e^{{z_i}} e^{{z_i}}}}{{(\sum_k e^{{z_k}})^2}}$$"
    assert verdict(SOFTMAX, "Pokud $i = j$, pak", steps, SAME) == "unproved"
    assert verdict(SOFTMAX, "Pokud $i = j$, pak", steps, rf"$${LEFT} = p_i (1 + p_i)$$") == "wrong"


def test_a_sentence_that_has_ended_may_name_the_case() -> None:
    words = r"Here the derivative is taken with respect to a different logit ($i \ne j$)."
    assert verdict(SOFTMAX, words, OTHER) == "unproved"
