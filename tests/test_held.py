r"""Lines that are proved where an equation of values holds: `if $y_k = t_k$`, `at $a = 0$`, `for the class $t_k = 1$`.

The verdicts were found by hand: the derivative is taken first, then the values are put in.
"""

from __future__ import annotations

import pytest

from symderiv.domain import interval
from symderiv.expr import Partial, Pow, Variable, add, mul, num
from symderiv.normal import Budget, prove_equal
from symderiv.system import System

from .judging import check

TANH = r"""$$h = \tanh(a), \quad a = \sum_i w_i x_i, \quad E = \frac12 (h - t)^2$$

"""
LINEAR = r"""$$y_k = \sum_j w_{kj} x_j, \quad E = \frac12 \sum_k (y_k - t_k)^2 + \frac{\lambda}{2} \sum_{k,j} w_{kj}^2$$

"""
SOFTMAX = r"""$$p_k = \frac{e^{z_k}}{\sum_l e^{z_l}}, \quad L = -\sum_k t_k \log p_k$$ with $\sum_k t_k = 1$.

"""
RELU = r"""$$h = \max(0, a), \quad a = \sum_i w_i x_i$$

"""


def judged(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (TANH, r"At $a = 0$, $$\frac{\partial h}{\partial a} = 1$$"),
        (TANH, r"$a = 0$ のとき $$\frac{\partial h}{\partial w_i} = x_i$$"),
        (TANH, r"When $a = 0$, $$\frac{\partial E}{\partial w_i} = -t x_i$$"),
        (TANH, r"If $h = t$, $$\frac{\partial E}{\partial w_i} = 0$$"),
        (TANH, r"If $t = h$, $$\frac{\partial E}{\partial w_i} = 0$$"),
        (LINEAR, r"If $y_k = t_k$ and $\lambda = 0$, then $$\frac{\partial E}{\partial w_{kj}} = 0$$"),
        (LINEAR, r"If $y_k = t_k$, then $$\frac{\partial E}{\partial w_{kj}} = \lambda w_{kj}$$"),
        (LINEAR, r"If $w_{kj} = 0$, then $$\frac{\partial E}{\partial w_{kj}} = (y_k - t_k)x_j$$"),
        (SOFTMAX, r"If $t_k = 1$, $$\frac{\partial L}{\partial z_k} = p_k - 1$$"),
        (SOFTMAX, r"For the correct class $t_k = 1$, so that $$\frac{\partial L}{\partial z_k} = p_k - 1$$"),
        (SOFTMAX, r"For the other classes, $t_k = 0$ and thus $$\frac{\partial L}{\partial z_k} = p_k$$"),
        (SOFTMAX, r"If $p_k = t_k$, $$\frac{\partial L}{\partial z_k} = 0$$"),
    ],
)
def test_a_line_is_right_where_its_equation_holds(page: str, line: str) -> None:
    assert judged(page + line) == "right"
    # with something added it is not
    spoilt = line[: line.rindex("$$")] + " + 1$$"
    assert judged(page + spoilt) in ("unproved", "wrong")


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (RELU, r"When $a = 0$, $$\frac{\partial h}{\partial w_i} = 0$$"),  # there is no derivative
        (RELU, r"When $a = 0$, $$\frac{\partial h}{\partial w_i} = x_i$$"),
        (TANH, r"When $h = 2$, $$\frac{\partial h}{\partial a} = -3$$"),  # it is never 2
        (SOFTMAX, r"If $p_k = 1$, $$\frac{\partial p_k}{\partial z_k} = 0$$"),  # never, either
    ],
)
def test_what_is_nowhere_or_has_no_derivative_is_not_proved(page: str, line: str) -> None:
    assert judged(page + line) != "right"


def test_of_one_entry_nothing_follows_for_the_others() -> None:
    assert judged(LINEAR + r"If $w_{k1} = 0$, then $$y_k = 0$$") != "right"
    assert judged(LINEAR + r"If $t_k = 0$, then $$\sum_k t_k = 0$$") == "right"  # said of every k
    assert judged(LINEAR + r"If $t_1 = 0$, then $$\sum_k t_k = 0$$") != "right"


def test_a_special_value_reaches_no_goal() -> None:
    page = '+++\nwrt = "w_{kj}"\n+++\n' + LINEAR
    found = check(page + r"If $y_k = t_k$, then $$\frac{\partial E}{\partial w_{kj}} = \lambda w_{kj}$$")
    assert (found.verdict, found.goal) == ("right", "incomplete")


def test_derivatives_are_taken_before_values_are_put_in() -> None:
    w, x = Variable("w_{#}"), Variable("x_{#}")
    system = System(())
    where = interval("k", 1, "J")
    square = Pow(w("k"), num(2))
    slope = Partial(add(square, mul(w("k"), x("k"))), w("k"))
    at = ((w("k"), num(0)),)
    assert prove_equal(system, slope, x("k"), where, (), Budget(), at).proved
    assert not prove_equal(system, slope, num(0), where, (), Budget(), at).proved
    assert not prove_equal(system, slope, x("k"), where, (), Budget()).proved
    # only this very entry has the value
    assert not prove_equal(system, mul(w("l"), x("k")), num(0), where & interval("l", 1, "J"), (), Budget(), at).proved
    # and the next proof knows nothing of it
    assert not prove_equal(system, mul(w("k"), x("k")), num(0), where).proved
