r"""Equations of two names in parentheses behind a line: `.. = 0 \quad (y_i = t_i)` is a line about that case."""

from __future__ import annotations

import pytest

import symderiv as sd

NETWORK = r"""The outputs are $y_i = \sum_{j=1}^m w_{ij} x_j$ for $i = 1, \dots, n$ and
$$ E = \frac12 \sum_{i=1}^{n} (y_i - t_i)^2 . $$

"""


def verdicts(display: str) -> list[str]:
    report = sd.check(NETWORK + f"$$ {display} $$\n\n" + r"$$ \frac{\partial E}{\partial w_{ij}} = (y_i - t_i) x_j $$")
    return [str(c.judgement) for c in report.claims]


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial E}{\partial y_i} = 0 \quad (y_i = t_i)",
        r"\frac{\partial E}{\partial w_{ij}} = 0 \qquad (y_i = t_i)",
        r"\frac{\partial E}{\partial y_i} = y_i - t_i \quad (y_i = t_i)",
    ],
)
def test_what_holds_where_two_names_are_equal_is_right(line: str) -> None:
    assert verdicts(line) == ["right", "right"]


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial E}{\partial y_i} = 1 \quad (y_i = t_i)",
        r"\frac{\partial E}{\partial y_i} = 2 (y_i - t_i) + x_i \quad (y_i = t_i)",
        r"\frac{\partial E}{\partial y_i} = 0 \quad (t_i = 0)",
        r"\frac{\partial E}{\partial w_{ij}} = 0",
    ],
)
def test_what_does_not_is_not_and_costs_no_other_line(line: str) -> None:
    first, second = verdicts(line)
    assert first != "right"
    assert second == "right"


def test_what_a_name_is_may_stand_in_parentheses() -> None:
    page = r"""Let $E = \frac12 \sum_{i=1}^{n} (y_i - t_i)^2$.

$$ E = \frac12 \sum_{i=1}^{n} y_i^2 - \sum_{i=1}^{n} y_i t_i + \frac12 \sum_{i=1}^{n} t_i^2 \quad (y_i = x_i^3) $$

$$ \frac{\partial E}{\partial x_i} = 3 x_i^2 (y_i - t_i) $$

$$ \frac{\partial E}{\partial x_i} = 0 $$
"""
    claims = sd.check(page).claims
    assert [str(c.judgement) for c in claims if "x_i" in c.latex and "partial" in c.latex] == ["right", "wrong"]


def test_a_sum_of_names_and_numbers_may_be_equated() -> None:
    assert verdicts(r"\frac{\partial E}{\partial y_i} = 1 \quad (y_i = t_i + 1)")[0] not in ("wrong", "unreadable")
    first, second = verdicts(r"\frac{\partial E}{\partial y_i} = 2 \quad (y_i = t_i + 1)")
    assert (first != "right", second) == (True, "right")


@pytest.mark.parametrize("entry", ["x_0", "x_{n+1}"])
def test_what_one_entry_is_may_stand_behind_a_line(entry: str) -> None:
    page = rf"""
$$ z_j = \sum_{{i=0}}^{{n+1}} w_{{ji}} x_i \quad ({entry} = 1) $$

$$ y_j = z_j^2 \quad ({entry} = 1) $$

$$ \frac{{\partial y_j}}{{\partial w_{{j0}}}} = 2 z_j {"" if entry == "x_0" else "x_0"} $$
"""
    assert str(sd.check(page).claims[-1].judgement) == "right"
