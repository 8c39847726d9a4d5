r"""Ranges that sentences give to letters, and numbers of which they say that they are any."""

from __future__ import annotations

import pytest

from symderiv import read_network
from symderiv.errors import SymderivError

from .judging import check

PAGE = r"""

$$ y_i = \sum_j w_{ij} x_j $$

$$ E = \frac12 \sum_i (y_i - t_i)^2 $$

$$ \frac{\partial E}{\partial w_{ij}} = (y_i - t_i) x_j $$

$$ \frac{\partial E}{\partial w_{ij}} = (y_i - t_i) x_i $$
"""


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize(
    "said",
    [
        r"$i$ and $j$ all denote units, $1, \dots, n$.",
        r"The letters $i$, $j$ run over $1, 2, \ldots, n$.",
        r"Here $i$ and $j$ run from $1$ to $n$.",
        r"Die Indizes $i$ und $j$ laufen von $1$ bis $n$.",
        r"Индексы $i$ и $j$ пробегают $1, \dots, n$.",
        r"$i$ と $j$ は $1$ から $n$ まで動く。",
    ],
)
def test_ranges(said: str) -> None:
    assert verdicts(said + PAGE) == ["right", "wrong"]
    assert read_network(said + PAGE) is not None


@pytest.mark.parametrize(
    "said",
    [
        r"If $i$ and $j$ run from $1$ to $n$, this is a square.",
        r"Often $i$ and $j$ run from $1$ to $n$.",
        r"$i$ and $j$ denote two of the units $a, b$.",
    ],
)
def test_words_that_say_no_range(said: str) -> None:
    with pytest.raises(SymderivError):
        read_network(said + PAGE)


def test_a_range_that_is_stated_is_kept() -> None:
    page = PAGE.replace(r"\sum_j w", r"\sum_{j=1}^m w")
    said = r"$i$ and $j$ run from $1$ to $n$."
    assert verdicts(said + page.replace("x_i $$", "x_j + 0 $$")) == ["right", "right"]


CHOICES = r"""
There are $k$ actions; $a$, $b$ and $x$ all denote actions, $1, \dots, k$.

$$ p(a) \doteq \frac{e^{h(a)}}{\sum_{b=1}^k e^{h(b)}} $$

$$ V = \sum_x p(x) q(x) $$

"""
RIGHT = r"$$ \frac{\partial V}{\partial h(a)} = \sum_x (q(x) - c) \frac{\partial p(x)}{\partial h(a)} $$" "\n\n"
WRONG = r"$$ \frac{\partial V}{\partial h(a)} = p(a) (q(a) - c) $$" "\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "The baseline $c$ can be any scalar that does not depend on $x$.",
        "Here $c$ is an arbitrary constant.",
        "Dabei ist $c$ eine Zahl, und $c$ ist eine beliebige Zahl.",
        "Ici $c$ est un nombre quelconque.",
        "$c$ は任意の実数である。",
    ],
)
def test_any_number(said: str) -> None:
    assert verdicts(CHOICES + said + "\n\n" + RIGHT + WRONG) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "If $c$ is any number, more can be said.",
        "The baseline $c$ is chosen well.",
        "Here $c$ is any number such that",
    ],
)
def test_a_number_that_may_be_some_number(said: str) -> None:
    assert verdicts(CHOICES + said + "\n\n" + RIGHT + WRONG)[-1] != "wrong"


def test_what_is_differentiated_is_not_any_number() -> None:
    said = "The baseline $c$ can be any scalar.\n\n"
    line = r"$$ \frac{\partial c}{\partial h(a)} = 0 $$" "\n\n"
    assert "right" not in verdicts(CHOICES + said + line)
