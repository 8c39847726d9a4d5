r"""The terms that a line about `\delta_j = -\partial E/\partial net_j` lacks, as they are told to its author."""

from __future__ import annotations

from symderiv.check.page import check

PAGE = r"""
$$ net_i(t) = \sum_{j=1}^n w_{ij} a_j(t-1) + u_i(t) \quad (1 \le i \le n, 1 \le t \le T) $$
$$ a_i(t) = \tanh(net_i(t)) $$ where $a_i(0) = 0$.
$$ E = \frac12 \sum_{t=1}^T \sum_{k=1}^n (d_k(t) - a_k(t))^2 $$
$$ \delta_k(t) = -\frac{\partial E}{\partial net_k(t)} $$

$$ \delta_j(t) = (1 - a_j(t)^2) \sum_{i=1}^n w_{ij} \delta_i(t+1) \quad (1 \le t < T) $$
"""


def test_the_error_of_the_step_is_missing() -> None:
    claim = check(PAGE).claims[-1]
    assert str(claim.judgement) == "wrong"
    reason = claim.links[0].reason
    assert reason is not None
    assert "d_j(t) - a_j(t)" in reason.text
    assert "these terms are right" in reason.text
    assert reason.right.split("=", 1)[1].strip() != r"\delta_j(t)"
