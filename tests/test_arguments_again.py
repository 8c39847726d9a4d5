r"""Values shown with their argument again, `y_k(a_k)` beside `y_k = f(a_k)`; by hand: the value itself."""

from __future__ import annotations

import pytest

from .judging import each_verdict

LOSS = r"$$L = \frac12 \sum_k (y_k - t_k)^2$$"
ERROR = r"$$\frac{\partial L}{\partial a_k} = (y_k(a_k) - t_k) g'(a_k)$$"


@pytest.mark.parametrize("defined", [r"g(a_k)", r"\frac{1}{1 + e^{-a_k}}", r"\tanh(a_k)", r"\sigma(a_k)"])
def test_the_value_at_its_own_argument(defined: str) -> None:
    page = rf"$$y_k = {defined}$$"
    assert each_verdict(
        page,
        LOSS,
        lines=[
            r"$$\frac{\partial L}{\partial y_k} = y_k(a_k) - t_k$$",
            r"$$\frac{\partial L}{\partial y_k} = y_k(a_k) + t_k$$",
        ],
    ) == ["right", "wrong"]


def test_with_the_slope() -> None:
    assert each_verdict(r"$$y_k = g(a_k)$$", LOSS, lines=[ERROR, ERROR.replace(" g'(a_k)", "")]) == ["right", "wrong"]


def test_at_another_index() -> None:
    page = r"$$y_k = \sigma(a_k)$$", r"$$L = \frac12 \sum_{k=1}^K (y_k - t_k)^2$$"
    line = r"$$\frac{\partial L}{\partial y_2} = y_2(a_2) - t_2$$"
    found = each_verdict(*page, lines=[line, line.replace("y_2(a_2)", "y_2(a_1)")])
    assert found[0] == "right"
    assert found[1] not in ("right", "wrong")


def test_a_product_in_its_own_right() -> None:
    """What the name is not made of is a factor."""
    page = r"$$y_k = \sigma(a_k)$$", r"$$L = \sum_k c_k y_k^2$$"
    line = r"$$\frac{\partial L}{\partial y_k} = 2 y_k (c_k)$$"
    assert each_verdict(*page, lines=[line, line.replace("2", "3")]) == ["right", "wrong"]


def test_one_of_several_parts_is_open() -> None:
    page = r"$$y_k = \sum_j w_{kj} h_j$$", LOSS
    found = each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial L}{\partial y_k} = y_k(h_j) - t_k$$",
            r"$$\frac{\partial L}{\partial y_k} = y_k - t_k$$",
        ],
    )
    assert found[0] not in ("right", "wrong")
    assert found[1] == "right"
