r"""Numbers beside the entries of a vector of their letter, and constraints; by hand: gradients of quadratic forms."""

from __future__ import annotations

import pytest

import symderiv as sd

from .judging import each_verdict, verdict

NETWORK = r"""$A \in \mathbb{R}^{n \times n}$ is symmetric, $b \in \mathbb{R}^n$, $u_j \in \mathbb{R}^n$,
$j = 1, \dots, K$. %s

$$ %s = b^{\top} A b - \kappa (b^{\top} b - 1) $$

$$ M_j = u_j^{\top} A u_j - \kappa_j (u_j^{\top} u_j - 1) $$

# Derivation

"""


@pytest.mark.parametrize("left", ["L", r"L(b, \kappa)"])
def test_a_multiplier_is_a_number(left: str) -> None:
    cases = [
        (r"\nabla_b L = 2 A b - 2 \kappa b", "right"),
        (r"\nabla_b L = 2 A b - \kappa b", "wrong"),
        (r"\nabla_{u_j} M_j = 2 A u_j - 2 \kappa_j u_j", "right"),
        (r"\nabla_{u_j} M_j = 2 A u_j - 2 \kappa u_j", "wrong"),
        (r"\frac{\partial L}{\partial \kappa} = 1 - b^\top b", "right"),
        (r"\frac{\partial L}{\partial \kappa} = b^\top b - 1", "wrong"),
        (r"\frac{\partial M_j}{\partial \kappa_j} = 1 - u_j^\top u_j", "right"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NETWORK % ("", left), lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_the_one_is_not_the_other() -> None:
    line = r"$$ \nabla_b L = 2 A b - 2 \kappa_j b $$"
    assert verdict(NETWORK % ("", "L"), line) in ("wrong", "unproved")


@pytest.mark.parametrize(
    "said",
    [
        r"The vector $\kappa$ has the entries $\kappa_j$.",
        r"$$ R = \sum_j (\kappa^\top c)_j $$",
        r"Here $\kappa = (\kappa_1, \dots, \kappa_K)$.",
        r"$$ R = \kappa^\top \kappa $$",
    ],
)
def test_vectors_of_that_letter_stay_vectors(said: str) -> None:
    line = r"$$ \nabla_b L = 2 A b - %s \kappa b $$"
    assert {verdict(NETWORK % (said, "L"), line % x) for x in ("2", "")} <= {"unreadable", "unproved"}


def test_a_vector_times_a_number_stays_one() -> None:
    """Nothing says that what is added to the product is a number."""
    page = r"""$w \in \mathbb{R}^n$, $g \in \mathbb{R}^n$.

$$ v = g + w (c - 1) $$

$$ E = \sum_{i=1}^n w_i v_i $$

# Derivation

"""
    line = r"$$ \frac{\partial E}{\partial w} = v %s (c - 1) w $$"
    assert each_verdict(page, lines=[line % "+", line % "-"]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"We maximize $b^\top A b$, $\text{subject to} \ b^\top b = 1$.",
        r"$b^\top b = 1$ 을 조건에 추가한다.",
        r"$b^\top b = 1$ という条件を追加する。",
        r"约束条件为 $b^\top b = 1$。",
        r"Wir maximieren $b^\top A b$ unter der Bedingung $b^\top b = 1$.",
    ],
)
def test_a_constraint_is_no_claim(said: str) -> None:
    page = NETWORK % (said, "L") + r"$$ \nabla_b L = 2 A b - 2 \kappa b $$"
    assert "wrong" not in {str(c.judgement) for c in sd.check(page).claims}
