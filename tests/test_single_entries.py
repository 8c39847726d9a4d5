r"""That an entry stands somewhere by number does not say that a sum runs over it alone."""

from __future__ import annotations

import pytest

from symderiv.errors import UnknownRange
from symderiv.load import load_text

from .judging import check

SOFTMAX = r"$$q_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$ "
FALSE = [
    SOFTMAX + r"$$E = -\log q_1$$ $$\frac{\partial E}{\partial z_1} = 0$$",  # true for one class only
    SOFTMAX + r"$$r = z_3$$ $$\frac{\partial q_i}{\partial z_i} = 0$$",
    SOFTMAX + r"$$r = z_{D+2}$$ $$\frac{\partial q_i}{\partial z_i} = 0$$",
    r"$$s = \sum_j a_j$$ $$r = a_3$$ $$s = a_3$$",
    r"$$s = \sum_j a_j$$ $$r = a_3$$ $$s = a_1 + a_2 + a_3$$",  # true for three entries only
]
TRUE = [
    SOFTMAX + r"$$E = -\log q_1$$ $$\frac{\partial E}{\partial z_1} = q_1 - 1$$",
    SOFTMAX + r"$$r = z_3$$ $$\frac{\partial q_i}{\partial z_i} = q_i (1 - q_i)$$",
    r"$$s = \sum_j a_j$$ $$r = a_3$$ $$\frac{\partial s}{\partial a_3} = 1$$",
]


@pytest.mark.parametrize("page", FALSE)
def test_a_line_that_is_true_for_one_entry_is_not_right(page: str) -> None:
    assert check(page).verdict == "wrong"


@pytest.mark.parametrize("page", TRUE)
def test_a_line_that_is_true_for_any_number_of_entries_is_right(page: str) -> None:
    assert check(page).verdict == "right"


def test_nothing_is_derived_for_one_entry_alone() -> None:
    with pytest.raises(UnknownRange, match="sum over `j`"):
        load_text(SOFTMAX + r"$$E = -\log q_1$$")
