r"""Sentences that say in which case a name is a number: the case is none of the display behind them."""

from __future__ import annotations

import pytest

from .judging import check

NET = (
    '+++\nobjective = "L"\n[ranges]\n"i" = "1..N"\n"k" = "1..N"\n"j" = "1..N"\n"l" = "1..N"\n+++\n'
    r"$$m_l = \frac1N \sum_k h_{kl}$$ $$L = \sum_l m_l^2$$"
)
LINE = r"$$\frac{d m_l}{d h_{ij}} = \frac1N [i = l]$$"


def _verdict(words: str) -> str:
    return str(check("\n\n".join([NET, words, LINE])).claims[-1].judgement)


@pytest.mark.parametrize(
    "words",
    [
        r"$x_{ij}$ is 1 when $i=j$.",
        r"$x_{ij}$ is $1$ when $i=j$.",
        r"where $x_{ij}$ equals zero if $i=j$.",
        r"When $i=j$, $x_{ij}$ is 1.",
        r"其中 $x_{ij}$ 当 $i=j$ 时为 1, 否则为 0.",
        r"当 $i=j$ 时, $x_{ij}$ 等于 1.",
        r"其中 $x_{ij}$：$i=j$ 時為 1，否則為 0。",
        r"其中（$x_{ij}$：当 $i=j$ 时取值为 1，其余为 0）。",
        r"當 $i=j$ 時，$x_{ij}$ 為 1。",
        r"ここで $x_{ij}$ は $i=j$ のとき 1, それ以外は 0 です.",
        r"$x_{ij}$ vaut 1 si $i=j$, et 0 sinon.",
        r"$x_{ij}$ ist 1, falls $i=j$, und sonst 0.",
    ],
)
def test_the_case_is_of_the_name(words: str) -> None:
    """The line is right for i = j only: that l is j is missing."""
    assert _verdict(words) in ("wrong", "unproved")


@pytest.mark.parametrize(
    "words",
    [r"When $i=j$:", r"当 $i=j$ 时:", r"固定 $i=j$：", r"$i=j$ のとき", r"If $i=j$, the derivative of $m_l$ is"],
)
def test_the_case_of_a_line_is_kept(words: str) -> None:
    assert _verdict(words) == "right"
