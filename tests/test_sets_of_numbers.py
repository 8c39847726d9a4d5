r"""Sets that are ranges, `U = \{1, \dots, n\}`, as what letters run over."""

import pytest

from .judging import check

PAGE = r"""
$U = \{1, \dots, n\}$ are the units and $I = \{n+1, \dots, n+q\}$ the inputs. The letters $j, k, l \in U$ are units.

$$ s_k = \sum_{j \in U} w_{kj} z_j + \sum_{m \in I} w_{km} x_m $$ ( $k \in U$ )

$$ E = \frac12 \sum_{k \in U} (s_k - d_k)^2 $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial w_{km}} = (s_k - d_k) x_m $$ ( $m \in I$ ) $$", "right"),
        (r"\frac{\partial E}{\partial w_{kj}} = (s_k - d_k) z_j", "right"),
        (r"\frac{\partial E}{\partial w_{kj}} = (s_j - d_j) z_k", "wrong"),
        (r"\frac{\partial E}{\partial w_{kj}} = (s_k - d_k) z_{j+1}", "wrong"),
        (r"\frac{\partial E}{\partial w_{ka}} = (s_k - d_k) z_a", "wrong"),
        (r"\frac{\partial E}{\partial z_j} = \sum_{k \in U} (s_k - d_k) w_{kj}", "right"),
        (r"\frac{\partial E}{\partial z_j} = \sum_{k \in U} (s_k - d_k) w_{jk}", "wrong"),
        (r"\frac{\partial E}{\partial z_j} = \sum_{k \in I} (s_k - d_k) w_{kj}", "wrong"),
        (
            r"\frac{\partial E}{\partial z_j} = (s_j - d_j) w_{jj} + \sum_{k \in U \setminus \{j\}} (s_k - d_k) w_{kj}",
            "right",
        ),
        (r"\frac{\partial E}{\partial z_j} = \sum_{k \in U \setminus \{j\}} (s_k - d_k) w_{kj}", "wrong"),
        (r"\sum_{k \in U} \frac{\partial s_k}{\partial s_k} = |U|", "right"),
    ],
)
def test_units_and_inputs(line: str, verdict: str) -> None:
    text = f"{PAGE}$$ {line} $$\n".replace("$$ ( $m \\in I$ ) $$ $$", "$$ ( $m \\in I$ )")
    assert str(check(text).claims[-1].judgement) == verdict


@pytest.mark.parametrize("script", [r"\mathcal{K}", r"\mathbb{K}", "C"])
def test_letters_and_words_of_other_pages(script: str) -> None:
    page = rf"""
Let ${script} = \{{1, 2, \ldots, K\}}$ be the classes, and $M = \{{0, \dots, N-1\}}$.

$$ p_k = \frac{{e^{{z_k}}}}{{\sum_{{c \in {script}}} e^{{z_c}}}} $$ ( $k \in {script}$ )

$$ \frac{{\partial p_k}}{{\partial z_c}} = p_k ([k = c] - p_c) $$ ( $k, c \in {script}$ )

$$ \sum_{{c \in {script}}} p_c \frac{{\partial p_k}}{{\partial z_c}}
= p_k \Big(p_k - \sum_{{c \in {script}}} p_c^2\Big) $$
"""
    assert [str(c.judgement) for c in check(page).claims[-2:]] == ["right", "right"]
    assert str(check(page.replace("[k = c] - p_c", "[k = c] + p_c")).claims[-2].judgement) == "wrong"


def test_one_range_of_two_sets() -> None:
    page = r"""
$A = \{1, \dots, n\}$, $B = \{n+1, \dots, n+q\}$ and $D = \{n+q+2, \dots, T\}$.

$$ E = \sum_{i \in A \cup B} w_i x_i + v $$

$$ \frac{\partial E}{\partial w_i} = x_i $$ ( $i \in A \cup B$ )

$$ \frac{\partial E}{\partial v} = 1 $$
"""
    assert [str(c.judgement) for c in check(page).claims[-2:]] == ["right", "right"]
    assert str(check(page.replace("A \\cup B}", "A \\cup D}")).claims[-2].judgement) != "right"


def test_a_set_with_a_second_life() -> None:
    """C is a number of the page, too: it is not read as the set."""
    page = r"""
$C = \{1, \dots, K\}$.

$$ E = C \sum_{k \in C} w_k^2 $$

$$ \frac{\partial E}{\partial w_k} = 2 C w_k $$
"""
    assert str(check(page).claims[-1].judgement) in ("unproved", "unreadable")
