r"""Layers of two names that are made of each other, `Z^{(l)} = A H^{(l)} W^{(l)}` and `H^{(l+1)} = \sigma(Z^{(l)})`."""

from __future__ import annotations

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check

PAGE = r"""
$$ Z^{(l)} = A H^{(l)} W^{(l)}, \quad H^{(l+1)} = \sigma(Z^{(l)}) $$

with $H^{(l)} \in \mathbb{R}^{N \times d_l}$, $W^{(l)} \in \mathbb{R}^{d_l \times d_{l+1}}$ and
$A \in \mathbb{R}^{N \times N}$. Let $\Delta^{(l)} = \frac{\partial L}{\partial Z^{(l)}}$.

$$ LINE $$
"""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial L}{\partial H^{(l)}} = A^T \Delta^{(l)} (W^{(l)})^T", "right proved"),
        (r"\Delta^{(l)} = A^T \Delta^{(l+1)} W^{(l+1)T} \odot \sigma'(Z^{(l)})", "right proved"),
        (r"\Delta^{(l-1)} = A^T \Delta^{(l)} W^{(l)T} \odot \sigma'(Z^{(l-1)})", "right proved"),
        (r"\frac{\partial L}{\partial H^{(l)}} = A \Delta^{(l)} (W^{(l)})^T", "wrong"),
        (r"\Delta^{(l)} = A^T \Delta^{(l+1)} W^{(l+1)T}", "wrong"),
        (r"\Delta^{(l)} = A^T \Delta^{(l+1)} W^{(l+1)T} \odot \sigma'(Z^{(l+1)})", "wrong"),  # of other shapes
    ],
)
def test_a_line_about_a_layer_is_proved_by_the_one_behind_it(line: str, wanted: str) -> None:
    link = check(PAGE.replace("LINE", line), options=Options(reasons=False)).claims[-1].links[-1]
    assert (f"{link.judgement} {link.evidence}" if wanted.startswith("right") else str(link.judgement)) == wanted
