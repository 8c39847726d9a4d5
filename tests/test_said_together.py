r"""A condition that a line needs may stand beside another line of the same display or list: $l < L$ for a recursion."""

from __future__ import annotations

import pytest

from .judging import check

LAYERS = r"""+++
wrt = ["w^{(l)}_{ji}"]
+++
$$z^{(l)}_j = \sum_{i=1}^{n} w^{(l)}_{ji} a^{(l-1)}_i,
\quad a^{(l)}_j = \sigma(z^{(l)}_j) \quad (1 \le j \le n, 1 \le l \le L)$$
$$E = \frac12 \sum_{j=1}^{n} (a^{(L)}_j - t_j)^2$$
$$\delta^{(l)}_j = \frac{\partial E}{\partial z^{(l)}_j}$$

"""
LAST = r"\delta^{(L)}_j = (a^{(L)}_j - t_j) \sigma'(z^{(L)}_j)"
STEP = r"\delta^{(l)}_j = \sigma'(z^{(l)}_j) \sum_{k=1}^{n} w^{(l+1)}_{kj} \delta^{(l+1)}_k"
FALSE = r"\delta^{(l)}_j = \sum_{k=1}^{n} w^{(l+1)}_{kj} \delta^{(l+1)}_k"
OTHER = r"\frac{\partial E}{\partial a^{(l)}_j} = \sum_{k=1}^{n} w^{(l+1)}_{kj} \delta^{(l+1)}_k"
WEIGHT = r"\frac{\partial E}{\partial w^{(l)}_{ji}} = \delta^{(l)}_j a^{(l-1)}_i"


def display(step: str, condition: str) -> str:
    return rf"$$\begin{{aligned}} {LAST} \\ {step} \\ {OTHER} \quad {condition} \end{{aligned}}$$"


def listed(step: str, condition: str) -> str:
    return f"1. ${LAST}$\n2. ${step}$\n3. ${OTHER}$ for ${condition.strip('()')}$"


@pytest.mark.parametrize("together", [display, listed])
@pytest.mark.parametrize("condition", ["(l < L)", r"(1 \le l \le L - 1)"])
def test_the_condition_is_meant_for_the_line_too(together, condition: str) -> None:  # type: ignore[no-untyped-def]
    found = [str(c.judgement) for c in check(LAYERS + together(STEP, condition)).claims]
    assert found == ["right", "right", "right"]
    found = [str(c.judgement) for c in check(LAYERS + together(FALSE, condition)).claims]
    assert found == ["right", "wrong", "right"]


def test_a_condition_further_away_leaves_it_open_and_none_makes_it_wrong() -> None:
    apart = check(f"{LAYERS}$${STEP}$$\n\n$${OTHER} \\quad (l < L)$$")
    assert [str(c.judgement) for c in apart.claims] == ["unproved", "right"]
    assert check(f"{LAYERS}$${STEP}$$").verdict == "wrong"


def test_the_line_reaches_no_further_than_its_condition() -> None:
    weight = f"\n\n$${WEIGHT}$$\n"
    assert check(LAYERS + display(STEP, "(l < L)") + weight).goal == "reached"
    without_last = LAYERS + display(STEP, "(l < L)").replace(LAST + r" \\", "") + weight
    report = check(without_last)
    assert report.verdict == "right"
    assert report.goal == "incomplete"
