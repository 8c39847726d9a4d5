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
