r"""Rows `S_i` of a square matrix, told by where the letter stands on its entries: the i of `S_{ij}`, `S_{ik}`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""
$$A_{ij} = \frac{e^{S_{ij}}}{\sum_{k=1}^{T} e^{S_{ik}}}$$ ($1 \le i \le T$, $1 \le j \le T$)

$$L = \sum_{i=1}^{T} \sum_{j=1}^{T} c_{ij} g(A_{ij})$$
"""
BY_COLUMNS = NET.replace(r"S_{ik}", r"S_{kj}")
RIGHT = (
    r"\frac{\partial L}{\partial S_i} = A_i \odot \left( \frac{\partial L}{\partial A_i} - "
    r"\left( \frac{\partial L}{\partial A_i} \cdot A_i \right) \mathbf{1} \right)"
)
LINES = [
    (RIGHT, "right"),
    (
        r"\frac{\partial L}{\partial S_i} = (\operatorname{diag}(A_i) - A_i A_i^\top) \frac{\partial L}{\partial A_i}",
        "right",
    ),
    (r"\frac{\partial L}{\partial S_i} = A_i \odot \frac{\partial L}{\partial A_i}", "wrong"),
    (r"\frac{\partial L}{\partial S_i} = \operatorname{diag}(A_i) \frac{\partial L}{\partial A_i}", "wrong"),
    (RIGHT.replace("- ", "+ "), "wrong"),
]


def test_rows_by_their_letter() -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(NET, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


def test_columns_by_their_letter() -> None:
    """The j of `S_{ij}`, `S_{kj}` tells columns."""
    for (line, wanted), found in zip(
        LINES, each_verdict(BY_COLUMNS, lines=[f"$$ {line.replace('_i', '_j')} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize(
    "words",
    [
        "Here $S_i$ and $A_i$ are the $i$-th columns of $S$ and $A$.",
        r"$S_i$ ist die $i$-te Spalte von $S$.",
        r"$S_i$ は $S$ の第 $i$ 列である。",
        r"$$S = [S_1, \dots, S_T]$$",
        r"We take the gradient $\nabla_{S_{:,i}} L$.",
    ],
)
def test_it_is_open_where_a_page_speaks_of_columns(words: str) -> None:
    cases = [LINES[0][0], LINES[2][0]]
    for line, found in zip(cases, each_verdict(NET, words, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found in ("unproved", "unreadable"), line


@pytest.mark.parametrize("words", ["All vectors are column vectors.", "行列の各行"])
def test_other_words_leave_rows(words: str) -> None:
    assert [verdict(NET, words, f"$$ {line} $$") for line, _ in LINES[:3]] == [wanted for _, wanted in LINES[:3]]


def test_names_called_rows_are_open_where_a_transpose_tells_rows_from_columns() -> None:
    """A transposed row beside a row is a matrix, a transposed column beside a column a number."""
    words = "$S_i$ and $A_i$ are rows."
    by_rows = (
        r"\frac{\partial L}{\partial S_i} = \frac{\partial L}{\partial A_i} (\operatorname{diag}(A_i) - A_i^\top A_i)"
    )
    cases = (LINES[0], LINES[2])
    for (line, wanted), found in zip(
        cases, each_verdict(NET, words, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line
    cases = (by_rows, LINES[1][0])
    for line, found in zip(cases, each_verdict(NET, words, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found in ("unproved", "unreadable"), line


def test_it_is_open_where_the_letter_stands_in_both_places() -> None:
    net = NET + "\n" + r"$$M = \sum_{i=1}^{T} \sum_{j=1}^{T} S_{ji} A_{ji}$$"
    assert verdict(net, f"$$ {RIGHT} $$") in ("unproved", "unreadable")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            r"\frac{\partial L}{\partial S_{i,:}} = A_{i,:} \odot \left( \frac{\partial L}{\partial A_{i,:}} - "
            r"\left( \frac{\partial L}{\partial A_{i,:}} A_{i,:}^\top \right) \mathbf{1} \right)",
            "right",
        ),
        (r"\frac{\partial L}{\partial S_{i,:}} = A_{i,:} \odot \frac{\partial L}{\partial A_{i,:}}", "wrong"),
    ],
)
def test_slices_beside_such_rows(line: str, wanted: str) -> None:
    shapes = r"$S, A \in \mathbb{R}^{T \times T}$"
    assert verdict(shapes, NET, f"$$ {RIGHT} $$", f"$$ {line} $$") == wanted


LAYER = r"""
$$a_j = \sum_{i=1}^{n} W_{ij} x_i, \quad 1 \le j \le n$$

$$E = \frac{1}{2} \sum_{j=1}^{n} (a_j - y_j)^2$$
"""
SENDING = r"""
$$a_i = \sum_{j=1}^{n} W_{ij} x_j, \quad 1 \le i \le n$$

$$E = \frac{1}{2} \sum_{i=1}^{n} (a_i - y_i)^2$$
"""


@pytest.mark.parametrize("words", ["", "What arrives at unit $i$ is weighted by $W_i$.", "$W_i$ belongs to unit $i$."])
def test_it_is_open_beside_vectors(words: str) -> None:
    """The letter of a row stands for the unit here, and for an input in the sum."""
    cases = [r"a_i = W_i^T x", r"\frac{\partial E}{\partial W_i} = (a_i - y_i) x", r"E = \frac{1}{2} \|W_i\|^2"]
    for line, found in zip(
        cases,
        each_verdict(LAYER, words, r"$$ a_i = W_i^T x $$", lines=[f"$$ {line} $$" for line in cases]),
        strict=True,
    ):
        assert found in ("unproved", "unreadable"), line


@pytest.mark.parametrize("words", ["", "Unit $i$ sends its value with the weights $W_i$."])
def test_it_is_open_where_the_unit_sends(words: str) -> None:
    line = r"$$ \frac{\partial E}{\partial x_i} = W_i^T (a - y) $$"
    assert set(each_verdict(SENDING, words, lines=[line, r"$$ a_i = W_i^T x $$"])) <= {"unproved", "unreadable"}


def test_it_is_open_where_a_sum_goes_over_the_letter_of_a_row() -> None:
    """The j of `S_{kj}` is fixed in each sum, the line has another letter."""
    assert verdict(BY_COLUMNS, f"$$ {RIGHT} $$") in ("unproved", "unreadable")
