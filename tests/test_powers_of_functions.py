r"""`\sigma^2(z)` is the square of `\sigma(z)`.

By hand: of the logistic function the derivative is `\sigma - \sigma^2`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LAYER = (
    r"$$z_i = \sum_{j=1}^n w_{ij} x_j, \quad a_i = %s(z_i), \quad C = \frac12 \sum_{i=1}^m (a_i - y_i)^2$$"
    r"with $%s(u) = \frac{1}{1+e^{-u}}$. Here $W = (w_{ij})$, $z = (z_i)$, $a = (a_i)$, $x = (x_j)$, $y = (y_i)$."
)


@pytest.mark.parametrize("f", [r"\sigma", "f", r"\phi"])
@pytest.mark.parametrize(
    "line",
    [
        r"F'(u) = F(u) - F^2(u)",
        r"F'(z_i) = F(z_i) - F^{2}(z_i)",
        r"\frac{\partial C}{\partial z_i} = (a_i - y_i) (F(z_i) - F^2(z_i))",
        r"\frac{\partial C}{\partial z} = (a - y) \odot (F(z) - F^2(z))",
    ],
)
def test_squares_of_functions(f: str, line: str) -> None:
    page = LAYER.replace("%s", f)
    assert each_verdict(
        page, lines=[f"$${line.replace('F', f)}$$", f"$${line.replace('- F', '- 2 F').replace('F', f)}$$"]
    ) == ["right", "wrong"]


def test_without_a_formula_only_the_logistic_function_is_known() -> None:
    page = r"$$E = \sum_i F(z_i)$$"
    line = r"$$\frac{\partial E}{\partial z_i} = F(z_i) - F^2(z_i)$$"
    assert verdict(page.replace("F", r"\sigma"), line.replace("F", r"\sigma")) == "right"
    assert verdict(page.replace("F", "g"), line.replace("F", "g")) == "unreadable"


def test_numbers_that_tell_functions_apart() -> None:
    page = r"$$z = f^1(x), \quad y = f^2(z), \quad E = f(y)$$ with $f(x) = x^3$."
    found = each_verdict(
        page,
        lines=[r"$$\frac{\partial E}{\partial z} = 3 y^2 {f^2}'(z)$$", r"$$\frac{\partial y}{\partial z} = 6 z^5$$"],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"
    defined = r"$$y = f^2(x), \quad E = f(y), \quad f(x) = x^3, \quad f^2(x) = x^2$$"
    assert each_verdict(
        defined, lines=[r"$$\frac{\partial y}{\partial x} = 2 x$$", r"$$\frac{\partial y}{\partial x} = 6 x^5$$"]
    ) == ["right", "wrong"]


def test_a_number_before_a_parenthesis_is_no_function() -> None:
    page = r"$$E = \lambda (a - b)^2 + \lambda^2 (a + b)$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial a} = 2 \lambda (a - b) + \lambda^2$$") == "right"
    spread = r"$$E = \sigma (a - b) + \sigma^2 (a + b) + \sigma$$"
    assert verdict(spread, r"$$\frac{\partial E}{\partial a} = 2 \sigma(a - b) \sigma'(a - b)$$") != "right"
