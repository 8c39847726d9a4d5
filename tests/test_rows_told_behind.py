r"""Linear regression with all examples in a matrix whose rows are told in words, by entries and as a whole."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from tests.judging import VERDICTS

PAGE = r"""
$$ J = \frac{1}{2m} \sum_{i=1}^{m} (\sum_{j=1}^{n} \theta_j x_{ij} - y_i)^2 $$

Here $\boldsymbol{\theta} = (\theta_j)$, $\mathbf{x}_i = (x_{ij})$, $\mathbf{y} = (y_i)$ are column vectors. SAID

# Derivation

$$ \frac{\partial J}{\partial \theta_k} = \frac{1}{m} \sum_i (\boldsymbol{\theta}^T \mathbf{x}_i - y_i) x_{ik} $$

$$ \frac{\partial J}{\partial \theta_k} = \frac{1}{2m} \sum_i (\boldsymbol{\theta}^T \mathbf{x}_i - y_i) x_{ik} $$

$$ \nabla_{\boldsymbol{\theta}} J = \frac{1}{m} \sum_i (\boldsymbol{\theta}^T \mathbf{x}_i - y_i) \mathbf{x}_i $$

$$ \nabla_{\boldsymbol{\theta}} J = \frac{1}{m} \mathbf{X}^T (\mathbf{X} \boldsymbol{\theta} - \mathbf{y}) $$

$$ \nabla_{\boldsymbol{\theta}} J = \frac{1}{m} \mathbf{X}^T (\mathbf{y} - \mathbf{X} \boldsymbol{\theta}) $$
"""
LINES = ["right", "wrong", "right", "right", "wrong"]


def judged(page: str) -> list[str]:
    """How the lines are judged."""
    return [str(c.judgement) for c in check(page, options=VERDICTS).claims][-5:]


@pytest.mark.parametrize(
    "said",
    [
        r"Row $i$ of the matrix $\mathbf{X}$ is $\mathbf{x}_i^T$.",
        r"Row $i$ of $\mathbf{X}$ is $(\mathbf{x}_i)^\top$.",
        r"The $i$-th row of $\mathbf{X}$ is given by $\mathbf{x}_i^T$.",
        r"Die $i$-te Zeile von $\mathbf{X}$ ist $\mathbf{x}_i^T$.",
        r"La ligne $i$ de la matrice $\mathbf{X}$ est $\mathbf{x}_i^T$.",
        r"La fila $i$ de $\mathbf{X}$ es $\mathbf{x}_i^T$.",
        r"Строка $i$ матрицы $\mathbf{X}$ — $\mathbf{x}_i^T$.",
    ],
)
def test_rows_told_behind_their_matrix(said: str) -> None:
    assert judged(PAGE.replace("SAID", said)) == LINES


def test_so_with_numbers_of_examples_above() -> None:
    page = PAGE.replace("SAID", r"Row $i$ of the matrix $\mathbf{X}$ is $(\mathbf{x}_i)^T$.")
    for below, above in ((r"\mathbf{x}_i", r"\mathbf{x}^{(i)}"), ("x_{ij}", "x_j^{(i)}"), ("x_{ik}", "x_k^{(i)}")):
        page = page.replace(below, above)
    assert judged(page.replace("y_i", "y^{(i)}")) == LINES


def test_lines_that_fit_rows_are_not_right_where_columns_are_told() -> None:
    page = PAGE.replace("SAID", r"Column $i$ of the matrix $\mathbf{X}$ is $\mathbf{x}_i$.")
    assert "right" not in judged(page)[-2:]


@pytest.mark.parametrize(
    "said",
    [
        r"Row $j$ of the matrix $\mathbf{X}$ is $\mathbf{x}_i^T$.",
        r"Row $i$ of the matrix $\mathbf{X}$ is not $\mathbf{x}_i^T$.",
        r"Row $i$ of the matrix $\mathbf{X}$ is $2 \mathbf{x}_i^T$.",
        r"Row $i$ of the matrix $\mathbf{X}$ is $\mathbf{x}_i^T$ divided by its norm.",
    ],
)
def test_what_is_said_otherwise_is_left_open(said: str) -> None:
    assert not {*judged(PAGE.replace("SAID", said))[-2:]} & {"right", "wrong"}


def test_a_sum_from_the_wrong_end_leaves_arrays_their_stated_ranges() -> None:
    page = PAGE.replace("SAID", r"Row $i$ of $\mathbf{X}$ is $\mathbf{x}_i^T$.").replace("j=1", "j=0")
    slip = (
        r"$$ \frac{\partial J}{\partial \theta_k} = \frac{1}{m} \sum_i (\sum_{j=1}^n \theta_j x_{ij} - y_i) x_{ik} $$"
    )
    page = f'+++\n[ranges]\n"j" = "0..n"\n"k" = "0..n"\n+++\n{page}\n{slip}\n'
    verdicts = [str(c.judgement) for c in check(page, options=VERDICTS).claims][-6:]
    assert verdicts == [*LINES, "wrong"]
