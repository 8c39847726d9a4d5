"""A word of another language right before a letter begins a name where something differentiates it."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$ y_1 = w_1 x \qquad y_2 = w_2 x $$

$$ 오차y_{1} = \frac{1}{2} (y_1 - r_1)^2 $$

$$ 오차y_{2} = \frac{1}{2} (y_2 - r_2)^2 $$

$$ 오차y_{s} = 오차y_{1} + 오차y_{2} $$

$$ %s $$
"""


def last(line: str, page: str = PAGE) -> str:
    return str(check(page % line).claims[-1].links[0].judgement)


@pytest.mark.parametrize("d", ["d", r"\partial "])
def test_lines_about_such_names_are_judged(d: str) -> None:
    assert last(rf"\frac{{{d}오차y_{{s}}}}{{{d}w_1}} = (y_1 - r_1) x") == "right"
    assert last(rf"\frac{{{d}오차y_{{s}}}}{{{d}w_1}} = (r_1 - y_1) x") == "wrong"
    assert last(rf"\frac{{{d}오차y_{{2}}}}{{{d}w_1}} = (y_1 - r_1) x") == "wrong"
    assert last(rf"\frac{{{d}오차y_{{s}}}}{{{d}y_2}} = \frac{{{d}오차y_{{2}}}}{{{d}y_2}}") == "right"
    assert last(rf"\frac{{{d}오차y_{{s}}}}{{{d}y_2}} = \frac{{{d}오차y_{{1}}}}{{{d}y_1}}") == "wrong"
    assert last(rf"\frac{{{d}y_{{2}}}}{{{d}w_2}} = \frac{{{d}오차y_{{2}}}}{{{d}w_2}}") == "wrong"


def test_a_word_that_nothing_differentiates_is_a_remark() -> None:
    page = "$$ y_1 = w x $$ $$ E = (y_1 - r)^2 $$ $$ %s $$"
    assert last(r"따라서y_1 = 2 w x", page) == "wrong"
    assert last(r"따라서\frac{dy_1}{dw} = x", page) == "right"
    assert last(r"\frac{dE}{dw} = 2 (y_1 - r) 오차x", page) not in ("right", "wrong")


def test_macros_beside_such_names_are_written_out() -> None:
    page = r"\newcommand{\ww}{w_1 x}" + PAGE
    assert last(r"\frac{d오차y_{s}}{dw_1} = (\ww - r_1) x", page) == "right"
    assert last(r"\frac{d오차y_{s}}{dw_1} = (\ww + r_1) x", page) == "wrong"
