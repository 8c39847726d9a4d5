r"""Indices in brackets inside of the exponent of an exponential, `y[n] = e^{x[n]} / \sum_j e^{x[j]}`."""

from __future__ import annotations

import pytest

from tests.judging import each_verdict, verdict

RANGES = r"Here $n = 0, \dots, N-1$, $k = 0, \dots, N-1$, $m = 0, \dots, M-1$ and $\sum_{n=0}^{N-1} t[n] = 1$."
LINEAR = r"$$ x[n] = \sum_{m=0}^{M-1} w[n,m] u[m] + b[n] $$"
SOFTMAX = r"$$ y[n] = \frac{e^{x[n]}}{\sum_{j=0}^{N-1} e^{x[j]}} $$"
COST = r"$$ J = - \sum_{n=0}^{N-1} t[n] * log(y[n]) $$"
NETWORK = (RANGES, LINEAR, SOFTMAX, COST)

LINES = {
    r"$$ \frac{\partial J}{\partial x[k]} = y[k] - t[k] $$": "right",
    r"$$ \frac{\partial J}{\partial x[k]} = y[k] - t[n] $$": "wrong",
    r"$$ \frac{\partial J}{\partial x[k]} = \frac{e^{x[k]}}{\sum_{j}^{} e^{x[j]}} - t[k] $$": "right",
    r"$$ \frac{\partial J}{\partial x[k]} = \frac{e^{x[k]}}{\sum_{j}^{} e^{x[k]}} - t[k] $$": "wrong",
    r"$$ \frac{\partial J}{\partial w[k,m]} = (y[k] - t[k]) * u[m] $$": "right",
    r"$$ \frac{\partial J}{\partial w[k,m]} = (y[k] - t[k]) * u[k] $$": "wrong",
    r"$$ \frac{\partial J}{\partial u[m]} = \sum_{k=0}^{N-1} (y[k] - t[k]) * w[k,m] $$": "right",
    r"$$ \frac{\partial J}{\partial u[m]} = \sum_{k=1}^{N-1} (y[k] - t[k]) * w[k,m] $$": "wrong",
}


@pytest.mark.parametrize("e", ["e", r"\mathrm{e}"])
def test_a_softmax_in_brackets(e: str) -> None:
    network = [x.replace("e^", f"{e}^") for x in NETWORK]
    assert each_verdict(*network, lines=[x.replace("e^", f"{e}^") for x in LINES]) == list(LINES.values())


@pytest.mark.parametrize(
    ("value", "condition", "expected"),
    [
        ("y[n] (1 - y[k])", "n = k", "right"),
        ("y[n] (0 - y[k])", r"n \neq k", "right"),
        ("y[n] (1 - y[k])", r"n \neq k", "wrong"),
        ("y[n] (0 - y[n])", r"n \neq k", "wrong"),
        (r"\frac{e^{x[n]} { \sum_{j}^{} e^{x[j]} } - e^{x[n]} e^{x[k]}}{(\sum_{j}^{} e^{x[j]})^2}", "n = k", "right"),
        (r"\frac{e^{x[n]} { \sum_{j}^{} e^{x[j]} } + e^{x[n]} e^{x[k]}}{(\sum_{j}^{} e^{x[j]})^2}", "n = k", "wrong"),
    ],
)
def test_a_condition_in_parentheses(value: str, condition: str, expected: str) -> None:
    line = rf"$$ \frac{{\partial y[n]}}{{\partial x[k]}} = {value} $$ ( ${condition}$ )"
    assert verdict(*NETWORK, line) == expected


SIGMOID = (
    r"Here $i = 1, \dots, I$.",
    r"$$ y[i] = \frac{1}{1 + e^{-w[i] x[i]}} $$",
    r"$$ E = \sum_{i=1}^I (y[i] - t[i])^2 $$",
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2 (y[i] - t[i]) y[i] (1 - y[i]) x[i]", "right"),
        ("2 (y[i] - t[i]) y[i]^2 e^{-w[i] x[i]} x[i]", "right"),
        ("2 (y[i] - t[i]) y[i]^2 e^{w[i] x[i]} x[i]", "wrong"),
        ("2 (y[i] - t[i]) y[i] (1 - y[i]) w[i]", "wrong"),
    ],
)
def test_one_index_everywhere(value: str, expected: str) -> None:
    assert verdict(*SIGMOID, rf"$$ \frac{{\partial E}}{{\partial w[i]}} = {value} $$") == expected


def test_what_also_stands_whole_in_an_exponent_is_no_entry() -> None:
    page = (RANGES, LINEAR, SOFTMAX.replace("e^{x[j]}", "e^{x}"), COST)
    assert verdict(*page, r"$$ \frac{\partial J}{\partial x[k]} = y[k] - t[k] $$") not in ("right", "wrong")


def test_brackets_in_exponents_may_be_factors() -> None:
    page = (r"Here $x, a, w \in \mathbb{R}$.", r"$$ y = e^{w[x + a]} $$")
    assert verdict(*page, r"$$ \frac{\partial y}{\partial x} = w e^{w[x + a]} $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial y}{\partial x} = e^{w[x + a]} $$") != "right"
