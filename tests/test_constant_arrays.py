"""Vectors and matrices that sentences call constant are no numbers."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
Here $x \in \mathbb{R}^d$, @

$$ E = q^T x + \frac{1}{2} x^T H x $$

"""
ARRAYS = [
    r"$q$ is a constant vector in $\mathbb{R}^d$ and $H$ is a constant $d \times d$ matrix.",
    r"$q$ is a constant vector of length $d$ and $H$ is a constant non-negative $d \times d$ matrix.",
    r"$q$ is a constant $d$-dimensional vector and $H$ is a constant matrix of size $d \times d$.",
    r"$q \in \mathbb{R}^d$. $H$ は定数 $d \times d$ 行列。",
]


def verdict(page: str, line: str) -> str:
    return str(sd.check(f"{page}$${line}$$\n").claims[-1].judgement)


@pytest.mark.parametrize("words", ARRAYS)
def test_constant_arrays(words: str) -> None:
    page = PAGE.replace("@", words)
    assert verdict(page, r"\nabla_x E = q + \frac{1}{2} (H + H^T) x") == "right"
    assert verdict(page, r"\nabla_x E = q + H x") == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        r"$H$ is a constant.",
        r"$H$ is a constant, and $B$ is a $d \times d$ matrix.",
        r"$H$ is a real constant in the matrix $B$ of size $d \times d$.",
    ],
)
def test_constants(words: str) -> None:
    page = f"Here $x \\in \\mathbb{{R}}^d$, {words}\n\n$$ E = \\frac{{1}}{{2}} H x^T x $$\n\n"
    assert verdict(page, r"\nabla_x E = H x") == "right"
    assert verdict(page, r"\nabla_x E = 2 H x") == "wrong"
