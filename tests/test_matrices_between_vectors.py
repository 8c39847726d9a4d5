r"""What stands between two vectors is a matrix, and never a number, also where its definition is not read.

By hand: `Q = u^T K_a u / u^T K_b u` has its stationary points where `K_a u = Q K_b u`; for numbers that would hold of
any `u`, for matrices of these only.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$ Q(u) = \frac{u^T K_a u}{u^T K_b u} $$

WORDS

$$ LINE $$
"""
LINES = (
    "K_a u = Q K_b u",
    "(u^T K_b u) K_a u = (u^T K_a u) K_b u",
    "K_b^{-1} K_a u = Q u",
    "u^T u K_a = u^T K_a u",
)


def _judged(words: str, line: str) -> str:
    return str(check(PAGE.replace("WORDS", words).replace("LINE", line)).claims[-1].judgement)


@pytest.mark.parametrize(
    "words",
    [
        "where $K_b = K_1 + K_2$.",
        "where $K_a = (g_1 - g_2)(g_1 - g_2)^T$ and $K_b = \\sum_n (y_n - g)(y_n - g)^T$.",
        "$u \\in \\mathbb{R}^D$ and $K_b = K_1 + 2 K_2$.",
    ],
)
@pytest.mark.parametrize("line", LINES)
def test_matrices_are_no_numbers(words: str, line: str) -> None:
    assert _judged(words, line) in ("unreadable", "unproved")


def test_what_is_said_of_them_is_read() -> None:
    words = r"$K_a, K_b \in \mathbb{R}^{D \times D}$, $u \in \mathbb{R}^D$."
    slope = r"\frac{\partial Q}{\partial u} = \frac{%s (K_a + K_a^T) u}{u^T K_b u}"
    slope += r" - \frac{(u^T K_a u) (K_b + K_b^T) u}{(u^T K_b u)^2}"
    assert _judged(words, slope % "") == "right"
    assert _judged(words, slope % "3") == "wrong"


def test_a_number_that_is_said_to_be_one_stays() -> None:
    page = r"""$u \in \mathbb{R}^D$, $C \in \mathbb{R}$.

$$ q = u^T C u $$

$$ \frac{\partial q}{\partial u} = %s C u $$
"""
    assert [str(check(page % n).claims[-1].judgement) for n in "23"] == ["right", "wrong"]
