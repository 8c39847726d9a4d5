r"""Arrays that a page defines twice, in one piece and by entries: what the entries show is what the wholes are."""

from __future__ import annotations

import pytest

from .judging import check

CROSS = r"""A layer of the cross network is ${whole}$. In entries, for $0 \le l \le L-1$ and $1 \le i \le d$:

$$ x_{l+1,i} = x_{0,i} \sum_{j=1}^{d} x_{l,j} w_{l,j} + b_{l,i} + x_{l,i} $$

$$ E = \sum_{i=1}^{d} x_{L,i} v_i $$
"""
HERE = r"x_{l+1} = x_0 x_l^T w_l + b_l + x_l"
TOTALS = r"""$E_n = a_n^T b_n + R_n$, with

$$ E_{n,i} = \sum_{j=1}^I a_{n,j} b_{n,j} + R_{n,i} $$ ( $1 \le i \le I$, $1 \le n \le N$ )

$$ R_n = \sum_{i=1}^I R_{n,i} $$

$$ R_{n,i} = w_i^2 $$
"""


def judged(page: str, line: str) -> str:
    claims = check(f"{page}\n$$ {line} $$\n").claims
    return claims[-1].judgement.value


def crossed(whole: str) -> str:
    return CROSS.replace("{whole}", whole)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial x_{L,i}} = v_i", "right"),
        (r"\frac{\partial E}{\partial x_{L,i}} = x_{L,i}", "wrong"),
        (r"\frac{\partial E}{\partial b_{l,i}} = \frac{\partial E}{\partial x_{l+1,i}}", "right"),
        (r"\frac{\partial E}{\partial b_{l,i}} = \frac{\partial E}{\partial x_{l+1,i}} x_{0,i}", "wrong"),
        (
            r"\frac{\partial E}{\partial w_{l,j}} = x_{l,j} \sum_{i=1}^d x_{0,i} \frac{\partial E}{\partial x_{l+1,i}}",
            "right",
        ),
        (r"\frac{\partial E}{\partial w_{l,j}} = x_{l,j} x_{0,j} \frac{\partial E}{\partial x_{l+1,j}}", "wrong"),
    ],
)
def test_a_layer_is_written_in_one_piece_and_by_entries(line: str, verdict: str) -> None:
    assert judged(crossed(HERE), line) == verdict


def test_what_fits_no_array_leaves_the_page_open() -> None:
    line = r"\frac{\partial E}{\partial b_{l,i}} = \frac{\partial E}{\partial x_{l+1,i}}"
    assert judged(crossed(HERE.replace("x_l^T w_l", "x_l w_l^T")), line) == "unproved"


def test_two_definitions_that_differ_are_not_both_right() -> None:
    claims = check(crossed(HERE.replace("+ x_l", "- x_l"))).claims
    assert [c.judgement.value for c in claims] == ["wrong"]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E_n}{\partial w_i} = 2 w_i", "right"),
        (r"\frac{\partial E_n}{\partial w_i} = w_i", "wrong"),
    ],
)
def test_a_total_is_no_column_of_what_it_adds_up(line: str, verdict: str) -> None:
    assert judged(TOTALS, line) == verdict
