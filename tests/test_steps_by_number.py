r"""Names with a number that may be steps of what is computed: `\mathbf{y}_3` beside `\mathbf{y}_t = ..` is no name of
its own that depends on something in some way, and nothing is right of it because of that.
"""

from __future__ import annotations

import pytest

from symderiv.check.known.twins import may_be_entry
from symderiv.expr import Variable

from .judging import verdict

PAGE = r"""+++
objective = "L"
[ranges]
"t" = "1..3"
+++

$$ s_{t,i} = \sum_j v_{ij} h_{t,j} \qquad q_{t,i} = \tanh(s_{t,i}) $$

$$ L_t = \sum_i (q_{t,i} - r_{t,i})^2 \qquad L = \sum_t L_t $$"""


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        (r"\frac{\partial L_3}{\partial v} = \frac{\partial L_1}{\partial \mathbf{q}_1} "
         r"\frac{\partial \mathbf{q}_1}{\partial \mathbf{s}_1} \frac{\partial \mathbf{s}_1}{\partial v}",
         ("unproved", "unreadable", "wrong")),
        (r"\frac{\partial L_3}{\partial \mathbf{s}_3} = 0", ("unproved", "unreadable", "wrong")),
    ],
)  # fmt: skip
def test_nothing_is_right_of_a_step_that_is_not_known(line: str, allowed: tuple[str, ...]) -> None:
    assert verdict(PAGE, f"$${line}$$") in allowed


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("y_{#,#}", "y_{3}", True),
        ("y_{#,#}", r"\mathbf{y}_{3}", True),
        ("y_{#}", "y_{3,1}", False),
        ("y", "y_{0}", False),
        ("y_{a,#}", "y_{3}", False),
        ("y_{#}", "y_{max}", False),
    ],
)
def test_numbers_for_indices(one: str, two: str, expected: bool) -> None:
    assert may_be_entry(Variable(one), Variable(two)) is expected
