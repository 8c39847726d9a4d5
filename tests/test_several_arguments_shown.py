"""An objective behind several arguments that only say what it depends on: `J(A, B)`, `L(\\Theta)`, lists with dots."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import verdict


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for c in check(text).claims for link in c.links if link.judgement is not None]


FACTORS = r"""
$$ J(A, B) = \sum_{m=1}^M \sum_{n=1}^N (t_{mn} - \sum_{r=1}^R a_{mr} b_{nr})^2 $$

$$ J_q = \sum_{m=1}^M \sum_{n=1}^N q_{mn} (t_{mn} - \sum_{r=1}^R a_{mr} b_{nr})^2 $$

$$ \frac{\partial J(A, B)}{\partial a_{mr}} = -2 \sum_{n=1}^N (t_{mn} - \sum_{s=1}^R a_{ms} b_{ns}) b_{nr} $$

$$ \frac{\partial }{\partial b_{nr}} J(A, B) = -2 \sum_{m=1}^M (t_{mn} - \sum_{s=1}^R a_{ms} b_{ns}) a_{mr} $$

$$ \frac{\partial J(A, B)}{\partial a_{mr}} = -2 \sum_{n=1}^N (t_{mn} - \sum_{s=1}^R a_{ms} b_{ns}) a_{mr} $$
"""

SHOWN = [
    "(A, B)",
    r"(\mathbf{A}, \mathbf{B})",
    "(A, B; t)",
    "(A, B, C)",
    r"(\Theta)",
    r"(\Theta, D)",
    r"(\{a_m\}, \{b_n\})",
    r"(a_1, \dots, a_M, b_1, \dots, b_N)",
    r"(a_{1}, a_{2}, \ldots, a_{M}, B)",
]


@pytest.mark.parametrize("shown", SHOWN)
def test_what_an_objective_depends_on(shown: str) -> None:
    assert verdicts(FACTORS.replace("(A, B)", shown)) == ["right", "right", "wrong"]


def test_an_objective_that_is_defined_without() -> None:
    assert verdicts(FACTORS.replace("J(A, B) =", "J =")) == ["right", "right", "wrong"]


def test_vectors_of_which_the_letter_is_their_index() -> None:
    page = r"""
where $a_a = (a_{ar})$ and $b_n = (b_{nr})$

$$ J(A, B) = \sum_{a=1}^M \sum_{n=1}^N (t_{an} - a_a^T b_n)^2 $$

$$ \frac{\partial}{\partial a_{a}} J(A, B) = -2 \sum_{n=1}^N (t_{an} - a_a^T b_n) b_n $$

$$ \frac{\partial}{\partial a_{a}} J(A, B) = -2 \sum_{n=1}^N (t_{an} - a_a^T b_n) a_a $$
"""
    assert verdicts(page) == ["right", "wrong"]


@pytest.mark.parametrize("said", [r"Let $\Theta = \{a, b\}$.", r"The parameters are $\Theta$.", ""])
def test_parameters_with_one_name(said: str) -> None:
    page = rf"""{said}

$$ J(\Theta) = \sum_{{i=1}}^n (y_i - a x_i - b)^2 $$

$$ \frac{{\partial J(\Theta)}}{{\partial a}} = -2 \sum_{{i=1}}^n (y_i - a x_i - b) x_i $$

$$ \frac{{\partial J(\Theta)}}{{\partial b}} = -2 \sum_{{i=1}}^n (y_i - a x_i - b) x_i $$
"""
    assert verdicts(page)[-2:] == ["right", "wrong"]


def test_other_arguments_are_another_value() -> None:
    page = FACTORS.replace(r"\frac{\partial J(A, B)}", r"\frac{\partial J(B, A)}")
    assert verdicts(page) == ["unreadable", "right", "unreadable"]


def test_lists_are_put_in_where_they_are_exchanged() -> None:
    page = r"""
$$ d(x_1, \dots, x_n, y_1, \dots, y_n) = \sum_{i=1}^n x_i^2 y_i $$

$$ \frac{\partial d(y_1, \dots, y_n, x_1, \dots, x_n)}{\partial x_i} = y_i^2 $$

$$ \frac{\partial d(y_1, \dots, y_n, x_1, \dots, x_n)}{\partial x_i} = 2 x_i y_i $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_capital_that_is_a_number_stays() -> None:
    page = r"""
$$ C(U, N) = U \sum_{i=1}^n u_i^2 + N $$

$$ \frac{\partial C(U, N)}{\partial u_i} = 2 U u_i $$

$$ \frac{\partial C(U, N)}{\partial U} = \sum_{i=1}^n u_i^2 $$

$$ \frac{\partial C(U, N)}{\partial u_i} = 2 u_i $$
"""
    assert verdicts(page) == ["right", "right", "wrong"]


def test_a_single_capital_behind_a_value_may_be_a_factor() -> None:
    page = r"""
$$ a = \sum_i b_i x_i $$

$$ E = a(B) + a^2 $$

$$ \frac{\partial E}{\partial x_i} = b_i + 2 a b_i $$
"""
    assert "right" not in verdicts(page)


def test_a_list_of_bold_arrays() -> None:
    """The dots of `\\mathbf{w}_1, \\dots, \\mathbf{w}_K` are no argument that the last array stands behind."""
    page = (
        '+++\nobjective = "E"\n[ranges]\n"n" = "1..N"\n"k" = "1..K"\n"j" = "1..K"\n"i" = "1..M"\n+++',
        r"$$ y_{nk} = \sum_{i=1}^M w_{ki} \phi_{ni} $$",
        r"$$ E(\mathbf{w}_1, \dots, \mathbf{w}_K) = \frac{1}{2} \sum_{n=1}^N \sum_{k=1}^K (y_{nk} - t_{nk})^2 $$",
    )
    line = r"$$ \frac{\partial E}{\partial w_{ji}} = \sum_{n=1}^N (y_{nj} - t_{nj}) \phi_{ni} $$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("y_{nj} - t_{nj}", "t_{nj} - y_{nj}")) == "wrong"
