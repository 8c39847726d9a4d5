r"""Words that speak of derivatives as rows, but of others', in a case, or denied; vectors that words call rows.

By hand: `c = \sum_i p_i \tanh(z_i)` with `z = A v` and the column `e = \partial c/\partial z` give `A^T e` and `e v^T`,
with a row `e` they give `e A` and `(v e)^T`.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$ z_i = \sum_{j=1}^{n} A_{ij} v_j $$

$$ c = \sum_{i=1}^{m} p_i \tanh(z_i) $$

$A \in \mathbb{R}^{m \times n}$, $z \in \mathbb{R}^m$, $v \in \mathbb{R}^n$. WORDS

$$ e = \frac{\partial c}{\partial z} $$

$$ LINE $$
"""
OUTER = r"\frac{\partial c}{\partial A} = "


def _judged(words: str, line: str) -> str:
    return str(check(PAGE.replace("WORDS", words).replace("LINE", line)).claims[-1].judgement)


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        ("", OUTER + "e v^T", "right"),
        ("", OUTER + "2 e v^T", "wrong"),
        ("Here all gradients of scalars are row vectors.", OUTER + "e^T v^T", "right"),
        ("We write derivatives of numbers by vectors as row vectors.", OUTER + "e^T v^T", "right"),
        ("Throughout, derivatives are row vectors; $p$ is given.", OUTER + "2 e^T v^T", "wrong"),
        ("ここでは導関数を行ベクトルとする。", OUTER + "e^T v^T", "right"),
        ("Ici les gradients sont des vecteurs lignes.", OUTER + "e^T v^T", "right"),
    ],
)
def test_words_that_are_known(words: str, line: str, expected: str) -> None:
    assert _judged(words, line) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Physicists take derivatives as row vectors.",
        "Were gradients row vectors, more would have to be turned.",
        "Here gradients are row vectors. Or rather, they are not.",
        "Gradients are row vectors in the appendix.",
        "Nowhere below are the derivatives of numbers row vectors.",
        "導関数を行ベクトルとする文献もある。",
        "Derivatives by row vectors are row vectors.",
        r"If $\frac{\partial c}{\partial z}$ is a row vector, one has to turn it.",
    ],
)
@pytest.mark.parametrize("value", ["e v^T", "e^T v^T"])
def test_words_that_are_not_known_leave_it_open(words: str, value: str) -> None:
    assert _judged(words, OUTER + value) in ("unreadable", "unproved")
    assert _judged(words, OUTER + f"2 {value}") in ("unreadable", "unproved", "wrong")  # it is wrong in each layout


def test_a_nabla_is_open_where_derivatives_are_rows() -> None:
    for value in (r"A^T (p \odot (1 - \tanh(z)^2))", "e A"):
        assert _judged(r"Derivatives are row vectors. $p \in \mathbb{R}^m$.", rf"\nabla_v c = {value}") == "unreadable"


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        ("$p$ is a row vector.", r"2 c = 2 p \tanh(z)", "right"),
        ("$p$ is a row vector.", r"2 c = 3 p \tanh(z)", "wrong"),
        ("$p$ is a row vector.", r"2 c = 2 p^T \tanh(z)", "wrong"),
        ("$p$ and $q$ are row vectors and gradients are row vectors.", r"2 c = 2 p \tanh(z)", "right"),
        ("$p$ is a row vector, and derivatives are columns.", r"2 c = 2 p \tanh(z)", "right"),
        ("", r"2 c = 2 p^T \tanh(z)", "right"),
    ],
)
def test_vectors_called_rows_that_only_entries_show(words: str, line: str, expected: str) -> None:
    assert _judged(words, line) == expected


@pytest.mark.parametrize(
    "words",
    [
        "In other books $p$ is a row vector.",
        "$p$, like every gradient, is a row vector.",
        "The derivative of a number is a row vector, and so is $p$.",
    ],
)
def test_vectors_of_which_words_are_not_clear(words: str) -> None:
    for value in (r"2 p \tanh(z)", r"2 p^T \tanh(z)"):
        assert _judged(words, f"2 c = {value}") in ("unreadable", "unproved")
