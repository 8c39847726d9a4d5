r"""Expectations over what a page defines for each index: `\mathbb{E}_{a \sim \pi}[r_a]` is `\sum_a \pi(a) r_a`.

By hand: with `\pi(a)` the softmax of `\theta`, `\partial J / \partial \theta_b = \pi(b) (r_b - J)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

POLICY = r"$$\pi(a) = \frac{e^{\theta_a}}{\sum_{b=1}^{A} e^{\theta_b}} \quad (a = 1, \dots, A)$$"
GOALS = (
    r"$$J = \sum_{a=1}^{A} \pi(a) r_a$$",
    r"$$J = \mathbb{E}_{a \sim \pi}[r_a]$$",
    r"$$J = \mathbb{E}_{a \sim \pi}[r_a] = \sum_{a=1}^{A} \pi(a) r_a$$",
)
GRADIENT = r"$$\frac{\partial J}{\partial \theta_b} = %s$$"
SCORE = r"\mathbb{E}_{a \sim \pi}\left[ %s \frac{\partial \log \pi(a)}{\partial \theta_b} \right]"


@pytest.mark.parametrize("goal", GOALS)
def test_score_function(goal: str) -> None:
    assert each_verdict(
        POLICY,
        goal,
        lines=[
            GRADIENT % (SCORE % "r_a"),
            GRADIENT % (SCORE % "(r_a - c)"),
            GRADIENT % r"\pi(b) (r_b - \mathbb{E}_{a \sim \pi}[r_a])",
        ],
    ) == ["right", "right", "right"]
    cases = ("", "2 r_a", "r_b")
    for slip, found in zip(
        cases, each_verdict(POLICY, goal, lines=[GRADIENT % (SCORE % slip) for slip in cases]), strict=True
    ):
        assert found == "wrong", slip
    assert verdict(POLICY, goal, GRADIENT % r"\pi(b) (r_b + \mathbb{E}_{a \sim \pi}[r_a])") == "wrong"


def test_parameters_and_tables() -> None:
    for one, drawn in ((r"\pi_\theta", r"\pi_\theta"), (r"\pi_\theta", r"\pi_\theta(a)"), ("q", "q(a)")):
        policy, line = POLICY.replace(r"\pi", one), GRADIENT % (SCORE % "r_a")
        line = line.replace(r"\log \pi(a)", rf"\log {one}(a)").replace(r"\sim \pi}", rf"\sim {drawn}}}")
        goal = GOALS[0].replace(r"\pi", one)
        assert each_verdict(policy, goal, lines=[line, line.replace("r_a", "r_a^2")]) == ["right", "wrong"]


def test_drawn_from_what_is_not_defined() -> None:
    line = GRADIENT % (SCORE % "r_a")
    for other in (r"\sim q}", r"\sim \pi_0}"):
        cases = (line, line.replace("r_a", ""))
        for slip, found in zip(
            cases,
            each_verdict(POLICY, GOALS[0], lines=[slip.replace(r"\sim \pi}", other) for slip in cases]),
            strict=True,
        ):
            assert found not in ("right", "wrong"), slip


def test_a_density_is_no_table() -> None:
    density = r"$$p(x) = \frac{1}{\sqrt{2 \pi}} e^{-\frac{1}{2} (x - m)^2}$$ $$L = \sum_x \log p(x)$$"
    cases = (
        r"$$\mathbb{E}_{x \sim p}[x] = m$$",
        r"$$\frac{\partial L}{\partial m} = \mathbb{E}_{x \sim p}[x - m]$$",
    )
    for line, found in zip(cases, each_verdict(density, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line
