"""The first of a row of entries: where a line does not hold for it, nobody knows whether it is meant."""

from __future__ import annotations

import symderiv as sd

CROSS = r"""
$$ x_{l+1,i} = x_{0,i} \sum_{j=1}^d x_{l,j} w_{l,j} + x_{l,i} $$ ($0 \le l \le L-1$, $1\le i\le d$)

$$ E = \sum_{i=1}^d c_i x_{L,i} $$

$$ \frac{\partial x_{l+1,i}}{\partial x_{l,j}} = x_{0,i} w_{l,j} + [i=j] $$RANGE
"""


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page).claims]


def test_the_input_acts_twice_in_the_first_layer() -> None:
    """So the line holds from the second layer on."""
    assert verdicts(CROSS.replace("RANGE", "")) == ["unproved"]
    assert verdicts(CROSS.replace("RANGE", r" ($1 \le l \le L-1$)")) == ["right"]
    assert verdicts(CROSS.replace("RANGE", r" ($0 \le l \le L-1$)")) == ["wrong"]


RECURRENT = r"""
$$ h_{t,i} = \tanh\Big(\sum_{j=1}^n u_{ij} h_{t-1,j} + x_{t,i}\Big) $$ ($1 \le t \le T$, $1 \le i \le n$)

$$ E = \frac12 \sum_{t=1}^T \sum_{i=1}^n (h_{t,i} - y_{t,i})^2 $$

$$ \frac{\partial h_{t,i}}{\partial h_{t-1,j}} = (1 - h_{t,i}^2) u_{ij} $$

$$ \frac{\partial E}{\partial h_{t,i}} = h_{t,i} - y_{t,i}
   + \sum_{k=1}^n \frac{\partial E}{\partial h_{t+1,k}} (1 - h_{t+1,k}^2) u_{ki} $$ ($t < T$)

$$ \frac{\partial E}{\partial h_{T,i}} = h_{T,i} - y_{T,i} $$
"""


def test_a_state_before_the_first() -> None:
    """There is no `y_0`: nothing is said of the state before the first, and all lines hold."""
    assert verdicts(RECURRENT) == ["right", "right", "right"]
