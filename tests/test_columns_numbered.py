r"""Columns that carry the letter of their matrix, `$\mathbf{K}_i$ its $i$-th column`, in a loss with a penalty made of
arrays beside it."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""For $i, j, k = 1, \dots, m$:

$$ J = C \sum_{i=1}^{m} (1 - y_i (\mathbf{a}^T \mathbf{Q}_i + b))^2 + \frac{1}{2} \mathbf{a}^T \mathbf{Q} \mathbf{a} $$

Let $\mathbf{a} = (a_j)$. WORDS

"""
WORDS = (
    r"The matrix $\mathbf{Q} = (Q_{ij})$ is known, $\mathbf{Q}_i$ its $i$-th column.",
    r"$\mathbf{Q} = (Q_{ij})$ is known, and $\mathbf{Q}_i$ is its i-th column vector.",
    r"$\mathbf{Q} = (Q_{ij})$ is known. Here $\mathbf{Q}_i$ denotes the $i$-th column of the matrix $\mathbf{Q}$.",
)
RIGHT = (
    r"\frac{\partial J}{\partial \mathbf{a}} = -2 C \sum_{i=1}^{m} (1 - y_i (\mathbf{a}^T \mathbf{Q}_i + b)) y_i"
    r" \mathbf{Q}_i + \frac12 (\mathbf{Q} + \mathbf{Q}^T) \mathbf{a}",
    r"\frac{\partial J}{\partial a_k} = -2 C \sum_{i=1}^{m} (1 - y_i (\mathbf{a}^T \mathbf{Q}_i + b)) y_i Q_{ki}"
    r" + \frac12 \sum_{j=1}^{m} (Q_{kj} + Q_{jk}) a_j",
)
WRONG = (
    RIGHT[0].replace(r"\frac12 (\mathbf{Q} + \mathbf{Q}^T)", r"\mathbf{Q}"),
    RIGHT[0].replace("-2 C", "2 C"),
    RIGHT[1].replace("Q_{ki}", "Q_{ik}"),
)


def judged(page: str, *lines: str) -> list[str]:
    """The judgements of the lines behind a page."""
    report = sd.check(page + "".join(f"$$ {line} $$\n\n" for line in lines))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


@pytest.mark.parametrize("words", WORDS)
def test_columns_of_a_matrix(words: str) -> None:
    page = PAGE.replace("WORDS", words)
    assert judged(page, *RIGHT, *WRONG) == ["right"] * 2 + ["wrong"] * 3


@pytest.mark.parametrize(
    "words",
    [
        WORDS[0].replace("column.", "column, divided by its length."),
        WORDS[0] + " Each column is normalized.",
        WORDS[0] + " It was centered.",
        WORDS[0].replace("$i$-th column", "$j$-th column"),
        WORDS[0].replace("column.", "row or column."),
        WORDS[2].replace(r"matrix $\mathbf{Q}$", r"matrix $\mathbf{a}$"),
    ],
)
def test_what_may_be_something_else_is_left_open(words: str) -> None:
    assert not {"right", "wrong"} & {*judged(PAGE.replace("WORDS", words), *RIGHT, *WRONG)}


def test_a_matrix_told_by_its_entries_is_no_vector_of_a_sum() -> None:
    page = PAGE.replace("WORDS", r"$\mathbf{Q} = (Q_{ij})$ is known.")
    line = r"\frac{\partial}{\partial \mathbf{a}} (\mathbf{a}^T \mathbf{Q} \mathbf{a}) = "
    made = judged(page, line + r"(\mathbf{Q} + \mathbf{Q}^T) \mathbf{a}", line + r"2 \mathbf{Q} \mathbf{a}")
    assert made == ["right", "wrong"]


def test_a_capital_before_a_sum_of_vectors_is_no_number_for_that() -> None:
    page = r"""$\mathbf{x}_i \in \mathbb{R}^m$, $\mathbf{a} \in \mathbb{R}^m$, $i = 1, \dots, N$.

$$ J = \mathbf{a}^T A \sum_{i=1}^{N} \mathbf{x}_i + \frac12 \mathbf{a}^T \mathbf{a} $$

"""
    line = r"\frac{\partial J}{\partial \mathbf{a}} = A \sum_{i=1}^{N} \mathbf{x}_i + \mathbf{a}"
    assert "wrong" not in judged(page, line, line.replace("A", "A^T"))
