"""A derivative that is set to zero requires something of the values: a false one is open, not wrong."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = "$$J = \\frac12 \\sum_{n=1}^{N} (w x_n + b - t_n)^2$$\n\n"
SUM = r"\sum_{n=1}^{N} (w x_n + b - t_n)"


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        (rf"$$\frac{{\partial J}}{{\partial b}} = {SUM} = 0$$", "unproved"),
        (rf"$$\frac{{\partial J}}{{\partial b}} = {SUM} x_n = 0$$", "wrong"),
        (r"Setting $\partial J/\partial b = 0$ gives the offset.", "unproved"),
        (r"$\partial J/\partial b = 0$ とおく。", "unproved"),
        (r"At the minimum $\partial J/\partial w = 0$.", "unproved"),
        (r"$$\frac{\partial J}{\partial b} \overset{!}{=} 0$$", "unproved"),
        (r"Setting the derivative to zero, $N b = \sum_{n=1}^{N} t_n$.", "unproved"),
        (r"We minimise $J$ subject to $\sum_{n=1}^{N} w x_n = b$.", "unproved"),
        (r"The sum is $\sum_{n=1}^{N} w x_n = b$.", "wrong"),
        (r"$$\frac{\partial J}{\partial t_n} = 0$$ for perfect fits only.", "unproved"),
        (r"$$\frac{\partial J}{\partial t_n} = 0$$ for all of them.", "wrong"),
        (r"The result is $\partial J/\partial w = 0$.", "wrong"),
        (r"Minimising, $\partial J/\partial w = 1$.", "wrong"),
        (r"$$\frac{\partial^2 J}{\partial b^2} = N = 0$$", "wrong"),
    ],
)
def test_set_to_zero(typed: str, verdict: str) -> None:
    assert check(PAGE + typed).verdict == verdict
