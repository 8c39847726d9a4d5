r"""Sums with a beginning and no end: `\sum_{k=1} x_k^2`."""

from __future__ import annotations

import pytest

from tests.judging import verdict

FRONT = """+++
title = "normalised"
objective = "L"
functions = ["g"]
[ranges]
"i" = "1..D"
"j" = "1..D"
"k" = "1..D"
+++"""
PAGE = r"""## Network
$$ M = \sum_{k=1} x_k^2 $$
$$ y_i = \frac{x_i}{\sqrt{M}} $$
$$ L = \sum_{j=1}^D c_j g(y_j) $$
## Derivation"""


LESS = FRONT.replace('"k" = "1..D"\n', "").replace("normalised", "less")
"""Nothing is said of k."""


@pytest.mark.parametrize("front", [FRONT, LESS])
def test_the_end_is_that_of_the_front_matter_or_of_other_sums(front: str) -> None:
    page = (front, PAGE if front == FRONT else PAGE.replace("_{j=1}^D c_j g(y_j)", "_{i=1}^D c_i x_i g(y_i)"))
    assert verdict(*page, r"$$ \frac{\partial M}{\partial x_i} = 2 x_i $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial M}{\partial x_i} = 2 \sum_{k=1} x_k $$") == "wrong"


def test_a_sum_that_begins_elsewhere_keeps_its_beginning() -> None:
    assert verdict(FRONT, PAGE, r"$$ M = \sum_{k=2} x_k^2 $$") == "wrong"
    assert verdict(FRONT, PAGE, r"$$ M = \sum_{k=0} x_k^2 $$") == "wrong"


def test_where_other_sums_differ_it_is_refused() -> None:
    other = PAGE.replace(
        "## Derivation", r"$$ s = \sum_{k=1}^D x_k, \quad r = \sum_{k=1}^{D-1} x_k $$" + "\n## Derivation"
    )
    assert verdict(LESS, other, r"$$ \frac{\partial M}{\partial x_i} = 2 x_i $$") in ("unreadable", "unproved")


def test_sums_over_other_names_say_nothing_of_the_end() -> None:
    other = PAGE.replace("## Derivation", r"$$ s = \sum_{l=1}^D x_l, \quad q = \sum_{l=1} v_l^2 $$" + "\n## Derivation")
    assert verdict(LESS, other, r"$$ \frac{\partial q}{\partial v_l} = 2 v_l $$") in ("unreadable", "unproved")
