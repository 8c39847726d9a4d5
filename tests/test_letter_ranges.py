"""A letter that fills no position runs over the range that the page gives it."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$E = \sum_n E_n$$

$$E_n = \sum_{k=1}^K (y_{nk} - t_{nk})^2 \quad (n = 1, \dots, N)$$

$$z_i = \sum_{j=1}^{J} w_{ij} x_j$$ for $1 \le i \le I$.

"""
COUNTED = [
    (r"\sum_{k} 1", "K", "N"),
    (r"\sum_n 1", "N", "K"),
    (r"\sum_n \sum_k 1", "N K", "K K"),
    (r"\sum_i E", "I E", "J E"),
    (r"\sum_j E", "J E", "I E"),
    (r"\sum_{j,k} 2", "2 J K", "J K"),
]


@pytest.mark.parametrize(("left", "right", "wrong"), COUNTED)
def test_a_sum_of_what_has_no_index(left: str, right: str, wrong: str) -> None:
    for value, verdict in ((right, "right"), (wrong, "wrong")):
        (found,) = check(f"{PAGE}$${left} = {value}$$").claims
        assert str(found.judgement) == verdict


@pytest.mark.parametrize(("size", "verdict"), [("N", "right"), ("K", "wrong")])
def test_a_size_that_is_counted_is_no_variable(size: str, verdict: str) -> None:
    report = check(PAGE + rf"$${size} = \sum_n 1$$" + "\n\n" + r"$$\sum_k 1 = K$$")
    assert [str(c.judgement) for c in report.claims] == [verdict, "right"]


def test_a_range_beside_the_line_comes_first() -> None:
    for end, verdict in (("I", "right"), ("N", "wrong")):
        page = PAGE + rf"$$\sum_n 1 = {end}$$ with $n = 1, \dots, I$."
        assert [str(c.judgement) for c in check(page).claims] == [verdict]


def test_a_letter_with_two_ranges_is_not_guessed() -> None:
    page = r"$$a_i = 2 x_i \quad (i = 1, \dots, I)$$ $$b_i = 3 y_i \quad (i = 1, \dots, K)$$ $$\sum_i 1 = I$$"
    assert check(page).verdict in ("unreadable", "unproved")
