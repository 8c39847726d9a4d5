r"""A product on the left side defines none of its factors: the n of `n b = \sum_{i=1}^n b` is the n of the page."""

from __future__ import annotations

from .judging import each_verdict

PAGE = r"$$E = \frac{1}{2n} \sum_{i=1}^n (w x_i + b - y_i)^2$$"


def test_a_size_before_a_value() -> None:
    cases = [
        r"n b = \sum_{i=1}^n b",
        r"n \frac{\partial E}{\partial b} = n b + \sum_{i=1}^n (w x_i - y_i)",
        r"2 n E = \sum_{i=1}^n (w x_i + b - y_i)^2",
    ]
    for line, found in zip(cases, each_verdict(PAGE, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found == "right", line
    for line, found in zip(
        cases, each_verdict(PAGE, lines=[f"$${line.replace('{i=1}', '{i=2}')}$$" for line in cases]), strict=True
    ):
        assert found == "wrong", line


def test_where_the_derivative_is_zero() -> None:
    slope = r"$$\frac{\partial E}{\partial b} = \frac1n \sum_{i=1}^n (w x_i + b - y_i)$$"
    assert each_verdict(
        PAGE, slope, lines=[r"$$n b = \sum_{i=1}^n (y_i - w x_i)$$", r"$$n b = \sum_{i=1}^n (y_i + w x_i)$$"]
    ) == ["unproved", "wrong"]


def test_functions_on_the_left_are_still_defined() -> None:
    page = r"$$y = f(x), \quad f(u) = u^3$$"
    assert each_verdict(page, lines=[r"$$\frac{d y}{d x} = 3 x^2$$", r"$$\frac{d y}{d x} = x^2$$"]) == [
        "right",
        "wrong",
    ]
