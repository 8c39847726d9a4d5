r"""A second cost in primes, `J' = \sum (R'_{ij})^2` beside `J = \sum R_{ij}^2`, is no derivative of the first.

By hand: a factorization, and the same with one matrix for both factors.
"""

from __future__ import annotations

import pytest

from .judging import verdict

RANGES = r"Here $i=1,\dots,V$, $j=1,\dots,V$, $k=1,\dots,d$."
COST = r"$$ R_{ij} = \sum_{k=1}^{d} w_{ik} u_{jk} + b_i - X_{ij} $$ $$ J = \sum_{i=1}^{V} \sum_{j=1}^{V} R_{ij}^2 $$"
TIED = r"$$ R'_{ij} = \sum_{k=1}^{d} w_{ik} w_{jk} + b_i - X_{ij} $$"
SECOND = r"$$ J' = \sum_{i=1}^{V} \sum_{j=1}^{V} {R'_{ij}}^2 $$"
BOTH = r"$$ \frac{\partial J}{\partial b_i} = 2 \sum_{j=1}^{V} R_{ij} $$"
BY_W = r"$$ \frac{\partial J'}{\partial w_{ik}} = 2 \sum_{j=1}^{V} (R'_{ij} + R'_{ji}) w_{jk} $$"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (BY_W, "right"),
        (r"$$ \frac{\partial J'}{\partial w_{ik}} = 4 \sum_{j=1}^{V} R'_{ij} w_{jk} $$", "wrong"),
        (r"$$ \frac{\partial J'}{\partial w_{ik}} = 2 \sum_{j=1}^{V} (R_{ij} + R_{ji}) w_{jk} $$", "wrong"),
        (r"$$ \frac{\partial J'}{\partial b_i} = 2 \sum_{j=1}^{V} R'_{ij} $$", "right"),
        (r"$$ \frac{\partial J'}{\partial b_i} = 2 \sum_{j=1}^{V} R_{ij} $$", "wrong"),
    ],
)
def test_both_costs(line: str, expected: str) -> None:
    assert verdict(RANGES, COST, TIED, SECOND, BOTH, BY_W if line is not BY_W else "", line) == expected


@pytest.mark.parametrize(
    "second",
    [
        r"$$ J' = 2 \sum_{i=1}^{V} \sum_{j=1}^{V} {R'_{ij}}^2 $$",
        r"$$ J' = \sum_{i=1}^{V} \sum_{j=1}^{V} 2 R'_{ij} $$",
    ],
)
def test_another_formula_stays_open(second: str) -> None:
    assert verdict(RANGES, COST, TIED, second, BOTH, BY_W, BY_W) == "unproved"


CHAIN = r"Here $x \in \mathbb{R}$. $$ u = x^3 $$ $$ E = u^2 $$ $$ u' = 3 x^2 $$ $$ E' = u'^2 $$"


def test_one_variable_stays_open() -> None:
    assert verdict(CHAIN, r"$$ \frac{\partial E'}{\partial x} = 36 x^3 $$") not in ("right", "wrong")


OF_FACTORS = (
    r"Here $y = f(u)$. $$ y_k = u_k^2 $$ $$ E = \sum_{k=1}^{K} y_k c_k $$ $$ y'_k = y_k (1 - y_k) $$ "
    r"$$ E' = \sum_{k=1}^{K} y'_k c_k $$ $$ \frac{\partial E}{\partial c_k} = y_k $$"
)


def test_a_slope_in_primes_stays_open() -> None:
    assert verdict(OF_FACTORS, r"$$ \frac{\partial E'}{\partial u_k} = 2 u_k c_k (1 - 2 y_k) $$") not in (
        "right",
        "wrong",
    )
