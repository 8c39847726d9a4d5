r"""Vectors that words make of entries: `$b(s)$ is the vector of all $b_{sj}$`; by hand: least squares."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""$x_s$ and $y_j$ are $k$-dimensional column vectors, $Y$ is the $n \times k$ matrix with rows $y_j^T$.

$$E = \frac12 \sum_{s=1}^{m} \sum_{j=1}^{n} (b_{sj} - x_s^T y_j)^2$$

%s

# Derivation

"""
LINE = r"$$\frac{\partial E}{\partial x_s} = %s Y^T (%s - Y x_s)$$"


@pytest.mark.parametrize(
    "said",
    [
        r"$b(s)$ is the vector of all $b_{sj}$.",
        r"The vector $b(s) \in \mathbb{R}^n$ contains all the ratings of user $s$ (the $b_{sj}$ values).",
        r"$b(s)$ denotes the column vector with entries $b_{sj}$.",
        r"$b(s)$ は $s$ のすべての $b_{sj}$ を並べたベクトルである。",
        r"$b(s)$ 是由所有 $b_{sj}$ 组成的向量。",
        r"$b(s)$는 모든 $b_{sj}$를 모은 벡터이다.",
    ],
)
def test_they_are_these_entries(said: str) -> None:
    page = NETWORK % said
    assert each_verdict(page, lines=[LINE % ("-", "b(s)"), LINE % ("", "b(s)"), LINE % ("-", "2 b(s)")]) == [
        "right",
        "wrong",
        "wrong",
    ]


def test_a_letter_above_is_one_too() -> None:
    page = NETWORK % r"$q^s$ is the vector of the $b_{sj}$."
    assert each_verdict(page, lines=[LINE % ("-", "q^s"), LINE % ("", "q^s")]) == ["right", "wrong"]


def test_both_ways_on_one_page() -> None:
    said = r"$b(s)$ is the vector of all $b_{sj}$, and $b(j)$ that of $j$. $b(j)$ is the vector of all $b_{sj}$. "
    said += r"$X$ is the $m \times k$ matrix with rows $x_s^T$."
    line = r"$$\frac{\partial E}{\partial y_j} = -X^T (%s - X y_j)$$"
    found = each_verdict(NETWORK % said, lines=[line % "b(j)", line % "b(s)"])
    assert found[0] == "right"
    assert found[1] != "right"


@pytest.mark.parametrize(
    "said",
    [
        r"$b(s)$ is the vector of the observed $b_{sj}$.",
        r"$b(s)$ is the vector of all $b_{sj}$ with $j \le 3$.",
        r"$b(s)$ is the vector of all $b_{sj}$, normalized to length 1.",
        r"$b(s)$ is the vector of all $b_{sj}$ and $1$.",
        r"$b(s)$ は $b_{sj}$ を並べたベクトルを正規化したものである。",
        r"$b(s)$ is the row vector of all $b_{sj}$.",
        r"$b(s)$ is not the vector of all $b_{sj}$.",
        r"$b(s)$ は評価済みの $b_{sj}$ を並べたベクトルである。",
        r"$b(s)$ は $b_{sj}$ を並べた行ベクトルである。",
        r"$b(s)$ is the mean of all $b_{sj}$.",
    ],
)
def test_other_words_leave_them_open(said: str) -> None:
    page = NETWORK % said
    assert {verdict(page, LINE % (sign, "b(s)")) for sign in ("-", "")} <= {"unproved", "unreadable"}


def test_what_is_defined_is_not_defined_by_words() -> None:
    page = NETWORK % r"$$b(s)_j = 2 b_{sj}$$ Here $b(s)$ is the vector of the $b_{sj}$ values."
    assert verdict(page, LINE % ("-", "b(s)")) != "right"


@pytest.mark.parametrize(
    "said",
    [
        r"The vector $b(s)$ contains all the $b_{sj}$. It was doubled first.",
        r"The vector $b(s)$ contains all the $b_{sj}$. It has been massaged.",
        r"Let $b(s)$ be the vector of all $b_{sj}$; its median is taken away.",
        r"The centred vector $b(s)$ contains all the $b_{sj}$.",
        r"A third of the vector $b(s)$ contains all the $b_{sj}$.",
        r"After whitening, $b(s)$ is the vector of all $b_{sj}$.",
        r"$b(s)$ is the vector of all $b_{sj}$." + "\n\nUnseen items are given the value 1 in it.",
        r"$b(s)$ is the vector of all $b_{sj}$." + "\n\nEvery vector is divided by its length.",
        r"$b(s)$ は $s$ のすべての $b_{sj}$ を並べたベクトルである。その平均は引いてある。",
    ],
)
def test_words_elsewhere_that_alter_them_leave_them_open(said: str) -> None:
    page = NETWORK % said
    assert {verdict(page, LINE % (sign, "b(s)")) for sign in ("-", "")} <= {"unproved", "unreadable"}


@pytest.mark.parametrize(
    "said",
    [
        r"Here $b(s)$ is the vector of all $b_{sj}$. $X$ is the matrix with rows $x_s^T$.",
        r"$b(s)$ is the vector of all $b_{sj}$." + "\n\nWe minimise the squared error; setting its derivative to zero.",
        r"$b(s)$ is the vector of all $b_{sj}$. The function $E$ is differentiated.",
    ],
)
def test_words_about_other_things_do_not(said: str) -> None:
    assert each_verdict(NETWORK % said, lines=[LINE % ("-", "b(s)"), LINE % ("", "b(s)")]) == ["right", "wrong"]
