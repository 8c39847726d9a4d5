r"""Entries at the sum of two indices of which nobody states how far they run, the `v_{t+j}` of a context word: where
the array begins and ends is not known by them, and no line is wrong for it.

By hand: `\log \sum_k e^{v_k \cdot u}` has the gradient `\sum_k e^{v_k \cdot u} v_k / \sum_k e^{v_k \cdot u}`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

PAGE = (
    r"$\mathbf u_t$ and $\mathbf v_k$ are vectors in $\mathbb{R}^D$.",
    r"$$L_{t,j} = -\log \sigma(\mathbf v_{t+j} \cdot \mathbf u_t)$$",
    r"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$",
)
GRADIENT = (
    r"$$\nabla_{\mathbf u_t} \log \sum_{k=1}^{V} \exp(\mathbf v_k \cdot \mathbf u_t)"
    r" = \frac{\sum_{k=1}^{V} \exp(\mathbf v_k \cdot \mathbf u_t) \mathbf v_k}"
    r"{\sum_{k=1}^{V} \exp(\mathbf v_k \cdot \mathbf u_t)}$$"
)


def test_an_entry_before_such_a_sum_is_open() -> None:
    assert verdict(*PAGE, GRADIENT) in ("right", "unproved")


def test_what_is_wrong_at_every_length_stays_so() -> None:
    line = r"$$\nabla_{\mathbf u_t} L_{t,j} = (\sigma(\mathbf v_{t+j} \cdot \mathbf u_t) - 1) \mathbf v_{t+j}$$"
    assert each_verdict(*PAGE, lines=[line, line.replace("- 1", "+ 1")]) == ["right", "wrong"]
