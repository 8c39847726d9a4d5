"""Parts of what is numbered, `$1, \\dots, m$` and `$m + 1, \\dots, N$`: there are no fewer than m."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\n[ranges]\n"d" = "1..D"\n"i" = "1..N"\n+++'
NETWORK = r"""
$$ z_i = \sum_{d=1}^D w_d x_{id} $$

$$ E = \sum_{i=1}^{m} z_i - m \log \sum_{i=1}^{N} e^{z_i} $$
"""
SHARE = r"\frac{m e^{z_i}}{\sum_{k=1}^{N} e^{z_k}}"
RIGHT = (
    rf"$$ \frac{{\partial E}}{{\partial w_d}} = \sum_{{i=1}}^m x_{{id}} - \sum_{{i=1}}^N {SHARE} x_{{id}} $$",
    rf"$$ \frac{{\partial E}}{{\partial z_i}} = -{SHARE} $$ ( $i = m+1, \dots, N$ )",
)
WRONG = (
    rf"$$ \frac{{\partial E}}{{\partial w_d}} = \sum_{{i=1}}^N x_{{id}} - \sum_{{i=1}}^N {SHARE} x_{{id}} $$",
    rf"$$ \frac{{\partial E}}{{\partial z_i}} = 1 - {SHARE} $$ ( $i = m+1, \dots, N$ )",
)


@pytest.mark.parametrize(
    "said",
    [
        r"Die Beispiele $1, \dots, m$ haben ein Ziel, $m+1, \dots, N$ haben keines.",
        r"The examples with $i \in \{1, \dots, m\}$ are labelled, those with $i \in \{m+1, \dots, N\}$ are not.",
        r"$e_1, \ldots, e_m$ はラベル付き、$e_{m+1}, \ldots, e_N$ はラベルなし。",
    ],
)
def test_two_parts(said: str) -> None:
    assert [verdict(FRONT, NETWORK, said, "## Derivation", x) for x in RIGHT] == ["right"] * 2
    assert [verdict(FRONT, NETWORK, said, "## Derivation", x) for x in WRONG] == ["wrong"] * 2


def test_assumed_in_front() -> None:
    front = FRONT.replace("[ranges]", 'assume = ["m \\\\le N"]\n[ranges]')
    assert each_verdict(front, NETWORK, "## Derivation", lines=[RIGHT[0], WRONG[0]]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"The examples are $1, \dots, N$.",
        r"The parts are $1, \dots, m$ and $m+1, \dots, N$, or $1, \dots, N$ and $N+1, \dots, m$.",
        r"The parts are $1, \dots, m$ and $m+2, \dots, N$.",
        r"We have $a_1, \dots, a_m$ and $b_{m+1}, \dots, b_N$.",
    ],
)
def test_nothing_said(said: str) -> None:
    assert verdict(FRONT, NETWORK, said, "## Derivation", RIGHT[0]) in ("unproved", "unreadable")
