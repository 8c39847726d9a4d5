r"""`\exp -\frac{x}{2}`: the argument is one factor with its sign."""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"$$p_i = \exp -\frac{(x_i - m)^2}{2 s^2} \qquad q = \sum_i p_i + \exp -m$$"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial p_i}{\partial m} = \frac{x_i - m}{s^2} p_i", "right"),
        (r"\frac{\partial p_i}{\partial m} = -\frac{x_i - m}{s^2} p_i", "wrong"),
        (r"\frac{\partial q}{\partial m} = \sum_i \frac{x_i - m}{s^2} p_i - \exp -m", "right"),
        (r"\frac{\partial q}{\partial m} = \sum_i \frac{x_i - m}{s^2} p_i + \exp -m", "wrong"),
        (r"\frac{\partial p_i}{\partial m} = p_i \exp -\frac{1}{2} m", "unreadable"),  # times m, or the exponent
    ],
)
def test_one_factor_with_its_sign(line: str, expected: str) -> None:
    assert verdict(PAGE, f"$${line}$$") == expected
