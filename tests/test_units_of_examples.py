r"""Units numbered above that show their example, `a^m(x_i)`.

By hand: with the sigmoid `a' = a (1 - a)`, and the chain rule through `a^m`, `u^h`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

FRONT = '+++\nobjective = "E"\n+++'
NET = r"""$$ s(z) = \frac{1}{1 + e^{-z}} $$

$$ u^k(x_t) = s\left(\sum_{l=1}^L v_{lk} g_l(x_t)\right) $$ ($k = 1, \dots, K$)

$$ u^0(x_t) = 1 $$

$$ o^r(x_t) = s\left(\sum_{k=0}^K w_{kr} u^k(x_t)\right) $$"""
ONE = r"$$ E = \frac12 \sum_{r=1}^R (o^r(x_t) - y_t^r)^2 $$"
ALL = ONE.replace(r"\sum_{r=1}", r"\sum_{t=1}^T \sum_{r=1}")
SLOPE = r"o^r(x_t) (1 - o^r(x_t))"
BACK = rf"\sum_{{r=1}}^R (o^r(x_t) - y_t^r) {SLOPE} w_{{kr}}"


def _judged(line: str, *network: str) -> str:
    return verdict(FRONT, *network, "## Derivation", f"$$ {line} $$")


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (r"\frac{\partial E}{\partial o^r(x_t)} = o^r(x_t) - y_t^r", "right"),
        (r"\frac{\partial E}{\partial o^r(x_t)} = y_t^r - o^r(x_t)", "wrong"),
        (rf"\frac{{\partial E}}{{\partial u^k(x_t)}} = {BACK}", "right"),
        (rf"\frac{{\partial E}}{{\partial u^k(x_t)}} = {BACK.replace('kr', 'rk')}", "wrong"),
        (rf"\frac{{\partial E}}{{\partial v_{{lk}}}} = g_l(x_t) u^k(x_t) (1 - u^k(x_t)) {BACK}", "right"),
        (rf"\frac{{\partial E}}{{\partial v_{{lk}}}} = g_l(x_t) u^k(x_t)^2 {BACK}", "wrong"),
        (rf"\frac{{\partial E}}{{\partial v_{{lk}}}} = g_k(x_t) u^k(x_t) (1 - u^k(x_t)) {BACK}", "wrong"),
        (rf"\frac{{\partial o^r(x_t)}}{{\partial u^k(x_t)}} = {SLOPE} w_{{kr}}", "right"),
        (rf"\frac{{\partial o^r(x_t)}}{{\partial u^k(x_t)}} = {SLOPE}", "wrong"),
    ],
)
def test_one_example(line: str, judged: str) -> None:
    assert _judged(line, NET, ONE) == judged


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (rf"\frac{{\partial E}}{{\partial w_{{kr}}}} = \sum_{{t=1}}^T (o^r(x_t) - y_t^r) {SLOPE} u^k(x_t)", "right"),
        (rf"\frac{{\partial E}}{{\partial w_{{kr}}}} = (o^r(x_t) - y_t^r) {SLOPE} u^k(x_t)", "wrong"),
        (r"\frac{\partial E}{\partial w_{kr}} = \sum_{t=1}^T (o^r(x_t) - y_t^r) u^k(x_t)", "wrong"),
    ],
)
def test_a_sum_over_the_examples(line: str, judged: str) -> None:
    assert _judged(line, NET, ALL) == judged


@pytest.mark.parametrize(
    "other", [r"$$ q = s(x_t) $$", r"$$ q = \sum_{r=1}^R o^r(2) $$", r"$$ q = x_t + 1 $$", r"$$ q = o^1 $$"]
)
def test_other_uses_of_the_letters(other: str) -> None:
    """Where the function is applied to anything else, or the example is computed with, the units stay functions."""
    line = r"\frac{\partial E}{\partial o^r(x_t)} = "
    assert _judged(line + "o^r(x_t) - y_t^r", NET, ONE, other) != "wrong"
    assert _judged(line + "y_t^r - o^r(x_t)", NET, ONE, other) != "right"


def test_marks_above_are_no_units() -> None:
    network = r"$$ o^T(x_t) = w c(x_t) $$ $$ E = o^T(x_t) $$"
    assert _judged(r"\frac{\partial E}{\partial w} = 2 c(x_t)", network) != "right"
