r"""Slips with indices that stand for their values: the power of one, one forgotten."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ X_k = \sum_{n=0}^{N-1} x_n c_{nk}, \quad R = \frac12 \sum_{k=0}^{N-1} k^2 X_k^2 $$ ($0 \le k \le N-1$)

$$ \frac{\partial R}{\partial x_n} = \sum_{k=0}^{N-1} LINE c_{nk} $$
"""


@pytest.mark.parametrize(
    ("line", "kind", "said"),
    [
        ("k X_k", "exponent", "`k` should be `(k)^2`"),
        ("k^3 X_k", "exponent", "`(k)^2`"),
        ("2 k^2 X_k", "constant", "2"),
    ],
)
def test_what_is_named(line: str, kind: str, said: str) -> None:
    """By its kind and by what belongs there."""
    (link,) = sd.check(PAGE.replace("LINE", line)).claims[0].links
    assert str(link.judgement) == "wrong"
    assert link.reason is not None
    assert link.reason.kind == kind
    assert said in link.reason.text


def test_the_right_line() -> None:
    """With the square."""
    (link,) = sd.check(PAGE.replace("LINE", "k^2 X_k")).claims[0].links
    assert str(link.judgement) == "right"
