"""Names defined once for each of several cases that only words or values tell: neither definition is what they are."""

from __future__ import annotations

import pytest

from .judging import check

FIRST = "$$y = \\sum_i w_i x_i$$\n\n"
CASES = (
    "For positive examples $$E = -\\log \\sigma(y)$$ and for negative examples $$E = -\\log(1-\\sigma(y))$$",
    "When the label is $1$: $$E = -\\log \\sigma(y)$$ When the label is $0$: $$E = -\\log(1-\\sigma(y))$$",
    "Let $E = -\\log \\sigma(y)$ for $t > 0$ and $E = -\\log(1-\\sigma(y))$ otherwise.",
    "For $y > t$ let $$E = -\\log \\sigma(y)$$ and for $y \\le t$ let $$E = -\\log(1-\\sigma(y))$$",
)


@pytest.mark.parametrize("words", CASES)
@pytest.mark.parametrize("line", ["(\\sigma(y)-1) x_i", "\\sigma(y) x_i"])
def test_neither_case_is_what_the_name_is(words: str, line: str) -> None:
    text = f"{FIRST}{words}\n\n$$\\frac{{\\partial E}}{{\\partial w_i}} = {line}$$"
    assert check(text).claims[-1].judgement == "unproved"


def test_what_is_defined_anew_for_another_problem_is_no_such_case() -> None:
    text = (
        "For regression we use $$E = \\frac12 (y-t)^2$$\n\n$$\\frac{\\partial E}{\\partial w_i} = (y-t) x_i$$\n\n"
        "For classification we use $$E = -t\\log\\sigma(y) - (1-t)\\log(1-\\sigma(y))$$\n\n"
        "$$\\frac{\\partial E}{\\partial w_i} = (\\sigma(y)-t) x_i$$"
    )
    assert [str(c.judgement) for c in check(FIRST + text).claims] == ["right", "right"]


def test_a_wrong_restatement_is_no_case() -> None:
    text = "$$E = \\frac12 (y-t)^2$$ that is $$E = \\frac12 (y^2 - t^2)$$"
    assert check(FIRST + text).verdict == "wrong"
