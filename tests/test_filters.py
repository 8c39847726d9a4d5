r"""Filters: entries that are zero before the first step, derivatives that are zero behind the last."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""For $0 \le n \le N-1$,

$$ u[n] = x[n] + \sum_{k=1}^{K} v[k] h[n-k] $$

$$ h[n] = f(u[n]) $$

$$ E = \frac{1}{2} \sum_{n=0}^{N-1} (h[n] - t[n])^2 $$

$h[n] = 0$ for $n < 0$, and %s. The data are given for $0 \le n \le N-1$, and
$\delta[n] = \frac{dE}{du[n]}$. %s
"""
ENDS = (
    r"$\frac{dE}{dh[n]} = 0$ and $\delta[n] = 0$ for $n > N-1$",
    r"$\frac{dE}{dh[n]} = 0$ and $\delta[n] = 0$ for $n \ge N$",
)
BELOW = (
    r"The formulas below are for $0 \le n \le N-1$ and $1 \le k \le K$.",
    r"All equations that follow hold for $0 \le n \le N-1$ and $1 \le k \le K$.",
)
TOTAL = r"\frac{dE}{dh[n]} = "
RIGHT = (
    TOTAL
    + r"\frac{\partial E}{\partial h[n]} + \sum_{k=1}^{K} \frac{dE}{dh[n+k]} \frac{\partial h[n+k]}{\partial h[n]}",
    TOTAL + r"h[n] - t[n] + \sum_{k=1}^{K} \frac{dE}{dh[n+k]} f'(u[n+k]) v[k]",
    r"\delta[n] = (h[n] - t[n] + \sum_{k=1}^{K} v[k] \delta[n+k]) f'(u[n])",
    r"\frac{dE}{dv[k]} = \sum_{n=0}^{N-1} \delta[n] h[n-k]",
)
WRONG = (
    TOTAL + r"\frac{\partial E}{\partial h[n]} + \sum_{k=1}^{K} \frac{dE}{dh[n+k]}",
    TOTAL + r"h[n] - t[n] + \sum_{k=1}^{K} \frac{dE}{dh[n+k]} f'(u[n]) v[k]",
    r"\delta[n] = h[n] - t[n] + \sum_{k=1}^{K} v[k] \delta[n+k]",
    r"\frac{dE}{dv[k]} = \sum_{n=0}^{N-1} \delta[n] h[n-k+1]",
)


def judged(page: str, *lines: str) -> list[str]:
    claims = check("\n\n".join((page, *(f"$$ {x} $$" for x in lines)))).claims
    return [str(c.judgement) for c in claims][-len(lines) :]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("below", BELOW)
def test_filters(end: str, below: str) -> None:
    assert judged(PAGE % (end, below), *RIGHT, *WRONG) == ["right"] * 4 + ["wrong"] * 4


def test_an_end_that_is_none() -> None:
    """That a derivative is zero behind some other step is a claim, and says nothing of what lies beyond."""
    page = PAGE % (r"$\delta[n] = 0$ for $n > M$", BELOW[0])
    assert "right" not in judged(page, *RIGHT[1:3])


DIRECT = r"""For $1 \le i \le I$:

$$ a_i = v x + r_i $$

$$ b_i = \tanh(a_i) $$

$$ L = x^2 + \sum_{i=1}^{I} b_i^2 $$
"""
LINE = (
    r"$$ \frac{dL}{dx} = \frac{\partial L}{\partial x} + \sum_{i=1}^I \frac{dL}{db_i} \frac{\partial b_i}{\partial x}$$"
)


def test_partial_derivatives_through_one_name() -> None:
    wrong = LINE.replace(r"\frac{\partial b_i}{\partial x}", r"\frac{\partial a_i}{\partial x}")
    assert [str(c.judgement) for c in check(DIRECT + "\n" + LINE).claims] == ["right"]
    assert [str(c.judgement) for c in check(DIRECT + "\n" + wrong).claims] == ["wrong"]
