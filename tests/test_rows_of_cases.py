r"""Rows of `cases` with wide spaces in their cells, which lay out and say nothing.

By hand: `y_i = x_i^3 + b` has the derivative `3 x_i^2` by `x_j` where `j = i`, and 0 elsewhere.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"$$y_i = x_i^3 + b$$ ( $i = 1, \dots, n$ )"
LINE = r"$$\frac{\partial y_i}{\partial x_j} = \begin{cases} %s \end{cases}$$"
ROWS = [
    r"\; %s \quad & \text{si} \; i = j \\ \qquad 0 & \text{sinon}",
    r"%s, \quad & \text{if } i = j \quad \\ 0, & \text{otherwise} \quad",
    r"\quad %s & \quad i = j \\ \quad 0 & \quad i \ne j \\ \quad",
    r"%s \quad \text{if} \quad i = j \quad \\ \quad 0 \quad \text{otherwise}. \quad",
]


def test_wide_spaces_in_cells() -> None:
    for rows, found in zip(ROWS, each_verdict(NET, lines=[LINE % (rows % "3 x_i^2") for rows in ROWS]), strict=True):
        assert found == "right", rows
    for rows, found in zip(ROWS, each_verdict(NET, lines=[LINE % (rows % "3 x_i") for rows in ROWS]), strict=True):
        assert found == "wrong", rows
    for rows, found in zip(
        ROWS, each_verdict(NET, lines=[LINE % (rows.replace(" 0", " 1") % "3 x_i^2") for rows in ROWS]), strict=True
    ):
        assert found == "wrong", rows


def test_a_cell_of_nothing_but_space_is_no_value() -> None:
    assert verdict(NET, LINE % r"3 x_i^2 & i = j \\ \quad & i \ne j") == "unreadable"


@pytest.mark.parametrize("word", ["si", "falls", "se", "cuando", "jeśli", "если", "if"])
def test_words_with_no_space_inside(word: str) -> None:
    rows = rf"3 x_i^2 & \text{{{word}}} \; i = j \\ 0 & \text{{{word}}} \; i \ne j"
    assert each_verdict(NET, lines=[LINE % rows, LINE % rows.replace("x_i^2", "x_i")]) == ["right", "wrong"]
    line = rf"$$\frac{{\partial y_i}}{{\partial x_j}} = %s \quad \text{{{word}}} \; i \ne j$$"
    assert each_verdict(NET, lines=[line % "0", line % "1"]) == ["right", "wrong"]


@pytest.mark.parametrize("name", [r"w_{\text{se}}", r"\text{se}", r"\text{als}"])
def test_names_that_are_such_words_somewhere(name: str) -> None:
    net = rf"$$E = \frac12 {name} \, x^2, \quad y = {name} \, x$$"
    line = r"$$\frac{\partial E}{\partial x} = %s x$$"
    found = each_verdict(net, lines=[line % name, line % rf"\quad {name} \,", line % f"2 {name}"])
    assert found[0] == "right"
    assert found[1] in ("right", "unreadable")
    assert found[2] == "wrong"
