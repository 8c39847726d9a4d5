r"""Paths through what is computed from a whole batch: the letter of what is differentiated is not that of their sums.

What is missing was found by hand.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.load import load_text

BATCH = load_text(
    r"""With $\epsilon > 0$, $$m = \frac1N \sum_{n=1}^{N} u_n, \qquad v = \frac1N \sum_{n=1}^{N} (u_n - m)^2$$
$$z_n = \frac{u_n - m}{\sqrt{v + \epsilon}} \quad (1 \le n \le N)$$ $$L = \frac12 \sum_{n=1}^{N} (z_n - t_n)^2$$"""
)
ROOT = r"\frac{1}{\sqrt{v + \epsilon}}"


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        (
            rf"\frac{{\partial z_n}}{{\partial u_k}} = {ROOT} ( \delta_{{nk}} - \frac1N )",
            r"\frac{2}{N} \frac{\partial z_n}{\partial v} (u_k - m)",
        ),
        (
            rf"\frac{{\partial z_n}}{{\partial u_k}} = {ROOT} ( \delta_{{nk}} - \frac{{z_n z_k}}{{N}} )",
            r"\frac{1}{N} \frac{\partial z_n}{\partial m}",
        ),
    ],
)
def test_a_path_through_a_mean(line: str, missing: str) -> None:
    reason = check(f"$${line}$$", network=BATCH).claims[-1].links[-1].reason
    assert reason is not None
    assert reason.kind == "path-missing"
    assert f"`{missing}`" in reason.text
    assert str(check(f"$${reason.right}$$", network=BATCH).claims[-1].judgement) == "right"
