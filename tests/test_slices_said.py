r"""Rows `W_{j,:}` that words call columns, and vectors `w_j` of which nothing is computed."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n+++'
NETWORK = (
    FRONT,
    r"Let $W \in \mathbb{R}^{m\times n}$, $x\in\mathbb{R}^n$.",
    "$$ z = W x $$",
    r"$$ L = \frac12\sum_{j=1}^m (z_j - t_j)^2 $$",
)
OPEN = ("unproved", "unreadable")
COLUMNS = (
    "We treat $W_{j,:}$ as a column vector.",
    "$W_{j,:}$ are columns.",
    "All vectors are columns.",
    "The rows of $W$ are $W_{j,:}^T$.",
    "$W_{j,:}$ ist ein Spaltenvektor.",
    "Here $W_{j,:}$ is row $j$ of $W$ turned into a column.",
)
NEITHER = r"\sum_k W_{jk}^2 = %s"


@pytest.mark.parametrize("words", COLUMNS)
def test_a_row_that_words_call_a_column_leaves_its_lines_open(words: str) -> None:
    cases = (r"W_{j,:}^T W_{j,:}", r"W_{j,:} W_{j,:}^T")
    for line, found in zip(
        cases, each_verdict(*NETWORK, words, lines=[rf"$$ {NEITHER % line} $$" for line in cases]), strict=True
    ):
        assert found in OPEN, line
    assert verdict(*NETWORK, words, r"$$ z_j = x^T W_{j,:} $$") in OPEN


@pytest.mark.parametrize("words", [*COLUMNS, "Here $W_{j,:}$ is the $j$-th row of $W$."])
def test_derivatives_by_it_have_either_layout(words: str) -> None:
    for x in ("x", "x^T"):
        assert each_verdict(
            *NETWORK,
            words,
            lines=[
                rf"$$ \frac{{\partial L}}{{\partial W_{{j,:}}}} = (z_j - t_j) {x} $$",
                rf"$$ \frac{{\partial L}}{{\partial W_{{j,:}}}} = 2 (z_j - t_j) {x} $$",
            ],
        ) == ["right", "wrong"]


def test_a_row_is_one_where_words_say_so() -> None:
    said = "Here $W_{j,:}$ is the $j$-th row of $W$, and $x$ is a column vector."
    assert each_verdict(
        *NETWORK, said, lines=[rf"$$ {NEITHER % 'W_{j,:} W_{j,:}^T'} $$", rf"$$ {NEITHER % 'W_{j,:}^T W_{j,:}'} $$"]
    ) == ["right", "wrong"]
    assert verdict(*NETWORK, rf"$$ {NEITHER % 'W_{j,:}^T W_{j,:}'} $$") in OPEN


@pytest.mark.parametrize("words", ["", "Here $w_j$ is a column vector.", "The rows of $W$ are $w_j^T$."])
def test_a_letter_of_which_nothing_is_computed_may_be_a_vector(words: str) -> None:
    assert set(
        each_verdict(
            *NETWORK,
            words,
            lines=[
                r"$$ \frac{\partial L}{\partial w_j} = (z_j - t_j) x $$",
                r"$$ \frac{\partial L}{\partial x} = \sum_{j=1}^m (z_j - t_j) w_j $$",
            ],
        )
    ) <= set(OPEN)


def test_a_letter_that_is_computed_is_what_it_is() -> None:
    assert each_verdict(
        *NETWORK,
        lines=[
            r"$$ \frac{\partial L}{\partial z_j} = (z_j - t_j) x $$",
            r"$$ \frac{\partial L}{\partial x} = \sum_{j=1}^m (z_j - t_j) t_j $$",
        ],
    ) == ["wrong", "wrong"]
