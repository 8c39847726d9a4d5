"""Words around a condition by which the line is not meant for it: what holds under it alone is not right then."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"$$a_i = \sum_{j=1}^{J} w_{ij} x_j \quad E = \sum_{i=1}^{I} f(a_i)$$" + "\n\n"
LINE = r"\frac{\partial E}{\partial w_{ij}} = f'(a_k) x_j"

TURNED = [
    rf"Either $k=i$ or this holds: $${LINE}$$",
    rf"We drop the assumption $k=i$. $${LINE}$$",
    rf"Forget $k=i$. $${LINE}$$",
    rf"Even without $k=i$: $${LINE}$$",
    rf"Start with $k=i$ and increase: $${LINE}$$",
    rf"For $k=i$, nothing. $${LINE}$$",
    rf"$k=i$とは限らないとき $${LINE}$$",
    rf"$k=i$かどうかによらず $${LINE}$$",
    rf"$k=i$のときに限らず $${LINE}$$",
    rf"$k=i$のときだけでなく $${LINE}$$",
    rf"$k=i$を仮定しない。$${LINE}$$",
    rf"Wenn $k=i$ nicht gilt, ist $${LINE}$$",
    rf"$${LINE} \text{{ unless }} k = i$$",
    rf"$${LINE} \text{{ except if }} k = i$$",
]


@pytest.mark.parametrize("text", TURNED)
def test_a_condition_that_is_turned_round(text: str) -> None:
    assert check(NETWORK + text).verdict in ("unproved", "unreadable", "wrong")


MEANT = [
    rf"For $k=i$, $${LINE}$$",
    rf"Assume $k=i$. $${LINE}$$",
    rf"$k=i$のとき $${LINE}$$",
    rf"$k=i$を仮定する。$${LINE}$$",
    rf"$${LINE} \text{{ if }} k = i$$",
    rf"$${LINE}$$ for $k = i$, or in words: the own unit.",
]


@pytest.mark.parametrize("text", MEANT)
def test_a_condition_that_is_meant(text: str) -> None:
    assert check(NETWORK + text).verdict == "right"


@pytest.mark.parametrize("words", ["with slope 2", "minus one half", "times two", ", scaled"])
def test_a_function_that_is_only_made_of_the_one_named(words: str) -> None:
    line = r"$$\frac{\partial E}{\partial w_{ij}} = f(a_i) (1 - f(a_i)) x_j$$"
    assert check(f"{NETWORK}$f$ is the logistic function.\n\n{line}").verdict == "right"
    assert check(f"{NETWORK}$f$ is the logistic function {words}.\n\n{line}").verdict == "unproved"


SOFTMAX = (
    r"$$p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$$ ( $1 \le k \le K$ ) $$E = -\sum_{k=1}^K t_k \log p_k$$" + "\n\n"
)


def test_a_premise_that_is_denied() -> None:
    line = r"$$\frac{\partial E}{\partial z_j} = p_j - t_j$$"
    assert check(rf"{SOFTMAX}As $\sum_k t_k = 1$, {line}").verdict == "right"
    assert check(rf"{SOFTMAX}We do not assume $\sum_k t_k = 1$. {line}").verdict != "right"
