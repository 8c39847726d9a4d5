r"""What students type: `=>` between steps, `dE/ds (1 - s^2)`, `max(0, a)` without dollar signs, `+ \text{const.}`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.telling.text import render

SQUARE = "y = w x\nL = (y - t)^2\ndL/dy = 2 (y - t)\n"
LIKELIHOOD = r"$$\ell = -\frac{1}{2} \sum_{n=1}^N (x_n - \mu)^2 + {}$$ "
SCORE = r"$$\frac{\partial \ell}{\partial \mu} = \sum_{n=1}^N (x_n - \mu)$$"


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


@pytest.mark.parametrize("sign", ["=>", "⇒", "∴", "->", ""])
def test_signs_before_a_row(sign: str) -> None:
    assert verdicts(f"{SQUARE}{sign} dL/dw = 2 (y - t) x\n") == ["right", "right"]
    assert verdicts(f"{SQUARE}{sign} dL/dw = 2 (y - t) w\n") == ["right", "wrong"]


def test_a_double_arrow_within_a_formula() -> None:
    page = "$y = w x$, $L = (y - t)^2$. $dL/dy = 2 (y - t) => dL/dw = 2 (y - t) {}$"
    assert verdicts(page.format("x")) == ["right", "right"]
    assert verdicts(page.format("w")) == ["right", "wrong"]


@pytest.mark.parametrize("head", [r"$$E = \frac12 (s - t)^2, \quad s = \tanh(a), a = w x$$ "])
def test_a_parenthesis_behind_a_slashed_derivative_is_a_factor(head: str) -> None:
    assert verdicts(head + "$$∂E/∂w = ∂E/∂s (1 - s^2) x$$") == ["right"]
    assert verdicts(head + "$$∂E/∂w = ∂E/∂s (1 + s^2) x$$") == ["wrong"]
    assert verdicts(head + r"$$\partial E/\partial a = \partial E/\partial s\,(1 - s^2)$$") == ["right"]


def test_an_argument_behind_it_stays_one() -> None:
    page = r"$$h(t) = w x(t), \quad E = \sum_{t=1}^T h(t)^2$$ $$\partial E/\partial h(t) = 2 h(t)$$"
    assert verdicts(page) == ["right"]


def test_a_function_of_two_values_without_dollar_signs() -> None:
    assert verdicts("y = w x\nE = max(0, m - y)\ndE/dw = dE/dy * x\n") == ["right"]
    assert verdicts("y = w x\nE = max(0, m - y)\ndE/dw = dE/dy * w\n") == ["wrong"]


@pytest.mark.parametrize(
    "constant",
    [
        r"\text{const.}",
        r"\mathrm{const.}",
        "const.",
        "const",
        r"\text{定数}",
        r"\operatorname{const}",
        r"\text{constant}",
    ],
)
def test_a_constant_at_the_end(constant: str) -> None:
    assert verdicts(LIKELIHOOD.replace("{}", constant) + SCORE) == ["right"]
    assert verdicts(LIKELIHOOD.replace("{}", constant) + SCORE.replace("= ", "= -")) == ["wrong"]


def test_other_words_at_the_end_are_none() -> None:
    assert "right" not in verdicts(LIKELIHOOD.replace("{}", r"\text{terms in } \mu") + SCORE)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_counterexample_about_numbers_alone_names_no_place(lang: str) -> None:
    report = check("E = 1/2 (y-t)^2\ny = σ(a)\na = w x\ndE/dw = (y-t) y (1-y) w\n")
    (row,) = [x.strip() for x in render(report, lang).split("\n") if "seed 0" in x or "シード 0" in x]
    assert row.startswith(("counterexample: left", "反例: 左"))
