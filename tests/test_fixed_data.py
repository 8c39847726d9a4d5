r"""Lines about data with a given value: `when $y = 1$`, `$\lambda = 0$ のとき`, `if $x_{iJ} = 1$`.

The verdicts were found by hand, by putting the value into the derivative.
"""

from __future__ import annotations

import pytest

from .judging import check

LOGISTIC = r"""$$z = \sum_{j=1}^{J} w_{j} x_j, \quad p = \frac{1}{1+e^{-z}}, \quad L = -y\log p-(1-y)\log(1-p)$$

"""
RIDGE = r"""$$z_i = \sum_{j=1}^{J} w_{j} x_{ij},
\quad E = \frac12\sum_{i=1}^{n} (z_i-t_i)^2 + \frac{\lambda}{2}\sum_j w_j^2$$

"""
SOFTMAX = r"""$$p_k = \frac{e^{z_k}}{\sum_{j=1}^{K} e^{z_j}}, \quad L = -\sum_{k=1}^{K} t_k \log p_k$$

"""
TOLD_LATER = r"""$$u = \sum_{j=1}^{J} w_{j} x_j, \quad E = c\, f(u)$$

"""


def judged(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (LOGISTIC, r"If $y = 1$, $$\frac{\partial L}{\partial z} = p - 1$$", "right"),
        (LOGISTIC, r"If $y = 1$, $$\frac{\partial L}{\partial z} = p$$", "wrong"),
        (LOGISTIC, r"$y = 0$ のとき $$\frac{\partial L}{\partial w_j} = p x_j$$", "right"),
        (LOGISTIC, r"$y = 0$ のとき $$\frac{\partial L}{\partial w_j} = (p - 1) x_j$$", "wrong"),
        (LOGISTIC, r"When $y = 1$ and $x_j = 0$, $$\frac{\partial L}{\partial w_j} = 0$$", "right"),
        (LOGISTIC, r"$$\frac{\partial L}{\partial z} = p - 1 \quad (y = 1)$$", "right"),
        (LOGISTIC, r"$$\frac{\partial L}{\partial z} = p + 1 \quad (y = 1)$$", "wrong"),
        (RIDGE, r"With $\lambda = 0$, $$\frac{\partial E}{\partial w_j} = \sum_i (z_i-t_i) x_{ij}$$", "right"),
        (RIDGE, r"With $\lambda = 1$, $$\frac{\partial E}{\partial w_j} = \sum_i (z_i-t_i) x_{ij}$$", "wrong"),
        (RIDGE, r"If $t_i = 0$, $$\frac{\partial E}{\partial z_i} = z_i$$", "right"),
        (RIDGE, r"If $t_i = 1$, $$\frac{\partial E}{\partial z_i} = z_i$$", "wrong"),
        (RIDGE, r"If $x_{ij} = 1$, $$\frac{\partial E}{\partial w_j} = \sum_i (z_i-t_i) + \lambda w_j$$", "right"),
        (RIDGE, r"If $x_{iJ} = 1$, $$\frac{\partial E}{\partial w_J} = \sum_i (z_i-t_i) + \lambda w_J$$", "right"),
        (RIDGE, r"If $x_{i1} = 1$, $$\frac{\partial E}{\partial w_1} = \sum_i (z_i+t_i) + \lambda w_1$$", "wrong"),
    ],
)
def test_a_line_is_judged_for_the_value(page: str, line: str, verdict: str) -> None:
    assert judged(page + line) == verdict


HINGE = r"""The hinge loss for a label $y \in \{-1, 1\}$ is $L = \max(0, 1 - y s)$ with $s = \sum_j w_j x_j$.

"""


def test_a_value_and_a_comparison_are_joined() -> None:
    assert judged(HINGE + r"For $y = 1$ and $s < 1$: $$\frac{\partial L}{\partial w_j} = - x_j$$") == "right"
    assert judged(HINGE + r"For $y = -1$ and $s < 1$: $$\frac{\partial L}{\partial w_j} = - x_j$$") != "right"
    assert judged(HINGE + r"For $y = 1$ and $s > 1$: $$\frac{\partial L}{\partial w_j} = - x_j$$") == "wrong"


def test_what_is_left_out_is_named_before_its_condition() -> None:
    line = r"Without weight decay ($\lambda = 0$) this is $$\frac{\partial E}{\partial w_j} = \sum_i (z_i-t_i) x_{ij}$$"
    assert judged(RIDGE + line) == "right"
    assert judged(RIDGE + line.replace("lambda = 0", "lambda = 1")) != "right"


