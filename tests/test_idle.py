"""Derivatives by names from which nothing is computed, and of sizes: no line about them is right or wrong."""

from __future__ import annotations

import pytest

from symderiv.network import complete
from symderiv.read import read_draft

from .judging import check

PAGE = (
    r"$$net_j = \sum_{i=1}^{I} w_{j,i} x_i$$ ( $1 \le j \le J$ ) $$o_j = f(net_j)$$ "
    r"$$E = \frac12 \sum_{j=1}^{J} (o_j - t_j)^2$$" + "\n\n"
)
NETWORK = complete(read_draft(PAGE))

IDLE = [
    r"Let $z_j = net_j$. $$\frac{\partial E}{\partial z_j} = 0$$",
    r"Let $z_j = 2 net_j + 1$. $$\frac{\partial E}{\partial z_j} = 0$$",
    r"$$\frac{\partial J}{\partial w_{j,i}} = 0$$",
    r"$$\frac{\partial I^2}{\partial w_{j,i}} = 0$$",
]


@pytest.mark.parametrize("text", IDLE)
def test_says_nothing(text: str) -> None:
    assert check(text, network=NETWORK).verdict == "unproved"
    assert "right" not in {str(c.judgement) for c in check(PAGE + text).claims}


SAYS_SOMETHING = [
    r"$$\frac{\partial net_k}{\partial o_j} = 0$$",
    r"$$\frac{\partial E}{\partial E} = 1$$",
    r"$$\frac{\partial t_k}{\partial w_{j,i}} = 0$$",
    r"$$\frac{\partial (J x_i)}{\partial x_i} = J$$",
]


@pytest.mark.parametrize("text", SAYS_SOMETHING)
def test_says_something(text: str) -> None:
    assert check(text, network=NETWORK).verdict == "right"
