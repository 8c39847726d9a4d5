r"""Rows of a design matrix told by their entries, `\phi_i = (\Phi_{ij})`, in words about rows and columns.

By hand: `y_i = \sum_j w_j \Phi_{ij}`, so that the gradient is `\sum_i e_i \phi_i = \Phi^T e`.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"$$y_i = \sum_{j=1}^{p} w_j \Phi_{ij}, \quad e_i = y_i - t_i, \quad E = \frac{1}{2} \sum_{i=1}^{N} e_i^2$$"
    r" Here $\Phi = (\Phi_{ij})$, $\mathbf{w} = (w_j)$, $\mathbf{e} = (e_i)$. "
)
TOLD = r"$%s_i = (\Phi_{ij})$ %s. "
GRADIENT = r"$$\nabla_{\mathbf{w}} E = \sum_{i=1}^{N} %s$$"


def judged(name: str, words: str, line: str) -> str:
    return verdict(NETWORK + TOLD % (name, words), line)


def each_judged(name: str, words: str, *, lines: Iterable[str]) -> list[str]:
    return each_verdict(NETWORK + TOLD % (name, words), lines=lines)


@pytest.mark.parametrize("name", [r"\boldsymbol{\phi}", r"\mathbf{u}"])
@pytest.mark.parametrize(
    "words",
    [
        "",
        "is the vector of example $i$",
        "is a column vector",
        r"is the $i$-th row of $\Phi$, written as a column vector",
        r"— вектор-столбец (транспонированная $i$-я строка $\Phi$)",
        r"ist die transponierte $i$-te Zeile von $\Phi$",
        r"是 $\Phi$ 的第 $i$ 行的转置",
    ],
)
def test_words_that_say_the_usual(name: str, words: str) -> None:
    assert each_judged(name, words, lines=[GRADIENT % rf"e_i {name}_i", GRADIENT % rf"y_i {name}_i"]) == [
        "right",
        "wrong",
    ]
    square = r"$$\sum_{i=1}^{N} %s_i %s_i^T = %s$$"
    assert each_judged(
        name,
        words,
        lines=[square % (name, name, r"\Phi^T \Phi"), square % (name, name, r"\Phi \Phi^T") + " ( $N = p$ )"],
    ) == ["right", "wrong"]


@pytest.mark.parametrize("name", [r"\boldsymbol{\phi}", r"\mathbf{u}"])
@pytest.mark.parametrize(
    "words",
    [
        "is a row vector",
        "— вектор-строка",
        r"is the $i$-th column of $\Phi$",
        r"ist die $i$-te Spalte von $\Phi$",
        r"is the $j$-th row of $\Phi$",
        r"is not the $i$-th row of $\Phi$",
        "lists what stands in one of the columns",
    ],
)
def test_words_that_say_something_else(name: str, words: str) -> None:
    assert not set(
        each_judged(
            name,
            words,
            lines=[GRADIENT % rf"e_i {name}_i", rf"$$\sum_{{i=1}}^{{N}} {name}_i {name}_i^T = \Phi^T \Phi$$"],
        )
    ) & {"right", "wrong"}
