r"""Data of which words tell both values, `$r(i,j) = 1$ if .., 0 otherwise`, and sums over the pairs that have one."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

MODEL = r"""$$J = \frac12 \sum_{(i,j) : r(i,j) = 1} (u_i v_j + b_j - y(i,j))^2 + \frac{\lambda}{2} \sum_{i=1}^I u_i^2
 + \frac{\lambda}{2} \sum_{j=1}^J v_j^2$$"""
RATED = r"Let $r(i,j) = 1$ if person $i$ has seen film $j$, and $0$ otherwise."
MASKED = r"$$\frac{\partial J}{\partial u_i} = \sum_{j=1}^J r(i,j) (u_i v_j + b_j - y(i,j)) v_j + \lambda u_i$$"
ASKED = r"$$\frac{\partial J}{\partial u_i} = \sum_{j : r(i,j) = 1} (u_i v_j + b_j - y(i,j)) v_j + \lambda u_i$$"


@pytest.mark.parametrize(
    "words",
    [
        RATED,
        r"$r(i,j) = 1$ if person $i$ has seen film $j$ and 0 otherwise.",
        r"Let $r(i,j) = 1$ if person $i$ has seen film $j$ and $r(i,j) = 0$ otherwise.",
        r"$r(i,j) = 1$ si la personne $i$ a vu le film $j$, $= 0$ sinon ; $y(i,j)$ est la note.",
        r"Sei $r(i,j) = 1$, wenn Person $i$ den Film $j$ gesehen hat, und $0$ sonst.",
        r"$r(i,j) = 1$ si la persona $i$ ha visto la película $j$, y $0$ en otro caso.",
    ],
)
def test_both_values(words: str) -> None:
    assert [verdict(words, MODEL, line) for line in (MASKED, ASKED)] == ["right", "right"]
    assert each_verdict(
        words,
        MODEL,
        lines=[
            MASKED.replace(" r(i,j) ", " "),
            MASKED.replace("v_j + \\lambda", "+ \\lambda"),
            ASKED.replace("= 1}", "= 0}"),
        ],
    ) == ["wrong", "wrong", "wrong"]


def test_masks_below() -> None:
    below = [x.replace("r(i,j)", "m_{ij}").replace("y(i,j)", "y_{ij}") for x in (RATED, MODEL, MASKED, ASKED)]
    assert [verdict(*below[:2], line) for line in below[2:]] == ["right", "right"]
    assert each_verdict(
        *below[:2], lines=[below[2].replace("m_{ij}", "m_{ij}^2"), below[2].replace("m_{ij}", "(1 - m_{ij})")]
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"Let $r(i,j) = 1$ if person $i$ has seen film $j$.",
        r"Let $r(i,j) = 1$ if person $i$ has seen film $j$, 2 if twice, and 0 otherwise.",
        r"Let $r(i,j) = 1$ if person $i$ has seen film $j$, $\frac12$ if in part, and $0$ otherwise.",
        r"Suppose $r(i,j) = 1$ if person $i$ has seen film $j$, and $s(i,j) = 0$ otherwise.",
        r"Let $r(i,j) = 1$ if person $i$ has seen film $j$. We write $0$ otherwise.",
    ],
)
def test_a_third_value_may_be_meant(words: str) -> None:
    square = MASKED.replace("r(i,j)", "r(i,j)^2")
    assert not {verdict(words, MODEL, line) for line in (MASKED, square)} & {"right", "wrong"}


def test_values_other_than_0() -> None:
    page = r"$t_n = 1$ if example $n$ is a cat and $-1$ otherwise. $$E = \sum_{n=1}^N t_n^2 w$$"
    assert each_verdict(
        page, lines=[r"$$\frac{\partial E}{\partial w} = N$$", r"$$\frac{\partial E}{\partial w} = \sum_{n=1}^N t_n$$"]
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        "$d_{ij} = 1$ if $i = j$, $0$ otherwise.",
        "$d_{ij} = 1$ si $i = j$, $0$ sinon.",
        "$d_{ij} = 1$ si $i = j$ et 0 sinon.",
        "Sei $d_{ij} = 1$ für $i = j$ und $0$ sonst.",
        "Sei $d_{ij} = 1$, wenn $i = j$ ist, und $0$ sonst.",
        "Sea $d_{ij} = 1$ si $i = j$ y $0$ en otro caso.",
    ],
)
def test_the_case_is_a_formula(words: str) -> None:
    delta = words + r" $$E = \sum_{i=1}^n \sum_{j=1}^n d_{ij} x_i x_j$$"
    assert each_verdict(
        delta, lines=[r"$$\frac{\partial E}{\partial x_i} = 2 x_i$$", r"$$\frac{\partial E}{\partial x_i} = x_i$$"]
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "total",
    [
        r"\sum_{(i,j) : a_{ij} = 1} (x_i - x_j)^2",
        r"\sum_{(i,j) : a_{ij} = 1} w_{ij} x_i",
        r"\sum_{(i,j) : a(i,j) = 1} (x(i) - x(j))^2",
        r"\sum_{(i,j) \in G} (x_i - x_j)^2",
        r"\sum_{(i,j) : a_{ij} = a_{ji}} x_i y_j",
    ],
)
def test_edges_may_count_once(total: str) -> None:
    derived = r"$$\frac{\partial E}{\partial x_i} = 4 \sum_{j : a_{ij} = 1} (x_i - x_j)$$"
    both = derived, derived.replace("4", "2")
    assert not {verdict(f"$$E = {total}$$", line) for line in both} & {"right", "wrong"}


SQUARED = r" $$E = \sum_{a=1}^A \sum_{b=1}^B c_{ab}^2 (x_a - z_b)^2$$"
PLAIN = r"$$\frac{\partial E}{\partial x_a} = 2 \sum_{b=1}^B c_{ab} (x_a - z_b)$$"
NONE = r"$$\frac{\partial E}{\partial x_a} = 2 \sum_{b=1}^B (x_a - z_b)$$"


@pytest.mark.parametrize(
    "words",
    [
        "$c_{ab} = 1$ if $a$ knows $b$, else $0$.",
        "$c_{ab}$ is $1$ if $a$ knows $b$, and $0$ otherwise.",
        "$c_{ab}$ is 1 if $a$ knows $b$, otherwise it is $0$.",
        "$c_{ab}$ ist 1, falls $a$ $b$ kennt, sonst 0.",
        "$c_{ab}$ vaut 1 si $a$ connaît $b$, sinon 0.",
    ],
)
def test_verbs_and_values_at_the_end(words: str) -> None:
    assert [verdict(words + SQUARED, line) for line in (PLAIN, NONE)] == ["right", "wrong"]
    minus = words.replace("$0$", "$-1$").replace(" 0.", " -1.")
    assert [verdict(minus + SQUARED, line) for line in (PLAIN, NONE)] == ["wrong", "right"]


@pytest.mark.parametrize(
    "words",
    [
        "$c_{ab} = 1$ if $a$ knows $b$.",
        "$c_{ab}$ is 1 if $a$ knows $b$.",
        "$c_{ab} = 1$ if $a$ knows $b$, else $0$ or $2$.",
        "$c_{ab}$ is 1 if $a$ knows $b$, else $d_{ab}$.",
        "$c_{ab}$ is 1 if $a$ knows $b$, else $0.5$.",
    ],
)
def test_one_value_alone(words: str) -> None:
    """What it is otherwise is not said, or not understood: most readers take it for 0."""
    assert each_verdict(words + SQUARED, lines=[PLAIN, NONE]) == ["unproved", "wrong"]
