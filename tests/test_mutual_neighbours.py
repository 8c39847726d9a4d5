r"""Neighbours of which words say that they are mutual: a sum over pairs has each of them twice, if that is so.

By hand: `f = \sum_u \sum_{v \in N_u} (x_u - x_v)^2` has the derivative `4 \sum_{v \in N_u} (x_u - x_v)` if v is a
neighbour of u wherever u is one of v.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"$$ f = \sum_{u=1}^M \sum_{v \in N_u} (x_u - x_v)^2 $$"
LINE = r"$$ \frac{\partial f}{\partial x_u} = %s \sum_{v \in N_u} (x_u - x_v) $$"


@pytest.mark.parametrize(
    "words",
    [
        "Neighbours are mutual.",
        "The neighbor relation is mutual.",
        "All edges go in both directions.",
        "Mutual friendships only.",
        "Any two of them are neighbours of each other.",
        "頂点は互いに隣り合う。",
        "它们互为邻居。",
    ],
)
def test_what_is_right_of_mutual_neighbours_is_open(words: str) -> None:
    assert each_verdict(words, PAGE, lines=[LINE % "4", LINE % "3"]) == ["unproved", "wrong"]


@pytest.mark.parametrize("words", ["", "Here the mutual information is meant.", "Each node has neighbours."])
def test_other_words_say_nothing_of_it(words: str) -> None:
    assert verdict(words, PAGE, LINE % "4") == "wrong"


PAIRS = r"$$ f = \sum_{(u,v) \in G} (x_u - x_v)^2 %s $$"
OF_PAIRS = r"$$ \frac{\partial f}{\partial x_u} = %s \sum_{v : (u,v) \in G} (x_u - x_v) $$"


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("", r", \quad (u,v) \in G \iff (v,u) \in G"),
        ("", r", \quad (u,v) \in G \Leftrightarrow (v,u) \in G"),
        ("With every pair $(u,v)$ the set $G$ also contains $(v,u)$.", ""),
        ("If $(u,v)$ is an edge, so is $(v,u)$.", ""),
        ("Both $(u,v)$ and $(v,u)$ are in $G$.", ""),
    ],
)
def test_pairs_both_ways(words: str, beside: str) -> None:
    assert each_verdict(words, PAIRS % beside, lines=[OF_PAIRS % "4", OF_PAIRS % "3"]) == ["unproved", "wrong"]


def test_pairs_of_which_nothing_is_said() -> None:
    page = PAIRS % ""
    assert verdict(page, OF_PAIRS % "4") == "wrong"
    both = r"$$ \frac{\partial f}{\partial x_u} = 2 \sum_{v : (u,v) \in G} (x_u - x_v) - 2 \sum_{v : (v,u) \in G} %s $$"
    assert each_verdict(page, lines=[both % "(x_v - x_u)", both % "(x_u - x_v)"]) == ["right", "wrong"]
