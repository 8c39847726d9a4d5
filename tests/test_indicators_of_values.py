r"""Indicators that a value is a number, `[a = 0]`: 0 almost everywhere, and judged as numbers that nobody knows.

By hand: `b [a = 0]` has the slope `[a = 0]` by b; with `2 [a = 0]` or 0 in its place hardly any number shows it.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"$$ p = f(a), \quad E = \frac12 (p - r)^2 + b [a = 0] $$"
BY_B = r"$$ \frac{\partial E}{\partial b} = SIDE $$"
ENTRIES = (
    r"""$$ z_i = \sum_{j=1}^n w_{ij} x_j, \quad E = \frac12 \sum_{i=1}^m (z_i - t_i)^2 + b \sum_{i=1}^m [z_i = 0] $$"""
)


def test_the_indicator_as_it_stands() -> None:
    assert verdict(PAGE, BY_B.replace("SIDE", "[a = 0]")) == "right"
    assert verdict(ENTRIES, BY_B.replace("SIDE", r"\sum_{i=1}^m [z_i = 0]")) == "right"


def test_lines_that_are_right_because_it_is_zero() -> None:
    cases = ["2 [a = 0]", "0", "[a = 0] p", "-[a = 0]"]
    for side, found in zip(
        cases, each_verdict(PAGE, lines=[BY_B.replace("SIDE", side) for side in cases]), strict=True
    ):
        assert found not in ("right", "wrong"), side


def test_a_sum_of_them() -> None:
    assert verdict(ENTRIES, BY_B.replace("SIDE", r"2 \sum_{i=1}^m [z_i = 0]")) not in ("right", "wrong")


@pytest.mark.parametrize("side", ["2 [z_1 = 0]", "0", "[z_1 = 0] t_1", "-[z_{1} = 0]"])
def test_an_entry_at_a_number(side: str) -> None:
    page = ENTRIES.replace(r"\sum_{i=1}^m [z_i = 0]", "[z_1 = 0]")
    found = each_verdict(
        page,
        lines=[BY_B.replace("SIDE", "[z_1 = 0]"), BY_B.replace("SIDE", side), BY_B.replace("SIDE", "1 + [z_1 = 0]")],
    )
    assert found[0] == "right"
    assert found[1] not in ("right", "wrong")
    assert found[2] == "wrong"


def test_lines_beside_it() -> None:
    assert verdict(PAGE, BY_B.replace("SIDE", "1 + [a = 0]")) == "wrong"
    line = r"$$ \frac{\partial E}{\partial a} = (p - r) f'(a) $$"
    assert each_verdict(PAGE, lines=[line, line.replace("p - r", "r - p")]) == ["right", "wrong"]


def test_labels_are_no_such_values() -> None:
    page = r"$$ L = -\sum_{k=1}^K [y = k] \log p_k, \quad p_k = \frac{e^{z_k}}{\sum_{l=1}^K e^{z_l}} $$"
    line = r"$$ \frac{\partial L}{\partial z_k} = p_k - [y = k] $$"
    assert each_verdict(page, lines=[line, line.replace("[y = k]", "2 [y = k]")]) == ["right", "wrong"]


def test_cases_of_a_value() -> None:
    page = r"$$z = w x, E = \frac12 (z - t)^2 + b q, \quad q = \begin{cases} 1 & z = 0 \\ 0 & z \ne 0 \end{cases}$$"
    found = each_verdict(page, lines=[BY_B.replace("SIDE", "q"), BY_B.replace("SIDE", "2 q")])
    assert found[0] == "right"
    assert found[1] not in ("right", "wrong")
