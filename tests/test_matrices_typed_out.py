r"""Definitions by matrices typed entry by entry: each entry is what stands at its place.

By hand: with `y_1 = k_1 x_{11} + k_2 x_{12}`, `y_2 = k_1 x_{21} + k_2 x_{22}` and `L = y_1^2 + y_2^2` the derivative of
L by `k_1` is `2 y_1 x_{11} + 2 y_2 x_{21}`, that by `x_{21}` is `2 y_2 k_1`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

X = r"\begin{pmatrix} x_{11} & x_{12} \\ x_{21} & x_{22} \end{pmatrix}"
Y = r"\begin{pmatrix} y_1 \\ y_2 \\ \end{pmatrix}"
VALUES = r"\begin{pmatrix} k_1 x_{11} + k_2 x_{12} \\ k_1 x_{21} + k_2 x_{22} \end{pmatrix}"
PRODUCT = rf"{X} \begin{{pmatrix}} k_1 \\ k_2 \end{{pmatrix}}"
LOSS = r"$$L = \sum_{i=1}^2 y_i^2$$"
NAMED = rf"$$X = {X}, \qquad K = \begin{{pmatrix}} k_1 & k_2 \end{{pmatrix}}$$ $$Y = {Y} = {VALUES}$$ {LOSS}"
LABELLED = NAMED.replace("X =", "X^{[l]} =").replace("Y =", "Y^{[l]} =")
ENTRIES = [
    (
        r"\frac{\partial L}{\partial k_1} = 2 y_1 x_{11} + 2 y_2 x_{21}",
        r"\frac{\partial L}{\partial k_1} = 2 y_1 x_{11}",
    ),
    (r"\frac{\partial L}{\partial x_{21}} = 2 y_2 k_1", r"\frac{\partial L}{\partial x_{12}} = 2 y_2 k_1"),
]


@pytest.mark.parametrize("network", [NAMED, LABELLED, f"$${Y} = {PRODUCT}$$ {LOSS}", f"$${Y} = {VALUES}$$ {LOSS}"])
def test_the_entries_are_defined(network: str) -> None:
    for (right, _), found in zip(
        ENTRIES, each_verdict(network, lines=[f"$${right}$$" for right, _ in ENTRIES]), strict=True
    ):
        assert found == "right", right
    for (_, wrong), found in zip(
        ENTRIES, each_verdict(network, lines=[f"$${wrong}$$" for _, wrong in ENTRIES]), strict=True
    ):
        assert found == "wrong", wrong


def test_the_whole_is_the_array_of_its_entries() -> None:
    cases = [
        (r"\frac{\partial L}{\partial X} = 2 Y K", r"\frac{\partial L}{\partial X} = 4 Y K"),
        (
            r"\frac{\mathrm{d} L}{\mathrm{d} X} = "
            r"\begin{pmatrix} 2 y_1 k_1 & 2 y_1 k_2 \\ 2 y_2 k_1 & 2 y_2 k_2 \end{pmatrix}",
            r"\frac{\mathrm{d} L}{\mathrm{d} X} = "
            r"\begin{pmatrix} 2 y_1 k_1 & 2 y_2 k_1 \\ 2 y_1 k_2 & 2 y_2 k_2 \end{pmatrix}",
        ),
    ]
    for (right, _), found in zip(cases, each_verdict(NAMED, lines=[f"$${right}$$" for right, _ in cases]), strict=True):
        assert found == "right", right
    for (_, wrong), found in zip(cases, each_verdict(NAMED, lines=[f"$${wrong}$$" for _, wrong in cases]), strict=True):
        assert found == "wrong", wrong


def test_sums_and_numbers_are_worked_out() -> None:
    page = rf"$${Y} = \frac12 {PRODUCT} - \begin{{pmatrix}} b_1 \\ b_2 \end{{pmatrix}}$$ {LOSS}"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial L}{\partial b_2} = -2 y_2$$",
            r"$$\frac{\partial L}{\partial b_2} = 2 y_2$$",
            r"$$\frac{\partial L}{\partial k_2} = y_1 x_{12} + y_2 x_{22}$$",
            r"$$\frac{\partial L}{\partial k_2} = 2 y_1 x_{12} + 2 y_2 x_{22}$$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(
    "definition",
    [
        rf"Y^2 = {Y} = {VALUES}",  # a power
        rf"Y^T = {Y} = {VALUES}",
        rf"Y = \begin{{pmatrix}} y_2 \\ y_1 \end{{pmatrix}} = {VALUES}",  # not in rank and file
        rf"{Y} = f {VALUES}",
        rf"{Y} = {VALUES}^T",
        rf"{Y} = \begin{{pmatrix}} k_1 & k_2 \end{{pmatrix}} {X}",  # a row
        rf"{Y} = {X}",
        rf"{Y} = {Y.replace(chr(92) + 'end', '& 0 ' + chr(92) + 'end')}",
    ],
)
def test_what_is_not_read(definition: str) -> None:
    for line in (x for pair in ENTRIES for x in pair):
        assert verdict(f"$${definition}$$ {LOSS}", f"$${line}$$") in ("unreadable", "unproved")


def test_a_label_that_changes_is_kept() -> None:
    page = LABELLED + r" $$Z = Y^{[l-1]}$$"
    assert verdict(page, r"$$\frac{\partial L}{\partial k_1} = 2 y_1 x_{11}$$") in ("unreadable", "unproved")


def test_entries_that_are_defined_twice_are_compared() -> None:
    defined = rf"$$y_i = \sum_{{j=1}}^2 x_{{ij}} k_j$$ ( $i = 1, 2$ ) {LOSS}"
    line = r"$$\frac{\partial L}{\partial k_1} = 2 y_1 x_{11} + 2 y_2 x_{21}$$"
    assert verdict(f"{defined} $${Y} = {VALUES}$$", line) == "right"
    assert verdict(f"{defined} $${Y} = {VALUES.replace('k_1 x_{21}', 'k_1 x_{12}')}$$", line) != "wrong"
