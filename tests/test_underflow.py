"""Values that leave double precision are no evidence: `exp(-800) exp(325)` is not 0."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from symderiv.check.page import check
from symderiv.evaluate.compare import ROUNDING
from symderiv.evaluate.floats import Masses, Tracked

PAGE = r"""$$ y = \exp(\sum_{k=1}^n b_k), \qquad z_i = \exp(\sum_{k=1, k \ne i}^n b_k) \quad (1 \le i \le n) $$

$$ y = z_i \exp(b_i) $$

$$ y = z_i $$

$$ \frac{\partial y}{\partial b_i} = \exp(b_i) z_i $$

$$ \frac{\partial y}{\partial b_i} = 2 \exp(b_i) z_i $$
"""


def test_a_true_line_whose_factors_underflow_is_not_wrong() -> None:
    assert [str(c.links[-1].judgement) for c in check(PAGE).claims] == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(("a", "b"), [(-800.0, 325.0), (-745.0, 700.0), (-400.0, -400.0), (-1000.0, 290.0)])
def test_the_mass_covers_what_underflow_takes(a: float, b: float) -> None:
    """The exact product lies within what rounding may explain."""
    numbers = Masses(0)
    found = numbers.known("exp", (numbers.plain(a),)) * numbers.known("exp", (numbers.plain(b),))
    assert isinstance(found, Tracked)
    assert abs(math.exp(a + b) - found.v) <= ROUNDING * found.m


def test_the_mass_of_ordinary_numbers_hides_nothing() -> None:
    numbers = Masses(0)
    x, y = numbers.plain(1e-100), numbers.plain_power(numbers.plain(1e-50), Fraction(2))
    assert abs((x + -1.001 * y).v) > ROUNDING * (x + -1.001 * y).m
