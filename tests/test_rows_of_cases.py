r"""Rows of `cases` with wide spaces in their cells, which lay out and say nothing.

By hand: `y_i = x_i^3 + b` has the derivative `3 x_i^2` by `x_j` where `j = i`, and 0 elsewhere.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"$$y_i = x_i^3 + b$$ ( $i = 1, \dots, n$ )"
LINE = r"$$\frac{\partial y_i}{\partial x_j} = \begin{cases} %s \end{cases}$$"
ROWS = [
    r"\; %s \quad & \text{si} \; i = j \\ \qquad 0 & \text{sinon}",
    r"%s, \quad & \text{if } i = j \quad \\ 0, & \text{otherwise} \quad",
    r"\quad %s & \quad i = j \\ \quad 0 & \quad i \ne j \\ \quad",
    r"%s \quad \text{if} \quad i = j \quad \\ \quad 0 \quad \text{otherwise}. \quad",
]


@pytest.mark.parametrize("rows", ROWS)
def test_wide_spaces_in_cells(rows: str) -> None:
    assert verdict(NET, LINE % (rows % "3 x_i^2")) == "right"
    assert verdict(NET, LINE % (rows % "3 x_i")) == "wrong"
    assert verdict(NET, LINE % (rows.replace(" 0", " 1") % "3 x_i^2")) == "wrong"


def test_a_cell_of_nothing_but_space_is_no_value() -> None:
    assert verdict(NET, LINE % r"3 x_i^2 & i = j \\ \quad & i \ne j") == "unreadable"


@pytest.mark.parametrize("word", ["si", "falls", "se", "cuando", "jeśli", "если", "if"])
def test_words_with_no_space_inside(word: str) -> None:
    rows = rf"3 x_i^2 & \text{{{word}}} \; i = j \\ 0 & \text{{{word}}} \; i \ne j"
    assert verdict(NET, LINE % rows) == "right"
    assert verdict(NET, LINE % rows.replace("x_i^2", "x_i")) == "wrong"
    line = rf"$$\frac{{\partial y_i}}{{\partial x_j}} = %s \quad \text{{{word}}} \; i \ne j$$"
    assert verdict(NET, line % "0") == "right"
    assert verdict(NET, line % "1") == "wrong"


@pytest.mark.parametrize("name", [r"w_{\text{se}}", r"\text{se}", r"\text{als}"])
def test_names_that_are_such_words_somewhere(name: str) -> None:
    net = rf"$$E = \frac12 {name} \, x^2, \quad y = {name} \, x$$"
    line = r"$$\frac{\partial E}{\partial x} = %s x$$"
    assert verdict(net, line % name) == "right"
    assert verdict(net, line % rf"\quad {name} \,") in ("right", "unreadable")
    assert verdict(net, line % f"2 {name}") == "wrong"
