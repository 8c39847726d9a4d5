r"""Sums with dots that go on to `n - 1`, or to two terms at their end."""

from __future__ import annotations

import pytest

from tests.judging import verdict

NETWORK = r"""+++
title = "one layer, entries counted from 0"
objective = "E"
[ranges]
"j" = "0..m-1"
"k" = "0..n-1"
+++
## Network
$$ z_j = {sum} + b_j $$
$$ E = \frac12 \sum_{j=0}^{m-1} (z_j - t_j)^2 $$
## Derivation"""


@pytest.mark.parametrize(
    "typed",
    [
        r"w_{j,0} x_0 + w_{j,1} x_1 + \cdots + w_{j,n-1} x_{n-1}",
        r"w_{j,0}\times x_0 + w_{j,1}\times x_1 + \cdots + w_{j,k}\times x_k + \cdots + w_{j,n-1}\times x_{n-1}",
        r"w_{j,0} x_0 + \dots + w_{j,n-1} x_{n-1}",
    ],
)
def test_the_last_index_may_be_one_less_than_a_size(typed: str) -> None:
    page = NETWORK.replace("{sum}", typed)
    assert verdict(page, r"$$ \frac{\partial E}{\partial w_{jk}} = (z_j - t_j) x_k $$") == "right"
    assert verdict(page, r"$$ \frac{\partial E}{\partial w_{jk}} = \sum_{j=0}^{m-1} (z_j - t_j) x_k $$") == "wrong"
    assert verdict(page, r"$$ \frac{\partial E}{\partial x_k} = \sum_{j=0}^{m-1} (z_j - t_j) w_{jk} $$") == "right"


FROM_ONE = r"""+++
title = "one layer"
objective = "E"
[ranges]
"j" = "1..m"
"k" = "1..n"
+++
## Network
$$ z_j = \sum_{k=1}^n w_{jk} x_k $$
$$ E = \frac12 \sum_{j=1}^m (z_j - t_j)^2 $$
## Derivation"""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (r"w_{j1} x_1 + \cdots + w_{j,n-1} x_{n-1} + w_{jn} x_n", "right"),
        (r"w_{j1} x_1 + w_{j2} x_2 + \cdots + w_{j,n-1} x_{n-1} + w_{jn} x_n", "right"),
        (r"w_{j1} x_1 + \cdots + w_{j,n-1} x_{n-1}", "wrong"),
        (r"w_{j1} x_1 + \cdots + w_{jn} x_n + w_{j,n-1} x_{n-1}", "wrong"),
        (r"w_{j1} x_1 + \cdots + w_{j,n-1} x_{n-1} - w_{jn} x_n", "wrong"),
    ],
)
def test_two_terms_may_stand_behind_the_dots(typed: str, expected: str) -> None:
    assert verdict(FROM_ONE, f"$$ z_j = {typed} $$") == expected
