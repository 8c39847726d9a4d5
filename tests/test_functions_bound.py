r"""Functions of which an equation tells a power, a multiple, or the logarithm: they are not any function."""

from __future__ import annotations

import pytest

from .judging import check

SUM = r"$$L = \sum_{i=1}^n f(x_i)%s$$"


@pytest.mark.parametrize(
    ("said", "power", "value"),
    [
        (r"f(x)^2 = x^2 + 1", "", r"\frac{x_i}{f(x_i)}"),
        (r"f(x)^2 = x^2 + 1", "^2", r"2 x_i"),
        (r"\log f(x) = -x^2", "", r"-2 x_i f(x_i)"),
        (r"2 f(x) = x^2 + 1", "", "x_i"),
        (r"\frac{1}{f(x)} = 1 + e^{-x}", "", r"f(x_i) (1 - f(x_i))"),
    ],
)
def test_no_line_about_them_is_refuted(said: str, power: str, value: str) -> None:
    page = f"$${said}$$\n\n{SUM % power}\n\n" + r"$$\frac{\partial L}{\partial x_i} = %s$$"
    assert [str(c.judgement) for c in check(page % value).claims] == ["unproved", "unproved"]


@pytest.mark.parametrize("norm", [r"\|x - y\|^2", r"\sum_{k=1}^D (x_k - y_k)^2"])
def test_squared_distances(norm: str) -> None:
    page = (
        rf"$$d(x, y)^2 = {norm}$$"
        + "\n\n$$L = d(a, p)^2$$\n\n"
        + r"$$\frac{\partial L}{\partial p_k} = -2 (a_k - p_k)$$"
    )
    assert str(check(page).claims[-1].judgement) != "wrong"


def test_functions_that_are_defined_or_stand_beside_what_is_computed() -> None:
    page = r"$$f(x) = \sqrt{x}$$ $$f(x)^2 = x + 1$$"
    assert str(check(page).claims[-1].judgement) == "wrong"
    page = r"$$z = w x$$ $$h = f(z)$$ $$2 f(z) = %s$$ $$\frac{\partial h}{\partial w} = f'(z)$$"
    assert [str(c.judgement) for c in check(page % "h").claims] == ["wrong", "wrong"]
    assert [str(c.judgement) for c in check(page % "2 h").claims] == ["right", "wrong"]
