"""A number called sigma and a sigma before a parenthesis on one page. As the logistic function the derivative by `c` is
`(y - x) y (1 - y)`, as a product `(y - x) \\sigma`: neither may be called right or wrong."""

from __future__ import annotations

import pytest

from .judging import check

HEAD = r"""
$$ \sigma = \exp(s / 2) $$
$$ z = \mu + \sigma \epsilon $$
$$ y = \sigma(w z + c) $$
$$ L = \frac12 (y - x)^2 $$
"""
LINES = (r"\frac{\partial L}{\partial c} = (y - x) y (1 - y)", r"\frac{\partial L}{\partial c} = (y - x) \sigma")


def last(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize("line", LINES)
def test_it_is_not_told_which_is_meant(line: str) -> None:
    assert last(f"{HEAD}$$ {line} $$") == "unproved"


def test_a_factor_with_a_sign_is_one() -> None:
    page = HEAD.replace(r"\sigma(w", r"\sigma \cdot (w")
    assert [last(f"{page}$$ {line} $$") for line in LINES] == ["wrong", "right"]


def test_another_name_for_the_deviation_tells() -> None:
    page = HEAD.replace(r"\sigma = ", r"\tau = ").replace(r"\sigma \epsilon", r"\tau \epsilon")
    assert last(f"{page}$$ {LINES[0]} $$") == "right"
    assert last(f"{page}$$ {LINES[1]} $$") == "unproved"  # a factor here, so perhaps one there
