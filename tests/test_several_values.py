r"""Values of an example that change on a page: none is what the name is, and no line below is judged by the first."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

NET = r"$$h = w_1 x_1 + w_2 x_2$$ $$E = \frac12 (h - t)^2$$"
GUESSED = r"The true weights are $w_1 = 1, w_2 = 2$. We begin with the guess $$w_1 = 0.5, \quad w_2 = 1.5.$$"
FIRST = r"Take $x_1 = 1$, $x_2 = 2$, $w_1 = 3$, $w_2 = 1$, $t = 4$."
RIGHT = r"$$\frac{\partial E}{\partial w_1} = (h - t) x_1$$"


def test_the_second_value_of_a_weight_is_not_wrong() -> None:
    judged = check("\n\n".join((GUESSED, NET, RIGHT))).claims
    assert [str(c.judgement) for c in judged] == ["unproved", "unproved", "right"]


@pytest.mark.parametrize("number", ["1", "8", "0"])
def test_a_number_below_a_second_value_is_open(number: str) -> None:
    """At `x_1 = 1` the derivative is 1, at `x_1 = 2` it is 2 (8 - 4) = 8."""
    line = rf"$$\frac{{\partial E}}{{\partial w_1}} = {number}$$"
    assert verdict(NET, FIRST, r"With $x_1 = 2$ instead we have", line) == "unproved"


@pytest.mark.parametrize(("number", "expected"), [("1", "right"), ("8", "wrong")])
def test_a_number_above_it_is_judged_at_the_first(number: str, expected: str) -> None:
    line = rf"$$\frac{{\partial E}}{{\partial w_1}} = {number}$$"
    page = check("\n\n".join((NET, FIRST, line, r"With $x_1 = 2$ instead it is another number.")))
    assert [str(c.judgement) for c in page.claims if r"\partial w_1" in c.latex] == [expected]


def test_what_is_right_for_any_value_stays_right() -> None:
    cases = [
        (r"$$\frac{\partial E}{\partial w_1} = (h - t) x_1$$", "right"),
        (r"$$\frac{\partial E}{\partial w_1} = (h - t)$$", "unproved"),  # holds at the first value of x_1
        (r"$$\frac{\partial E}{\partial t} = h - t$$", "unproved"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, FIRST, r"Then we take $x_1 = 2$.", lines=[line for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_one_value_said_twice_is_one() -> None:
    line = r"$$\frac{\partial E}{\partial w_1} = 8$$"
    assert verdict(NET, FIRST, r"Recall $x_1 = 1$ from above.", line) == "wrong"
