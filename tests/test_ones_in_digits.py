r"""Vectors of ones that are a plain digit, `where $1$ is the all-ones vector`, and unit vectors with a number, `e_1`.

By hand: `L = 1^T W x` has `\partial L/\partial W = 1 x^T`; `L = \frac12 \sum_j (\sum_p \sigma(A_{pj}))^2` with `a^T =
1^T \sigma(A)` has `\partial L/\partial A = \sigma'(A) \odot 1 a^T`; `L = e_2^T A x` has `\partial L/\partial A_{ij} =
[i = 2] x_j`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SUM = (r"Let $W \in \mathbb{R}^{m \times n}$ and $x \in \mathbb{R}^n$.", r"$$L = 1^T W x$$")
SAID = [
    r"Here $1$ is the all-ones vector of length $m$.",
    r"$1$ denotes the vector of ones.",
    r"We write the ones vector $1$ without an arrow.",
    r"$1$ はすべての成分が 1 のベクトル。",
]
COLUMNS = (
    r"Let $A = (A_{pj})$ with $p = 1, \dots, P$, $j = 1, \dots, n$; $\sigma$ acts elementwise, and $1$ is the vector "
    r"of all ones of length $P$.",
    r"$$a^T = 1^\top \sigma(A), \qquad a_j = \sum_{p=1}^{P} \sigma(A_{pj})$$",
    r"$$L = \frac12 \sum_{j=1}^{n} a_j^2$$",
)
UNIT = (r"Let $A \in \mathbb{R}^{m \times n}$ and $x \in \mathbb{R}^n$.", r"$$L = e_2^T A x$$")
BASIS = [
    r"$e_2$ is the second column of the identity matrix.",
    r"Here $e_2 \in \mathbb{R}^m$ is the second standard basis vector.",
    r"$e_2$ は 2 番目の単位ベクトル。",
]


@pytest.mark.parametrize("said", SAID)
def test_a_digit_that_words_call_so_is_the_vector(said: str) -> None:
    found = each_verdict(
        said,
        *SUM,
        lines=[
            r"$$\frac{\partial L}{\partial W} = 1 x^T$$",
            r"$$\frac{\partial L}{\partial W} = 2 \cdot 1 x^T$$",
            r"$$\frac{\partial L}{\partial W_{ij}} = x_j$$",
            r"$$\frac{\partial L}{\partial W_{ij}} = 1 - x_j$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
    assert found[2] == "right"
    assert found[3] == "wrong"


@pytest.mark.parametrize("said", ["", r"$1$ is not the all-ones vector.", r"$1$ is the row vector of ones."])
def test_without_such_words_nothing_is_right(said: str) -> None:
    assert verdict(said, *SUM, r"$$\frac{\partial L}{\partial W} = 1 x^T$$") != "right"


def test_a_product_by_entries_with_an_outer_product_is_one_of_matrices() -> None:
    assert each_verdict(
        *COLUMNS,
        lines=[
            r"$$\frac{\partial L}{\partial A} = \sigma'(A) \odot 1a^T$$",
            r"$$\frac{\partial L}{\partial A} = \sigma(A) \odot 1a^T$$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize("said", BASIS)
def test_a_unit_vector_with_a_number_is_known_by_words(said: str) -> None:
    found = each_verdict(
        said,
        *UNIT,
        lines=[
            r"$$\frac{\partial L}{\partial A_{ij}} = \delta_{i2} x_j$$",
            r"$$\frac{\partial L}{\partial A_{ij}} = x_j$$",
            r"$$\frac{\partial L}{\partial A} = e_2 x^T$$",
            r"$$\frac{\partial L}{\partial x} = e_2^T A$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
    assert found[2] == "right"
    assert found[3] != "wrong"


def test_an_error_with_a_number_is_no_unit_vector() -> None:
    page = (BASIS[0].replace("e_2", "u_2"), r"Let $A \in \mathbb{R}^{m \times n}$, $x, y, z \in \mathbb{R}^n$.")
    page = (*page, r"$$e_2 = y - z$$", r"$$L = e_2^T x$$")
    assert verdict(*page, r"$$\frac{\partial L}{\partial y} = x$$") == "right"


@pytest.mark.parametrize("bracket", [r"[i = 2]", r"\delta_{i2}"])
def test_a_sum_that_picks_one_term_names_all_entries(bracket: str) -> None:
    data = r"Let $A \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$."
    page = (data, rf"$$L = \sum_{{i=1}}^m \sum_{{j=1}}^n {bracket} A_{{ij}} x_j$$")
    found = each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial L}{\partial A_{ij}} = \delta_{i2} x_j$$",
            r"$$\frac{\partial L}{\partial A_{ij}} = x_j$$",
            r"$$\frac{\partial L}{\partial A_{ij}} = 2 \delta_{i2} x_j$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
    assert found[2] == "wrong"


def test_a_unit_vector_of_a_fixed_letter_is_known_by_words() -> None:
    page = (
        r"Let $A \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$, $c \in \{1, \dots, m\}$ "
        r"and $e_c$ the unit vector.",
        r"$$L = e_c^T A x = \sum_{j=1}^n A_{cj} x_j$$",
    )
    assert each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial L}{\partial A_{ij}} = \delta_{ic} x_j$$",
            r"$$\frac{\partial L}{\partial A_{ij}} = x_j$$",
        ],
    ) == ["right", "wrong"]
    other = (page[0].replace("the unit vector", r"\in \mathbb{R}^m$ the error of $c"), r"$$L = e_c^T A x$$")
    assert verdict(*other, r"$$\frac{\partial L}{\partial A_{ij}} = \delta_{ic} x_j$$") != "right"


def test_a_digit_at_the_end_of_a_product() -> None:
    page = (
        r"Here $1$ is the all-ones vector of length $n$. $A, B \in \mathbb{R}^{n \times n}$ and $u \in \mathbb{R}^n$.",
        r"$$L = u^T A 1_n + u^T B 1_n$$",
    )
    assert verdict(*page, r"$$\frac{\partial L}{\partial u} = (A + B) 1$$") != "wrong"
