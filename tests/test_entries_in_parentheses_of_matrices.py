r"""Matrices whose entries a page writes with their indices in parentheses, `A(i,k)` beside `A B`.

By hand: with `R = A B - Y` and `E = \frac12 \sum R(i,j)^2` the gradient by A is `R B^T`, that by B is `A^T R`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""+++
objective = "E"
[ranges]
"i" = "1..m"
"j" = "1..n"
"k" = "1..r"
+++

$$ E = \frac12 \sum_{i=1}^m \sum_{j=1}^n (\sum_{k=1}^r A(i,k) B(k,j) - Y(i,j))^2 $$
"""
LINES = [
    (r"\frac{\partial E}{\partial A} = (A B - Y) B^T", "right"),
    (r"\frac{\partial E}{\partial B} = A^T (A B - Y)", "right"),
    (r"\frac{\partial E}{\partial A} = (Y - A B) B^T", "wrong"),
    (r"\frac{\partial E}{\partial B} = 2 A^T (A B - Y)", "wrong"),
    (r"\frac{\partial E}{\partial B} = A (A B - Y)", "no"),
    (r"\frac{\partial E}{\partial A(i,k)} = \sum_{j=1}^n (\sum_{p=1}^r A(i,p) B(p,j) - Y(i,j)) B(k,j)", "right"),
    (r"\frac{\partial E}{\partial A(i,k)} = \sum_{j=1}^n (\sum_{p=1}^r A(i,p) B(p,j) - Y(i,j)) B(j,k)", "no"),
]


@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_a_capital_without_its_two_indices_is_the_matrix(line: str, wanted: str) -> None:
    others = "\n\n".join(f"$$ {one} $$" for one, _ in LINES[:2])
    found = verdict(NETWORK, others, f"$$ {line} $$")
    assert found != "right" if wanted == "no" else found == wanted


TOTAL = r"""+++
objective = "C"
[ranges]
"i" = "1..n"
"j" = "1..n"
+++

$$ C(i,j) = (x_i - x_j)^2 $$

$$ C = \sum_{i=1}^n \sum_{j=1}^n C(i,j) $$
"""


def test_the_sum_of_all_entries_may_have_their_letter() -> None:
    cases = [
        (r"\frac{\partial C}{\partial x_i} = 4 \sum_{j=1}^n (x_i - x_j)", "right"),
        (r"\frac{\partial C}{\partial x_i} = 2 \sum_{j=1}^n (x_i - x_j)", "wrong"),
        (r"\frac{\partial C}{\partial x_i} = \sum_{j=1}^n C(i,j)", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(TOTAL, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line
