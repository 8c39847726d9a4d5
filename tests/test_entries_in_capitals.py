r"""Entries with the capital of their matrix, `A_{ij}` beside `A = (a_{ij})` and `a_{ij} = ..`; by hand: the chain."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SHARES = r"""$$ a_{ij} = \frac{e^{h_{ij}}}{\sum_{k=1}^{n} e^{h_{ik}}} $$ ($1 \le i \le n$, $1 \le j \le n$)

where $A = (a_{ij})$, $H = (h_{ij})$ and $G = (G_{ij})$%s.

$$ L = \sum_{i=1}^{n} \sum_{j=1}^{n} g(a_{ij}) $$

$$ G_{ij} = \frac{\partial L}{\partial a_{ij}} $$ ($1 \le i \le n$, $1 \le j \le n$)

# Derivation

"""
LINE = r"$$ \frac{\partial L}{\partial h_{ij}} = %s $$"


def test_computed_entries_in_the_capital_of_their_matrix() -> None:
    cases = [
        (r"A_{ij} \left( G_{ij} - \sum_{k=1}^{n} A_{ik} G_{ik} \right)", "right"),
        (r"A_{ij} \left( G_{ij} - \sum_{k=1}^{n} A_{kj} G_{kj} \right)", "wrong"),
        (r"A_{ij} \left( G_{ij} - \sum_{k=1}^{n} G_{ik} \right)", "wrong"),
        (r"A_{ji} \left( G_{ij} - \sum_{k=1}^{n} A_{ik} G_{ik} \right)", "wrong"),
    ]
    for (right, expected), found in zip(
        cases, each_verdict(SHARES % "", lines=[LINE % right for right, _ in cases]), strict=True
    ):
        assert found == expected, right


@pytest.mark.parametrize("more", [r", and $A_{ij}$ is a block", r", and $d = \det A$", r", and $B = A^{-1}$"])
def test_a_capital_that_may_be_another_thing_stays_open(more: str) -> None:
    line = LINE % r"A_{ij} \left( G_{ij} - \sum_{k=1}^{n} A_{ik} G_{ik} \right)"
    assert verdict(SHARES % more, line) not in ("right", "wrong")


def test_both_in_one_line_are_two_things() -> None:
    line = LINE % r"a_{ij} \left( G_{ij} - \sum_{k=1}^{n} A_{ik} G_{ik} \right)"
    assert verdict(SHARES % "", line) not in ("right", "wrong")
