r"""Reasons on pages about one layer L of which no range is said: a slope that is missing at `z^L` is named."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""$$z^L_j = \sum_k w^L_{jk} a^{L-1}_k + b^L_j, \qquad a^L_j = \sigma(z^L_j)$$

$$a^{L-1}_k = \sigma(z^{L-1}_k), \qquad C = \sum_j (a^L_j - y_j)^2$$

"""


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        (r"\frac{\partial C}{\partial w^L_{jk}} = 2 (a^L_j - y_j) a^{L-1}_k", "a^L_j (1 - a^L_j)"),
        (
            r"\frac{\partial C}{\partial z^{L-1}_k} = \sum_j 2 (a^L_j - y_j) \sigma'(z^L_j) w^L_{jk}",
            "a^{L-1}_k (1 - a^{L-1}_k)",
        ),
        (
            r"\frac{\partial C}{\partial z^{L-1}_k} = \sum_j \frac{\partial C}{\partial z^L_j} w^L_{jk}",
            "a^{L-1}_k (1 - a^{L-1}_k)",
        ),
    ],
)
def test_the_slope_that_is_missing_is_named(line: str, missing: str) -> None:
    (link,) = sd.check(f"{PAGE}$${line}$$\n").claims[-1].links
    assert link.judgement.value == "wrong"
    assert link.reason is not None
    assert link.reason.kind == "prime-missing"
    assert missing in link.reason.text
