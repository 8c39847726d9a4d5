r"""`\delta_k = y_k - t_k` of the outputs beside `\delta_j = \partial E/\partial a_j` of the hidden units: two names."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""Index ranges: $i = 1, \dots, D$; $j = 1, \dots, M$; $k = 1, \dots, K$.

$$ a_j = \sum_i w^{(1)}_{ji} x_i, \quad z_j = h(a_j), \quad y_k = \sum_j w^{(2)}_{kj} z_j $$

$$ E = \frac12 \sum_k (y_k - t_k)^2, \qquad \delta_k \equiv y_k - t_k $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\delta_j = \frac{\partial E}{\partial a_j} = h'(a_j) \sum_k w^{(2)}_{kj} \delta_k", ["right"]),
        (r"\delta_j = \frac{\partial E}{\partial a_j} = \sum_k w^{(2)}_{kj} \delta_k", ["wrong"]),
        (r"\delta_k = \frac{\partial E}{\partial y_k}", ["right"]),
        (r"\delta_k = \frac{\partial E}{\partial t_k}", ["wrong"]),
    ],
)
def test_a_line_about_errors(line: str, expected: list[str]) -> None:
    (claim,) = check(f"{PAGE}$$ {line} $$\n").claims
    assert [str(link.judgement) for link in claim.links][-1:] == expected


def test_what_follows_from_both() -> None:
    lines = r"""
$$ \delta_j = \frac{\partial E}{\partial a_j} $$

$$ \frac{\partial E}{\partial x_i} = \sum_j w^{(1)}_{ji} \delta_j $$

$$ \frac{\partial E}{\partial w^{(2)}_{kj}} = \delta_k z_j $$

$$ \frac{\partial E}{\partial w^{(2)}_{kj}} = \delta_j z_j $$
"""
    assert [str(c.judgement) for c in check(PAGE + lines).claims][-3:] == ["right", "right", "wrong"]
