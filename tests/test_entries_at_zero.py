r"""Sums without bounds on pages with an entry 0: from 0 beside `x_0 = 1`, and open where nothing says from where.

By hand: with `s_k = \sum_d u_{kd} x_d` and `L = \frac12 \sum_k (s_k - r_k)^2` the derivative by `u_{kd}` is
`(s_k - r_k) x_d`, and that by `u_{k0}` is `s_k - r_k` where `x_0 = 1`.
"""

from __future__ import annotations

import pytest

from .judging import check

SUM = r"$$ s_k = \sum_d u_{kd} x_d, \quad L = \frac12 \sum_k (s_k - r_k)^2 $$"
ONE = f"{SUM}\n\nHere $x_0 = 1$.\n\n"
BY_0 = r"\frac{\partial L}{\partial u_{k0}} = "
BY_D = r"\frac{\partial L}{\partial u_{kd}} = "


def verdict(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (BY_0 + "s_k - r_k", "right"),
        (BY_0 + "(s_k - r_k) x_0", "right"),
        (BY_0 + "(s_k - r_k) x_1", "wrong"),
        (BY_0 + "r_k - s_k", "wrong"),
        (BY_D + "(s_k - r_k) x_d", "right"),
        (BY_D + "s_k - r_k", "wrong"),
        (r"\frac{\partial L}{\partial u_{k1}} = s_k - r_k", "wrong"),
        (r"\frac{\partial s_k}{\partial u_{k0}} = 1", "right"),
        (r"s_k = u_{k0} + \sum_{d \ge 1} u_{kd} x_d", "right"),
        (r"s_k = u_{k0} + \sum_d u_{kd} x_d", "wrong"),
    ],
)
def test_a_sum_beside_a_constant_input_is_from_0(line: str, expected: str) -> None:
    assert verdict(f"{ONE}$$ {line} $$") == expected


@pytest.mark.parametrize("said", ["since $x_0 = 1$.", "（因为 $x_0 = 1$）", "denn $x_0 = 1$."])
def test_the_constant_may_stand_behind_the_line(said: str) -> None:
    assert verdict(f"{SUM}\n\n$$ {BY_0} s_k - r_k $$ {said}") == "right"
    assert verdict(f"{SUM}\n\n$$ {BY_0} -(s_k - r_k) $$ {said}") == "wrong"


def test_several_constants_are_told_at_once() -> None:
    page = r"""$$ h_k = \sigma(\sum_d u_{kd} x_d), \quad y = \sum_k v_k h_k, \quad L = \frac12 (y - r)^2 $$
where $x_0 = h_0 = 1$.

"""
    line = r"\frac{\partial L}{\partial u_{k0}} = (y - r) v_k h_k "
    assert verdict(f"{page}$$ {line} (1 - h_k) $$") == "right"
    assert verdict(f"{page}$$ {line} $$") == "wrong"
    assert verdict(rf"{page}$$ \frac{{\partial L}}{{\partial v_0}} = y - r $$") == "right"


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (SUM, BY_0 + "(s_k - r_k) x_0"),
        (SUM, BY_0 + "s_k - r_k"),
        (
            r"$$ s_k = \sum_d u_{kd} x_d + b_k, \quad L = \frac12 \sum_k (s_k - r_k)^2, \quad x_0 = 1 $$",
            BY_0 + "s_k - r_k",
        ),
        (r"$$ s_i = \sum_k u_k x_{i-k}, \quad L = \sum_i g(s_i) $$", r"\frac{\partial s_i}{\partial u_0} = x_i"),
        (r"$$ s_i = \sum_k u_k x_{i+k}, \quad L = \sum_i g(s_i) $$", r"\frac{\partial s_i}{\partial u_{-1}} = x_{i-1}"),
    ],
)
def test_an_entry_0_is_open_where_nothing_says_from_where_sums_run(page: str, line: str) -> None:
    assert verdict(f"{page}\n\n$$ {line} $$") == "unproved"


def test_stated_bounds_are_kept() -> None:
    page = r"$$ s_k = \sum_{d=1}^D u_{kd} x_d, \quad L = \frac12 \sum_{k=1}^K (s_k - r_k)^2 $$"
    assert verdict(f"{page}\n\n$$ {BY_0} s_k - r_k $$") == "wrong"
    assert verdict(f"{page}\n\n$$ {BY_D} (s_k - r_k) x_d $$") == "right"


def test_a_penalty_of_which_something_is_left_out_is_open() -> None:
    page = r"""$$ s = \sum_d u_d x_d, \quad L = \frac12 (s - r)^2 + \frac{c}{2} \sum_d u_d^2, \quad x_0 = 1 $$

"""
    line = r"\frac{\partial L}{\partial u_0} = s - r"
    assert verdict(f"{page}$$ {line} $$") == "wrong"
    assert verdict(f"{page}$$ {line} + c u_0 $$") == "right"
    said = "The bias is not penalised.\n\n"
    assert verdict(f"{page}{said}$$ {line} $$") == "unproved"
    assert verdict(f"{page}{said}$$ {line} + c u_0 $$") == "unproved"
