r"""A value that a name has in one case, `label $y$ ($y = 1$ for similar pairs)`, is not what it is on the page."""

from __future__ import annotations

import pytest

from .judging import check

PAIR = r"""$a, b \in \mathbb{R}^d$, $D = \|a - b\|$ and the margin $m$.

%s

$$ L = y D^2 + (1 - y) \max(0, m - D)^2 $$

$$ %s $$
"""
ANY = r"\frac{\partial L}{\partial a_i} = 2 y (a_i - b_i) - 2 (1 - y) \max(0, m - D) \frac{a_i - b_i}{D}"
OF_ONE = r"\frac{\partial L}{\partial a_i} = 2 y (a_i - b_i)"


def judged(sentence: str, line: str) -> str:
    return check(PAIR % (sentence, line)).claims[-1].judgement.value


@pytest.mark.parametrize(
    "sentence",
    [
        "Every pair has a label $y$ ($y = 1$ for similar pairs).",
        "where $y = 1$ for similar pairs.",
        "where $y = 1$ if the pair is similar.",
        "The label is $y = 1$ for similar pairs.",
        "Similar pairs have $y = 1$.",
        "Similar pairs are labelled $y = 1$.",
        "The label $y$ (similar: $y = 1$) is given.",
        "Positive pairs ($y = 1$) are pulled together.",
        "$y = 1$ means that they are similar.",
        "Ein Label $y$ ($y = 1$ für ähnliche Paare).",
        "ラベルは $y$ （類似ペアなら $y = 1$）とする。",
        "$y = 1$ は類似ペアを表す。",
    ],
)
def test_a_value_of_one_case_makes_nothing_right(sentence: str) -> None:
    assert judged(sentence, ANY) == "right"
    assert judged(sentence, OF_ONE) != "right"


@pytest.mark.parametrize("sentence", ["Let $y = 1$.", "In this section $y = 1$.", "where $y = 1$.", "$y = 1$ とする。"])
def test_a_value_on_the_whole_page_does(sentence: str) -> None:
    assert judged(sentence, OF_ONE) == "right"


def test_negative_values_are_values() -> None:
    assert (
        judged("where $y = -1$ for pairs that differ.", r"\frac{\partial L}{\partial D} = -2 D - 4 \max(0, m - D)")
        != "right"
    )
