r"""Functions whose arguments may be exchanged, `k(x_i, x_j) = k(x_j, x_i)`. Labels by hand."""

from __future__ import annotations

import pytest

from .judging import check

J = r"$$J = \frac12 \sum_{i=1}^{n} \sum_{j=1}^{n} \alpha_i \alpha_j k(x_i, x_j)$$"
SHORT = r"$$\frac{\partial J}{\partial \alpha_m} = \sum_{j=1}^{n} \alpha_j k(x_m, x_j)$$"
LONG = r"$$\frac{\partial J}{\partial \alpha_m} = \frac12 \sum_{j=1}^{n} \alpha_j (k(x_m, x_j) + k(x_j, x_m))$$"


@pytest.mark.parametrize(
    ("said", "short"),
    [
        (r"where the kernel is symmetric, $k(x_i, x_j) = k(x_j, x_i)$.", "right"),
        (r"$$k(x, y) = k(y, x)$$", "right"),
        (r"We do not assume that $k(x_i, x_j) = k(x_j, x_i)$.", "unproved"),
        ("", "wrong"),
    ],
)
def test_a_symmetric_kernel(said: str, short: str) -> None:
    def last(line: str) -> str:
        (link,) = check("\n\n".join((J, said, line))).claims[-1].links
        return str(link.judgement)

    assert last(SHORT) == short
    assert last(LONG) == "right"
    assert last(SHORT.replace("= ", r"= \frac12 ")) in ("wrong", short)
    assert last(SHORT.replace("= ", r"= \frac12 ")) != "right"
