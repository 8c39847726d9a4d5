"""Derivatives set to zero, said in other languages: what is required at a minimum is not wrong elsewhere."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

PAGE = r"$$E = \frac12 \sum_{i=1}^n (w_i x_i - t_i)^2$$"
SLOPE = r"$\frac{\partial E}{\partial w_i} = 0$"
SENTENCES = (
    f"令 {SLOPE}，得",
    f"{SLOPE} 时，有",
    f"当 {SLOPE} 时",
    f"Posons {SLOPE}.",
    f"On annule le gradient : {SLOPE}.",
    f"Wir setzen {SLOPE}.",
    f"Igualando {SLOPE}, se obtiene",
    f"Poniamo {SLOPE}.",
    f"Приравняем {SLOPE}.",
    f"{SLOPE} 으로 놓으면",
    f"Let {SLOPE}, we have",
    f"From {SLOPE} we get",
)


def test_a_derivative_that_is_set_to_zero_is_not_wrong() -> None:
    for sentence, found in zip(SENTENCES, each_verdict(PAGE, lines=SENTENCES), strict=True):
        assert found == "unproved", sentence


def test_a_derivative_that_is_said_to_be_zero_is_wrong() -> None:
    cases = [f"Then {SLOPE}.", f"Donc {SLOPE}.", f"所以 {SLOPE}。", f"Also ist {SLOPE}."]
    for sentence, found in zip(cases, each_verdict(PAGE, lines=cases), strict=True):
        assert found == "wrong", sentence


@pytest.mark.parametrize(
    "words", ["令导数为零，得到", "En annulant la dérivée (0), on obtient", "Die Ableitung gleich null gesetzt:"]
)
def test_what_follows_from_it_is_not_wrong(words: str) -> None:
    line = r"$$w_i x_i^2 - t_i x_i = 0$$"
    assert "wrong" not in [str(c.judgement) for c in check(f"{PAGE}\n\n{words}\n{line}").claims]


@pytest.mark.parametrize(
    "said",
    [
        "Let $A, B$ be $n$-by-$n$ matrices.",
        "Let $A$ and $B$ be $n$ by $n$ matrices.",
        "Seien $A$ und $B$: $A$ is an $n$-mal-$n$ matrix, $B$ is an $n$-mal-$n$ matrix.",
        "$n$ 行 $n$ 列の行列 $A$ と、$n$ 行 $n$ 列の行列 $B$ がある。",
    ],
)
def test_sizes_of_matrices_in_two_formulas(said: str) -> None:
    entries = r"$$\text{tr}(AB) = \sum_{i=1}^{n} \sum_{j=1}^{n} a_{ij} b_{ji}$$"
    assert each_verdict(
        said,
        entries,
        lines=[
            r"$$\frac{\partial}{\partial A} \text{trace}(AB) = B^T$$",
            r"$$\frac{\partial}{\partial A} \text{trace}(AB) = B$$",
        ],
    ) == ["right", "wrong"]


def test_one_letter_for_vectors_of_two_lengths_makes_nothing_wrong() -> None:
    page = r"Let $A$ be an $n$-by-$n$ matrix and $x$ be an $n$-by-1 vector."
    other = r"Let $x_1, \dots, x_N \in \mathbb{R}^k$ and $\mu \in \mathbb{R}^k$."
    line = r"$$\frac{\partial}{\partial \mu} (x - \mu)^T (x - \mu) = -2 (x - \mu)$$"
    assert verdict(page, other, line) != "wrong"
