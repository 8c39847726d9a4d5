"""Along what softmax of a matrix is taken: told by words, by the equations, or not at all."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.document import parse_document, read_formulas
from symderiv.resolve.shapes.along import softmax_along

LEARNED = r"$$\frac{\partial L}{\partial W} = G$$"


def along(text: str, words: str = "") -> str:
    formulas = [f for _, f in read_formulas(parse_document(text))]
    return softmax_along([s.chain for f in formulas for s in getattr(f, "statements", ())], words)


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        (rf"$$Z = X W$$ $$P = \mathrm{{softmax}}(Z)$$ {LEARNED}", "", "rows"),
        (rf"$$P = \mathrm{{softmax}}(X W + b)$$ {LEARNED}", "", "rows"),
        (rf"$$P = \mathrm{{softmax}}(W X)$$ {LEARNED}", "", "columns"),
        (r"$$P = \mathrm{softmax}(A B + b \mathbf{1}^T)$$", "", "columns"),
        (r"$$A = \mathrm{softmax}(S)$$ $$O = A V$$", "", "rows"),
        (r"$$O = \mathrm{softmax}(S) V$$", "", "rows"),
        (r"$$O = V \mathrm{softmax}(S)$$", "", "columns"),
        (r"$$P = \mathrm{softmax}(S)$$", "", ""),
        (r"$$P = \mathrm{softmax}(S)$$", "The softmax is applied to each row.", "rows"),
        (r"$$P = \mathrm{softmax}(S)$$", "where softmax acts column-wise", "columns"),
        (r"$$P = \mathrm{softmax}(S)$$", "softmax は行ごとに適用する", "rows"),
        (r"$$P = \mathrm{softmax}(S)$$", "every example is a **column**", "columns"),
        (r"$$P = \mathrm{softmax}(S)$$", "one example per row; softmax of each column", ""),
        (rf"$$P = \mathrm{{softmax}}(W X)$$ {LEARNED}", "softmax of each row", "rows"),
        (rf"$$P = \tanh(W X)$$ {LEARNED}", "each row", ""),
        (r"$$P = \mathrm{softmax}(S)$$", "Each row of  is one training example.", "rows"),
        (r"$$P = \mathrm{softmax}(S)$$", "softmax of the scores, where the columns of  hold the classes", ""),
    ],
)
def test_rows_or_columns(text: str, words: str, wanted: str) -> None:
    assert along(text, words) == wanted


def test_where_nothing_tells_no_line_is_judged() -> None:
    page = r"""
$S \in \mathbb{R}^{n \times m}$

$$ P = \mathrm{softmax}(S), \quad L = \sum_{i=1}^{n} \sum_{j=1}^{m} c_{ij} P_{ij} $$

$$ \frac{\partial L}{\partial S_{ij}} = P_{ij} \left( c_{ij} - \sum_{k=1}^{m} c_{ik} P_{ik} \right) $$
"""
    assert {str(c.judgement) for c in check(page).claims} == {"unreadable", "unproved"}
