r"""The 0 of `w_{j0}` where letters tell layers apart: whose entry it is."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import worst

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


@pytest.mark.parametrize("offset", ["", "+ w_{j0}"])
def test_where_several_do_it_is_not_told(offset: str) -> None:
    assert not {"right", "wrong"} & set(verdicts("0", "0", offset, "x_0"))
