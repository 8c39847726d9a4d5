r"""A class that a bracket singles out of a sum, `\sum_j [y = j] \log p_j`: one of the letters that the sum runs over.

By hand, for the softmax p of z: `\partial (-\log p_y)/\partial z_j = p_j - [y = j]`, for any y that there is.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

BRACKETS = pytest.mark.parametrize(
    "one", ["[y = j]", r"\mathbb{1}(y = j)", r"\delta_{jy}", r"\chi(c = j)", r"\delta_{j=y}"]
)


@BRACKETS
@pytest.mark.parametrize("total", [r"\sum_{k=1}^K", r"\sum_k"])
def test_the_class_is_one_that_there_is(one: str, total: str) -> None:
    softmax = rf"$$p_j = \frac{{e^{{z_j}}}}{{{total} e^{{z_k}}}}$$"
    loss = rf"$$L = -\sum_{{j=1}}^K {one} \log p_j$$"
    line = r"$$\frac{\partial L}{\partial z_j} = %s$$"
    assert each_verdict(softmax, loss, lines=[line % f"p_j - {one}", line % f"{one} - p_j", line % "p_j - 1"]) == [
        "right",
        "wrong",
        "wrong",
    ]


def test_a_size_that_ends_a_range_is_none() -> None:
    network = r"$$E = \sum_{j=1}^K [j = N] x_j^2 + \sum_{i=1}^N v_i$$"
    assert verdict(network, r"$$\sum_{j=1}^K \frac{\partial E}{\partial x_j} = 2 x_N$$") != "right"
