r"""Equations that only say of which points a sentence speaks, `$1 - t_i = 0$ を満たす点は..`: nothing is claimed."""

from __future__ import annotations

import pytest

from symderiv import check

from .judging import VERDICTS

NET = r"$$t_i = y_i \sum_{j=1}^d w_j x_{ij}$$ $$J = \sum_{i=1}^n \max(0, 1 - t_i)$$"
LINE = r"$$\frac{\partial t_i}{\partial w_j} = y_i x_{ij}$$"


def _judged(words: str, line: str = LINE) -> list[str]:
    return [str(c.judgement) for c in check(f"{NET}\n\n{words}\n\n{line}", options=VERDICTS).claims]


@pytest.mark.parametrize(
    "words",
    [
        r"$1 - t_i = 0$ を満たす点は考えません。",
        r"$1 - y_i \sum_{j=1}^d w_j x_{ij} = 0$ となる点は除きます。",
        r"$1 - t_i = 0$ を満たす点をサポートベクトルという。",
        r"$1 - t_i = 0$ となる点では微分できない。",
        r"不考虑 $1 - t_i = 0$ 的情况。",
        r"满足 $1 - t_i = 0$ 的点称为支持向量。",
        r"We ignore points where $1 - t_i = 0$.",
        r"Points with $1 - t_i = 0$ are called support vectors.",
        r"At points that satisfy $1 - t_i = 0$ the loss has no derivative.",
    ],
)
def test_nothing_is_claimed(words: str) -> None:
    assert _judged(words) == ["right"]
    assert _judged(words, LINE.replace(" x_{ij}", "")) == ["wrong"]


@pytest.mark.parametrize(
    "words", [r"$1 - t_i = 0$ が成り立つ。", r"We have $1 - t_i = 0$.", r"つまり $1 - t_i = 0$ となる。"]
)
def test_a_claim_stays_one(words: str) -> None:
    assert _judged(words)[0] == "wrong"


def test_a_case_of_a_display_stays_one() -> None:
    for words in (r"For points with $1 - t_i = 0$ we get", r"$1 - t_i = 0$ を満たす点では"):
        line = r"$$\frac{\partial J}{\partial w_j} = 0$$"
        assert _judged(words, line)[-1] != "right"
