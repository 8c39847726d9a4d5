"""Letters of which a sentence says that they differ: `Here $j$ and $k$ are different.`"""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n+++'
NETWORK = (
    r"$$ f_{jk} = \sum_{i\ne j,k} a_i \quad (1 \le i \le n) $$",
    r"$$ L=\frac12\sum_{j=1}^n\sum_{k=1}^n (f_{jk}-t_{jk})^2 $$",
)
WORDS = (
    "Here $j$ and $k$ are different.",
    "The index $k$ is different from $j$.",
    "For different $j$ and $k$, consider the following.",
    "Dabei sind $j$ und $k$ verschieden.",
)
LINE = r"$$ f_{jk} = \sum_{i=1}^n a_i - a_j - a_k $$"
SLIP = r"$$ f_{jk} = \sum_{i=1}^n a_i - 2 a_j - a_k $$"


@pytest.mark.parametrize("words", WORDS)
def test_a_line_that_is_wrong_where_they_are_one_is_open(words: str) -> None:
    found = each_verdict(FRONT, words, *NETWORK, lines=[LINE, SLIP])
    assert found[0] in ("unproved", "right")
    assert found[1] == "wrong"


def test_without_such_words_it_is_wrong() -> None:
    assert each_verdict(FRONT, *NETWORK, lines=[LINE, LINE.removesuffix(" $$") + r"\quad (j \ne k) $$"]) == [
        "wrong",
        "right",
    ]
    assert verdict(FRONT, "Here $j$ and $k$ are equal.", *NETWORK, LINE) == "wrong"


def test_what_a_sum_leaves_out_may_be_its_letter() -> None:
    page = (r"$$ f_j = \sum_{i \ne j,k} a_{ik} $$", r"$$ L=\frac12\sum_{j=1}^n f_j^2 $$")
    said = r"where $1\le i,k\le n$, and $i$ and $k$ differ."
    cases = (r"$$ f_j = \sum_{i\ne j} \sum_{k\ne i} a_{ik} $$", r"$$ f_j = \sum_{i\ne j} \sum_{k=1}^n a_{ik} $$")
    for line, found in zip(cases, each_verdict(FRONT, *page, said, lines=cases), strict=True):
        assert found in ("unproved", "unreadable"), line