def test_other_entries_may_have_any_value() -> None:
    # right if all t are 0, wrong for t = (0, 1): nobody says which is meant
    line = r"If $t_k = 0$, $$\frac{\partial L}{\partial z_k} = 0$$"
    assert judged(SOFTMAX + line) == "unproved"
    assert judged(SOFTMAX + line.replace("= 0$$", r"= p_k \sum_{j=1}^{K} t_j$$")) == "right"
    assert judged(SOFTMAX + line.replace("= 0$$", "= p_k + 1$$")) == "wrong"


@pytest.mark.parametrize(
    "line",
    [
        r"If $z_i = 0$, $$\frac{\partial E}{\partial z_i} = t_i$$",  # no data
        r"If $t_i = t_1$, $$\frac{\partial E}{\partial z_i} = z_i - t_1$$",  # no number
    ],
)
def test_what_cannot_be_used_leaves_a_line_open(line: str) -> None:
    assert judged(RIDGE + line) == "unproved"


def test_a_value_of_what_is_differentiated_by() -> None:
    line = r"If $w_j = 0$, $$\frac{\partial E}{\partial w_j} = \sum_i (z_i - t_i) x_{ij}$$"
    assert judged(RIDGE + line) in ("right", "unproved")
    assert judged(RIDGE + line.replace("(z_i - t_i)", "z_i")) == "wrong"


def test_a_function_that_is_not_told_leaves_a_line_open() -> None:
    # of f(u) = u^2 it would be right
    assert judged(TOLD_LATER + r"If $c = 1$, $$\frac{\partial E}{\partial w_j} = 2 u x_j$$") == "unproved"
    assert judged(TOLD_LATER + r"If $c = 1$, $$\frac{\partial E}{\partial w_j} = f'(u) x_j$$") == "right"


def test_the_remark_that_a_condition_is_not_used_goes_when_it_is() -> None:
    page = LOGISTIC + r"If $y = 1$, $$\frac{\partial L}{\partial z} = p - 1$$"
    assert not any("not used" in n for n in check(page).notes)
    other = RIDGE + r"If $z_i = 0$, $$\frac{\partial E}{\partial z_i} = t_i$$"
    assert any("not used" in n for n in check(other).notes)


WRT = '+++\nwrt = "w_j"\n+++\n'
HALF = WRT + LOGISTIC + r"If $y = 1$, $$\frac{\partial L}{\partial w_j} = (p - 1) x_j$$"
SIGNS = WRT + "Labels are $y \\in \\{-1, 1\\}$.\n\n" + r"$$z = \sum_{j=1}^{J} w_{j} x_j, \quad E = y z^2$$" + "\n\n"
STEP = WRT + r"$$z = \sum_{j=1}^{J} w_{j} x_j, \quad E = \max(0, z)$$" + "\n\n"
GIVEN_F = WRT + r"$$z = \sum_{j=1}^{J} w_{j} x_j, \quad E = f(z)$$" + "\n\n"


@pytest.mark.parametrize(
    ("page", "goal"),
    [
        (HALF, "incomplete"),
        (HALF + "\n\n" + r"$$\frac{\partial L}{\partial w_j} = (p - y) x_j$$", "reached"),
        (SIGNS + r"If $y = 1$, $$\frac{\partial E}{\partial w_j} = 2 z x_j$$", "incomplete"),
        (
            SIGNS
            + r"If $y = 1$, $$\frac{\partial E}{\partial w_j} = 2 z x_j$$"
            + "\n\n"
            + r"If $y = -1$, $$\frac{\partial E}{\partial w_j} = -2 z x_j$$",
            "reached",
        ),
        (STEP + r"If $z > 0$, $$\frac{\partial E}{\partial w_j} = x_j$$", "incomplete"),
        (
            STEP
            + r"If $z > 0$, $$\frac{\partial E}{\partial w_j} = x_j$$"
            + "\n\n"
            + r"If $z < 0$, $$\frac{\partial E}{\partial w_j} = 0$$",
            "reached",
        ),
        (GIVEN_F + r"If $f(s) = s^2$, $$\frac{\partial E}{\partial w_j} = 2 z x_j$$", "incomplete"),
    ],
)
def test_a_special_case_is_no_answer_but_all_cases_are(page: str, goal: str) -> None:
    report = check(page)
    assert report.verdict == "right"
    assert report.goal == goal
