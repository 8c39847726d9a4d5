r"""Operators that a page names, `D_j S_i = \partial S_i/\partial a_j`: derivatives of what stands behind them.

By hand: `s_i = e^{a_i}/Z` has `\partial s_i/\partial a_j = s_i (\delta_{ij} - s_j)`, and `C = -\sum_k y_k \log s_k` has
`\partial C/\partial s_k = -y_k/s_k`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$a_k = \sum_{l=1}^n w_{kl} x_l, \qquad s_k = \frac{e^{a_k}}{\sum_{m=1}^q e^{a_m}}, \qquad k = 1, \dots, q$$ "
    r"$$C = -\sum_{k=1}^q y_k \log s_k$$"
)
BY_A = (
    r"We write $D_j s_i = \frac{\partial s_i}{\partial a_j}$.",
    r"Let $$D_j = \frac{\partial}{\partial a_j}$$ be an operator.",
    r"$D_j$ is the derivative with respect to $a_j$.",
    r"$D_j$ (one index, $j = 1, \dots, q$) denotes the partial derivative w.r.t. $a_j$.",
)


@pytest.mark.parametrize("told", BY_A)
def test_an_operator_is_a_derivative(told: str) -> None:
    assert each_verdict(
        NET,
        told,
        lines=[
            r"$$D_j s_i = s_i (\delta_{ij} - s_j)$$",
            r"$$D_j s_i = s_i (\delta_{ij} - s_i)$$",
            r"$$D_i s_j = s_j (\delta_{ij} - s_j)$$",
            r"$$\sum_{k=1}^q D_i s_k = 0$$",
        ],
    ) == ["right", "wrong", "wrong", "right"]


def test_operators_of_one_letter_are_told_by_their_indices_and_what_they_stand_before() -> None:
    told = (
        r"I write $D_j s_i = \frac{\partial s_i}{\partial a_j}$ for its partial derivatives. $D_{ij}$ is the "
        r"derivative w.r.t. the weight $w_{ij}$, while $D_k C$ is the derivative of $C$ w.r.t. $s_k$."
    )
    assert each_verdict(
        NET,
        told,
        lines=[
            r"$$D_k C = -\frac{y_k}{s_k}$$",
            r"$$D_k C = s_k - y_k$$",
            r"$$D_{ij} C = \sum_{k=1}^q D_k C \, D_{ij} s_k$$",
            r"$$D_{ij} s_k = D_i s_k \, x_j$$",
            r"$$D_{ij} s_k = D_k s_i \, x_i$$",
        ],
    ) == ["right", "wrong", "right", "right", "wrong"]


def test_what_is_not_said_is_not_taken_for_said() -> None:
    one = r"I write $D_j s_i = \frac{\partial s_i}{\partial a_j}$."
    assert verdict(NET, one, r"$$D_j C = -\frac{y_j}{s_j}$$") not in ("right", "wrong")
    for told in (
        r"Some authors write $D_j s_i = \frac{\partial s_i}{\partial a_j}$.",
        r"$D_j$ is not the derivative with respect to $a_j$.",
        r"$D_j$ is the negative derivative with respect to $a_j$.",
        r"$D_j$ is the derivative with respect to $a_j$ times two.",
        r"$D_j$ is the derivative with respect to $a_i$.",
    ):
        assert verdict(NET, told, r"$$D_j s_i = s_i (\delta_{ij} - s_j)$$") != "right", told


def test_a_letter_that_stands_elsewhere_is_a_name() -> None:
    told = r"Let $$D_j = \frac{\partial}{\partial a_j}$$ be an operator."
    assert verdict(NET, told, r"Here $u_i = D_i$.", r"$$D_j s_i = s_i (\delta_{ij} - s_j)$$") != "right"


def test_a_name_of_several_letters_behind_a_script() -> None:
    page = NET.replace("C = ", "cost = ")
    told = r"$D_k cost$ is the derivative of $cost$ w.r.t. $s_k$."
    assert each_verdict(page, told, lines=[r"$$D_kcost = -\frac{y_k}{s_k}$$", r"$$D_kcost = \frac{y_k}{s_k}$$"]) == [
        "right",
        "wrong",
    ]
