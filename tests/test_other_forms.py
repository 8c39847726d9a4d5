r"""`Z = X A` and `Y = X (V + A B) = X V + Z B`: a derivative by Z is about the form in which it stands."""

from __future__ import annotations

import pytest

from .judging import check

ADAPTED = r"""$X \in \mathbb{R}^{m \times a}$, $V \in \mathbb{R}^{a \times b}$, $A \in \mathbb{R}^{a \times r}$,
$B \in \mathbb{R}^{r \times b}$, $T \in \mathbb{R}^{m \times b}$.

$$ W = V + A B $$

$$ Z = X A $$

$$ Y = X W = X (V + A B) = X V + Z B $$

$$ L = \frac{1}{2} \| Y - T \|_F^2 $$

"""
BY_ENTRIES = r"""With $j = 1, \dots, d$ and $n = 1, \dots, N$:

$$ a_n = \sum_{j=1}^d u_j x_{nj} $$

$$ y_n = \sum_{j=1}^d (u_j + v_j) x_{nj} = a_n + \sum_{j=1}^d v_j x_{nj} $$

$$ E = \frac{1}{2} \sum_{n=1}^N (y_n - t_n)^2 $$

"""


def judged(page: str, line: str) -> str:
    claim = check(f"{page}$$ {line} $$\n").claims[-1]
    return str(claim.links[-1].judgement)


@pytest.mark.parametrize(
    ("page", "line", "expected"),
    [
        (ADAPTED, r"\frac{\partial L}{\partial Z} = \frac{\partial L}{\partial Y} B^T", "right"),
        (ADAPTED, r"\frac{\partial L}{\partial Z} = (Y - T) B^T", "right"),
        (ADAPTED, r"\frac{\partial L}{\partial Z} = (T - Y) B^T", "wrong"),
        (ADAPTED, r"\frac{\partial L}{\partial W} = X^T (Y - T)", "right"),
        (ADAPTED, r"\frac{\partial L}{\partial A} = X^T (Y - T) B^T", "right"),
        (BY_ENTRIES, r"\frac{\partial E}{\partial a_n} = y_n - t_n", "right"),
        (BY_ENTRIES, r"\frac{\partial E}{\partial a_n} = 2 (y_n - t_n)", "wrong"),
        (BY_ENTRIES, r"\frac{\partial E}{\partial u_j} = \sum_{n=1}^N (y_n - t_n) x_{nj}", "right"),
    ],
)
def test_a_derivative_by_such_a_name(page: str, line: str, expected: str) -> None:
    assert judged(page, line) == expected


def test_a_member_that_is_not_equal_defines_nothing() -> None:
    page = ADAPTED.replace("= X V + Z B", "= X V - Z B")
    assert judged(page, r"\frac{\partial L}{\partial Z} = -(Y - T) B^T") == "unproved"


def test_two_forms_that_differ() -> None:
    page = BY_ENTRIES.replace("= a_n + ", r"= \frac12 a_n + \sum_{j=1}^d (v_j + \frac12 u_j) x_{nj} = a_n + ")
    assert judged(page, r"\frac{\partial E}{\partial a_n} = y_n - t_n") == "unproved"
