r"""The end of a sum in a line that is judged may be a slip, or an index may be missing: that says nothing against what
definitions tell of arrays.

By hand: $\partial L/\partial p_u = -2 \sum_{i=1}^I e_{ui} q_i + 2 \lambda p_u$ with $e_{ui} = r_{ui} - p_u^T q_i$.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

RATINGS = (
    r"$$ e_{ui} = r_{ui} - \sum_{k=1}^K p_{uk} q_{ik} $$"
    "\n\n"
    r"$$ L = \sum_{u=1}^U \sum_{i=1}^I e_{ui}^2 + \lambda \sum_{u=1}^U \sum_{k=1}^K p_{uk}^2 $$"
)
USER = r"$$ \frac{\partial L}{\partial p_u} = -2 \sum_{i=1}^I e_{ui} q_i + 2 \lambda p_u $$"
LINES = (
    r"$$ e_{ui} = r_{ui} - p_u^T q_i $$",
    USER,
    USER.replace("+ 2", "+"),
    r"$$ \frac{\partial L}{\partial Q} = -2 E^T P $$",
    r"$$ \frac{\partial L}{\partial Q} = -2 E P $$",
)
EXPECTED = ["right", "wrong", "right", "wrong"]
"""What only says with arrays what a definition says is not judged."""
SLIPS = (USER.replace("^I", "^U"), USER.replace("^I", "^K"), USER.replace("i=1", "u=1"))


def verdicts(*displays: str) -> list[str]:
    """The verdicts on one page."""
    return [str(c.judgement) for c in check("\n\n".join(displays)).claims]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_wrong_end_beside(slip: str) -> None:
    """All arrays of the page were unreadable beside it."""
    found = verdicts(RATINGS, *LINES, slip)
    assert found[:-1] == EXPECTED
    assert found[-1] != "right"


ENTRY = r"$$ \frac{\partial L}{\partial p_{uk}} = -2 \sum_{i=1}^I e_{ui} q_{ik} + 2 \lambda p_{uk} $$"


@pytest.mark.parametrize(
    ("typed", "slip"), [("q_{ik}", "q_i"), ("q_{ik}", "q_k"), ("q_{ik}", "q_{ki}"), ("e_{ui}", "e_{iu}")]
)
def test_a_wrong_index_beside(typed: str, slip: str) -> None:
    """Beside `q_i` for `q_{ik}` in one line no `q_i` was a vector in another."""
    assert verdicts(RATINGS, *LINES, ENTRY.replace(typed, slip)) == [*EXPECTED, "wrong"]
    assert verdicts(RATINGS, *LINES, ENTRY) == [*EXPECTED, "right"]


def test_a_letter_of_another_axis_in_a_line() -> None:
    """A line may use the letter of a definition for another axis: then that is its own."""
    page = (
        r"$$ r_k = \sum_{j=1}^n a_{kj} x_j - b_k $$ ( $k = 1, \dots, m$ )",
        r"$$ f = \sum_{k=1}^m r_k^2 + \sum_{i=1}^n x_i^2 $$",
    )
    by_entry = r"$$ \frac{\partial f}{\partial x_j} = 2 \sum_{i=1}^m a_{ij} r_i + 2 x_j $$"
    whole = r"$$ \frac{\partial f}{\partial x} = 2 A^T r + 2 x $$"
    slip = r"$$ \frac{\partial f}{\partial x} = 2 A r + 2 x $$"
    assert verdicts(*page, by_entry, by_entry.replace("2 x", "x")) == ["right", "wrong"]
    found = verdicts(*page, by_entry, whole, slip, whole.replace("+ 2", "+"))
    assert found[0] == "right"
    assert found[1] in ("right", "unproved", "unreadable")
    assert "right" not in found[2:]


def test_definitions_that_differ() -> None:
    """Where a letter has two ends in definitions no one of them counts."""
    page = RATINGS + r" $$ s = \sum_{i=1}^U p_{i1} $$"
    found = verdicts(page, *LINES[1:])
    assert "wrong" not in (found[0], found[2])
    assert "right" not in (found[1], found[3])
