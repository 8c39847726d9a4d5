r"""Two entries that a page singles out, `L = \log p_j - \log p_i`: are they different ones?

By hand: with `L = z_j - z_i` the derivative by `z_i` is -1 for different ones, and 0 for one and the same.
"""

from __future__ import annotations

import pytest

from .judging import verdict

SOFTMAX = r"$$ p_i = \frac{e^{z_i}}{Z}, \quad Z = \sum_k e^{z_k} $$"
MARGIN = r"$$ L = \log p_j - \log p_i $$"
RATIO = r"$$ L = -\log \frac{p_i}{p_i + p_j} $$"
THREE = r"$$ L = \log p_j + \log p_l - 2 \log p_i $$"


@pytest.mark.parametrize(
    ("loss", "line", "wanted"),
    [
        (MARGIN, r"\frac{\partial L}{\partial z_i} = -1", "unproved"),
        (MARGIN, r"\frac{\partial L}{\partial z_j} = 1", "unproved"),
        (MARGIN, r"\frac{\partial L}{\partial z_i} = 1", "wrong"),
        (MARGIN, r"\frac{\partial L}{\partial z_j} = 0", "wrong"),
        (MARGIN, r"\frac{\partial L}{\partial z_i} = p_i - 1", "wrong"),
        (MARGIN, r"\frac{\partial L}{\partial p_i} = -\frac{1}{p_i}", "unproved"),
        (MARGIN, r"\frac{\partial L}{\partial z_i} = \delta_{ij} - 1", "right"),
        (MARGIN, r"\frac{\partial L}{\partial z_i} = -1 \quad (i \ne j)", "right"),
        (MARGIN, r"L = z_i - z_j", "wrong"),
        (RATIO, r"\frac{\partial L}{\partial z_i} = -\frac{p_j}{p_i + p_j}", "unproved"),
        (RATIO, r"\frac{\partial L}{\partial z_i} = \frac{p_j}{p_i + p_j}", "wrong"),
        (THREE, r"\frac{\partial L}{\partial z_i} = -2", "unproved"),
        (THREE, r"\frac{\partial L}{\partial z_i} = -1", "wrong"),
    ],
)
def test_of_different_entries(loss: str, line: str, wanted: str) -> None:
    assert verdict(SOFTMAX, loss, f"$$ {line} $$") == wanted


def test_an_entry_beside_any_other() -> None:
    """The m of the line alone is any entry, that one too."""
    page = SOFTMAX, r"$$ L = -\log p_i $$"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_m} = p_m $$") == "wrong"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_m} = p_m \quad (m \ne i) $$") == "right"
