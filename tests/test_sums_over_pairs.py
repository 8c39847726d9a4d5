r"""Sums over pairs in parentheses, `\sum_{(i, j)}`; ranges in passing; capitals under a hat."""

import pytest

from .judging import check

PAGE = r"""
$X \in \mathbb{{R}}^{{I \times K}}$ and $Y \in \mathbb{{R}}^{{J \times K}}$. For $i = 1, \dots, I$ and $j = 1, \dots, J$

$$ z_{{ij}} = \sum_{{k=1}}^K x_{{ik}} y_{{jk}} $$

$$ S = \sum_{{(i, j)}} (z_{{ij}} - t_{{ij}})^2 $$

{said}

$$ \frac{{\partial S}}{{\partial x_{{ik}}}} = {right} $$
"""
RIGHT = r"2 \sum_{j=1}^J (z_{ij} - t_{ij}) y_{jk}"
WRONG = r"2 \sum_{j=1}^J (z_{ij} - t_{ij}) x_{ik}"
"""The page with words about the pairs, and a line."""


def _verdict(text: str) -> str:
    return str(check(text).claims[-1].judgement)


@pytest.mark.parametrize(
    "said",
    [
        "where the sum runs over all pairs $(i, j)$.",
        "Here we sum over all user-movie pairs $(i,j)$; the ratings are known.",
        r"($\sum$ goes over every pair $(i, j)$).",
        "Die Summe geht über alle Paare $(i, j)$.",
        "La somme porte sur tous les couples $(i, j)$.",
        "La suma recorre todos los pares $(i, j)$.",
    ],
)
def test_all_pairs(said: str) -> None:
    assert _verdict(PAGE.format(said=said, right=RIGHT)) == "right"
    assert _verdict(PAGE.format(said=said, right=WRONG)) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "where the sum runs over the pairs $(i, j)$ that have been rated.",
        "where the sum runs over all observed pairs $(i, j)$.",
        "where the sum runs over all pairs $(i, j)$ with a rating.",
        "where the sum runs over all neighbouring pairs $(i, j)$.",
        "where the sum does not run over all pairs $(i, j)$.",
        "There is a prediction for all pairs $(i, j)$.",
        "The sum runs over the known ones of all pairs $(i, j)$.",
    ],
)
def test_some_of_the_pairs(said: str) -> None:
    assert _verdict(PAGE.format(said=said, right=RIGHT)) in ("unproved", "unreadable")
    assert _verdict(PAGE.format(said=said, right=WRONG)) in ("unproved", "unreadable")


FACTORS = r"""
+++
objective = "L"
[ranges]
"p" = "1..P"
"q" = "1..Q"
"k" = "1..K"
+++
The matrix has an entry for each row (for {range}); all entries are known.

$$ \hat{{T}} = A B^\top $$

$$ \hat{{t}}_{{pq}} = \sum_{{k=1}}^K a_{{pk}} b_{{qk}} $$

$$ L = \frac{{1}}{{2}} \sum_{{p,q}} (\hat{{t}}_{{pq}} - t_{{pq}})^2, \quad D = \hat{{T}} - T $$

$$ \frac{{\partial L}}{{\partial A}} = {right} $$
"""


@pytest.mark.parametrize("said", [r"$p \in \{1, \dots, P\}$ and $q \in \{1, \dots, Q\}$", r"$p = 1, \dots, P$"])
def test_matrices_under_a_hat(said: str) -> None:
    assert _verdict(FACTORS.format(range=said, right="D B")) == "right"
    assert _verdict(FACTORS.format(range=said, right="-D B")) == "wrong"


def test_case_in_passing() -> None:
    """What is no whole range stays a condition of the line that it may be said of."""
    assert _verdict(FACTORS.format(range="$p = 1$", right="D B")) != "wrong"
    assert _verdict(FACTORS.format(range=r"$p = 2, \dots, P$", right="D B")) in ("unproved", "unreadable")


RANGED = r"""
+++
objective = "S"
[ranges]
"i" = "{i}"
"j" = "{j}"
"k" = "1..K"
+++
{said}

$$ z_{{ij}} = \sum_{{k=1}}^K x_{{ik}} y_{{jk}} $$

$$ S = \sum_{{(i, j)}} (z_{{ij}} - t_{{ij}})^2 $$

$$ \frac{{\partial S}}{{\partial x_{{ik}}}} = {right} $$
"""
"""A page whose front matter says what the letters of a pair run over."""


def test_pairs_of_letters_with_ranges() -> None:
    page = {"i": "1..I", "j": "1..J", "said": "Factors of a matrix."}
    assert _verdict(RANGED.format(**page, right=RIGHT)) == "right"
    assert _verdict(RANGED.format(**page, right=WRONG)) == "wrong"
    assert _verdict(RANGED.format(**page, right=r"2 (z_{ij} - t_{ij}) y_{jk}")) == "wrong"


@pytest.mark.parametrize(
    ("said", "j"),
    [
        ("Factors of a matrix.", "1..I"),  # each pair once, or twice?
        ("Only some ratings are observed.", "1..J"),
        ("The matrix is sparse.", "1..J"),
        ("Pairs that have a rating.", "1..J"),
    ],
)
def test_pairs_that_may_be_some(said: str, j: str) -> None:
    page = {"i": "1..I", "j": j, "said": said}
    assert _verdict(RANGED.format(**page, right=RIGHT)) in ("unproved", "unreadable")
    assert _verdict(RANGED.format(**page, right=WRONG)) in ("unproved", "unreadable")
