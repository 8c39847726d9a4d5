r"""A font around a list of arguments, and around the number of an equation."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

MODEL = r"$$E(\mathbf{x; w}) = \frac12 (f(\mathbf{x, w}) - t)^2$$ $$f(\mathbf{x}, \mathbf{w}) = \sum_{i=1}^n w_i x_i$$"


@pytest.mark.parametrize(
    "listed", [r"\mathbf{x, w}", r"\boldsymbol{x; w}", r"{\bf x}, {\bf w}", r"\mathbf{x}, \mathbf{w}"]
)
def test_a_font_around_arguments(listed: str) -> None:
    right = rf"$$\frac{{\partial E}}{{\partial w_i}} = (f({listed}) - t) x_i$$"
    assert each_verdict(MODEL, lines=[right, right.replace(" x_i", "")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "number", [r"\rm{(0.2)}", r"\mathrm{(2)}", r"{\rm (2)}", r"\bf{(2)}", r"\text{(2)}", "(2)", r"&& \rm{(0.2)}"]
)
def test_a_font_around_the_number_of_an_equation(number: str) -> None:
    net = rf"$$\begin{{eqnarray}} y &=& a x \qquad {number} \end{{eqnarray}}$$ $$E = y^2$$"
    assert each_verdict(
        net,
        lines=[
            rf"$$\frac{{dE}}{{da}} = 2 y x \qquad {number.replace('&', '')}$$",
            rf"$$\frac{{dE}}{{da}} = 2 y \qquad {number.replace('&', '')}$$",
        ],
    ) == ["right", "wrong"]


def test_a_number_in_a_product_stays_one() -> None:
    assert verdict(r"$$E = a^2 x$$", r"$$\frac{dE}{da} = x a \mathrm{(2)}$$") != "wrong"
