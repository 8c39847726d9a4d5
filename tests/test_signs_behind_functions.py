r"""`\exp -\frac{x}{2}`: the argument is one factor with its sign."""

from __future__ import annotations

from .judging import each_verdict

PAGE = r"$$p_i = \exp -\frac{(x_i - m)^2}{2 s^2} \qquad q = \sum_i p_i + \exp -m$$"


def test_one_factor_with_its_sign() -> None:
    cases = [
        (r"\frac{\partial p_i}{\partial m} = \frac{x_i - m}{s^2} p_i", "right"),
        (r"\frac{\partial p_i}{\partial m} = -\frac{x_i - m}{s^2} p_i", "wrong"),
        (r"\frac{\partial q}{\partial m} = \sum_i \frac{x_i - m}{s^2} p_i - \exp -m", "right"),
        (r"\frac{\partial q}{\partial m} = \sum_i \frac{x_i - m}{s^2} p_i + \exp -m", "wrong"),
        (r"\frac{\partial p_i}{\partial m} = p_i \exp -\frac{1}{2} m", "unreadable"),  # times m, or the exponent
    ]
    for (line, expected), found in zip(
        cases, each_verdict(PAGE, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line
