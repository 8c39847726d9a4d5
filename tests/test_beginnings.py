r"""Sums with an end and no beginning, `\sum_{i}^{n}`: where they begin."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import worst

PAGE = r"""
$$ y = %s w_i x_i, \quad E = \frac12 (y - t)^2 $$

$$ E = \frac12 \left( \sum_{i=1}^{n} w_i x_i - t \right)^2 $$

$$ E = \frac12 \left( \sum_{i=0}^{n} w_i x_i - t \right)^2 $$
"""


def verdicts(page: str) -> list[str]:
    return [str(worst([c.judgement])) for c in check(page).claims]


@pytest.mark.parametrize(
    ("front", "expected"),
    [("", ["unproved"]), ('i = "1..n"', ["right", "wrong"]), ('i = "0..n"', ["wrong", "right"])],
)
def test_they_begin_where_the_letter_does(front: str, expected: list[str]) -> None:
    page = (f"+++\n[ranges]\n{front}\n+++\n" if front else "") + PAGE % r"\sum_{i}^{n}"
    found = verdicts(page)
    if front:
        assert found == expected
    else:  # other sums over i begin at 0 and at 1: nothing tells
        assert not {"right", "wrong"} & set(found)


SILENT = r"""
$$ y = \sum_{i}^{n} w_i x_i %s $$

$$ y = \sum_{i=1}^{n} x_i w_i %s $$

$$ y = \sum_{i=2}^{n} w_i x_i %s $$
"""


def test_where_nothing_is_said_they_begin_at_one() -> None:
    assert verdicts(SILENT % ("", "", "")) == ["right", "wrong"]


@pytest.mark.parametrize("zero", ["+ w_0", r"+ \sum_{k=0}^{m} v_k", r"\quad (i = 0, \dots, n)"])
def test_where_something_is_counted_from_zero_they_are_refused(zero: str) -> None:
    assert not {"right", "wrong"} & set(verdicts(SILENT % (zero, zero, zero)))
