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


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (r"w_{jn} x_n + w_{j,n-1} x_{n-1} + \cdots + w_{j1} x_1", "right"),
        (r"w_{jn} x_n + w_{j,n-1} x_{n-1} + w_{j,n-2} x_{n-2} + \cdots + w_{j2} x_2 + w_{j1} x_1", "right"),
        (r"w_{jn} x_n + \cdots + w_{j1} x_1", "right"),
        (r"w_{j1} x_1 + \cdots + w_{j,n-2} x_{n-2} + w_{j,n-1} x_{n-1} + w_{jn} x_n", "right"),
        (r"w_{jn} x_n + w_{j,n-1} x_{n-1} + \cdots + w_{j2} x_2", "wrong"),
        (r"w_{jn} x_n + w_{j,n-1} x_{n-1} + \cdots + w_{j1} x_1 + t_j", "wrong"),
        (r"w_{j,n-1} x_{n-1} + \cdots + w_{j1} x_1", "wrong"),
        (r"-w_{jn} x_n - w_{j,n-1} x_{n-1} - \cdots - w_{j1} x_1", "wrong"),
        # one of two
        (r"w_{jn} x_n + w_{j,n-2} x_{n-2} + \cdots + w_{j1} x_1", "unreadable"),
        # two indices, one of which goes up
        (r"w_{jn} x_1 + w_{j,n-1} x_2 + \cdots + w_{j1} x_n", "unreadable"),
        # from a number down to another
        (r"w_{j7} x_7 + w_{j5} x_5 + \cdots + w_{j1} x_1", "unreadable"),
        (r"w_{jn} x_n + w_{j,n-1} x_{n-1} - \cdots + w_{j1} x_1", "unreadable"),
    ],
)
def test_the_terms_may_go_down(typed: str, expected: str) -> None:
    assert verdict(FROM_ONE, f"$$ z_j = {typed} $$") == expected


def test_what_stands_behind_the_first_is_added() -> None:
    page = FROM_ONE.replace(r"\sum_{k=1}^n w_{jk} x_k", r"a_n x_{jn} + a_{n-1} x_{j,n-1} + \cdots + a_1 x_{j1} + a_0")
    assert verdict(page, r"$$ \frac{\partial E}{\partial a_0} = \sum_{j=1}^m (z_j - t_j) $$") == "right"
    assert verdict(page, r"$$ \frac{\partial E}{\partial a_n} = \sum_{j=1}^m (z_j - t_j) x_{jn} $$") == "right"
    assert verdict(page, r"$$ \frac{\partial E}{\partial a_1} = \sum_{j=1}^m (z_j - t_j) $$") == "wrong"
    assert verdict(page, r"$$ \frac{\partial E}{\partial a_0} = \sum_{j=1}^m (z_j - t_j) x_{j1} $$") == "wrong"
