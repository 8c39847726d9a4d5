"""What stands in sentences and claims nothing is no loss where it cannot be read; what may claim something is."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = (
    "$$E = \\frac12 \\sum_{n=1}^{N} (w x_n - t_n)^2$$\n\n%s\n\n"
    "$$\\frac{\\partial E}{\\partial w} = \\sum_{n=1}^{N} (w x_n - t_n) x_n$$\n"
)

MENTIONED = [
    r"the operator $\nabla$ and $\partial$-calculus $\square$",
    r"a map $f: X \to Y$, or $f\colon \mathbb{R}\to\mathbb{R}$",
    r"noise $\epsilon \sim p$ and $x \mapsto x^2$",
    r"the density $p(x|h)$ with $\alpha \in (0,1)$ and $\beta \in [0, 1]$",
    r"an integral $\int f$, a norm $\|\cdot\|$, $5\%$",
    r"$n=1\sim N$ とする",
    "$$\\epsilon \\sim p$$",
]
TOLD = [
    r"the slope $\partial E/\partial w$ equals $\int x_n$",
    r"For $n | N$ we have",
    r"the value $(E + 1$ and",
    r"the value $\frac{\partial E}{\partial w} = \int x$",
]


@pytest.mark.parametrize("words", MENTIONED)
def test_a_mention_is_no_loss(words: str) -> None:
    assert check(PAGE % words).verdict == "right"


@pytest.mark.parametrize("words", TOLD)
def test_what_may_claim_or_condition_is_told(words: str) -> None:
    assert check(PAGE % words).verdict == "unreadable"
