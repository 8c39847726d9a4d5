r"""`w^T_{kj}`, an entry of the transpose where a sentence says so, and nothing that is known where none does."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

SAID = r"$x_{mi}$ and $w_{ik}$ are the entries of $X$ and $W$, $x^T_{jn}$ and $w^T_{kj}$ %s, and all indices run"
BODY = (
    r"from $1$ to $N$.",
    r"$$ b_{mn} = \sum_{i,j,k} x_{mi} w_{ik} w^T_{kj} x^T_{jn} $$",
    r"$$ f = \sum_m b_{mm} $$",
)
WORDS = (r"are the entries of $X^T$ and $W^T$", r"are the elements of $X^\top$, $W^\top$")
LINES = [
    (r"2 \sum_i \left( \sum_m x^T_{rm} x_{mi} \right) w_{is}", "right"),
    (r"\sum_{j,m} x_{mr} w^T_{sj} x^T_{jm} + \sum_{i,m} x_{mi} w_{is} x^T_{rm}", "right"),
    (r"2 \sum_i \left( \sum_m x_{rm} x_{mi} \right) w_{is}", "wrong"),
    (r"2 \sum_i \left( \sum_m x_{rm}^T x_{mi} \right) w_{is}^T", "wrong"),
]


def judged(said: str, line: str, *more: str) -> str:
    network = (SAID % said + " " + BODY[0], *BODY[1:])
    return verdict(*network, *more, rf"$$ \frac{{\partial f}}{{\partial w_{{rs}}}} = {line} $$")


@pytest.mark.parametrize("said", WORDS)
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_words_say_so(said: str, line: str, expected: str) -> None:
    assert judged(said, line) == expected


def test_in_parentheses() -> None:
    network = (
        r"Let $W = (w_{ik})$, $W^T = (w^T_{kj})$, all of them $N \times N$.",
        r"$$ f = \sum_{i=1}^N \sum_{k=1}^N w_{ik} w^T_{ki} $$",
    )
    left = r"\frac{\partial f}{\partial w_{rs}}"
    assert each_verdict(*network, lines=[rf"$$ {left} = 2 w^T_{{sr}} $$", rf"$$ {left} = 2 w^T_{{rs}} $$"]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_without_such_words_nothing_is_read_into_it(line: str, expected: str) -> None:
    told = judged("are given", line)
    assert told in (expected, "unreadable", "unproved")
    assert judged("are the entries of $Y^T$", line) in (expected, "unreadable", "unproved")


def test_a_letter_with_one_index_too_is_a_vector() -> None:
    line = r"2 \sum_i \left( \sum_m x^T_{rm} x_{mi} \right) w_{is}"
    assert judged(WORDS[0], line, r"$$ w_i = \sum_k w_{ik} $$") != "wrong"


OBLONG = (
    r"Let $Z \in \mathbb{R}^{m \times n}$, $A \in \mathbb{R}^{h \times m}$, $R \in \mathbb{R}^{h \times n}$.",
    r"$$ D = A Z $$",
    r"$$ E = \sum_{i=1}^h \sum_{j=1}^n R_{ij} D_{ij}^2 $$",
)
BY_A, BY_Z = r"\frac{\partial E}{\partial A_{dc}}", r"\frac{\partial E}{\partial Z_{cj}}"


def test_letters_that_fit_the_transpose_of_an_oblong_matrix() -> None:
    for mark in ("T", r"\top"):
        line = rf"$$ {BY_A} = %s \sum_{{j=1}}^n R_{{dj}} D_{{dj}} Z^{mark}_{{jc}} $$"
        assert each_verdict(*OBLONG, lines=[line % 2, line % ""]) == ["right", "wrong"]
    assert verdict(*OBLONG, rf"$$ {BY_Z} = 2 \sum_{{d=1}}^h A_{{cd}}^\top R_{{dj}} D_{{dj}} $$") == "right"
    told = (r"$$ D_{ij} = \sum_{k=1}^{m} A_{ik} Z_{kj} $$", OBLONG[2], r"Here $A = (A_{ik})$, $Z = (Z_{kj})$.")
    assert verdict(*told, rf"$$ {BY_A} = 2 \sum_{{j=1}}^n R_{{dj}} D_{{dj}} Z^T_{{jc}} $$") == "right"


def test_letters_that_fit_the_matrix_itself_or_both() -> None:
    """`Z_{cj}^T` may be the number `Z_{cj}`; in a square matrix nobody can tell."""
    for entry, by in (("Z^T_{cj}", BY_A), ("Z_{cj}^T", BY_A)):
        line = rf"$$ {by} = 2 \sum_{{j=1}}^n R_{{dj}} D_{{dj}} {entry} $$"
        assert verdict(*OBLONG, line) in ("unreadable", "unproved")
    square = tuple(x.replace(r"h \times n", r"h \times m").replace("^n", "^m") for x in OBLONG)
    square = (square[0].replace(r"m \times n", r"m \times m"), *square[1:])
    for entry in ("Z^T_{jc}", "Z^T_{cj}"):
        line = rf"$$ {BY_A} = 2 \sum_{{j=1}}^m R_{{dj}} D_{{dj}} {entry} $$"
        assert verdict(*square, line) in ("unreadable", "unproved")


def test_a_last_step_is_no_transpose() -> None:
    steps = r"$$ c = \sum_{t=1}^T b_t $$"
    line = rf"$$ {BY_A} = 2 \sum_{{j=1}}^n R_{{dj}} D_{{dj}} Z^T_{{jc}} $$"
    assert verdict(*OBLONG, steps, line) in ("unreadable", "unproved")
