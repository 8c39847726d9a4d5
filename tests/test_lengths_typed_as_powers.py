r"""Lengths typed as the power one half, `d_{ij} = [\sum_k (y_{ik} - y_{jk})^2]^{1/2}`, of which a page uses the square.

By hand: with `C = \sum_{ij} p_{ij} d_{ij}^2`,
`\partial C/\partial y_{ik} = 2 \sum_j (p_{ij} + p_{ji}) (y_{ik} - y_{jk})`;
of the length itself there is no derivative where i and j are one.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SQUARES = r"\sum_{k=1}^K (y_{ik} - y_{jk})^2"
RANGES = r"( $1 \le i \le N$, $1 \le j \le N$ )"
ROOTS = [
    rf"\left[ {SQUARES} \right]^{{1/2}}",
    rf"\left( {SQUARES} \right)^{{\frac{{1}}{{2}}}}",
    rf"\left( {SQUARES} \right)^{{\frac12}}",
    rf"\left\{{ {SQUARES} \right\}}^{{0.5}}",
]
COST = r"$$ C = \sum_{i=1}^N \sum_{j=1}^N p_{ij} \log(1 + d_{ij}^2) $$"
LINES = [
    (r"2 \sum_{j=1}^N \frac{p_{ij} + p_{ji}}{1 + d_{ij}^2} (y_{ik} - y_{jk})", "right"),
    (r"2 \sum_{j=1}^N \frac{p_{ij}}{1 + d_{ij}^2} (y_{ik} - y_{jk})", "wrong"),
    (r"\sum_{j=1}^N \frac{p_{ij} + p_{ji}}{1 + d_{ij}^2} (y_{ik} - y_{jk})", "wrong"),
    (r"2 \sum_{j=1}^N \frac{p_{ij} + p_{ji}}{1 + d_{ij}^2} (y_{jk} - y_{ik})", "wrong"),
]


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize(("by_hand", "expected"), LINES)
def test_the_square_tells_the_length(root: str, by_hand: str, expected: str) -> None:
    line = rf"$$ \frac{{\partial C}}{{\partial y_{{ik}}}} = {by_hand} $$"
    assert verdict(f"$$ d_{{ij}} = {root} $$ {RANGES}", COST, line) == expected


@pytest.mark.parametrize("power", ["2", "1/3", "-1/2", r"\frac{2}{1}", "0.25"])
def test_other_powers_are_none(power: str) -> None:
    page = rf"$$ d_{{ij}} = \left[ 1 + {SQUARES} \right]^{{{power}}} $$ {RANGES}"
    line = r"$$ \frac{\partial C}{\partial y_{ik}} = %s $$"
    assert verdict(page, COST, line % LINES[0][0]) not in ("right",)


def test_a_derivative_by_the_length_keeps_it() -> None:
    page = rf"$$ d_{{ij}} = \left[ 1 + {SQUARES} \right]^{{1/2}} $$ {RANGES}"
    line = r"$$ \frac{\partial C}{\partial d_{ij}} = \frac{%s p_{ij} d_{ij}}{1 + d_{ij}^2} $$"
    assert each_verdict(page, COST, lines=[line % "2", line % ""]) == ["right", "wrong"]
