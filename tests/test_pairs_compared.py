r"""Sets of pairs that a comparison of data tells, `S = \{(i, j) : t_i = t_j, i < j\}`, also in words.

By hand: with `Q = \frac{1}{|S|} \sum_{(i,j) \in S} g_{ij}^2 + \sum_{(i,j) \in O} e^{-g_{ij}}`, where S has pairs of the
same class and O those of different ones, `\partial Q/\partial g_{ij}` is `2 g_{ij} / |S|` for a pair of S.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

SAME = r"Let $S = \{(i,j) : i < j, t_i = t_j\}$ be the similar pairs of $i, j = 1, \dots, n$"
OTHER = r"and $O = \{(i,j) \mid t_i \neq t_j\}$ the dissimilar ones."
PULL = r"$$Q = \frac{1}{|S|} \sum_{(i,j) \in S} g_{ij}^2 + \sum_{(i,j) \in O} e^{-g_{ij}}$$"
TOLD = f"{SAME} {OTHER}"
LINES = [
    (r"$$\frac{\partial Q}{\partial g_{ij}} = \frac{2}{|S|} g_{ij}$$ ( $(i,j) \in S$ )", "right"),
    (r"$$\frac{\partial Q}{\partial g_{ij}} = \frac{2}{|S|} g_{ij} - e^{-g_{ij}}$$ ( $(i,j) \in S$ )", "wrong"),
    (r"$$\frac{\partial Q}{\partial g_{ij}} = 2 g_{ij}$$ ( $(i,j) \in S$ )", "wrong"),
    (r"$$\frac{\partial Q}{\partial g_{ij}} = -e^{-g_{ij}}$$ ( $(i,j) \in O$ )", "right"),
    (r"$$\frac{\partial Q}{\partial g_{ij}} = e^{-g_{ij}}$$ ( $(i,j) \in O$ )", "wrong"),
    (r"$$\frac{\partial Q}{\partial g_{kk}} = 0$$", "right"),
    (r"$$\frac{\partial Q}{\partial g_{ij}} = 0$$ ( $(j,i) \in S$ )", "right"),
    (r"$$\frac{\partial Q}{\partial g_{ij}} = 0$$ ( $(i,j) \in S$ )", "wrong"),
]
"""Every line about the two sets."""


def test_sets_told_by_formulas() -> None:
    for (line, expected), found in zip(LINES, each_verdict(TOLD, PULL, lines=[line for line, _ in LINES]), strict=True):
        assert found == expected, line


WORDS = [
    r"$S$ is the set of the pairs $(i,j)$ with $i < j$ and the same label, and $O$ is the set of all ordered pairs "
    r"with different labels; $i, j = 1, \dots, n$.",
    r"Here $O$ denotes the set of ordered pairs of examples from different classes. $S$ is the set of all pairs "
    r"$(i, j)$ of the same class and $i < j$, where $i, j = 1, \dots, n$.",
    r"The class label of example $i$ is $c_i$, $i = 1, \dots, n$. $S$ is the set of the pairs $(a,b)$ with $a < b$ and "
    r"the same class label in the batch. $O$ is the set of all ordered pairs with different labels.",
]


@pytest.mark.parametrize("words", WORDS)
def test_sets_told_by_words(words: str) -> None:
    cases = LINES[:4]
    for (line, expected), found in zip(
        cases,
        each_verdict(words, r"$$g_{ij} = v_{ij}$$ ( $i, j = 1, \dots, n$ )", PULL, lines=[line for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


LEFT_OPEN = [
    # are `(j, i)` and `(i, j)` two pairs?
    r"$S$ is the set of the pairs $(i,j)$ with $i < j$ and the same label, and $O$ is the set of all pairs with "
    r"different labels.",
    # is `(i, i)` a pair?
    r"$S$ is the set of all ordered pairs with the same label, and $O$ is the set of all ordered pairs with different "
    r"labels.",
    r"$S$ is the set of the pairs $(i,j)$ with $i < j$ and the same label, and $O$ is the set of all ordered pairs "
    r"with different classes.",
    r"$S$ is the set of the pairs $(i,j)$ with $i < j$ and the same label, and $O$ is the set of all ordered pairs "
    r"with different labels, but for the easy ones.",
    r"$S$ is not the set of the pairs $(i,j)$ with $i < j$ and the same label. $O$ is the set of ordered pairs.",
]


@pytest.mark.parametrize("words", LEFT_OPEN)
def test_words_that_leave_something_open(words: str) -> None:
    apart = r"$$\frac{\partial Q}{\partial g_{ij}} = \frac{2}{|S|} g_{ij}$$ ( $(i,j) \in S$ )"
    assert verdict(words, PULL, apart) not in ("right", "wrong")
    twice = r"$$\sum_{(i,j) \in O} g_{ij} g_{ji} = 2 \sum_{i < j : (i,j) \in O} g_{ij} g_{ji}$$"
    assert verdict(words, PULL, twice) not in ("right", "wrong")


DISTANCES = (
    r"$y_i$ is the class label of example $i$, $i = 1, \dots, m$. $\mathcal{N}$ is the set of all ordered pairs "
    r"with different labels.",
    r"$$d_{ij} = \sqrt{(x_i - x_j)^2 + (z_i - z_j)^2}$$",
    r"$$E = \sum_{i=1}^{m} \log \sum_{k : (i,k) \in \mathcal{N}} e^{-d_{ik}}$$",
)
"""No pair has a distance of 0 that anybody asks for."""


def test_what_is_in_no_pair_is_not_asked_for() -> None:
    weight = r"\frac{e^{-d_{ik}}}{\sum_{l : (i,l) \in \mathcal{N}} e^{-d_{il}}}"
    line = rf"$$\frac{{\partial E}}{{\partial d_{{ik}}}} = %s {weight}$$ ( $(i,k) \in \mathcal{{N}}$ )"
    assert each_verdict(*DISTANCES, lines=[line % "-", line % ""]) == ["right", "wrong"]


def test_data_that_are_more_than_compared_stay_unread() -> None:
    used = (TOLD, PULL, r"$$F = Q + \sum_{i=1}^{n} t_i g_{ii}$$")
    page = check("\n\n".join((*used, r"$$\frac{\partial F}{\partial g_{kk}} = t_k$$")))
    assert str(page.claims[-1].judgement) != "wrong"


NUMBERS = (
    r"$t_i$ is the class label of example $i$, $i = 1, \dots, n$. $S$ is the set of the pairs $(i,j)$ with $i < j$ and "
    r"the same label, and $O$ is the set of all ordered pairs with different labels.",
    r"$$d_{ij} = (x_i - x_j)^2$$",
    r"$$Q = \frac{1}{|S|} \sum_{(i,j) \in S} d_{ij} + \frac{1}{|O|} \sum_{(i,j) \in O} \max(0, 1 - d_{ij})$$",
)
"""How many pairs there are is known from the labels."""
BY_X = (
    r"$$\frac{\partial Q}{\partial x_k} = \frac{2}{|S|} \sum_{j : (k,j) \in S} (x_k - x_j) "
    r"%s - \frac{%s}{|O|} \sum_{j : (k,j) \in O} 1[d_{kj} < 1] (x_k - x_j)$$"
)


def test_how_many_pairs_there_are() -> None:
    cases = [
        (BY_X % (r"+ \frac{2}{|S|} \sum_{j : (j,k) \in S} (x_k - x_j)", "4"), "right"),
        (BY_X % (r"+ \frac{2}{|S|} \sum_{j : (j,k) \in S} (x_k - x_j)", "2"), "wrong"),
        (BY_X % ("", "4"), "wrong"),
        (r"$$|O| = n^2 - n - 2 |S|$$", "right"),
        (r"$$|O| = n^2 - |S|$$", "wrong"),
        (r"$$\frac{\partial Q}{\partial d_{ij}} = -\frac{1}{|O|} 1[d_{ij} < 1]$$ ( $(j,i) \in O$ )", "right"),
        (r"$$\frac{\partial Q}{\partial d_{ij}} = -\frac{1}{|O|} 1[d_{ij} < 1]$$ ( $(i,j) \notin O$ )", "wrong"),
    ]
    for (line, expected), found in zip(cases, each_verdict(*NUMBERS, lines=[line for line, _ in cases]), strict=True):
        assert found == expected, line
