r"""Shapes that notes about code type behind a colon, `W : (h, d)`, and what is none."""

from __future__ import annotations

import pytest

from symderiv import check
from symderiv.errors import ReadError
from symderiv.latex.parse import parse

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
