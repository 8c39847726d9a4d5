"""Letters that run to two ends: how long an array is tells what stands beside its definition, and nothing else."""

from __future__ import annotations

from symderiv import check

from .judging import each_verdict

HIDDEN = r"""$x \in \mathbb{R}^d$ is the input.

$$ a_j = c_j + \sum_{k=1}^{d} V_{jk} x_k, \quad j = 1, \dots, n $$

$$ h_j = \tanh(a_j), \quad j = 1, \dots, n $$
"""
OUTPUT = r"""
$$ z_k = b_k + \sum_{j=1}^{n} W_{kj} h_j, \quad k = 1, \dots, m $$

$$ p_k = \frac{\exp(z_k)}{\sum_{i=1}^{m} \exp(z_i)}, \quad k = 1, \dots, m $$

$$ L = - \log p_y $$
"""
BEFORE = r"""
For $k = 1, \dots, m$:

$$ z_k = b_k + \sum_{j=1}^{n} W_{kj} h_j $$

$$ p_k = \frac{\exp(z_k)}{\sum_{i=1}^{m} \exp(z_i)} $$

$$ L = - \log p_y $$
"""
LINE = r"$$ \frac{\partial L}{\partial z} = p - e_y $$"


def test_what_stands_beside_counts() -> None:
    assert each_verdict(HIDDEN + OUTPUT, lines=[LINE, LINE.replace("p - e_y", "p + e_y")]) == ["right", "wrong"]


def test_another_range_says_nothing() -> None:
    """The k of the inputs is not that of the outputs: no entry beyond a range is looked at."""
    claims = check("\n\n".join((HIDDEN, BEFORE, LINE))).claims
    assert str(claims[-1].judgement) != "wrong"
