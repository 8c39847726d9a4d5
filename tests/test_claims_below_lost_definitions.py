r"""Definitions that could not be read are not replaced by a later claim; what they list, or apply, stays open.

By hand: with `u = (1, f(v^T a_1), \dots, f(v^T a_n))^T` no `u = f(A v)` holds, nor a loss that rests on it.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ROWS = r"""
$$ S = \frac12 \sum_{i=1}^n (f(v^T a_i) - r_i)^2, \qquad r = (r_1, \dots, r_n)^T, \qquad A = (a_1, \dots, a_n)^T $$
"""
MORE = r"$$ u = (1, f(v^T a_1), \dots, f(v^T a_n))^T $$"
CLAIM = r"$$ u = f(A v) $$"


def test_a_claim_below_defines_nothing() -> None:
    cases = [r"S = \frac12 \|u - r\|^2", r"u^T u = \sum_{i=1}^n f(v^T a_i)^2"]
    for line, found in zip(
        cases, each_verdict(ROWS + MORE + CLAIM, lines=[f"$${line}$$" for line in cases]), strict=True
    ):
        assert found == "unproved", line


def test_a_definition_that_is_read_is_used() -> None:
    assert each_verdict(ROWS + CLAIM, lines=[r"$$ S = \frac12 \|u - r\|^2 $$", r"$$ S = \|u - r\|^2 $$"]) == [
        "right",
        "wrong",
    ]


ONES = r"""+++
[ranges]
"i" = "1..n"
"m" = "1..q"
+++
$$ S = \sum_{i=1}^n (r_i a_i^T g - \exp(a_i^T g)) $$
Here $g = (g_0, g_1, \dots, g_q)^T$ and $a_i = (1, a_{i1}, \dots, a_{iq})^T$.
"""


def test_another_row_has_the_one_in_front_too() -> None:
    cases = [
        (r"a_i^T a_k = 1 + \sum_{m=1}^q a_{im} a_{km}", "right"),
        (r"a_i^T a_k = \sum_{m=1}^q a_{im} a_{km}", "wrong"),
        (r"a_i^T a_i = 1 + \sum_{m=1}^q a_{im}^2", "right"),
        (r"a_i^T a_i = \sum_{m=1}^q a_{im}^2", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(ONES, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_rows_of_a_list_that_is_not_read_are_open() -> None:
    page = ONES + r"$$ \frac{\partial S}{\partial g_m} = \sum_{i=1}^n (r_i - \exp(a_i^T g)) a_{im} $$"
    assert verdict(page, r"$$ a_i^T a_k = \sum_{m=1}^q a_{im} a_{km} $$") != "right"
    assert verdict(page, r"$$ \|a_i\|^2 = \sum_{m=1}^q a_{im}^2 $$") != "right"


LISTS = r"We have $B = (b_1, ..)$ and $C = (c_1, ..)$. $$ C = M B $$ $$ S = \sum_i c_i^2 $$"


def test_lists_without_an_end() -> None:
    cases = ["B M = C", "M B = C", "C = 2 M B"]
    for line, found in zip(cases, each_verdict(LISTS, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


@pytest.mark.parametrize("line", ["Q(2v) = 4 Q(v)", "Q(2v) = 2 Q(v)"])
def test_functions_that_are_not_read_are_no_factors(line: str) -> None:
    page = r"$$ Q(v) = \frac12 v^T v $$ $$ F(2v) = F(v)^2 $$"
    assert verdict(page, f"$${line}$$") not in ("right", "wrong")
