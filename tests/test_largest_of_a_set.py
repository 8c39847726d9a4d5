r"""The largest entry of a set, `\max_{j \in N_i} v_j`, as pooling over neighbours has it, and products over sets."""

from __future__ import annotations

import pytest

from tests.judging import verdict

POOLED = r"""$$ h_i = \max_{j \in N_i} v_j, \quad L = \sum_{i=1}^n h_i^2 $$

$$ v_j = w x_j + b $$"""
PRODUCT = r"$$ h_i = \prod_{j \in N_i} (v_j + 1), \quad L = \sum_{i=1}^n h_i $$"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"L = \sum_i h_i^2", "right"),
        (r"\frac{\partial L}{\partial h_i} = 2 h_i", "right"),
        (r"\frac{\partial L}{\partial b} = 2 \sum_i h_i", "right"),
        (r"\frac{\partial L}{\partial b} = 2 \sum_i h_i \frac{\partial h_i}{\partial b}", "right"),
        (r"\frac{\partial L}{\partial b} = \sum_i h_i", "wrong"),
        (r"\frac{\partial L}{\partial b} = -2 \sum_i h_i", "wrong"),
        (r"\frac{\partial L}{\partial w} = 2 \sum_i h_i", "wrong"),
    ],
)
def test_the_largest_entry_of_a_set(line: str, expected: str) -> None:
    assert verdict(POOLED, f"$$ {line} $$") == expected


def test_a_set_that_is_empty_refutes_no_line() -> None:
    """The largest of nothing is nothing, and a page that takes it means sets with elements."""
    assert verdict(POOLED, r"$$ \frac{\partial h_i}{\partial b} = 1 $$") == "unproved"
    assert verdict(POOLED, r"$$ \frac{\partial h_i}{\partial b} = 2 $$") == "wrong"


@pytest.mark.parametrize("sign", ["max", "min"])
def test_the_least_is_taken_alike(sign: str) -> None:
    page = POOLED.replace("max", sign)
    assert verdict(page, r"$$ \frac{\partial L}{\partial b} = 2 \sum_i h_i $$") == "right"
    assert verdict(page, r"$$ \frac{\partial L}{\partial b} = \sum_i h_i $$") == "wrong"


def test_products_over_sets() -> None:
    assert verdict(PRODUCT, r"$$ \frac{\partial L}{\partial h_i} = 1 $$") == "right"
    part = r"\sum_i \sum_{k \in N_i} \delta_{kl} \prod_{p \in N_i, p \ne k} (v_p + 1)"
    assert verdict(PRODUCT, rf"$$ \frac{{\partial L}}{{\partial v_l}} = {part} $$") == "right"
    assert verdict(PRODUCT, rf"$$ \frac{{\partial L}}{{\partial v_l}} = 2 {part} $$") == "wrong"
