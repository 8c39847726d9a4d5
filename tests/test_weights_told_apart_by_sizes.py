r"""Weights of a loss beside an array of the same letter: sizes tell them apart, `c_{ti}` for i up to M and `C_{tj}` for
j up to N.

By hand: `y_{ti} = \sum_j C_{tj} h_{tij}`, so that the derivative by `C_{tj}` is the sum over i.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

SCAN = (
    r"$$%s_{tj} = \sum_{k=1}^{M} W_{jk} x_{tk} \quad (t = 1, \dots, T; j = 1, \dots, N)$$"
    r" $$y_{ti} = \sum_{j=1}^{N} %s_{tj} h_{tij} \quad (i = 1, \dots, M)$$"
    r" $$L = \sum_{t=1}^{T} \sum_{i=1}^{%s} %s_{ti} g(y_{ti})$$"
)
LINE = r"$$\frac{\partial L}{\partial %s_{tj}} = \sum_{i=1}^{M} \frac{\partial L}{\partial y_{ti}} h_{t%s}$$"


def page(big: str, small: str, end: str = "M") -> str:
    return SCAN % (big, big, end, small)


def test_weights_of_another_size() -> None:
    for big, small in (("C", "c"), ("R", "r"), (r"\mathbf{q}", "q")):
        found = each_verdict(page(big, small), lines=[LINE % (big, "ij"), LINE % (big, "ji") + " ( $M = N$ )"])
        assert found[0] == "right"
        assert found[1] != "right"
        half = LINE.replace(r"= \sum", r"= 2 \sum")
        assert verdict(page(big, small), half % (big, "ij")) == "wrong"


def test_sizes_that_may_be_the_same() -> None:
    for said in (r"Here $M = N$.", r"Here $M \le N$."):
        assert verdict(page("C", "c"), said, LINE % ("C", "ij")) not in ("right", "wrong")


def test_a_summand_of_a_layer_is_no_weight() -> None:
    layer = (
        r"$$H_j = \sum_{k=1}^{M} W_{jk} x_k \quad (j = 1, \dots, N)$$"
        r" $$y_l = \sum_{i=1}^{P} v_{li} h_i \quad (l = 1, \dots, K)$$ $$L = \sum_{l=1}^K g(y_l)$$"
    )
    assert verdict(layer, r"$$\frac{\partial L}{\partial W_{jk}} = 0$$") not in ("right", "wrong")
