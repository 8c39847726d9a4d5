r"""Rows that are cut out of a matrix and called columns: `$A_{i:}$ is the $i$-th row of $A$ as a column vector`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$A \in \mathbb{R}^{N \times M}$, $B \in \mathbb{R}^{N \times M}$. WORDS

$$c_i = \sum_{j=1}^M A_{ij} B_{ij}$$ ( $1 \le i \le N$ )

$$E = \sum_{i=1}^N c_i^2$$

"""
SAID = r"$A_{i:}$ is the $i$-th row of $A$ as a column vector, the same for $B_{i:}$."
ROWS = "Here $A_{i:}$ is the $i$-th row of $A$."


@pytest.mark.parametrize(
    ("line", "columns", "rows"),
    [
        (r"2 c_i = 2 A_{i:}^T B_{i:}", "right", "wrong"),
        (r"2 c_i = 2 A_{i:} B_{i:}^T", "wrong", "right"),
        (r"\frac{\partial E}{\partial A_{i:}} = 2 (A_{i:}^T B_{i:}) B_{i:}", "right", "wrong"),
        (r"\frac{\partial E}{\partial A_{i:}} = 2 (A_{i:}^T B_{i:}) A_{i:}", "wrong", "wrong"),
        (r"\frac{\partial E}{\partial A_{i:}} = (A_{i:}^T B_{i:}) B_{i:}", "wrong", "wrong"),
        (r"\frac{\partial E}{\partial A_{i:}} = 2 (A_{i:} B_{i:}^T) B_{i:}", "wrong", "right"),
    ],
)
def test_rows_are_what_words_call_them(line: str, columns: str, rows: str) -> None:
    for words, wanted in ((SAID, columns), (ROWS, rows)):
        assert check(f"{PAGE.replace('WORDS', words)}$${line}$$\n").verdict == wanted


def test_words_that_deny_it() -> None:
    for words in ("$A_{i:}$ is the $i$-th row of $A$, not as a column vector.", f"{SAID} $B_{{i:}}$ is a row vector."):
        assert check(f"{PAGE.replace('WORDS', words)}$$c_i = A_{{i:}}^T B_{{i:}}$$\n").verdict != "right"
