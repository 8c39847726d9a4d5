r"""`x_i = (1, x_{i1}, \dots, x_{ip})^T` beside `\beta = (\beta_0, \dots, \beta_p)^T`: the 1 is entry 0."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""Observations $(t_n, \mathbf{x}_n)$, $n = 1, \ldots, N$, with VECTORS.

$$ y_n = \frac{1}{1 + e^{-\mathbf{w}^T \mathbf{x}_n}} \qquad E = \frac12 \sum_{n=1}^N (y_n - t_n)^2 $$

$$ \frac{\partial y_n}{\partial w_j} = y_n (1 - y_n) x_{nj} $$

$$ \frac{\partial y_n}{\partial w_j} = y_n (1 - y_n) w_j $$

$$ \frac{\partial y_n}{\partial w_0} = y_n (1 - y_n) $$

$$ \frac{\partial y_n}{\partial w_0} = y_n $$

$$ \frac{\partial E}{\partial w_j} = \sum_{n=1}^N (y_n - t_n) y_n (1 - y_n) x_{nj} $$

$$ \frac{\partial E}{\partial w_j} = \sum_{n=1}^N (y_n - t_n) x_{nj} $$
"""
READ = ["right", "wrong", "right", "wrong", "right", "wrong"]
ONE = r"$\mathbf{x}_n = (1, x_{n1}, \ldots, x_{nd})^T$"
WEIGHTS = r"$\mathbf{w} = (w_0, w_1, \ldots, w_d)^T$"


def verdicts(vectors: str, page: str = PAGE) -> list[str]:
    return [str(link.judgement) for c in check(page.replace("VECTORS", vectors)).claims for link in c.links]


@pytest.mark.parametrize(
    "vectors",
    [
        f"{ONE} and {WEIGHTS}",
        f"{WEIGHTS} and {ONE}",
        f"{ONE}, so $x_{{n0}} = 1$, and {WEIGHTS}",
        rf"{ONE}, that is $x_{{n0}} = 1$, and $\mathbf{{w}} = (w_0, \ldots, w_d)^T$",
        r"$\mathbf{x}_n = [1, x_{n1}, \dots, x_{nd}]^\top$ and $\mathbf{w} = [w_0, \dots, w_d]^\top$",
    ],
)
def test_the_one_is_entry_0(vectors: str) -> None:
    assert verdicts(vectors) == READ


@pytest.mark.parametrize(
    "vectors",
    [
        rf"{ONE} and $\mathbf{{w}} = (w_0, w_1, \ldots, w_m)^T$",
        rf"{ONE}, the offset $x_{{n0}}$ and {WEIGHTS}",
        r"$\mathbf{x}_n = (2, x_{n1}, \ldots, x_{nd})^T$ and " + WEIGHTS,
    ],
)
def test_of_other_vectors_no_line_is_right_for_that(vectors: str) -> None:
    assert "right" not in verdicts(vectors)


def test_beside_a_sum_from_1_lines_may_be_about_these_entries() -> None:
    penalty = r" + \frac{a}{2} \sum_{j=1}^d w_j^2"
    page = PAGE.replace("(y_n - t_n)^2 $$", f"(y_n - t_n)^2{penalty} $$")
    page += r"$$ \frac{\partial E}{\partial w_j} = \sum_{n=1}^N (y_n - t_n) y_n (1 - y_n) x_{nj} + a w_j $$"
    assert verdicts(f"{ONE} and {WEIGHTS}", page)[-1] != "wrong"


PENALISED = r"""Data $\mathbf{x}_i = (1, x_{i1}, \ldots, x_{ip})^T$ and $\mathbf{b} = (b_0, b_1, \ldots, b_p)^T$. WORDS

$$ E = \frac12 \sum_{i=1}^n (y_i - \mathbf{b}^T \mathbf{x}_i)^2 + \frac{\lambda}{2} \|\mathbf{b}\|^2 $$

$$ \frac{\partial E}{\partial b_0} = -\sum_{i=1}^n (y_i - \mathbf{b}^T \mathbf{x}_i) + \lambda b_0$$

$$ \frac{\partial E}{\partial b_0} = -\sum_{i=1}^n (y_i - \mathbf{b}^T \mathbf{x}_i) $$
"""


@pytest.mark.parametrize(
    "words",
    ["The intercept is not penalized.", "We leave out the bias in the penalty.", "Der Bias wird nicht bestraft."],
)
def test_a_one_that_is_not_penalised_is_open(words: str) -> None:
    found = [str(x.judgement) for c in check(PENALISED.replace("WORDS", words)).claims for x in c.links]
    assert found == ["unproved", "unproved"]


def test_a_one_that_is_penalised() -> None:
    found = [str(x.judgement) for c in check(PENALISED.replace("WORDS", "")).claims for x in c.links]
    assert found == ["right", "wrong"]
