r"""What the condition of one line says of a matrix, `( $W = W^T$ )`, makes no other line right."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

NET = (
    r"$$ z_j = \sum_{i=1}^{n} w_{ji} x_i $$ ( $j = 1, \dots, n$ )",
    r"$$ L = \frac12 \sum_{j=1}^{n} (z_j - y_j)^2 $$",
    r"$$ \delta_j = \frac{\partial L}{\partial z_j} $$",
    r"Here $W = (w_{ji}) \in \mathbb{R}^{n \times n}$, $x = (x_i)$, $\delta = (\delta_j)$.",
)
SYMMETRIC = r"$$ \frac{\partial L}{\partial x} = W \delta $$"
RIGHT = r"$$ \frac{\partial L}{\partial x} = W^T \delta $$"
DOUBLED = r"$$ \frac{\partial L}{\partial x} = 2 W \delta $$"


@pytest.mark.parametrize("condition", ["( $W = W^T$ )", r"( $W^\top = W$ )", "if $W = W^T$.", "(if $W^T = W$)"])
def test_it_holds_for_its_own_line(condition: str) -> None:
    page = "\n\n".join((*NET, f"{SYMMETRIC} {condition}", SYMMETRIC, RIGHT, DOUBLED))
    *_, own, other, right, doubled = (str(c.judgement) for c in check(page).claims)
    assert own == "right"
    assert other == "unproved"
    assert right in ("right", "unproved")
    assert doubled == "wrong"


def test_what_is_said_of_the_network_holds_for_all() -> None:
    assert each_verdict(*NET, "The matrix is symmetric, $W = W^T$.", lines=[SYMMETRIC, DOUBLED]) == ["right", "wrong"]


def test_a_condition_about_indices_says_nothing_of_matrices() -> None:
    assert verdict(*NET, r"$$ \frac{\partial L}{\partial z_j} = z_j - y_j $$ ( $j = 1, \dots, n$ )", RIGHT) == "right"
