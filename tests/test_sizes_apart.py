r"""Letters that are indices in formulas and sizes in shapes, `Y_{ik}` beside `X \in \mathbb{R}^{n \times k}`."""

from __future__ import annotations

import pytest

from .judging import check

MATRICES = r"""Let $A \in \mathbb{R}^{m \times n}$ and $Y = A X$ with $X \in \mathbb{R}^{n\times k}$,
$E = \frac12 \sum_{i,k} Y_{ik}^2$.
"""
REGRESSION = r"""Let $X$ be an $n \times d$ matrix, $y \in \mathbb{R}^n$, $w \in \mathbb{R}^d$,
$L = \frac{1}{2} \sum_n (y_n - \sum_d w_d x_{nd})^2$.
"""
LAYER = r"""$h \in \mathbb{R}^{k}$, $z \in \mathbb{R}^{m}$, $W \in \mathbb{R}^{k \times m}$:
$h_k = \tanh(\sum_m W_{km} z_m)$
for $k = 1, \dots, K$ and $E = \frac12 \sum_k h_k^2$.
"""


def judged(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (MATRICES, r"\frac{\partial E}{\partial A_{ij}} = \sum_k Y_{ik} X_{jk}", "right"),
        (MATRICES, r"\frac{\partial E}{\partial A_{ij}} = Y_{ik} X_{jk}", "wrong"),
        (MATRICES, r"\nabla_A E = Y X^T", "right"),
        (MATRICES, r"\nabla_A E = X^T Y", "wrong"),
        (REGRESSION, r"\frac{\partial L}{\partial w_d} = -\sum_n (y_n - \sum_{d'} w_{d'} x_{nd'}) x_{nd}", "right"),
        (REGRESSION, r"\frac{\partial L}{\partial w_d} = \sum_n (y_n - \sum_{d'} w_{d'} x_{nd'}) x_{nd}", "wrong"),
        (LAYER, r"\frac{\partial E}{\partial z_m} = \sum_k h_k (1 - h_k^2) W_{km}", "right"),
        (LAYER, r"\frac{\partial E}{\partial z_m} = \sum_m h_k (1 - h_k^2) W_{km}", "wrong"),
    ],
)
def test_the_size_is_another_letter(page: str, line: str, verdict: str) -> None:
    assert judged(f"{page}$${line}$$") == verdict


def test_a_note_says_so() -> None:
    notes = check(f"{MATRICES}$$\\nabla_A E = Y X^T$$").notes
    assert any(note.startswith("`k` is an index, and a size") and "`K`" in note for note in notes)


@pytest.mark.parametrize(
    "loss",
    [
        r"\frac{1}{n} \sum_{n} x_n^2",  # the number of examples is n
        r"\sum_{i=1}^{n} \sum_{n} x_i x_n",  # the end is
        r"n \sum_n x_n^2",
    ],
)
def test_a_letter_that_also_is_a_number_stays(loss: str) -> None:
    report = check(rf"Let $x \in \mathbb{{R}}^n$, $L = {loss}$. $$\frac{{\partial L}}{{\partial x_n}} = 2 x_n$$")
    assert not any("is an index, and a size" in note for note in report.notes)
    assert report.verdict != "right"
