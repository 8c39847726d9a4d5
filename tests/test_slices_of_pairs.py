r"""Sets of what stands in pairs with one thing, told by a formula or in the words that tell the pairs."""

from __future__ import annotations

import pytest

from .judging import check

WORDS = (
    "$P$: set of pairs $(u, v)$ where reader $u$ borrowed book $v$. $B_u$: set of books borrowed by reader $u$. "
    "$R_v$ is the set of readers who borrowed book $v$."
)
FORMULAS = r"$B_u = \{v : (u, v) \in P\}$ and $R_v = \{u \mid (u, v) \in P\}$."
REST = r"""

$$ E = \sum_{(u,v) \in P} (s_{uv} - a_u - c_v)^2 + \gamma \sum_{u=1}^U a_u^2 $$

# Derivation

"""
RANGES = '+++\nobjective = "E"\n[ranges]\n"u" = "1..U"\n"v" = "1..V"\n+++\n'
LINES = [
    (r"\frac{\partial E}{\partial a_u} = -2 \sum_{v \in B_u} (s_{uv} - a_u - c_v) + 2 \gamma a_u", "right"),
    (r"\frac{\partial E}{\partial a_u} = 2 \sum_{v \in B_u} (s_{uv} - a_u - c_v) + 2 \gamma a_u", "wrong"),
    (r"\frac{\partial E}{\partial a_u} = -2 \sum_{v \in B_u} (s_{uv} - c_v) + 2 (|B_u| + \gamma) a_u", "right"),
    (r"\frac{\partial E}{\partial a_u} = -2 \sum_{v \in B_u} (s_{uv} - c_v) + 2 (|B_u| - \gamma) a_u", "wrong"),
    (r"\frac{\partial E}{\partial c_v} = -2 \sum_{u \in R_v} (s_{uv} - a_u - c_v)", "right"),
    (r"\frac{\partial E}{\partial c_v} = -2 \sum_{u=1}^U (s_{uv} - a_u - c_v)", "wrong"),
    (r"\frac{\partial E}{\partial c_v} = -2 \sum_{u \in R_v} (s_{uv} - c_v)", "wrong"),
    (r"\frac{\partial E}{\partial c_q} = -2 \sum_{u \in R_q} (s_{uq} - a_u - c_q)", "right"),
]


def verdict(told: str, line: str) -> str:
    return str(check(RANGES + told + REST + f"$$ {line} $$").claims[-1].judgement)


@pytest.mark.parametrize("told", [WORDS, FORMULAS])
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_such_sets(told: str, line: str, expected: str) -> None:
    assert verdict(told, line) == expected


@pytest.mark.parametrize(
    "told",
    [
        WORDS.replace("books borrowed by", "books returned by"),
        WORDS.replace("books borrowed by", "books not borrowed by"),
        WORDS.replace("books borrowed by", "films borrowed by"),
        WORDS.replace("by reader $u$", "by reader $u$ last year"),
        WORDS.replace("borrowed book $v$. $B", "borrowed book $v$ twice. $B"),
        WORDS.replace("reader $u$ borrowed book $v$. $B", "reader $v$ borrowed book $u$. $B"),
        FORMULAS.replace(r"\in P", r"\notin P"),
    ],
)
def test_other_words_tell_nothing(told: str) -> None:
    assert verdict(told, LINES[0][0]) not in ("right", "wrong")
    assert verdict(told, LINES[1][0]) not in ("right", "wrong")


@pytest.mark.parametrize(
    "right", [r"-2 \sum_{v \in P_u} (s_{uv} - a_u - c_v)", r"2 \sum_{v \in P_u} (s_{uv} - a_u - c_v)"]
)
def test_a_set_with_the_letter_of_the_pairs_is_open_where_nothing_tells_it(right: str) -> None:
    line = rf"\frac{{\partial E}}{{\partial a_u}} = {right} + 2 \gamma a_u"
    assert verdict("", line) == "unreadable"
    assert verdict("", line.replace(r"v \in P_u", r"v : (u,v) \in P")) == ("right" if right[0] == "-" else "wrong")
