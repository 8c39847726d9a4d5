"""Values of what a page differentiates by name one point: they make no line right that is about all values."""

from __future__ import annotations

import pytest

from .judging import check

SQUARES = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n"
FALSE = r"\frac{\partial E}{\partial x_i} = 3 x_i"
TRUE = r"\frac{\partial E}{\partial x_i} = 2 x_i"

NEVER_RIGHT = [
    rf"$$x_i = 0$$ $${FALSE}$$",
    rf"$${FALSE}$$ $$x_i = 0$$",
    rf"$${FALSE}$$ At the minimum, $x_i = 0$.",
    rf"$${FALSE} \Rightarrow x_i = 0$$",
    rf"$${FALSE} \Leftrightarrow x_i = 0$$",
    rf"$${FALSE}, \quad x_i = 0$$",
    rf"$${FALSE} \quad (x_i = 0)$$",
    rf"$${FALSE}$$ where $x_i = 0$.",
    rf"$${TRUE} \Rightarrow x_i = 5$$",
    rf"$${TRUE}, x_i = 5$$",
    rf"$${TRUE}$$ so $x_i = 5$.",
    rf"$${TRUE} \quad (\because 1 = 0)$$",
    rf"$${TRUE} \quad (\because E = 0)$$",
    rf"$${TRUE} \quad (\because x_i = 0)$$",
    rf"$${TRUE} \quad (\text{{since }} E = 0)$$",
]


@pytest.mark.parametrize("text", NEVER_RIGHT)
def test_a_value_makes_no_line_right(text: str) -> None:
    assert check(SQUARES + text).verdict in ("unproved", "unreadable", "wrong")


@pytest.mark.parametrize(
    "text",
    [
        r"$$y = x^2 + x, \quad x = 0 \cdot z$$ $$\frac{dy}{dx} = 3 x + 1$$",
        r"$$y = x^2 + x$$ $$x = 0$$ $$\frac{dy}{dx} = 3 y + 1$$",
        r"$$y = x^2 + x$$ $$\frac{dy}{dx} = 7$$ $$x = 3$$",
    ],
)
def test_not_through_other_names_nor_below_the_line(text: str) -> None:
    assert check(text).verdict == "unproved"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"$$y = x^2 + x$$ $$x = 3$$ $$\frac{dy}{dx} = 2 x + 1 = 7$$", "right"),
        (r"$$y = x^2 + x$$ $$x = 3$$ $$\frac{dy}{dx} = 2 x + 1 = 8$$", "wrong"),
        (r"$$y = x^2 + x$$ $$x = 3$$ $$\frac{dy}{dx} = 3 x$$", "wrong"),
        (
            r"$$h_0 = 0, \quad h_t = w h_{t-1} + x_t$$ ( $1 \le t \le T$ ) $$\frac{\partial h_1}{\partial w} = 0$$",
            "right",
        ),
    ],
)
def test_numbers_at_a_value_are_judged(text: str, verdict: str) -> None:
    assert check(text).verdict == verdict


MEAN = r"$$J = \sum_{n=1}^{N} (x_n - b)^2$$ $$\frac{\partial J}{\partial b} = -2 \sum_{n=1}^{N} (x_n - b)$$" + "\n\n"


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (r"\frac1N \sum_{n=1}^{N} x_n", "right"),
        (r"\frac2N \sum_{n=1}^{N} x_n", "unproved"),
        (r"\frac{1}{N-1} \sum_{n=1}^{N} x_n", "unproved"),
        ("3", "unproved"),
    ],
)
def test_what_is_solved_for_is_put_to_the_test(value: str, verdict: str) -> None:
    assert check(rf"{MEAN}Setting the derivative to zero gives $$b = {value}$$").verdict == verdict
    assert check(rf"{MEAN}Solving for $b$ gives $b = {value}$.").verdict == verdict


def test_a_value_that_is_only_told_in_words() -> None:
    page = r"$$E = \sum_i (x_i - b)^2$$ Setting the derivative to zero, $b = 3$." + "\n\n"
    assert check(page + r"$$\frac{\partial E}{\partial x_i} = 2 (x_i - 3)$$").verdict == "unproved"


SQUARE = r"$$z = w x$$ $$E = (z - y)^2$$"


@pytest.mark.parametrize("value", ["\n\n($y = 1$)\n\n", "\n\n[$y = 1$]\n\n", " (here $y = 1$)\n\n", " $(y = 1)$\n\n"])
def test_a_value_in_parentheses_defines_nothing(value: str) -> None:
    line = r"$$\frac{\partial E}{\partial w} = 2 (w x - %s) x$$"
    assert check(SQUARE + value + line % "1").verdict == "right"  # for this y
    assert check(SQUARE + value + line % "2").verdict == "wrong"
    assert check(SQUARE + value + line % "y").verdict == "right"
