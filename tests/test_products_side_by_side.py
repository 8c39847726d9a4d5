r"""Two product signs behind each other, `\prod_j a_j \prod_i b_i` are two products where b has no j."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$$E = - \sum_{j=1}^{m} b_j v_j - \sum_{i=1}^{n} c_i h_i$$

"""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\prod_{j=1}^{m} v_j \prod_{i=1}^{n} h_i = \prod_{i=1}^{n} h_i \prod_{j=1}^{m} v_j", "right"),
        (r"\prod_{j=1}^{m} v_j \prod_{i=1}^{n} h_i = \prod_{j=1}^{m} \left( v_j \prod_{i=1}^{n} h_i \right)", "wrong"),
        (r"\prod_{j=1}^{m} v_j \prod_{i=1}^{n} (h_i v_j) = \prod_{j=1}^{m} v_j^{n+1} \prod_{i=1}^{n} h_i", "wrong"),
        (r"\prod_{j=1}^{m} v_j \cdot \prod_{j=1}^{n} h_j = \prod_{i=1}^{n} h_i \prod_{j=1}^{m} v_j", "right"),
        (r"\prod_{j=1}^{m} 2 \prod_{i=1}^{n} h_i = 2 \prod_{i=1}^{n} h_i", "unreadable"),
        (r"\prod_{j=1}^{m} v_j b_1 = b_1 \prod_{j=1}^{m} v_j", "unreadable"),
    ],
)
def test_each_sign_multiplies_its_own(line: str, wanted: str) -> None:
    assert check(f"{PAGE}$${line}$$\n").verdict == wanted
