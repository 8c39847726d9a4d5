r"""`X^t` for the transpose, where a t stands for nothing else."""

from __future__ import annotations

import pytest

import symderiv as sd

from .judging import each_verdict, verdict

NET = r"""
Let $A \in \mathbb{R}^{m \times n}$, $u \in \mathbb{R}^{m}$ and $v \in \mathbb{R}^{n}$.

$$ r = A v - u $$

$$ E = \frac{1}{2} \|r\|^2 $$
"""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial E}{\partial v} = A^t r", "right"),
        (r"\frac{\partial E}{\partial v} = A r", "wrong"),
        (r"\frac{\partial E}{\partial v} = 2 A^t r", "wrong"),
        (r"\frac{\partial E}{\partial v} = A^t (A v - u)", "right"),
        (r"\frac{\partial E}{\partial v} = (r^t A)^t", "right"),
        (r"\frac{\partial E}{\partial v} = (A^t A) v - A^t u", "right"),
        (r"\frac{\partial E}{\partial v} = (A^t A) v + A^t u", "wrong"),
        (r"\frac{\partial E}{\partial A} = r v^t", "not read"),
        (r"\frac{\partial E}{\partial A} = r v^t = (v r^t)^t + 0 A^t A", "not right"),
    ],
)
def test_a_small_t_that_stands_for_nothing_else(line: str, wanted: str) -> None:
    found = verdict(NET, f"$$ {line} $$")
    if wanted == "not read":  # a small letter alone may have an exponent
        assert found not in ("right", "wrong")
    else:
        assert found != "right" if wanted == "not right" else found == wanted


def test_beside_a_capital_with_one_a_small_letter_has_one_too() -> None:
    assert each_verdict(
        NET,
        r"$$ \frac{\partial E}{\partial v} = A^t r $$",
        lines=[r"$$ \frac{\partial E}{\partial A} = r v^t $$", r"$$ \frac{\partial E}{\partial A} = v r^t $$"],
    ) == ["right", "wrong"]


OTHERS = [
    # a step that is counted
    r"Let $A \in \mathbb{R}^{n \times n}$. $$ v_{t+1} = A v_t $$ $$ \frac{\partial E}{\partial v} = A^t r $$",
    # the weights of a teacher, whose output has a t as well
    r"Let $A \in \mathbb{R}^{n \times n}$, $v \in \mathbb{R}^n$. $$ y = A v $$ $$ y^t = A^t v $$"
    r" $$ E = \frac12 \|y - y^t\|^2 $$ $$ \frac{\partial E}{\partial v} = (A - A^t)^T (y - y^t) $$",
    # a matrix of targets
    r"Let $Y, Y^t \in \mathbb{R}^{n \times m}$. $$ E = \frac12 \|Y - Y^t\|^2 $$"
    r" $$ \frac{\partial E}{\partial Y} = Y - Y^t $$",
]


@pytest.mark.parametrize("page", OTHERS)
def test_others_are_no_transposes(page: str) -> None:
    assert verdict(page.replace("$$ $$", "$$\n\n$$")) != "wrong"


def test_an_array_with_a_letter_above_makes_no_line_wrong_by_its_shape() -> None:
    page = NET + "\n$t$ is the time.\n"
    assert verdict(page, r"$$ \frac{\partial E}{\partial v} = A^t r $$") not in ("right", "wrong")


HESSIAN = r"$$ \frac{\partial^2 E}{\partial v \partial v^t} = A^t A $$"


def test_a_mark_below_a_derivative() -> None:
    assert verdict(NET, HESSIAN) == "right"
    assert each_verdict(
        NET,
        HESSIAN,
        lines=[
            r"$$ \frac{\partial E}{\partial v} = A^t (A v - u) $$",
            r"$$ \frac{\partial E}{\partial v} = A^t (A v + u) $$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize("line", [r"A^t (A v - t)", r"A^t A v - A^t t", r"A^t (A v + t)"])
def test_beside_a_target_t_it_is_left_open(line: str) -> None:
    page = NET.replace("- u", "- t").replace("$u ", "$t ")
    found = each_verdict(
        page,
        lines=[
            rf"$$ \frac{{\partial E}}{{\partial v}} = {line} $$",
            r"$$ \frac{\partial E}{\partial v} = A (A v - t) $$",
        ],
    )
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"


SYMMETRIC = r"""$\mathbf{K} = (K_{ij})$, $\mathbf{u} = (u_j)$, $i, j = 1, \dots, m$.

$$ J = \frac12 \mathbf{u}^t \mathbf{K} \mathbf{u} $$

$$ \frac{\partial J}{\partial \mathbf{u}} = \frac12 (\mathbf{K} + \mathbf{K}^t) \mathbf{u} $$

$$ \frac{\partial J}{\partial \mathbf{u}} = (\mathbf{K} + \mathbf{K}^t) \mathbf{u} $$

$$ \frac{\partial J}{\partial \mathbf{u}} = \mathbf{K} \mathbf{u} $$
"""


def test_a_matrix_beside_its_own_transpose() -> None:
    assert [str(c.judgement) for c in sd.check(SYMMETRIC).claims] == ["right", "wrong", "wrong"]


def test_a_sum_of_others_with_a_t_is_left_open() -> None:
    page = SYMMETRIC.replace(r"(\mathbf{K} + \mathbf{K}^t)", r"(\mathbf{K} + \mathbf{K}^t + \mathbf{K}^t)")
    assert {str(c.judgement) for c in sd.check(page).claims} <= {"unreadable", "unproved"}


STEPS = r"""$$ h^t = V u^t $$

$$ E = \frac12 \sum_{t=1}^T \|h^t - d^t\|^2 $$

Here $V \in \mathbb{R}^{m \times n}$, $u^t \in \mathbb{R}^n$ and $h^t, d^t \in \mathbb{R}^m$. SAID
"""
BY_U = r"$$ \frac{\partial E}{\partial u^t} = SIDE (h^t - d^t) $$"


@pytest.mark.parametrize("said", ["$V^t$ is the transpose of $V$.", "$V^t$ は $V$ の転置である。"])
def test_beside_steps_words_say_it_of_one_name(said: str) -> None:
    cases = [("V^T", "right"), ("V^t", "right"), ("V", "wrong"), ("-V^t", "wrong")]
    for (side, wanted), found in zip(
        cases,
        each_verdict(STEPS.replace("SAID", said), lines=[BY_U.replace("SIDE", side) for side, _ in cases]),
        strict=True,
    ):
        assert found == wanted, side


@pytest.mark.parametrize("said", ["", "$V^t$ is the weight matrix at step $t$.", "$V^t$ is the transpose of $D$."])
def test_beside_steps_nothing_else_says_it(said: str) -> None:
    page = STEPS.replace("SAID", said)
    lines = [BY_U.replace("SIDE", side) for side in ("V^T", "V^t")]
    assert verdict(page, *lines) not in ("right", "wrong")
    assert verdict(page, *reversed(lines)) != "wrong"


def test_a_matrix_of_every_step_has_a_last_one() -> None:
    page = STEPS.replace("V u^t", "V^t u^t").replace("$V ", "$V^t ").replace("SAID", "")
    line = r"$$ \frac{\partial E}{\partial V^T} = (h^T - d^T) (u^T)^{\top} $$"
    assert verdict(page, line) != "wrong"
