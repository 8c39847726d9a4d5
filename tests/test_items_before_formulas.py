r"""Bullets inside displays, the sigmoid of a value, `\sigma(\hat{y}(\mathbf{x}_t))`, and sizes in bars."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n[ranges]\n"t" = "1..|B|"\n"i" = "1..n"\n+++'
NET = (
    r"$$\sigma(x) = \frac{1}{1 + \exp(-x)}$$",
    r"$$\hat{y}(\mathbf{x}_t) = w_0 + \sum_{i=1}^n w_i x_{t,i}$$",
    r"$$R_t = \sigma(\hat{y}(\mathbf{x}_t))$$",
    r"$$L = -\frac{1}{|B|} \sum_{t=1}^{|B|} [Y_t \log R_t + (1 - Y_t) \log(1 - R_t)]$$",
    r"Here $\mathbf{x}_t = (x_{t,i})$, $\mathbf{w} = (w_i)$.",
)
SLOPE = r"-\frac{1}{|B|} \sum_{t=1}^{|B|} \left[(Y_t - R_t) x_{t,i}\right]"


@pytest.mark.parametrize("bullet", ["", "・　", "・ ", "• ", "● ", "■　", "◆ "])
def test_a_bullet_in_front(bullet: str) -> None:
    line = rf"$$ {bullet}\frac{{\partial L}}{{\partial w_i}} = {SLOPE} $$"
    assert each_verdict(FRONT, *NET, lines=[line, line.replace("= -", "= "), line.replace(r"\frac{1}{|B|} ", "")]) == [
        "right",
        "wrong",
        "wrong",
    ]


def test_a_dot_that_goes_on_is_no_bullet() -> None:
    for dot in ("・", "·", "· ", r"\cdot "):
        line = rf"$$ {dot}\frac{{\partial L}}{{\partial w_i}} = {SLOPE} $$"
        assert verdict(FRONT, *NET, line) == "unreadable"
    product = r"$$ \frac{\partial R_t}{\partial w_i} = R_t ・ (1 - R_t) ・ x_{t,i} $$"
    assert each_verdict(FRONT, *NET, lines=[product, product.replace(" ・ x_{t,i}", "")]) == ["right", "wrong"]


def test_a_gradient_over_the_number_of_a_batch() -> None:
    slope = SLOPE.replace("x_{t,i}", r"\mathbf{x}_t")
    line = rf"$$ \frac{{\partial L}}{{\partial \mathbf{{w}}}} = {slope} $$"
    assert each_verdict(
        FRONT, *NET, lines=[line, line.replace(r"\frac{1}{|B|} ", ""), line.replace("Y_t - R_t", "R_t - Y_t")]
    ) == ["right", "wrong", "wrong"]


def test_a_sigmoid_in_the_letter_of_the_inputs() -> None:
    s = r"\sigma(\hat{y}(\mathbf{x}_t))"
    line = rf"$$\frac{{\partial R_t}}{{\partial w_i}} = {s} (1 - {s}) x_{{t,i}}$$"
    assert each_verdict(*NET, lines=[line, line.replace("(1 - ", "(1 + "), line.replace(" x_{t,i}", "")]) == [
        "right",
        "wrong",
        "wrong",
    ]
