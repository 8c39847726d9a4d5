r"""A page about one layer, with sizes of it inside of indices: `z^l_{h-F^l+1+i}`, `x^l_{hS+i}`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

PAGE = r"""
+++
objective = "E"
functions = ["g"]
outside = "zero"
[ranges]
"i" = "0..F^l-1"
+++

$$ z^l_{n,h} = \sum_{i=0}^{F^l-1} x^l_{n,h*S+i} k^l_i + b^l $$ ($n = 1, \dots, N$, $h = 0, \dots, H^l-1$)

$$ E = \sum_{n=1}^{N} \sum_{h=0}^{H^l-1} y_{n,h} g(z^l_{n,h}) $$

$$ \delta^l_{n,h} = \frac{\partial E}{\partial z^l_{n,h}} $$
""".lstrip()
STRIDED, PLAIN = PAGE.replace("*", ""), PAGE.replace("*S", "")
BACK = r"""
$$ \frac{\partial E}{\partial x^l_{n,h}} = \sum_{i=0}^{F^l-1} \delta^l_{n,%s} k^l_{%s} $$
($n = 1, \dots, N$, $h = 0, \dots, %s$)
"""
END, END_OF_STRIDES = "H^l+F^l-2", "(H^l-1)S+F^l-1"


def test_sizes_of_the_layer_in_indices() -> None:
    assert verdict(PLAIN, BACK % ("h-F^l+1+i", "F^l-1-i", END)) == "right"
    assert verdict(STRIDED, BACK % ("h-F^l+1+i", "F^l-1-i", END_OF_STRIDES)) == "wrong"


def test_slips() -> None:
    cases = [("h-F^l+i", "F^l-1-i"), ("h-F^l+1+i", "F^l-i"), ("h-F^l+1+i", "i")]
    for (_, of), found in zip(
        cases, each_verdict(PLAIN, lines=[BACK % (at, of, END) for at, of in cases]), strict=True
    ):
        assert found == "wrong", of


EVERY = r"""
$$ \frac{\partial E}{\partial x^l_{n,h}} = \sum_{m=0}^{H^l-1} \delta^l_{n,m} k^l_{%s} $$
($n = 1, \dots, N$, $h = 0, \dots, (H^l-1)S+F^l-1$)
"""


@pytest.mark.parametrize(("at", "said"), [("h-mS", "right"), ("h-m", "wrong"), ("mS-h", "wrong"), ("h-mS+1", "wrong")])
def test_with_a_stride(at: str, said: str) -> None:
    beside = BACK % ("h-F^l+1+i", "F^l-1-i", END_OF_STRIDES)
    assert verdict(STRIDED, beside, EVERY % at) == said


def test_a_layer_that_is_summed_over_is_none() -> None:
    summed = PLAIN.replace("E = ", r"E = \sum_{l=1}^{L} ")
    assert each_verdict(summed, lines=[BACK % ("h-F^l+1+i", "F^l-1-i", END), BACK % ("h-F^l+i", "F^l-1-i", END)]) == [
        "right",
        "wrong",
    ]
