r"""Sizes, rows and columns that words give to Jacobians and gradients.

By hand: with `z = W x`, W m by n, the Jacobian is W where its rows are those of z, else `W^T`; the gradient by x is
`W^T \delta` as a column and `\delta^T W` as a row; with rows, `z = x W`, `\delta W^T` as a row and `W \delta^T` as a
column.
"""

from __future__ import annotations

import pytest

from .judging import verdict

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
    assert (_judged(said, right), _judged(said, wrong)) == ("right", "wrong")
    assert _judged(said, right.replace("= W", "= 2 W")) == "wrong"


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
    assert _judged(said, ABOVE) in OPEN
    assert _judged(said, BELOW) in OPEN
    assert _judged(said, COLUMN.replace("= W", "= 2 W")) == "wrong"


@pytest.mark.parametrize("said", [r"The Jacobian of $z = W x$, where $W$ is an $m \times n$ matrix, is simple."])
def test_sizes_of_others(said: str) -> None:
    assert _judged(said, ABOVE) == "right"
    assert _judged(said, COLUMN) == "right"


@pytest.mark.parametrize(
    ("said", "right", "other"),
    [
        (r"The gradient $\partial L/\partial x$ is an $n \times 1$ vector.", COLUMN, ROW),
        (r"The gradient $\partial L/\partial x$ has shape $1 \times n$.", ROW, COLUMN),
        (r"The gradient with respect to $x$ is a $1 \times n$ vector.", ROW, COLUMN),
    ],
)
def test_gradients(said: str, right: str, other: str) -> None:
    assert _judged(said, right) == "right"
    assert _judged(said, other) in OPEN
    assert _judged(said, right.replace("= ", "= 2 ")) == "wrong"
    assert _judged(said, r"\frac{\partial L}{\partial W} = \delta x^T") == "right"


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
    assert verdict(*OF_ROWS, said, line % right) == "right"
    assert verdict(*OF_ROWS, said, line % other) in (("wrong",) if left else OPEN)
    assert verdict(*OF_ROWS, said, line % f"2 {right}") == "wrong"
