"""What words say of functions: which function is meant is told by which of four derivatives is right."""

from __future__ import annotations

import pytest

from symderiv.check.report import worst

from .judging import check

PAGE = r"""A net has $E = \frac12\sum_{j=1}^J (y_j - t_j)^2$ with $y_j = F(a_j)$, $a_j = \sum_{i=1}^I w_{ji} x_i$, WORDS

$$\frac{\partial E}{\partial a_j} = (y_j - t_j)(1-y_j^2)$$

$$\frac{\partial E}{\partial a_j} = (y_j - t_j)y_j(1-y_j)$$

$$\frac{\partial E}{\partial a_j} = (y_j - t_j)[a_j > 0]$$

$$\frac{\partial E}{\partial a_j} = (y_j - t_j)F'(a_j)$$
"""
TANH, LOGISTIC, RECTIFIER = ["right", "wrong", "wrong"], ["wrong", "right", "wrong"], ["wrong", "wrong", "right"]
ANY, OPEN = ["wrong"] * 3, ["unproved"] * 3


def judged(words: str, name: str) -> list[str]:
    text = PAGE.replace("WORDS", words).replace("F", name)
    return [str(c.judgement) for c in check(text).claims]


@pytest.mark.parametrize("name", ["f", r"\sigma", r"\varphi", "h"])
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (r"where $F = \tanh$.", TANH),
        (r"with $F(\cdot) = \tanh(\cdot)$.", TANH),
        (r"with $F \equiv \tanh$.", TANH),
        (r"with $F: z \mapsto \tanh z$.", TANH),
        (r"where $F$ is the hyperbolic tangent.", TANH),
        (r"where the activation $F$ is chosen as tanh.", TANH),
        (r"$F$ は双曲線正接関数である。", TANH),
        (r"where $F$ is the logistic function.", LOGISTIC),
        (r"where $F$ denotes the sigmoid, and so on.", LOGISTIC),
        (r"with the logistic sigmoid $F$.", LOGISTIC),
        (r"with ReLU activation $F$.", RECTIFIER),
        (r"with $F=\mathrm{ReLU}$.", RECTIFIER),
        (r"where $F(\cdot)$ is the rectifier.", RECTIFIER),
        (r"where $F$ is a leaky ReLU.", OPEN),
        (r"where $F$ is the ReLU or tanh.", OPEN),
        (r"where $F$ is like the ReLU.", OPEN),
        (r"where $F$ is an arbitrary differentiable function.", ANY),
        (r"with any differentiable $F$.", ANY),
    ],
)
def test_which_function_is_meant(words: str, wanted: list[str], name: str) -> None:
    assert judged(words, name) == [*wanted, "right"]


def test_a_formula_goes_before_words() -> None:
    assert judged(r"with $F(u) = \tanh(u)$, the so-called ReLU $F$.", "f") == [*TANH, "right"]


def test_a_name_that_is_no_function_is_told_nothing() -> None:
    text = (
        r"The output of the sigmoid $y$ is $y = \sigma(s)$, $s = \sum_{i=1}^n w_i x_i$. $$\frac{dy}{ds} = y (1 - y)$$"
    )
    assert [str(c.judgement) for c in check(text).claims] == ["right"]


@pytest.mark.parametrize("words", [r"where $\theta$ is the Heaviside step function", r"with the unit step $\theta$"])
def test_a_step_stands_for_the_slope_of_a_hinge(words: str) -> None:
    text = rf"$$E = \sum_{{j=1}}^J \max(0, a_j)$$ $$\frac{{\partial E}}{{\partial a_j}} = \theta(a_j)$$ {words}."
    assert [str(c.judgement) for c in check(text).claims] == ["right"]
    assert [str(c.judgement) for c in check(text.replace(r"\theta(a_j)", r"\theta(-a_j)")).claims] == ["wrong"]


@pytest.mark.parametrize("name", ["f", r"\sigma", "g"])
def test_a_formula_says_what_a_function_of_the_front_matter_is(name: str) -> None:
    listed = name.replace("\\", "\\\\")
    page = rf"""+++
functions = ["{listed}"]
+++
$$ {name}(x) = \frac{{1}}{{1 + \exp(-x)}}, \quad E = \sum_{{i=1}}^{{I}} {name}(w_i) $$

$$ \frac{{\partial E}}{{\partial w_i}} = {name}(w_i) (1 - {name}(w_i)) $$

$$ \frac{{\partial E}}{{\partial w_i}} = 1 - {name}(w_i)^2 $$
"""
    assert [str(worst([c.judgement])) for c in check(page).claims] == ["right", "wrong"]
