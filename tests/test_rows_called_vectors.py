r"""Rows of matrices with letters of their own that a sentence calls row vectors, `u_i v_j^T`.

By hand: of `E = \frac{1}{2} \sum_{ij} \omega_{ij} (M_{ij} - u_i v_j^T)^2` the gradient by `u_p` is
`-\sum_j \omega_{pj} (M_{pj} - u_p v_j^T) v_j`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ E = \frac{1}{2} \sum_{i=1}^{m} \sum_{j=1}^{n}"
    r" \omega_{ij} \left( M_{ij} - \sum_{q=1}^{r} U_{iq} V_{jq} \right)^2 $$",
    r"Here $U = (U_{iq})$ and $V = (V_{jq})$ are matrices.",
)
SENTENCES = {
    "both": "$u_i$ and $v_j$ refer to the $i$th row and $j$th row of $U$ and $V$ respectively (row vectors).",
    "rows": "$u_i$, $v_j$ are the rows of $U$ and $V$, as row vectors.",
    "each": "$u_i$ is the $i$-th row of $U$, a row vector. $v_j$ is the $j$-th row of $V$, a row vector.",
    "de": "$u_i$ und $v_j$ sind die $i$-te Zeile und die $j$-te Zeile von $U$ und $V$ (Zeilenvektoren).",
    "fr": "$u_i$ et $v_j$ sont la $i$-ième ligne et la $j$-ième ligne de $U$ et $V$ (vecteurs lignes).",
    "zh": "$u_i$、$v_j$ 分别是 $U$、$V$ 的第 $i$ 行和第 $j$ 行（行向量）。",
}
BY_ROW = r"$$ \frac{\partial E}{\partial u_i} = -\sum_{j=1}^n \omega_{ij} (M_{ij} - u_i v_j^T) %s $$"
BY_ENTRY = (
    r"$$ \frac{\partial E}{\partial U_{iq}} = -\frac{1}{2} \sum_{j=1}^n \omega_{ij} 2 (M_{ij} - u_i v_j^T) V_{jq} %s $$"
)


@pytest.mark.parametrize("told", SENTENCES.values(), ids=SENTENCES.keys())
def test_rows_that_a_sentence_names(told: str) -> None:
    assert each_verdict(*NET, told, lines=[BY_ROW % "v_j", BY_ROW % "u_i", BY_ENTRY % "", BY_ENTRY % "u_i v_j^T"]) == [
        "right",
        "wrong",
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "$u_i$ and $v_j$ are the columns of $U$ and $V$ (row vectors).",
        "$u_i$ and $v_j$ are the rows of $V$ and $U$ (row vectors).",
        "$u_i$ and $v_j$ are not the rows of $U$ and $V$ (row vectors).",
        "$u_i$ and $v_j$ are the normalised rows of $U$ and $V$ (row vectors).",
        "$u_i$ and $v_j$ are the scaled rows of $U$ and $V$ (row vectors).",
    ],
)
def test_names_of_something_else(told: str) -> None:
    assert verdict(*NET, told, BY_ROW % "v_j") not in ("right", "wrong")


def test_a_number_without_a_space_stays_open() -> None:
    line = (BY_ENTRY % "").replace(r"\omega_{ij} 2 (", r"\omega_{ij}2(")
    assert verdict(*NET, SENTENCES["both"], line) == "unreadable"
