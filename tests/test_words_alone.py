r"""Words alone below an array whose entries have them before an index: `y_{\text{pred}}` of `y_{\text{pred}, i}`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$x \in \mathbb{R}^d$, $W \in \mathbb{R}^{k \times d}$, $y \in \mathbb{R}^k$ with $\sum_i y_i = 1$.

$$z = W x, \quad y_{\text{out}, i} = \frac{e^{z_i}}{\sum_{j=1}^k e^{z_j}}, \quad
E = -\sum_{i=1}^k y_i \log y_{\text{out}, i}$$"""


@pytest.mark.parametrize("word", ["out", "pred", "net"])
def test_a_word_alone(word: str) -> None:
    net = NET.replace("{out}", f"{{{word}}}")
    whole = rf"y_{{\text{{{word}}}}}"
    assert each_verdict(
        net,
        lines=[
            rf"$$\frac{{\partial E}}{{\partial z}} = {whole} - y$$",
            rf"$$\frac{{\partial E}}{{\partial z}} = y - {whole}$$",
            rf"$$\frac{{\partial E}}{{\partial W}} = ({whole} - y) x^\top$$",
            rf"$$\frac{{\partial E}}{{\partial W}} = {whole} x^\top$$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


def test_another_word_is_another_name() -> None:
    line = r"$$\frac{\partial E}{\partial z} = y_{\text{in}} - y$$"
    assert verdict(NET, line) not in ("right", "wrong")


def test_a_total_beside_entries() -> None:
    net = r"$$E_{\text{tot}} = \sum_{i=1}^n E_{\text{sq}, i}, \quad E_{\text{sq}, i} = \frac12 (w x_i - t_i)^2$$"
    assert verdict(net, r"$$\frac{\partial E_{\text{tot}}}{\partial w} = \sum_{i=1}^n (w x_i - t_i) x_i$$") == "right"
    both = r"$$L_{\text{a}} = \sum_{i=1}^n L_{\text{a}, i}, \quad L_{\text{a}, i} = \frac12 (w x_i - t_i)^2$$"
    found = each_verdict(
        both,
        lines=[
            r"$$\frac{\partial L_{\text{a}}}{\partial w} = (w x_i - t_i) x_i$$",
            r"$$\frac{\partial L_{\text{a}}}{\partial w} = \sum_{i=1}^n (w x_i - t_i) x_i$$",
        ],
    )
    assert found[0] != "right"
    assert found[1] != "wrong"
