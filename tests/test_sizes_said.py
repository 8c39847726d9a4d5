r"""Sizes, rows and columns that words give to Jacobians and gradients.

By hand: with `z = W x`, W m by n, the Jacobian is W where its rows are those of z, else `W^T`; the gradient by x is
`W^T \delta` as a column and `\delta^T W` as a row; with rows, `z = x W`, `\delta W^T` as a row and `W \delta^T` as a
column.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from .judging import each_verdict, verdict

LOSS = r"$$ L = \frac12 \|z - t\|^2, \quad \delta = z - t $$"
NET = (r"$x \in \mathbb{R}^n$, $W \in \mathbb{R}^{m \times n}$, $t \in \mathbb{R}^m$.", "$$ z = W x $$", LOSS)
OF_ROWS = (
    r"$x \in \mathbb{R}^{1 \times n}$, $W \in \mathbb{R}^{n \times m}$, $t \in \mathbb{R}^{1 \times m}$.",
    "$$ z = x W $$",
    LOSS,
)
ABOVE, BELOW = r"\frac{\partial z}{\partial x} = W", r"\frac{\partial z}{\partial x} = W^T"
COLUMN, ROW = r"\frac{\partial L}{\partial x} = W^T \delta", r"\frac{\partial L}{\partial x} = \delta^T W"
OPEN = ("unproved", "unreadable")


def _judged(said: str, line: str) -> str:
    return verdict(*NET, said, f"$$ {line} $$")


def _each_judged(said: str, *, lines: Iterable[str]) -> list[str]:
    return each_verdict(*NET, said, lines=[f"$$ {line} $$" for line in lines])


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("The columns of the Jacobian are the outputs.", BELOW, ABOVE),
        ("Die Spalten der Jacobi-Matrix sind die Ausgaben.", BELOW, ABOVE),
        ("ヤコビ行列の列は入力である。", ABOVE, BELOW),
        ("Each row of the Jacobian belongs to one input.", BELOW, ABOVE),
        ("Row $i$ of the Jacobian holds the derivatives by input $x_i$.", BELOW, ABOVE),
        ("The $i$-th row of the Jacobian is the gradient of $z_i$.", ABOVE, BELOW),
        ("The $j$-th column of the Jacobian is the gradient of $z_j$.", BELOW, ABOVE),
        (r"The Jacobian is $n \times m$.", BELOW, ABOVE),
        (r"The Jacobian is an $m \times n$ matrix.", ABOVE, BELOW),
        (r"The Jacobian $\frac{\partial z}{\partial x}$ is an $n \times m$ matrix.", BELOW, ABOVE),
        (r"The Jacobian of $z$ with respect to $x$ is a matrix of size $n \times m$.", BELOW, ABOVE),
        (r"Here $\frac{\partial z}{\partial x} \in \mathbb{R}^{n \times m}$.", BELOW, ABOVE),
    ],
)
def test_jacobians(said: str, right: str, wrong: str) -> None:
    assert _each_judged(said, lines=[right, wrong, right.replace("= W", "= 2 W")]) == ["right", "wrong", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "The rows of the Jacobian are not the outputs.",
        "The rows of the transposed Jacobian are the inputs.",
        "Row $i$ of the Jacobian may be that of $x_i$.",
        r"The transpose of the Jacobian is $n \times m$.",
        r"The Jacobian is usually $n \times m$.",
        r"The Jacobian of $g$ is $n \times m$.",
    ],
)
def test_jacobians_in_words_that_are_not_understood(said: str) -> None:
    found = _each_judged(said, lines=[ABOVE, BELOW, COLUMN.replace("= W", "= 2 W")])
    assert found[0] in OPEN
    assert found[1] in OPEN
    assert found[2] == "wrong"


@pytest.mark.parametrize("said", [r"The Jacobian of $z = W x$, where $W$ is an $m \times n$ matrix, is simple."])
def test_sizes_of_others(said: str) -> None:
    assert _each_judged(said, lines=[ABOVE, COLUMN]) == ["right", "right"]


@pytest.mark.parametrize(
    ("said", "right", "other"),
    [
        (r"The gradient $\partial L/\partial x$ is an $n \times 1$ vector.", COLUMN, ROW),
        (r"The gradient $\partial L/\partial x$ has shape $1 \times n$.", ROW, COLUMN),
        (r"The gradient with respect to $x$ is a $1 \times n$ vector.", ROW, COLUMN),
    ],
)
def test_gradients(said: str, right: str, other: str) -> None:
    found = _each_judged(
        said, lines=[right, other, right.replace("= ", "= 2 "), r"\frac{\partial L}{\partial W} = \delta x^T"]
    )
    assert found[0] == "right"
    assert found[1] in OPEN
    assert found[2] == "wrong"
    assert found[3] == "right"


def test_gradients_that_are_not_named() -> None:
    for line in (ROW, COLUMN):
        assert _judged(r"The gradient has shape $1 \times n$.", line) in OPEN
        assert _judged(r"The transpose of the gradient $\partial L/\partial x$ is $n \times 1$.", line) in OPEN
    said = "The $j$-th column of the gradient is the gradient with respect to the $j$-th row of $W$."
    assert _judged(said, r"\frac{\partial L}{\partial W} = \delta x^T") in OPEN


@pytest.mark.parametrize(
    ("said", "left", "right", "other"),
    [
        (r"The gradient $\partial L/\partial x$ is an $n \times 1$ vector.", "", r"W \delta^T", r"\delta W^T"),
        (r"The gradient $\partial L/\partial x$ has shape $1 \times n$.", "", r"\delta W^T", r"W \delta^T"),
        ("Gradients are stored transposed.", "", r"W \delta^T", r"\delta W^T"),
        ("", r"_{n \times 1}", r"W \delta^T", r"\delta W^T"),
        ("", r"_{1 \times n}", r"\delta W^T", r"W \delta^T"),
    ],
)
def test_by_a_row(said: str, left: str, right: str, other: str) -> None:
    line = rf"$$ \left(\frac{{\partial L}}{{\partial x}}\right){left} = %s $$"
    found = each_verdict(*OF_ROWS, said, lines=[line % right, line % other, line % f"2 {right}"])
    assert found[0] == "right"
    assert found[1] in (("wrong",) if left else OPEN)
    assert found[2] == "wrong"
