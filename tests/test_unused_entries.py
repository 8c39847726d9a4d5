r"""Lines that differentiate by an entry of which the page makes nothing: it may be there or not. Labels by hand."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$y = \sum_{i=2}^n \theta_i x_i$$
$$E = \frac12 (y - t)^2$$
"""


def verdict(page: str, line: str) -> str:
    return str(check(f"{page}\n$${line}$$").claims[-1].links[0].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial \theta_1} = 0", "unproved"),
        (r"\frac{\partial y}{\partial \theta_{n+1}} = 0", "unproved"),
        (r"\frac{\partial E}{\partial \theta_1} = (y - t) x_1", "wrong"),
        (r"\frac{\partial E}{\partial \theta_1} = y - t", "wrong"),
        (r"\frac{\partial E}{\partial \theta_2} = (y - t) x_2", "right"),
        (r"\frac{\partial E}{\partial \theta_2} = 0", "wrong"),
    ],
)
def test_by_a_number(line: str, expected: str) -> None:
    assert verdict(PAGE, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial y_i}{\partial w_{i,J+1}} = 0", "unproved"),
        (r"\frac{\partial y_i}{\partial w_{i,0}} = 0", "unproved"),
        (r"\frac{\partial y_i}{\partial w_{i,J+1}} = x_J", "wrong"),
        (r"\frac{\partial y_i}{\partial w_{i,J}} = x_J", "right"),
    ],
)
def test_rows_of_entries(line: str, expected: str) -> None:
    assert verdict(r"$$y_i = \sum_{j=1}^{J} w_{i,j} x_j$$ $(1 \le i \le I)$", line) == expected


def test_by_a_letter_with_a_value() -> None:
    assert verdict(PAGE, r"\frac{\partial y}{\partial \theta_k} = 0 \quad (k = 1)") == "unproved"
    assert verdict(PAGE, r"\frac{\partial y}{\partial \theta_k} = x_k \quad (k = 1)") == "wrong"
    assert verdict(PAGE, r"\frac{\partial y}{\partial \theta_k} = 0 \quad (k = 2)") == "wrong"


def test_one_that_is_used_is_there() -> None:
    page = r"$$y = \theta_1 + \sum_{i=2}^n \theta_i x_i$$"
    assert verdict(page, r"\frac{\partial y}{\partial \theta_1} = 0") == "wrong"
    assert verdict(page, r"\frac{\partial y}{\partial \theta_1} = 1") == "right"
