r"""Weights with two names, `C_{ij} = c_{ij}`: a network of c, and derivatives by C.

By hand: `\partial E/\partial c_{ij} = (y_i - t_i) (1 - y_i^2) x_j`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.network import complete
from symderiv.read import read_draft

from .judging import each_verdict, verdict

NET = r"""+++
objective = "E"
[ranges]
"i" = "1..M"
"j" = "1..N"
+++

$$ y_i = \tanh(\sum_{j=1}^N c_{ij} x_j) \qquad E = \frac12 \sum_{i=1}^M (y_i - t_i)^2 $$
"""
RIGHT = r"$$ \frac{\partial E}{\partial C_{ij}} = (y_i - t_i) (1 - y_i^2) x_j $$"
SLIP = r"$$ \frac{\partial E}{\partial C_{ij}} = (y_i - t_i) (1 - y_i) x_j $$"
CALLED = (
    r"Here $C_{ij} = c_{ij}$.",
    r"$$ C_{ij} = c_{ij} $$",
    r"Here $\underline{C} = (c_{ij})$, so $C_{ij} = c_{ij}$.",
)


@pytest.mark.parametrize("words", CALLED)
def test_a_derivative_by_the_second_name_is_one_by_the_first(words: str) -> None:
    assert each_verdict(NET, words, lines=[RIGHT, SLIP]) == ["right", "wrong"]


def test_the_second_name_may_be_that_of_the_transpose() -> None:
    net = NET.replace('"1..N"', '"1..M"').replace("=1}^N", "=1}^M")
    turned = RIGHT.replace("C_{ij}", "C_{ji}")
    assert each_verdict(net, "Here $C_{ji} = c_{ij}$.", lines=[turned, RIGHT]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"We do not assume $C_{ij} = c_{ij}$.",
        r"In the tied case $C_{ij} = c_{ij}$.",
        r"$C_{ij} = c_{ij}$ only on the diagonal.",
        r"Suppose for now that $C_{ij} = c_{ij}$ for $i > 1$.",
        r"$$ C_{ij} = c_{ij} \quad (i > 1) $$",
    ],
)
def test_what_is_not_said_of_all_entries_makes_no_second_name(words: str) -> None:
    assert verdict(NET, words, RIGHT) not in ("right", "wrong")
    assert verdict(NET, words, SLIP) not in ("right", "wrong")


def test_names_that_something_is_made_of_are_two() -> None:
    net = NET.replace("(y_i - t_i)^2", r"(y_i - t_i)^2 + \sum_{i=1}^M \sum_{j=1}^N C_{ij} x_j")
    assert verdict(net, "Here $C_{ij} = c_{ij}$.", RIGHT) != "right"


def test_of_a_network_that_is_given_the_solution_says_no_more() -> None:
    page = f"$$ C_{{ij}} = c_{{ij}} $$\n\n{RIGHT.replace('C_', 'c_')}\n\n{SLIP.replace('C_', 'c_')}"
    report = check(page, network=complete(read_draft(NET)))
    assert [str(c.judgement) for c in report.claims][-2:] == ["right", "wrong"]
