"""A thin space between two relations: a product where that can be told, refused otherwise, never a guess."""

from __future__ import annotations

import pytest

from symderiv.errors import AmbiguousError
from symderiv.latex.parse import parse

from .judging import check

UNCLEAR = [
    r"f_j = s(a_j) \; i_j = s(b_j)",
    r"f_j = s(a_j) \ i_j = s(b_j)",
    "f_j = s(a_j) ~ i_j = s(b_j)",
    r"f_j &= s(a_j) \; i_j &= s(b_j)",
    r"f = u \\ &= v^2 \; i = s",
    r"g = a \; w = w - c g",
    r"g = \frac{\partial E}{\partial a} \; \frac{\partial E}{\partial w} = g x",
    r"f = \frac{u}{v} \; net_{j} = s",
    r"\frac{\partial p}{\partial w} = q \; \frac{\partial \log p}{\partial w} = s",
    r"\frac{\partial p}{\partial w} = p \; \frac{\partial \log p}{\partial v} = s",
    r"h = p \; \frac{\partial \log p}{\partial w} = s",
]


@pytest.mark.parametrize("text", UNCLEAR)
def test_both_readings_are_named(text: str) -> None:
    with pytest.raises(AmbiguousError) as caught:
        parse(text)
    assert r"`\quad` between two equations" in str(caught.value)


PRODUCTS = [
    r"a \; b = c",
    r"g = d \; x_i = 2 c x_i",
    r"g = d \; x_{i} = 2 (a + b) x_{i}",
    r"g = d \, x_i = c",
    r"g = c \; d \; x_i = e",
    r"g = d \; x_i",
    r"g = d \; x_i + b = c",
    r"g = d \; f(x) = c",
    r"g = a + \; x_i = c",
    r"g = \sum_{i=1}^{n} \; x_i = c",
    r"\frac{\partial E}{\partial w} = \frac{\partial E}{\partial y} \; \frac{\partial y}{\partial w} = 3",
    r"\frac{\partial p_i}{\partial w} = p_i \; \frac{\partial \log p_i}{\partial w} = 3",
    r"\frac{d \pi(a|s)}{d w} &= \pi(a|s) ~ \frac{d \ln (\pi(a|s))}{d w} = 3",
]


@pytest.mark.parametrize("text", PRODUCTS)
def test_products(text: str) -> None:
    assert len(parse(text).statements) == 1


@pytest.mark.parametrize("text", [r"f = a, \; i = b", r"f = a \quad i = b", r"f = a \;\; i = b"])
def test_two_equations(text: str) -> None:
    assert len(parse(text).statements) == 2


@pytest.mark.parametrize(("line", "verdict"), [(r"d \; x = 2 y x", "right"), (r"d \; x = 2 w", "unreadable")])
def test_no_claim_is_judged_by_a_guess(line: str, verdict: str) -> None:
    page = r"$$y = w x \qquad E = y^2 \qquad d = \frac{\partial E}{\partial y}$$"
    assert check(rf"{page} $$\frac{{\partial E}}{{\partial w}} = {line}$$").verdict == verdict
