r"""Values shown with their argument again, `y_k(a_k)` beside `y_k = f(a_k)`; by hand: the value itself."""

from __future__ import annotations

import pytest

from .judging import verdict

LOSS = r"$$L = \frac12 \sum_k (y_k - t_k)^2$$"
ERROR = r"$$\frac{\partial L}{\partial a_k} = (y_k(a_k) - t_k) g'(a_k)$$"


@pytest.mark.parametrize("defined", [r"g(a_k)", r"\frac{1}{1 + e^{-a_k}}", r"\tanh(a_k)", r"\sigma(a_k)"])
def test_the_value_at_its_own_argument(defined: str) -> None:
    page = rf"$$y_k = {defined}$$"
    assert verdict(page, LOSS, r"$$\frac{\partial L}{\partial y_k} = y_k(a_k) - t_k$$") == "right"
    assert verdict(page, LOSS, r"$$\frac{\partial L}{\partial y_k} = y_k(a_k) + t_k$$") == "wrong"


def test_with_the_slope() -> None:
    assert verdict(r"$$y_k = g(a_k)$$", LOSS, ERROR) == "right"
    assert verdict(r"$$y_k = g(a_k)$$", LOSS, ERROR.replace(" g'(a_k)", "")) == "wrong"


def test_at_another_index() -> None:
    page = r"$$y_k = \sigma(a_k)$$", r"$$L = \frac12 \sum_{k=1}^K (y_k - t_k)^2$$"
    line = r"$$\frac{\partial L}{\partial y_2} = y_2(a_2) - t_2$$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("y_2(a_2)", "y_2(a_1)")) not in ("right", "wrong")


def test_a_product_in_its_own_right() -> None:
    """What the name is not made of is a factor."""
    page = r"$$y_k = \sigma(a_k)$$", r"$$L = \sum_k c_k y_k^2$$"
    line = r"$$\frac{\partial L}{\partial y_k} = 2 y_k (c_k)$$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("2", "3")) == "wrong"


def test_one_of_several_parts_is_open() -> None:
    page = r"$$y_k = \sum_j w_{kj} h_j$$", LOSS
    assert verdict(*page, r"$$\frac{\partial L}{\partial y_k} = y_k(h_j) - t_k$$") not in ("right", "wrong")
    assert verdict(*page, r"$$\frac{\partial L}{\partial y_k} = y_k - t_k$$") == "right"
