r"""Matrices of entries beside words about their rows and columns: where these are not the usual, lines stay open."""

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ u_i = \sum_{j=1}^d v_{ij} s_j $$

$$ E = \frac12 \sum_{i=1}^m (u_i - r_i)^2 $$"""
LINES = (
    r"$$ \frac{\partial E}{\partial V_{12}} = (u_1 - r_1) s_2 $$",
    r"$$ \frac{\partial E}{\partial V_{12}} = (u_2 - r_2) s_1 $$",
)


@pytest.mark.parametrize(
    "words",
    [
        "$V = (v_{ij})$.",
        "$V = (v_{ij})$, where $i$ numbers the rows and $j$ the columns.",
        "$V = (v_{ij})$, and row $i$ of $V$ holds the weights of unit $i$.",
        "$V = (v_{ij})$ with rows $v_i^T$.",
        "$V = (v_{ij})$ has $m$ rows and $d$ columns.",
        "$V = (v_{ij})$, and $V^T$ is the transpose of $V$.",
        "$V = (v_{ij})$. Each row of the matrix $X$ is one example, and all vectors are column vectors.",
        "行列 $V = (v_{ij})$ は $i$ が行、$j$ が列を表す。",
        "$V = (v_{ij})$. The vector $q_j$ is the $j$-th row of the matrix $Q$.",
        "$V = (v_{ij})$. $Q$ の第 $j$ 行を $q_j$ とする。",
        "$v_i = (v_{ij})$ are column arrays, $V = (v_{ij})$ performs a row-wise collection of the arrays $v_i$.",
        "$V = (v_{ij})$ is the row-wise stacking of all $v_i$.",
        "$V = (v_{ij})$ stacks the vectors $v_i$ row-wise.",
        "$V = (v_{ij})$ collects the weight vectors $v_i$ in its rows.",
        "$V = (v_{ij})$ stacks the $v_j$ as columns.",
        "$V = (v_{ij})$, 由 $v_i$ 按行排列而成。",
    ],
)
def test_words_that_say_the_usual(words: str) -> None:
    right, wrong = LINES
    assert each_verdict(NET, words, lines=[right, wrong]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        "$V = (v_{ij})$, where $i$ numbers the columns and $j$ the rows.",
        "$V = (v_{ij})$, where the first index is the column.",
        "The columns of $V = (v_{ij})$ are numbered by $i$.",
        "$V = (v_{ij})$ with columns $v_i$.",
        "$V = (v_{ij})$, the $j$-th row of $V$ belongs to input $j$.",
        "$V = (v_{ij})$, which we store transposed.",
        "In $v_{ij}$ the second index names the row.\n\nLet $V = (v_{ij})$.",
        "$V = (v_{ij})$. Columns come first.",
        "Let $V = (v_{ij})$; $i$ does not number the rows.",
        "行列 $V = (v_{ij})$ は $i$ が列、$j$ が行を表す。",
        "$V = (v_{ij})$ mit der Spalte $i$.",
        "$V = (v_{ij})$ performs a column-wise collection of the arrays $v_i$.",
        "$V = (v_{ij})$ performs a row-wise collection of the arrays $v_j$.",
        "$V = (v_{ij})$ stacks the vectors $v_i$ column-wise.",
        "$V = (v_{ij})$ stacks the $v_i$ as columns.",
        "$V = (v_{ij})$ does not stack the $v_i$ as rows.",
        "$V = (v_{ij})$ stacks the $v_i$ as rows of columns.",
        "$V = (v_{ij})$ is processed row-wise.",
    ],
)
def test_other_words_leave_lines_open(words: str) -> None:
    cases = (*LINES, r"$$ \frac{\partial E}{\partial V} = (u - r) s^T $$")
    for line, found in zip(cases, each_verdict(NET, words, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


def test_letters_the_other_way_round() -> None:
    for words in ("Let $V = (v_{ji})$.", "Let $V = (v_{ji})$, row $j$ of $V$ belongs to unit $j$."):
        for line, found in zip(LINES, each_verdict(NET, words, lines=LINES), strict=True):
            assert found not in ("right", "wrong"), line
    net = NET.replace("u_i", "u_k").replace("r_i", "r_k").replace("{i=", "{k=").replace("{ij}", "{kj}")
    assert each_verdict(net, "Let $V = (v_{kj})$.", lines=[LINES[0], LINES[1]]) == ["right", "wrong"]


UNDERLINED = r"""Here $\underline{s} = (s_j)$ and $\underline{u} = (u_i)$, $\underline{r} = (r_i)$ are %s arrays,
$\underline{\underline{V}} = (v_{ij})$ performs a row-wise collection of the arrays $\underline{v}_i$."""


def test_underlined_arrays() -> None:
    for word, factors, slip in (
        (
            "column",
            r"(\underline{u} - \underline{r}) \underline{s}^T",
            r"(\underline{r} - \underline{u}) \underline{s}^T",
        ),
        ("row", r"(\underline{u} - \underline{r})^T \underline{s}", r"\underline{u}^T \underline{s}"),
    ):
        line = r"$$ \frac{\partial E}{\partial \underline{\underline{V}}} = "
        assert each_verdict(NET, UNDERLINED % word, lines=[line + factors + " $$", line + slip + " $$"]) == [
            "right",
            "wrong",
        ]
    other = r"\underline{s} (\underline{u} - \underline{r})^T $$"
    assert verdict(NET, UNDERLINED % "column", line + other) not in ("right", "wrong")


SIZED = r"""$$ u_i = \sum_{j=1}^d v_{ij} s_j $$

$$ E = \frac12 \sum_{i=1}^m (u_i - r_i)^2 $$

"""


@pytest.mark.parametrize(
    ("said", "open_"),
    [
        (
            r"$V = (v_{ij})$ : matrice $m \times d$ (lignes : échantillons, "
            r"$v_i$ est la $i$-ème ligne mise en colonne).",
            False,
        ),
        (r"$V = (v_{ij})$ is an $m \times d$ matrix (rows: outputs).", False),
        (r"$V = (v_{ij})$: $m \times d$, $s = (s_j)$ : vecteur colonne $d \times 1$.", False),
        (r"$V = (v_{ij})$ is a $d \times m$ matrix (rows: outputs).", True),
        (r"$V = (v_{ij})$ is an $m \times d$ matrix, its columns are numbered by $i$.", True),
        (r"$V = (v_{ij})$ is an $m \times d$ matrix, which we store transposed (rows: inputs).", True),
        (r"$V = (v_{ij})$ is an $m \times d$ matrix; $i$ does not number the rows.", True),
    ],
)
def test_a_size_says_what_the_rows_are(said: str, open_: bool) -> None:
    right, wrong = LINES
    found = verdict(SIZED, said, right), verdict(SIZED, said, wrong)
    assert (found == ("right", "wrong")) is not open_
    assert not open_ or not {"right", "wrong"} & set(found)
