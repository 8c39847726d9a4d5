r"""Sentences that call entries and derivatives 0 where an index is out of range; bold matrices with brackets."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"""$\mathbf{U} \in \mathbb{R}^{H \times W}$ is the input, $\mathbf{g} \in \mathbb{R}^{p \times q}$ a kernel,
$\mathbf{s} \in \mathbb{R}^{H \times W}$ the output, $p \le H$ and $q \le W$.
Here $i = 0, \dots, H-1$, $j = 0, \dots, W-1$, $m = 0, \dots, p-1$ and $n = 0, \dots, q-1$.

$$ \mathbf{s}[i, j] = \sum_{m=0}^{p-1} \sum_{n=0}^{q-1} \mathbf{U}[i + m, j + n] \mathbf{g}[m, n] $$

$$ E = \frac{1}{2} \sum_{i=0}^{H-1} \sum_{j=0}^{W-1} \mathbf{s}[i, j]^2 $$
"""
ZERO = (
    r"$\mathbf{U}[i, j]$ is $0$ whenever $(i, j)$ is out of range, and so are "
    r"$\frac{\partial E}{\partial \mathbf{s}[i, j]}$ and $\mathbf{g}[m, n]$."
)
INPUT = (
    r"$$ \frac{\partial E}{\partial \mathbf{U}[i, j]} = \sum_{m=0}^{p-1} \sum_{n=0}^{q-1} "
    r"\frac{\partial E}{\partial \mathbf{s}[i - m, j - n]} \mathbf{g}[m, n] $$"
)
SHIFTED = (
    r"$$ \frac{\partial E}{\partial \mathbf{g}[m, n]} = \sum_{i=m}^{H-1} \sum_{j=n}^{W-1} "
    r"\mathbf{s}[i - m, j - n] \mathbf{U}[i, j] $$"
)


def judged(zero: str, line: str) -> str:
    return check(f"{NETWORK}\n{zero}\n\n{line}\n").claims[-1].judgement.value


@pytest.mark.parametrize(
    "zero",
    [
        ZERO,
        ZERO.replace("whenever $(i, j)$ is out of range", "where an index leaves its range"),
        r"$\mathbf{U}[i, j]$ and $\frac{\partial E}{\partial \mathbf{s}[i, j]}$ are taken to be $0$"
        " when the indices are outside the range.",
        r"超出范围时，$\mathbf{U}[i, j]$、$\frac{\partial E}{\partial \mathbf{s}[i, j]}$ 都为 $0$。",
        r"範囲外のとき、$\mathbf{U}[i, j]$、$\frac{\partial E}{\partial \mathbf{s}[i, j]}$ は $0$ とする。",
    ],
)
def test_zero_where_an_index_is_out_of_range(zero: str) -> None:
    assert judged(zero, INPUT) == "right"
    assert judged(zero, SHIFTED) == "right"
    assert judged(zero, INPUT.replace("[i - m, j - n]", "[i + m, j + n]")) == "wrong"
    assert judged(zero, SHIFTED.replace("H-1", "H-p")) == "wrong"


@pytest.mark.parametrize(
    "zero",
    [
        "",
        ZERO.replace("out of range", "in range"),
        ZERO.replace("is $0$", "is $1$"),
        f"If {ZERO}",
        f"It is not so that {ZERO}",
    ],
)
def test_other_sentences_do_not_say_so(zero: str) -> None:
    assert judged(zero, INPUT) != "right"


def test_entries_of_a_bold_matrix_are_numbers() -> None:
    own = r"$$ \frac{\partial \mathbf{s}[i, j]}{\partial \mathbf{g}[m, n]} = \mathbf{U}[i + m, j + n] $$"
    assert judged("", own) == "right"
    assert judged("", own.replace("[i + m, j + n]", "[i - m, j - n]")) == "wrong"
