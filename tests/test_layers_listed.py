r"""A delta that is named for every layer, `\delta^{(l)} = \partial C/\partial s^{(l)}` beside `$l = 1, 2$`: it is each
of these, and what an equation first says of one of them is a claim.

By hand: `s^{(2)} = V r`, `r = \sigma(s^{(1)})` and `C = \frac12 \|s^{(2)} - y\|^2` give `\delta^{(2)} = s^{(2)} - y`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

NETWORK = (
    r"Here $x \in \mathbb{R}^D$, $W^{(1)} \in \mathbb{R}^{H \times D}$, $W^{(2)} \in \mathbb{R}^{K \times H}$.",
    r"$$ s^{(1)} = W^{(1)} x $$",
    r"$$ r = \sigma(s^{(1)}) $$",
    r"$$ s^{(2)} = W^{(2)} r $$",
    r"$$ C = \frac12 \|s^{(2)} - y\|^2 $$",
)
DELTA = r"$$ \delta^{(l)} = \frac{\partial C}{\partial s^{(l)}} $$"


@pytest.mark.parametrize("layers", [r"l = 1, 2", r"1 \le l \le 2", r"l \in \{1, 2\}", r"l = 1, \dots, 2"])
def test_each_layer(layers: str) -> None:
    page = (*NETWORK, f"{DELTA} ( ${layers}$ )")
    assert each_verdict(
        *page,
        lines=[
            r"$$ \delta^{(2)} = s^{(2)} - y $$",
            r"$$ \delta^{(2)} = y - s^{(2)} $$",
            r"$$ \delta^{(1)} = (W^{(2)})^T \delta^{(2)} \odot \sigma'(s^{(1)}) $$",
            r"$$ \delta^{(1)} = (W^{(2)})^T \delta^{(2)} $$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


def test_a_layer_that_is_not_listed() -> None:
    page = (*NETWORK, rf"{DELTA} ( $l = 2, 3$ )", r"$$ \delta^{(1)} = (W^{(2)})^T \delta^{(2)} $$")
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial C}{\partial r} = \delta^{(1)} $$",
            r"$$ \frac{\partial C}{\partial s^{(1)}} = \delta^{(1)} $$",
        ],
    ) == ["right", "wrong"]
