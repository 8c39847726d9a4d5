r"""Slopes that a page states of functions that it does not define: `an activation with $g' = g (1 - g)$`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

NET = r"$$ a_j = \sum_{i=1}^n v_{ji} x_i + b_j \qquad q_j = g(a_j) $$"


@pytest.mark.parametrize(
    "said",
    [
        r"The unit has $g' = g (1 - g)$.",
        r"The unit satisfies $g'(s) = g(s) (1 - g(s))$.",
        r"Let $g$ be a unit with $$ g' = g (1 - g) $$",
    ],
)
def test_a_slope_is_no_slip_and_what_follows_from_it_is_open(said: str) -> None:
    page = f"{said}\n\n{NET}"
    assert check(page).verdict != "wrong"
    found = each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial q_j}{\partial b_j} = q_j (1 - q_j) $$",
            r"$$ \frac{\partial q_j}{\partial b_j} = g'(a_j) $$",
            # wrong with the slope as well
            r"$$ \frac{\partial q_j}{\partial b_j} = q_j (1 + q_j) $$",
            r"$$ \frac{\partial a_j}{\partial b_j} = x_j $$",
        ],
    )
    assert found[0] not in ("right", "wrong")
    assert found[1] == "right"
    assert found[2] == "wrong"
    assert found[3] == "wrong"


def test_a_slope_that_no_usual_function_has() -> None:
    page = f"Let $g'(s) = 3 g(s)^2$.\n\n{NET}"
    found = each_verdict(
        page, lines=[r"$$ \frac{\partial q_j}{\partial b_j} = q_j $$", r"$$ \frac{\partial a_j}{\partial b_j} = 2 $$"]
    )
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"


def test_the_slope_of_a_function_that_is_defined_is_judged() -> None:
    page = f"$$ g(s) = \\frac{{1}}{{1 + e^{{-s}}}} $$\n\n{NET}"
    assert each_verdict(page, lines=[r"$$ g'(s) = g(s) (1 - g(s)) $$", r"$$ g'(s) = g(s) (1 + g(s)) $$"]) == [
        "right",
        "wrong",
    ]


def test_what_holds_more_than_the_function_states_no_slope() -> None:
    assert verdict(NET, r"$$ g'(a_j) = x_j $$") == "wrong"


def test_a_slip_without_the_prime_makes_no_other_line_wrong() -> None:
    page = r"$$ q = \sigma(\sum_{i=1}^n v_i x_i + b) $$ $$ E = \frac12 (q - r)^2 $$"
    good, slip = (
        r"$$ \frac{\partial E}{\partial b} = \sigma' (q - r) $$",
        r"$$ \frac{\partial E}{\partial b} = \sigma (q - r) $$",
    )
    assert verdict(page, slip, good) != "wrong"
    assert verdict(page, good, slip) == "wrong"
