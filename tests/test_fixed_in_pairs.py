r"""A letter of the left side stands in the pairs below a sum as well. Labels by hand: with u fixed in the pairs."""

from __future__ import annotations

import pytest

from symderiv.check.looks.fixed_in_pairs import pairs_typed
from symderiv.check.page import check
from symderiv.check.report import JudgedLink

LOSS = r"$$L = \frac12 \sum_{(u,i) \in D} (r_{ui} - p_u^T q_i)^2$$" "\n"


def judged(line: str, loss: str = LOSS) -> JudgedLink:
    (claim,) = check(f"{loss}\n$${line}$$").claims
    return claim.links[0]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (r"\frac{\partial L}{\partial p_u} = -\sum_{(u,i) \in D} (r_{ui} - p_u^T q_i) q_i", r"\sum_{i : (u,i) \in D}"),
        (r"\nabla_{q_i} L = -\sum_{(u,i) \in D} (r_{ui} - p_u^T q_i) p_u", r"\sum_{u : (u,i) \in D}"),
        (
            r"\frac{\partial L}{\partial p_u} = \sum\limits_{(u, i) \in D} (p_u^T q_i - r_{ui}) q_i",
            r"\sum_{i : (u, i) \in D}",
        ),
    ],
)
def test_a_line_that_is_right_so_is_open(line: str, hint: str) -> None:
    found = judged(line)
    assert str(found.judgement) == "unproved"
    assert hint in found.detail


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial L}{\partial p_u} = \sum_{(u,i) \in D} (r_{ui} - p_u^T q_i) q_i",
        r"\frac{\partial L}{\partial p_u} = -2 \sum_{(u,i) \in D} (r_{ui} - p_u^T q_i) q_i",
        r"\frac{\partial L}{\partial p_u} = -\sum_{(u,i) \in D} (r_{ui} - p_u^T q_i) p_u",
        r"\frac{\partial L}{\partial p_u} = -\sum_{u=1}^U \sum_{i=1}^I (r_{ui} - p_u^T q_i) q_i",
    ],
)
def test_a_line_that_is_wrong_in_both_readings_is_wrong(line: str) -> None:
    assert str(judged(line).judgement) == "wrong"


def test_sums_over_two_letters_are_as_typed() -> None:
    loss = LOSS.replace(r"\sum_{(u,i) \in D}", r"\sum_{u=1}^U \sum_{i=1}^I")
    line = r"\frac{\partial L}{\partial p_u} = -\sum_{u=1}^U \sum_{i=1}^I (r_{ui} - p_u^T q_i) q_i"
    assert str(judged(line, loss).judgement) == "wrong"


def test_with_one_letter_it_is_right() -> None:
    line = r"\frac{\partial L}{\partial p_u} = -\sum_{i : (u,i) \in D} (r_{ui} - p_u^T q_i) q_i"
    assert str(judged(line).judgement) == "right"


def test_pairs_as_typed() -> None:
    assert pairs_typed(r"\sum_{(u,i) \in \mathcal{K}} a_u")[0][1] == ("u", "i")
    assert pairs_typed(r"\sum_{i : (u,i) \in D} a_u") == ()
    assert pairs_typed(r"\sum_{u \in D} a_u") == ()
