r"""A name whose definition could not be read, around a recurrence: what it is made of at a step before may be what it
is differentiated by.

By hand: `h_t` goes into `s_t` as well as into `u_t` itself, so `1 - s_t` is not all of the derivative.
"""

from __future__ import annotations

import pytest

from .judging import check

UNREAD = r"3 \weird{ 4 \frac{ "


def judged(*formulas: str) -> str:
    report = check("\n\n".join(f"$$ {x} $$" for x in formulas))
    return str(report.claims[-1].links[-1].judgement)


@pytest.mark.parametrize(
    "between",
    [
        [rf"s_t = \tanh( h_t - {UNREAD}"],
        [rf"r_t = \tanh( h_t - {UNREAD}", "q_t = 2 r_t", rf"s_t = \tanh( q_t - {UNREAD}"],
    ],
)
def test_what_leads_back_to_what_is_differentiated_by(between: list[str]) -> None:
    page = [r"h_t = u_{t-1} + w x_t \qquad t = 1, \dots, T", *between, "u_t = h_t (1 - s_t)"]
    assert judged(*page, r"\frac{\partial u_t}{\partial h_t} = 1 - s_t") == "unproved"
    # without a recurrence it is made of h all the same
    page[0] = r"h_t = w x_t \qquad t = 1, \dots, T"
    assert judged(*page, r"\frac{\partial u_t}{\partial h_t} = 1 - s_t") == "unproved"


def test_what_is_lost_above_alone_is_of_no_matter() -> None:
    page = [rf"x_i = \tanh( c_i - {UNREAD}", r"a_i = w x_i \qquad i = 1, \dots, N", "z_i = a_i^2"]
    assert judged(*page, r"\frac{\partial z_i}{\partial a_i} = 2 a_i") == "right"
