r"""Derivatives set to zero with an arrow to what follows, `\partial J/\partial w = 0 \Leftrightarrow w = t / x`."""

from __future__ import annotations

import pytest

from tests.judging import verdict

SQUARE = r"$$ J = \frac{1}{2}(w x - t)^2 $$"


@pytest.mark.parametrize(
    "arrow", [r"\Leftrightarrow", r"\Rightarrow", r"\iff", r"\implies", "⇒", r"\quad\Longrightarrow\quad"]
)
def test_a_derivative_that_is_set_to_zero_is_no_claim(arrow: str) -> None:
    line = rf"$$ \frac{{\partial J}}{{\partial w}} = 0 {arrow} w = \frac{{t}}{{x}} $$"
    assert verdict(SQUARE, line) == "unproved"


def test_what_follows_from_it_is_no_value_of_the_parameter() -> None:
    """Where the derivative is 0, any multiple of it is, and a slip is as right as the derivative."""
    solved = r"$$ \frac{\partial J}{\partial w} = 0 \Rightarrow w = \frac{t}{x} $$"
    again = r"$$ \frac{\partial J}{\partial w} = 0 \Leftrightarrow w = \frac{t}{x} $$"
    assert verdict(SQUARE, solved, again, r"$$ \frac{\partial J}{\partial w} = w x - t $$") != "right"
    assert verdict(SQUARE, solved, again, r"$$ \frac{\partial J}{\partial w} = (w x - t) x $$") == "right"


def test_without_an_arrow_it_is_a_claim() -> None:
    assert verdict(SQUARE, r"$$ \frac{\partial J}{\partial w} = 0 $$") == "wrong"
    assert verdict(SQUARE, r"$$ \frac{\partial J}{\partial w} = (w x - t) \Rightarrow J = 0 $$") == "wrong"


LINE = r"$$ J = \frac12 \sum_{i=1}^n (w x_i + b - t_i)^2 $$"
SLOPE = r"$$ \frac{\partial J}{\partial w} = \sum_{i=1}^n (w x_i + b - t_i) x_i $$"


@pytest.mark.parametrize("gap", [r" \Rightarrow ", r" \Leftrightarrow ", r", \quad "])
def test_what_follows_may_be_made_of_anything(gap: str) -> None:
    r"""Nothing says what `\bar t` is, and b has no such value for all that."""
    solved = rf"$$ \frac{{\partial J}}{{\partial b}} = 0{gap}b = \bar{{t}} - w \bar{{x}} $$"
    assert verdict(LINE, solved, SLOPE) == "right"
    assert verdict(LINE, solved, SLOPE.replace("+ b", "")) == "wrong"


def test_nor_is_a_second_one_its_value() -> None:
    first = r"$$ \frac{\partial J}{\partial b} = 0 \Leftrightarrow b = \frac1n \sum_{i=1}^n (t_i - w x_i) $$"
    second = r"$$ \frac{\partial J}{\partial b} = 0 \Rightarrow b = \bar{t} - w \bar{x} $$"
    assert verdict(LINE, first, second, SLOPE) == "right"


@pytest.mark.parametrize(("value", "slope"), [("1", r"\sum_i (x_i - t_i) x_i"), ("0", r"-\sum_i t_i x_i")])
def test_a_premise_is_one_of_its_display(value: str, slope: str) -> None:
    page = r"$$ J = \frac12 \sum_{i=1}^n (w x_i - t_i)^2 $$"
    premise = rf"$$ w = {value} \Rightarrow \frac{{\partial J}}{{\partial w}} = {slope} $$"
    assert verdict(page, premise) == "right"
    assert verdict(page, premise, rf"$$ \frac{{\partial J}}{{\partial w}} = {slope} $$") == "wrong"
    assert verdict(page, premise.replace(slope, f"2 {slope}")) != "right"
