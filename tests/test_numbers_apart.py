r"""The 0 of `w_{j0}` where letters tell layers apart: whose entry it is."""

from __future__ import annotations

import pytest

from symderiv.check.report import worst

from .judging import check

PAGE = r"""+++
[ranges]
i = "%s..D"
j = "%s..M"
k = "1..K"
+++
$$ a_j = \sum_i w_{ji} x_i %s, \quad a_k = \sum_j w_{kj} \tanh(a_j), \quad E = \frac12 \sum_k a_k^2 $$

$$ \frac{\partial a_j}{\partial w_{j0}} = %s $$

$$ \frac{\partial a_j}{\partial w_{j0}} = 0 $$
"""


def verdicts(*parts: str) -> list[str]:
    return [str(worst([c.judgement])) for c in check(PAGE % parts).claims]


def test_it_belongs_to_the_letters_that_begin_there() -> None:
    assert verdicts("0", "1", "", "x_0") == ["right", "wrong"]


def test_it_is_a_name_of_its_own_where_none_do() -> None:
    assert verdicts("1", "1", "+ w_{j0}", "1") == ["right", "wrong"]
    assert verdicts("1", "1", "+ w_{j0}", "x_0")[0] != "right"


@pytest.mark.parametrize(("offset", "slope"), [("", "x_0"), ("+ w_{j0}", "(x_0 + 1)")])
def test_where_several_begin_there_it_is_that_of_the_letter_beside_it(offset: str, slope: str) -> None:
    """Behind a j stands an i everywhere, so that the 0 of `w_{j0}` is one."""
    assert verdicts("0", "0", offset, slope) == ["right", "wrong"]
    assert verdicts("0", "0", offset, f"2 {slope}") == ["wrong", "wrong"]


def test_where_no_letter_stands_beside_it_it_is_not_told() -> None:
    page = PAGE.replace("w_{j0}", "w_{00}").replace("a_j}{", "a_0}{") % ("0", "0", "", "x_0")
    assert not {"right", "wrong"} & {str(worst([c.judgement])) for c in check(page).claims}
