r"""Sentences that call whole lists of arrays rows, `$X = (x_i)$ and $Y = (y_j)$ are rows`."""

from __future__ import annotations

import pytest

from symderiv.document import parse_document, read_formulas
from symderiv.latex.tree import Name
from symderiv.resolve.shapes.rows_told import rows_of_entries_told

from .judging import each_verdict, verdict

NET = r"""
$$ u_j = c_j + \sum_{i=1}^{m} x_i w_{ij} $$ ( $1 \le j \le n$ )

$$ E = \frac{1}{2} \sum_{j=1}^{n} (u_j - q_j)^2 $$
"""
ROWS = r"$X = (x_i)$, $U = (u_j)$, $C = (c_j)$ and $Q = (q_j)$ are rows, $W = (w_{ij})$."
OTHERS = [
    ROWS.replace("are rows", "are row vectors"),
    ROWS.replace("and", "e").replace("are rows", "são linhas"),
    ROWS.replace("and", "und").replace("are rows", "sind Zeilen"),
]
LINES = [
    (r"\frac{\partial E}{\partial X} = \frac{\partial E}{\partial U} W^T", "right"),
    (r"\frac{\partial E}{\partial X} = \frac{\partial E}{\partial U} W", "wrong"),
    (r"\frac{\partial E}{\partial W} = X^T (U - Q)", "right"),
    (r"\frac{\partial E}{\partial W} = X^T (Q - U)", "wrong"),
    (r"\frac{\partial E}{\partial C} = U - Q", "right"),
    (r"U = X W + C", "right"),
]


def test_what_a_list_calls_rows() -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(NET, ROWS, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize("words", OTHERS)
def test_so_do_other_words(words: str) -> None:
    line, wanted = LINES[0]
    assert verdict(NET, words, f"$$ {line} $$") == wanted


@pytest.mark.parametrize(
    "words",
    [
        ROWS.replace("are rows", "are rows of a table"),
        ROWS.replace("are rows", "are the rows of it"),
        ROWS.replace("are rows", "are not rows"),
        ROWS.replace("are rows", "are columns"),
        ROWS.replace("are rows", "are rows when typed so"),
    ],
)
def test_other_words_make_no_rows(words: str) -> None:
    located = read_formulas(parse_document(words))
    ends = {x: {Name(n)} for x, n in (("i", "m"), ("j", "n"))}
    assert not [*rows_of_entries_told(located, ends)]
    assert [base for base, _ in rows_of_entries_told(read_formulas(parse_document(ROWS)), ends)] == [*"XUCQ"]
