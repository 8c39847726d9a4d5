r"""Braces that cross parentheses are typeset as if they were not there: `\ln({1 + e^x)}`.

By hand: the derivative of `\ln(1 + e^{x_i})` is `\sigma(x_i)`, written out here.
"""

from __future__ import annotations

import pytest

from symderiv.latex.crossing_braces import without_crossing_braces
from symderiv.latex.lexer import tokenize
from symderiv.latex.source import Source

from .judging import each_verdict

RIGHT = r"$$\frac{\partial L}{\partial x_i} = \frac{1}{1 + e^{-x_i}}$$"
WRONG = r"$$\frac{\partial L}{\partial x_i} = \frac{e^{-x_i}}{1 + e^{-x_i}}$$"


@pytest.mark.parametrize(
    "body",
    [
        r"\sum_{i=1}^n \ln({1 + e^{x_i})}",
        r"\sum_{i=1}^n \ln{(1 + e^{x_i}})",
        r"\sum_{i=1}^n {(\ln{(1 + e^{x_i}}))}",
        r"\sum_{i=1}^n \ln\left({1 + e^{x_i} \right)}",
        r"\sum_{i=1}^n \ln[{1 + \exp{(x_i})]}",
        r"\sum_{i=1}^n [1] {(\ln{(1 + e^{x_i}}))}",
        r"-\sum_{i=1}^n \ln({\frac{1}{1 + e^{x_i}})}",
        r"2 {(\sum_{i=1}^n \frac12 \ln{(1 + e^{x_i}}))}",
    ],
)
def test_they_are_left_out(body: str) -> None:
    page = f"$$L = {body}$$"
    assert each_verdict(page, lines=[RIGHT, WRONG]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "formula",
    [
        r"L = e^{(x + y})",
        r"L = \frac{(x}{y)}",
        r"L = \sqrt{(x})",
        r"L = \sqrt[3]{(x} + 1)",
        r"L = \sqrt[3]{(x})",
        r"L = \hat{(x})",
        r"L = x_{(i}) y",
        r"L = \ln({1 + x)",
        r"L = {(x)}) + y",
        r"L = (x + y}",
        r"L = {\bf (x} + y)",
    ],
)
def test_arguments_and_what_does_not_balance_stay_as_they_are(formula: str) -> None:
    tokens = tokenize(Source(formula))
    assert without_crossing_braces(tokens) == tokens


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (r"\sum_{i=1}^n { p_i \cdot } x_i", r"\sum_{i=1}^np_i\cdotx_i"),
        (r"{a +} b = {c \times}{d}", r"{a+}b=c\times{d}"),
        (r"{(a + b) \cdot} c - {a + b \cdot} c", r"(a+b)\cdotc-{a+b\cdot}c"),
        (r"x^{+} y + \frac{a \cdot}{b}", r"x^{+}y+frac{a\cdot}{b}"),
        (r"{a \cdot}_k + {a \cdot} = b", r"{a\cdot}_k+{a\cdot}=b"),
        (r"\hat{a \cdot} b", r"hat{a\cdot}b"),
    ],
)
def test_braces_that_a_sign_ends(typed: str, plain: str) -> None:
    assert "".join(x.text for x in without_crossing_braces(tokenize(Source(typed)))) == plain


def test_a_product_that_goes_on_behind_its_brace() -> None:
    network = "$$L = \\sum_{i=1}^n x_i^2 p_i$$"
    assert each_verdict(
        network, lines=[r"$$L = \sum_{i=1}^n {x_i \cdot } x_i p_i$$", r"$$L = \sum_{i=1}^n {x_i \cdot } p_i$$"]
    ) == ["right", "wrong"]
