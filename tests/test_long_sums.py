"""A sum that goes on behind a sign is read so where a name is defined or an operator stands in front of it, and nowhere
that one may be forgotten."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$ a_j = \sum_{i=1}^{I} w_{ji} x_i + b_j $$ ($1 \le j \le J$)

$$ E = \sum_{j=1}^{J} y_j a_j + (1 - y_j) a_j^2 $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{J} (y_j w_{ji} + 2 (1 - y_j) a_j w_{ji})", "right"),
        (r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{J} y_j w_{ji} + 2 (1 - y_j) a_j w_{ji}", "unreadable"),
        (r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{J} (y_j w_{ji} + (1 - y_j) a_j w_{ji})", "wrong"),
        (r"E = \sum_{j=1}^{J} y_j a_j + (1 - y_j) a_j", "wrong"),
        (r"E = \sum_{j=1}^{J} a_j^2 + y_j (a_j - a_j^2)", "right"),
        (r"a_j = \sum_{i=1}^{I} w_{ji} x_i + x_i b_j", "unreadable"),
    ],
)
def test_only_who_defines_so_is_read_so(line: str, expected: str) -> None:
    assert str(check(f"{PAGE}$$ {line} $$").claims[-1].judgement) == expected


LOGISTIC = r"""$$ q_m = \sigma(\sum_c v_c z_{mc}), \quad F = \sum_m (r_m \log q_m + (1 - r_m) \log(1 - q_m)) $$

"""
BOTH = r"r_m \log q_m + (1 - r_m) \log(1 - q_m)"
BY_V = r"\frac{\partial}{\partial v_c} "


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"{BY_V} \sum_m {BOTH} = \sum_m (r_m - q_m) z_{{mc}}", "right"),
        (rf"{BY_V} \sum_m {BOTH} = \sum_m (q_m - r_m) z_{{mc}}", "wrong"),
        (rf"{BY_V} \sum_m {BOTH} = \sum_m r_m (1 - q_m) z_{{mc}}", "wrong"),
        (rf"\frac{{\partial F}}{{\partial v_c}} = {BY_V} \sum_m {BOTH}", "right"),
        (rf"-\partial_{{v_c}} \sum_m {BOTH} = \sum_m (q_m - r_m) z_{{mc}}", "right"),
        (rf"{BY_V} \sum_m r_m \log q_m - (1 - r_m) \log(1 - q_m) = \sum_m (r_m - q_m) z_{{mc}}", "wrong"),
        # a second operator, and a letter that is free elsewhere: it is not clear what is meant
        (rf"{BY_V} \sum_m r_m \log q_m + {BY_V} (1 - r_m) \log(1 - q_m) = \sum_m (r_m - q_m) z_{{mc}}", "unreadable"),
        (rf"{BY_V} \sum_m {BOTH} + q_m = (r_m - q_m) z_{{mc}}", "unreadable"),
        # perhaps a forgotten sum
        (rf"\frac{{\partial F}}{{\partial v_c}} = {BY_V} \sum_m r_m \log q_m - (1 - r_m) q_m z_{{mc}}", "unproved"),
        (rf"\frac{{\partial F}}{{\partial v_c}} = {BY_V} \sum_m r_m \log q_m - (1 - r_m) z_{{mc}}", "wrong"),
    ],
)
def test_an_operator_differentiates_all_of_its_sum(line: str, expected: str) -> None:
    assert str(check(f"{LOGISTIC}$$ {line} $$").claims[-1].judgement) == expected


UNITS = r"""$$ q_m = \sigma(a_m), \quad F = \sum_m (r_m \log q_m + (1 - r_m) \log(1 - q_m)) $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"\frac{{\partial F}}{{\partial a_m}} = \frac{{\partial}}{{\partial a_m}} \sum_m {BOTH}", "unproved"),
        (rf"\frac{{\partial F}}{{\partial a_k}} = \frac{{\partial}}{{\partial a_k}} \sum_m {BOTH}", "right"),
        (rf"\frac{{\partial}}{{\partial a_k}} \sum_m {BOTH} = q_k - r_k", "wrong"),
        (
            r"\frac{\partial F}{\partial a_k} = \frac{\partial}{\partial a_k} \sum_m r_m \log q_m - q_k (1 - r_k)",
            "right",
        ),
        (
            r"\frac{\partial F}{\partial a_k} = \frac{\partial}{\partial a_k} \sum_m r_m \log q_m + q_k (1 - r_k)",
            "wrong",
        ),
    ],
)
def test_a_letter_inside_and_outside_leaves_it_open(line: str, expected: str) -> None:
    assert str(check(f"{UNITS}$$ {line} $$").claims[-1].judgement) == expected


RIDGE = r"""$$ J = \sum_m (r_m - v z_m)^2 + c v^2 $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{dJ}{dv} = \frac{d}{dv} \sum_m (r_m - v z_m)^2 + c v^2", "unproved"),
        (r"\frac{d}{dv} \sum_m (r_m - v z_m)^2 + c v^2 = -2 \sum_m z_m (r_m - v z_m) + 2 c v", "unproved"),
        (r"\frac{dJ}{dv} = \frac{d}{dv} \sum_m (r_m - v z_m)^2 + 2 c v", "right"),
        (r"\frac{dJ}{dv} = \frac{d}{dv} \sum_m (r_m - v z_m)^2 + c v", "wrong"),
        (r"\frac{dJ}{dv} = \frac{d}{dv} \sum_m (r_m - v z_m)^2 - c v^2", "wrong"),
    ],
)
def test_whether_an_operator_reaches_beyond_its_sum_is_open(line: str, expected: str) -> None:
    assert str(check(f"{RIDGE}$$ {line} $$").claims[-1].judgement) == expected
