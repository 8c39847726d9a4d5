"""A sum that goes on behind a sign is read so where a name is defined, and nowhere that one may be forgotten."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

PAGE = r"""$$ a_j = \sum_{i=1}^{I} w_{ji} x_i + b_j $$ ($1 \le j \le J$)

$$ E = \sum_{j=1}^{J} y_j a_j + (1 - y_j) a_j^2 $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{J} (y_j w_{ji} + 2 (1 - y_j) a_j w_{ji})", "right"),
        (r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{J} y_j w_{ji} + 2 (1 - y_j) a_j w_{ji}", "unreadable"),
        (r"\frac{\partial E}{\partial x_i} = \sum_{j=1}^{J} (y_j w_{ji} + (1 - y_j) a_j w_{ji})", "wrong"),
        (r"E = \sum_{j=1}^{J} y_j a_j + (1 - y_j) a_j", "wrong"),
        (r"E = \sum_{j=1}^{J} a_j^2 + y_j (a_j - a_j^2)", "right"),
        (r"a_j = \sum_{i=1}^{I} w_{ji} x_i + x_i b_j", "unreadable"),
    ],
)
def test_only_who_defines_so_is_read_so(line: str, expected: str) -> None:
    assert str(check(f"{PAGE}$$ {line} $$").claims[-1].judgement) == expected
