r"""An objective of which no line says what it is: lines about its derivatives may hold for the one that is meant."""

from __future__ import annotations

import symderiv as sd
from symderiv.load import load_text

PAGE = r"""
$$ y_i = \sum_{j=1}^{J} w_{ij} x_j $$ ($1 \le i \le I$)

$$ \frac{\partial E}{\partial y_i} = y_i - t_i $$

$$ \frac{\partial E}{\partial w_{ij}} = \frac{\partial E}{\partial y_i} x_j $$

$$ \frac{\partial E}{\partial w_{ij}} = \frac{\partial E}{\partial y_i} x_i $$

$$ \frac{\partial y_i}{\partial w_{ij}} = x_i $$
"""


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page).claims]


def test_no_line_says() -> None:
    """What holds for any objective is right, what holds for none is wrong, the rest is open."""
    assert verdicts(PAGE) == ["unproved", "right", "wrong", "wrong"]


def test_a_line_says() -> None:
    """Then nothing is open."""
    said = r"$$ E = \sum_{i=1}^{I} (y_i - t_i)^2 $$"
    assert verdicts(said + PAGE) == ["wrong", "right", "wrong", "wrong"]


def test_a_network_that_is_given() -> None:
    """Who gives a network with any objective means any."""
    network, _, lines = PAGE.replace(" - t_i", "").partition("\n\n")
    assert [str(c.judgement) for c in sd.check(lines, network=load_text(network)).claims][:1] == ["wrong"]


STEPS = r"""
The layers are $l = 0, \dots, L$ and the units $i, j = 1, \dots, d$.

$$ E = \sum_{i=1}^{d} (x_{L,i} - t_i)^2 $$

$$ \frac{\partial x_{l+1,i}}{\partial x_{l,j}} = v_{ij} x_{0,i} $$

$$ \frac{\partial x_{l,i}}{\partial x_{l,j}} = 1 $$
"""


def test_a_state_of_which_no_line_says_how_it_goes_on() -> None:
    """Its derivative by the state before it is not known; that by its own entries is."""
    assert verdicts(STEPS) == ["unproved", "wrong"]
    said = r"$$ x_{l+1,i} = \sum_{j=1}^{d} v_{ij} x_{l,j} $$ ($0 \le l \le L - 1$, $1 \le i \le d$)"
    assert verdicts(said + STEPS)[0] != "unproved"
