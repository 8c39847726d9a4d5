r"""Strides that are letters, `x_{s n + m}`: what may be called right though few numbers were tried."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import worst

PAGE = r"""
$$ y_n = \sum_{m=1}^{M} w_m x_{sn+m} %s, \quad E = \frac12 \sum_{n=1}^{N} y_n^2 $$

$$ \frac{\partial E}{\partial w_m} = \sum_{n=1}^{N} y_n %s $$
"""


def verdict(right: str, more: str = "") -> str:
    (claim,) = check(PAGE % (more, right)).claims
    return str(worst([claim.judgement]))


def test_the_stride_of_the_definition() -> None:
    assert verdict("x_{sn+m}") == "right"
    assert verdict(r"x_{m + s \cdot n}") == "right"


@pytest.mark.parametrize("slip", ["x_{n+m}", "x_{2n+m}", "x_{sm+n}", "x_{s(n-1)+m}"])
def test_another_one_is_wrong(slip: str) -> None:
    assert verdict(slip) == "wrong"


@pytest.mark.parametrize(
    "hidden", ["[s = 5]", "[s = 7]", "(s - 1)(s - 2)(s - 3)(s - 5)", "(s-1)(s-2)(s-3)", "[s = 30]", "[s = 4] [N = N]"]
)
def test_what_holds_for_few_strides_is_not_right(hidden: str) -> None:
    assert verdict(f"x_{{sn+m}} + {hidden}") != "right"
    assert verdict("x_{sn+m}", f"+ {hidden} w_m") != "right"


def test_the_numbers_are_told() -> None:
    report = check(PAGE % ("", "x_{sn+m}"))
    assert report.claims[0].links[0].detail == "with s = 2; s = 1; s = 3; s = 5"
    assert str(report.claims[0].links[0].evidence) == "exact"


def test_a_parenthesis_behind_the_letter_may_hold_an_argument() -> None:
    text = PAGE % (" + s(w_1)", "x_{sn+m}")
    assert "right" not in {str(worst([c.judgement])) for c in check(text).claims}


ARROWS = r"""
$$ m \leftarrow \frac{1}{N} \sum_{i=1}^{N} x_i $$
$$ %s $$
$$ L = \sum_{i=1}^{N} (x_i - m)^4 $$

$$ \frac{\partial L}{\partial x_i} = 4 (x_i - m)^3 - \frac{4}{N} \sum_{j=1}^{N} (x_j - m)^3 $$

$$ \frac{\partial L}{\partial x_i} = 4 (x_i - m)^3 $$
"""


def test_an_arrow_defines_what_is_computed_once() -> None:
    assert [str(worst([c.judgement])) for c in check(ARROWS % "a = b").claims][-2:] == ["right", "wrong"]


@pytest.mark.parametrize("again", [r"m \leftarrow m + x_1", r"m \leftarrow 2", "m = x_1"])
def test_a_name_that_changes_is_defined_by_no_arrow(again: str) -> None:
    found = [str(worst([c.judgement])) for c in check(ARROWS % again).claims][-2:]
    assert found[0] != "right"
