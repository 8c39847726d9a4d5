r"""Shapes that notes about code type behind a colon, `W : (h, d)`, and what is none."""

from __future__ import annotations

import pytest

from symderiv.errors import ReadError
from symderiv.latex.parse import parse

from .judging import check

PAGE = r"""
$X : SHAPE$, $W : (d, k)$, $T : n \times k$

$$Y = X W, \qquad L = \frac12 \|Y - T\|_F^2$$

$$\frac{\partial L}{\partial W} = X^T (Y - T)$$

$$\frac{\partial L}{\partial W} = (Y - T) X^T$$
"""


def verdicts(text: str) -> list[str]:
    return [str(c.judgement) for c in check(text).claims]


@pytest.mark.parametrize("shape", ["(n, d)", "n, d", r"n \times d", "[n, d]"])
def test_shapes(shape: str) -> None:
    assert verdicts(PAGE.replace("SHAPE", shape))[-2:] == ["right", "wrong"]


def test_others_fit_nothing() -> None:
    assert "right" not in verdicts(PAGE.replace("SHAPE", "(d, n)"))


@pytest.mark.parametrize("typed", ["k : n, d", "W : 1, 2", r"W : \Omega \to S", "W : n", "W : n, d, k", "W = A : n, d"])
def test_what_is_no_shape(typed: str) -> None:
    with pytest.raises(ReadError):
        parse(typed)


ROW = r"""
$\mathbf{Y}: (S, q),\ \mathbf{X}: (S, d), \mathbf{W} : (d, q), \quad \mathbf{B}: (q,)$.

$$ y_{ij} = \sum_{k=1}^{d} x_{ik} w_{kj} + b_j $$ ( $i = 1, \dots, S$, $j = 1, \dots, q$ )

$$ L = \frac12 \sum_{i=1}^{S} \sum_{j=1}^{q} y_{ij}^2 $$

Here $\mathbf{X} = (x_{ij})$, $\mathbf{W} = (w_{ij})$, $\mathbf{Y} = (y_{ij})$, $\mathbf{B} = (b_j)$.

$$\frac{\partial L}{\partial \mathbf{W}} = \mathbf{X}^T \mathbf{Y}$$

$$\frac{\partial L}{\partial \mathbf{W}} = \mathbf{Y}^T \mathbf{X}$$

$$\frac{\partial L}{\partial \mathbf{X}} = (\mathbf{X} \mathbf{W} + \mathbf{B}) \mathbf{W}^T$$

$$\frac{\partial L}{\partial \mathbf{X}} = (\mathbf{X} \mathbf{W} - \mathbf{B}) \mathbf{W}^T$$
"""


def test_several_shapes_in_a_row() -> None:
    assert verdicts(ROW)[-4:] == ["right", "wrong", "right", "wrong"]


def test_pairs_are_no_shapes() -> None:
    with pytest.raises(ReadError):
        parse("S : (a, b), (c, d), T : (e, f)")
    with pytest.raises(ReadError):
        parse("S : (1,)")
