r"""Derivatives that stand transposed, since a page says so.

By hand: with `E = \sum_n (a_n^T M b_n - t_n)^2 / 2` the derivative by M is `\sum_n (a_n^T M b_n - t_n) a_n b_n^T`, of n
rows and m columns; laid out as `M^T` is, `b_n a_n^T` stands there.
"""

from __future__ import annotations

import pytest

from symderiv import check

from .judging import each_verdict, verdict

NET = r"""$a_n \in \mathbb{R}^p$, $b_n \in \mathbb{R}^q$ and $M \in \mathbb{R}^{p \times q}$

$$ s_n = a_n^T M b_n $$ ($1 \le n \le N$)

$$ E = \frac12 \sum_{n=1}^N (s_n - t_n)^2 $$"""
TURNED = r"$$ \frac{\partial E}{\partial M} = \sum_{n=1}^N (s_n - t_n) b_n a_n^T $$"
PLAIN = r"$$ \frac{\partial E}{\partial M} = \sum_{n=1}^N (s_n - t_n) a_n b_n^T $$"
WORDS = (
    r"As in many notes, the derivative of a scalar by a $u \times v$ matrix is laid out as a $v \times u$ matrix.",
    r"The derivative of a scalar with respect to a $u \times v$ matrix is a $v \times u$ matrix.",
)


@pytest.mark.parametrize("words", WORDS)
def test_the_page_says_so(words: str) -> None:
    found = each_verdict(words, NET, lines=[TURNED, PLAIN, TURNED.replace("(s_n - t_n)", "2 (s_n - t_n)")])
    assert found[0] == "right"
    assert found[1] != "right"
    assert found[2] == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "",
        r"The derivative of a scalar by a $u \times v$ matrix is not laid out as a $v \times u$ matrix.",
        r"The derivative of a scalar by a $u \times v$ matrix is a $u \times v$ matrix.",
        r"The transpose of a $u \times v$ matrix is a $v \times u$ matrix.",
    ],
)
def test_else_it_stands_as_the_matrix_does(words: str) -> None:
    assert each_verdict(words, NET, lines=[PLAIN, TURNED]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"The derivative of a scalar by a $u \times v$ matrix is not laid out as a $u \times v$ matrix.",
        r"The derivative of a scalar by a $u \times v$ matrix is laid out as a $u \times w$ matrix.",
    ],
)
def test_other_sizes_leave_it_open(words: str) -> None:
    cases = (PLAIN, TURNED)
    for line, found in zip(cases, each_verdict(words, NET, lines=cases), strict=True):
        assert found in ("unreadable", "unproved"), line
    assert verdict(words, NET, PLAIN.replace("(s_n - t_n)", "2 (s_n - t_n)")) == "wrong"  # in each layout


def test_a_row_of_arrays_is_no_product() -> None:
    page = r"$a_k \in \mathbb{R}^p$ for $k = 1, \dots, K$ and $c = [ a_1^T\ a_2^T \dots a_K^T ]^T$."
    claims = check(f"{page}\n\n" + r"$$ E = \sum_{k=1}^K a_k^T a_k $$").claims
    assert "wrong" not in [str(c.judgement) for c in claims]
