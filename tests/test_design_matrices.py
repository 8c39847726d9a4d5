r"""Examples stacked without a word: `X \theta - y` beside `\sum_i (\theta^T x^{(i)} - y^{(i)})^2`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

SQUARES = r"""
$$J(\theta) = \frac{1}{2m} \sum_{i=1}^{m} (h_\theta(x^{(i)}) - y^{(i)})^2$$ with $h_\theta(x) = \theta^T x$.
"""
LOWER = r"$$J(\theta) = \frac{1}{2m} \sum_{i=1}^{m} (\theta^T x_i - y_i)^2$$"
LOGISTIC = r"""
$$J = -\frac{1}{m} \sum_{i=1}^{m} [y^{(i)} \log \sigma(z^{(i)}) + (1 - y^{(i)}) \log (1 - \sigma(z^{(i)}))]$$
where $z^{(i)} = \theta^T x^{(i)}$.
"""
COLUMNS = r"""
$z^{(i)} = w^T x^{(i)} + b$, $a^{(i)} = \sigma(z^{(i)})$,
$J = -\frac1m \sum_{i=1}^m (y^{(i)} \log a^{(i)} + (1-y^{(i)}) \log(1-a^{(i)}))$.
"""


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (SQUARES, r"\nabla_\theta J = \frac1m X^T (X \theta - y)"),
        (LOWER, r"\nabla_\theta J = \frac1m X^T (X \theta - y)"),
        (LOGISTIC, r"\nabla_\theta J = \frac1m X^T (\sigma(X \theta) - y)"),
        (SQUARES, r"\nabla_\theta J = \frac1m X (X^T \theta - y)"),
        (COLUMNS, r"\frac{\partial J}{\partial w} = \frac1m X (A - Y)^T"),
        (
            SQUARES + r"with $X \in \mathbb{R}^{m \times n}$, $y \in \mathbb{R}^m$, $\theta \in \mathbb{R}^n$.",
            r"J(\theta) = \frac{1}{2m} (X \theta - y)^T (X \theta - y)",
        ),
        (
            SQUARES + r"Let $X$ be the $m \times n$ matrix whose rows are $(x^{(i)})^T$.",
            r"\nabla_\theta J = \frac1m X^T (X \theta - y)",
        ),
    ],
)
def test_the_capital_of_the_examples_is_the_matrix_of_all(page: str, line: str) -> None:
    assert each_verdict(page, lines=[f"$${line}$$", f"$${line.replace('1', '3')}$$"]) == ["right", "wrong"]


def test_slips_in_matrices_are_found() -> None:
    cases = [r"\nabla_\theta J = \frac1m X^T (y - X \theta)", r"\nabla_\theta J = \frac2m X^T (X \theta - y)"]
    for line, found in zip(cases, each_verdict(SQUARES, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found == "wrong", line


def test_a_declared_matrix_may_have_the_examples_in_its_columns() -> None:
    page = SQUARES + r"with $X \in \mathbb{R}^{n \times m}$, $\theta \in \mathbb{R}^n$."
    assert each_verdict(
        page,
        lines=[
            r"$$\nabla_\theta J = \frac1m X (X^T \theta - y)$$",
            r"$$\nabla_\theta J = \frac1m X^T (X \theta - y)$$",
        ],
    ) == ["right", "wrong"]


LEAST = r"$$J(\beta) = \|y - X \beta\|^2$$"
SLOPE = r"$$\frac{\partial J}{\partial \beta} = -2 X^T (y - X \beta)$$"


def test_a_minimum_that_is_found_says_of_no_parameter_what_it_is() -> None:
    solved = r"$$\beta = (X^T X)^{-1} X^T y$$"
    claims = check(f"{LEAST}\n{SLOPE}\nSetting it to zero,\n{solved}").claims
    assert [str(c.judgement) for c in claims] == ["right", "unreadable"]
    assert claims[1].links[0].detail == "the inverse of this matrix is not read in indices"
    claims = check(f"{LEAST}\n{SLOPE.replace('-2', '2')}\n{solved}").claims
    assert [str(c.judgement) for c in claims] == ["wrong", "unreadable"]


def test_an_equation_at_the_minimum_is_open() -> None:
    cases = [
        (r"X^T X \beta = X^T y", "unproved"),
        (r"\frac12 X^T X \beta = \frac12 X^T y", "unproved"),
        (r"X^T X \beta = -X^T y", "wrong"),
        (r"X^T X \beta = 2 X^T y", "wrong"),
        (r"X \beta = y", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(LEAST, SLOPE, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_slip_in_a_named_derivative_is_none_of_these() -> None:
    page = r"$$z = \sum_j w_j x_j, \quad E = \frac12 (z - t)^2, \quad g_j = \frac{\partial E}{\partial w_j}$$"
    assert verdict(page, r"$$g_j = (t - z) x_j$$") == "wrong"


def test_a_reciprocal_is_a_definition() -> None:
    page = r"$$z = \sum_j w_j x_j, \quad a = (1 + e^{-z})^{-1}, \quad E = \frac12 (a - t)^2$$"
    slope = r"$$\frac{\partial E}{\partial a} = a - t$$"
    assert each_verdict(
        page,
        slope,
        lines=[
            r"$$\frac{\partial E}{\partial w_j} = (a - t) a (1 - a) x_j$$",
            r"$$\frac{\partial E}{\partial w_j} = 0$$",
        ],
    ) == ["right", "wrong"]
