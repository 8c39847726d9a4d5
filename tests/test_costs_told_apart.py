"""Costs in one letter that only their arguments tell apart."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

RANGES = '+++\nobjective = "J(W,b)"\n[ranges]\n"k" = "1..K"\n"j" = "1..D"\n+++'
UNITS = (r"$$ z_k = \sum_{j=1}^D W_{kj} x_j + b_k $$", r"$$ a_k = \sigma(z_k) $$")
ONE = r"$$ J(W,b;x,y) = \frac{1}{2} \sum_{k=1}^K (a_k - y_k)^2 $$"
DECAY = r"\frac{\lambda}{2} \sum_{k=1}^K \sum_{j=1}^D W_{kj}^2"


def test_a_cost_with_decay_and_one_without() -> None:
    page = (RANGES, *UNITS, ONE, rf"$$ J(W, b) = J(W, b; x, y) + {DECAY} $$")
    right = (
        r"$$ \frac{\partial J(W,b)}{\partial W_{kj}} = \frac{\partial J(W,b;x,y)}{\partial W_{kj}} + \lambda W_{kj} $$",
        r"$$ \frac{\partial J(W, b, x, y)}{\partial z_k} = (a_k - y_k) a_k (1 - a_k) $$",
        r"$$ \frac{\partial J(W, b)}{\partial b_k} = (a_k - y_k) a_k (1 - a_k) $$",
        r"$$ \frac{\partial J(W, b)}{\partial W_{kj}} = (a_k - y_k) a_k (1 - a_k) x_j + \lambda W_{kj} $$",
    )
    wrong = (
        r"$$ \frac{\partial J(W, b; x, y)}{\partial W_{kj}} = (a_k - y_k) a_k (1 - a_k) x_j + \lambda W_{kj} $$",
        r"$$ \frac{\partial J(W, b)}{\partial W_{kj}} = (a_k - y_k) a_k (1 - a_k) x_j $$",
        r"$$ \frac{\partial J(W, b)}{\partial b_k} = (a_k - y_k) a_k (1 - a_k) + \lambda b_k $$",
    )
    assert each_verdict(*page, lines=right + wrong) == ["right"] * len(right) + ["wrong"] * len(wrong)


def test_one_for_each_example() -> None:
    """The number stands on what the longer list adds; the units of one example need not carry it."""
    of = r"J(W,b;x^{(i)},y^{(i)})"
    mean = rf"\frac{{1}}{{m}} \sum_{{i=1}}^m \frac{{\partial}}{{\partial W_{{kj}}}} {of}"
    slopes = rf"\frac{{\partial}}{{\partial b_k}} {of}"
    page = (RANGES, *UNITS, ONE, rf"$$ J(W,b) = \left[ \frac{{1}}{{m}} \sum_{{i=1}}^m {of} \right] + {DECAY} $$")
    left = r"\frac{\partial}{\partial W_{kj}} J(W,b)"
    lines = (
        rf"$$ {left} = \left[ {mean} \right] + \lambda W_{{kj}} $$",
        rf"$$ \frac{{\partial}}{{\partial b_k}} J(W,b) = \frac{{1}}{{m}} \sum_{{i=1}}^m {slopes} $$",
        r"$$ \frac{\partial J(W,b;x,y)}{\partial b_k} = (a_k - y_k) a_k (1 - a_k) $$",
        rf"$$ {left} = {mean} $$",
        rf"$$ \frac{{\partial}}{{\partial b_k}} J(W,b) = \sum_{{i=1}}^m {slopes} $$",
        r"$$ \frac{\partial J(W,b;x,y)}{\partial b_k} = (a_k - y_k) $$",
    )
    assert each_verdict(*page, lines=lines) == ["right"] * 3 + ["wrong"] * 3


def test_the_letter_of_an_example_may_also_be_that_of_a_unit() -> None:
    page = (
        '+++\nobjective = "J(W,b)"\n[ranges]\n"i" = "1..K"\n"j" = "1..D"\n+++',
        r"$$ z_i = \sum_{j=1}^D W_{ij} x_j + b_i $$",
        r"$$ a_i = \sigma(z_i) $$",
        r"$$ J(W,b;x,y) = \frac{1}{2} \sum_{i=1}^K (a_i - y_i)^2 $$",
        r"$$ J(W,b) = \frac{1}{m} \sum_{i=1}^m J(W,b;x^{(i)},y^{(i)}) + \frac{\lambda}{2} \sum_{i=1}^K \sum_{j=1}^D"
        r" W_{ij}^2 $$",
    )
    of = r"\frac{\partial}{\partial W_{ij}} J(W,b;x^{(i)},y^{(i)})"
    left = r"\frac{\partial}{\partial W_{ij}} J(W,b)"
    lines = (
        rf"$$ {left} = \left[ \frac{{1}}{{m}} \sum_{{i=1}}^m {of} \right] + \lambda W_{{ij}} $$",
        rf"$$ {left} = \left[ \frac{{1}}{{m}} \sum_{{i=1}}^m {of} \right] + \frac{{\lambda}}{{2}} W_{{ij}} $$",
        rf"$$ {left} = \left[ \sum_{{i=1}}^m {of} \right] + \lambda W_{{ij}} $$",
    )
    assert each_verdict(*page, lines=lines) == ["right", "wrong", "wrong"]


def test_numbers_below() -> None:
    page = (
        '+++\nobjective = "L(w)"\n[ranges]\n"j" = "1..d"\n"i" = "1..n"\n+++',
        r"$$ L(w; x_i, y_i) = \frac{1}{2} (y_i - \sum_{j=1}^d w_j x_{ij})^2 $$",
        r"$$ L(w) = \frac{1}{n} \sum_{i=1}^n L(w; x_i, y_i) $$",
    )
    total = r"\sum_{i=1}^n \frac{\partial L(w; x_i, y_i)}{\partial w_j}"
    lines = (
        r"$$ \frac{\partial L(w; x_i, y_i)}{\partial w_j} = -(y_i - \sum_{k=1}^d w_k x_{ik}) x_{ij} $$",
        rf"$$ \frac{{\partial L(w)}}{{\partial w_j}} = \frac{{1}}{{n}} {total} $$",
        rf"$$ \frac{{\partial L(w)}}{{\partial w_j}} = {total} $$",
        r"$$ \frac{\partial L(w; x_i, y_i)}{\partial w_j} = (y_i - \sum_{k=1}^d w_k x_{ik}) x_{ij} $$",
    )
    assert each_verdict(*page, lines=lines) == ["right", "right", "wrong", "wrong"]


@pytest.mark.parametrize(
    "use",
    [
        r"$$ u = J(W, b; x, t) $$",  # at other data
        r"$$ u = J + 1 $$",  # which of the two?
        r"$$ u = J(W, b; x_0, y) $$",
    ],
)
def test_other_uses_of_the_letter_leave_it_open(use: str) -> None:
    page = (RANGES, *UNITS, ONE, rf"$$ J(W, b) = J(W, b; x, y) + {DECAY} $$", use)
    slip = r"$$ \frac{\partial J(W, b)}{\partial W_{kj}} = (a_k - y_k) a_k (1 - a_k) x_j $$"
    true = slip.replace(" $$", r" + \lambda W_{kj} $$")
    assert verdict(*page, true) != "wrong"
    assert verdict(*page, slip) != "right"


def test_a_function_of_two_numbers_at_one() -> None:
    """A function with fewer arguments than its definition has: nothing is said of it, and the rest is judged."""
    page = (
        '+++\n[ranges]\n"j" = "1..d"\n+++',
        r"$$ E(a, b) = \sum_{j=1}^d (a u_j + b - t_j)^2 $$",
        r"$$ E(a) = E(a, 1) + a^2 $$",
        r"$$ \frac{d E(a)}{d a} = 2 \sum_{j=1}^d (a u_j + 1 - t_j) u_j + 2 a $$",
    )
    assert verdict(*page) == "unproved"
