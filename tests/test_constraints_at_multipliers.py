r"""Constraints and their multipliers; by hand: `L = J + \lambda (\sum_k p_k - 1)` has the derivative `\sum_k p_k - 1`.

What a page assumes makes both sides of such a line 0, with any sign and any factor.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ENTROPY = r"""%s

$$ J = -\sum_k q_k \log q_k $$

$$ L = J + \mu (\sum_k q_k - 1) $$

"""
PLAIN = ENTROPY % ""
GIVEN = [
    r"The shares satisfy $\sum_k q_k = 1$.",
    r"We look for $q$, where $\sum_k q_k = 1$.",
    r"We look for $q$ such that $\sum_k q_k = 1$.",
    r"制約条件 $\sum_k q_k = 1$ のもとで最大化する。",
]
SLOPE = r"$$ \frac{\partial L}{\partial \mu} = %s $$"


@pytest.mark.parametrize("said", GIVEN)
def test_slips_in_what_is_zero_by_it_are_not_right(said: str) -> None:
    cases = [r"1 - \sum_k q_k", r"2 \sum_k q_k - 2", r"\frac{1}{2} (\sum_k q_k - 1)"]
    for slip, found in zip(cases, each_verdict(ENTROPY % said, lines=[SLOPE % slip for slip in cases]), strict=True):
        assert found in ("unproved", "wrong"), slip


@pytest.mark.parametrize("said", GIVEN[:3])
def test_what_is_right_without_it_or_rests_on_it_is_right(said: str) -> None:
    page = ENTROPY % said
    assert each_verdict(
        page,
        lines=[
            SLOPE % r"\sum_k q_k - 1",
            r"$$ \frac{\partial L}{\partial q_k} = -\log q_k - \sum_j q_j + \mu $$",
            r"$$ \frac{\partial L}{\partial q_k} = -\log q_k - \mu $$",
        ],
    ) == ["right", "right", "wrong"]


def test_terms_that_are_zero_by_it_are_not_right() -> None:
    line = r"$$ \frac{\partial L}{\partial q_k} = -\log q_k - 1 + \mu + %s(1 - \sum_j q_j) $$"
    assert verdict(ENTROPY % GIVEN[0], line % "3 ") == "unproved"


def test_without_a_constraint_slips_are_wrong() -> None:
    assert each_verdict(PLAIN, lines=[SLOPE % r"\sum_k q_k - 1", SLOPE % r"1 - \sum_k q_k"]) == ["right", "wrong"]


def test_softmax_errors_add_up_to_zero() -> None:
    page = r"""The targets satisfy $\sum_k t_k = 1$.

$$ y_k = \frac{e^{z_k}}{\sum_{j=1}^{K} e^{z_j}}, \quad E = -\sum_{k=1}^{K} t_k \log y_k $$

"""
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial z_k} = y_k - t_k $$",
            r"$$ \frac{\partial E}{\partial z_k} = t_k - y_k $$",
        ],
    ) == ["right", "wrong"]
    line = r"$$ \sum_{k=1}^{K} \frac{\partial E}{\partial z_k} = \sum_{k=1}^{K} (y_k - t_k) $$"
    assert verdict(page, line) == "right"


VECTORS = r"""$S \in \mathbb{R}^{n \times n}$ is symmetric, $u \in \mathbb{R}^n$. %s

$$ L = u^T S u - \lambda (u^T u - 1) $$

$$ \frac{\partial L}{\partial \lambda} = 1 - u^T u $$

"""
UNIT = VECTORS % r"We maximise $u^T S u$ subject to $u^T u = 1$."


def test_what_holds_on_a_constraint_is_no_slip() -> None:
    cases = [
        r"$$ u^T u = 1 $$",
        r"$$ L = u^T S u $$",
        r"$$ u^T S u = \lambda $$",
        r"$$ u^T \frac{\partial L}{\partial u} = 2 u^T S u - 2 \lambda $$",
    ]
    for line, found in zip(cases, each_verdict(UNIT, lines=cases), strict=True):
        assert found in ("unproved", "right"), line
    for line, found in zip(cases, each_verdict(VECTORS % "", lines=cases), strict=True):
        assert found == "wrong", line


def test_what_does_not_hold_on_it_is_wrong() -> None:
    cases = [
        r"$$ u^T u = 2 $$",
        r"$$ L = 2 u^T S u $$",
        r"$$ \frac{\partial L}{\partial \lambda} = u^T u - 1 $$",
        r"$$ \frac{\partial L}{\partial u} = 2 S u - \lambda u $$",
        r"$$ u^T \frac{\partial L}{\partial u} = 2 u^T S u - \lambda $$",
    ]
    for line, found in zip(cases, each_verdict(UNIT, lines=cases), strict=True):
        assert found == "wrong", line


def test_a_constraint_in_a_display_that_is_not_read() -> None:
    page = r"$$ \max_u u^T S u \quad \text{s.t.} \quad u^{T} u = 1 $$" + "\n\n" + VECTORS % ""
    found = each_verdict(page, lines=["$$ u^T u = 1 $$", r"$$ \frac{\partial L}{\partial \lambda} = u^T u - 1 $$"])
    assert found[0] in ("unproved", "right")
    assert found[1] == "wrong"


def test_a_constraint_that_is_dropped_is_none() -> None:
    page = VECTORS % r"We do not require the constraint $u^T u = 1$."
    assert verdict(page, r"$$ u^T \frac{\partial L}{\partial u} = 2 u^T S u - 2 \lambda $$") == "wrong"
