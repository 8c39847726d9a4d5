r"""Layers and entries typed behind an index in parentheses, `w(f)_{i}^{l+1}`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$z^{l+1}_{n,f} = \sum_{d=1}^D x^l_{n,d} w(f)_d^{l+1} + b(f)^{l+1}$$ ( $1 \le n \le N$, $1 \le f \le F$ )"
    r"$$L = \frac12 \sum_{n=1}^N \sum_{f=1}^F (z^{l+1}_{n,f} - t_{n,f})^2$$"
)


def test_the_layer_belongs_to_the_name() -> None:
    cases = [
        (
            r"\frac{\partial L}{\partial w(f)_i^{l+1}} = \sum_n \frac{\partial L}{\partial z^{l+1}_{n,f}} x^l_{n,i}",
            "right",
        ),
        (
            r"\frac{\partial L}{\partial w(f)^{l+1}_i} = \sum_n \frac{\partial L}{\partial z^{l+1}_{n,i}} x^l_{n,f}",
            "wrong",
        ),
        (r"\frac{\partial L}{\partial b(f)^{l+1}} = \sum_n \frac{\partial L}{\partial z^{l+1}_{n,f}}", "right"),
        (r"\frac{\partial L}{\partial b(f)^{l+1}} = \frac{\partial L}{\partial z^{l+1}_{n,f}}", "wrong"),
        (
            r"\frac{\partial L}{\partial x^l_{n,i}} = \sum_d \frac{\partial L}{\partial z^{l+1}_{n,d}} w(d)_i^{l+1}",
            "right",
        ),
        (
            r"\frac{\partial L}{\partial x^l_{n,i}} = \sum_d \frac{\partial L}{\partial z^{l+1}_{n,d}} w(i)_d^{l+1}",
            "wrong",
        ),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("power", ["p", "p+1", "2"])
def test_powers_stay_powers(power: str) -> None:
    """Where the name stands without anything above it, what stands there is an exponent."""
    net = (
        rf"$$E = \sum_{{t=1}}^T \sum_{{i=1}}^n c_i h(t)_i^{{{power}}}$$"
        r"$$h(t)_i = w_i x(t)_i$$ ( $1 \le i \le n$, $1 \le t \le T$ )"
    )
    assert verdict(net, r"$$\frac{\partial E}{\partial w_i} = 0$$") != "right"
    line = rf"$$\frac{{\partial E}}{{\partial w_i}} = ({power}) \sum_{{t=1}}^T c_i h(t)_i^{{{power} - 1}} x(t)_i$$"
    assert verdict(net, line) != "wrong"
