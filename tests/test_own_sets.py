r"""Is the k of `e^{s_k} / \sum_{j \in C_k} e^{s_j}` one of `C_k`?

By hand: `\partial \log P_k/\partial s_k = 1 - [k \in C_k] P_k`.
"""

from __future__ import annotations

import pytest

from .judging import verdict


@pytest.mark.parametrize("name", ["C_k", r"\mathcal{C}_k", "C(k)"])
@pytest.mark.parametrize(
    ("slope", "wanted"), [("1 - P_k", "unproved"), ("1", "wrong"), ("1 + P_k", "wrong"), ("P_k - 1", "wrong")]
)
def test_a_share_of_a_sum_over_a_set(name: str, slope: str, wanted: str) -> None:
    share = rf"$$ P_k = \frac{{e^{{s_k}}}}{{\sum_{{j \in {name}}} e^{{s_j}}}} $$"
    assert verdict(share, rf"$$ \frac{{\partial \log P_k}}{{\partial s_k}} = {slope} $$") == wanted


@pytest.mark.parametrize(("slope", "wanted"), [("w_i x_i", "wrong"), ("w_i", "unproved"), ("0", "wrong")])
def test_a_sum_over_neighbours(slope: str, wanted: str) -> None:
    page = r"$$ h_i = \sum_{j \in N(i)} w_j x_j $$", rf"$$ \frac{{\partial h_i}}{{\partial x_i}} = {slope} $$"
    assert verdict(*page) == wanted


def test_data_that_are_no_set() -> None:
    share = r"$$ P_k = \frac{e^{s_k}}{\sum_j C_{kj} e^{s_j}} $$"
    assert verdict(share, r"$$ \frac{\partial \log P_k}{\partial s_k} = 1 - P_k $$") == "wrong"
