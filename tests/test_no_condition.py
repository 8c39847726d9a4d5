"""Words that stand beside a condition and say that the equation is not meant for it alone, and words that do not."""

from __future__ import annotations

import pytest

from symderiv.network import complete
from symderiv.read import read_draft

from .judging import check

NETWORK = complete(
    read_draft(
        r"$$net_j = \sum_{i=1}^{I} w_{j,i} x_i$$ ( $1 \le j \le J$ ) $$o_j = f(net_j)$$ "
        r"$$E = \frac12 \sum_{j=1}^{J} (o_j - t_j)^2$$"
    )
)
CLAIM = r"$$\frac{\partial net_k}{\partial w_{j,i}} = x_i$$"
"""True for k = j only."""
INLINE = CLAIM[1:-1]


def verdict(text: str) -> str:
    return str(check(text.replace("CLAIM", CLAIM).replace("INLINE", INLINE), network=NETWORK).claims[0].judgement)


NOT_ALONE = [
    "CLAIM also for $k = j$.",
    "CLAIM for all $k$, in particular $k = j$.",
    "CLAIM regardless of whether $k = j$.",
    "CLAIM for example for $k = j$.",
    "CLAIM e.g. $k = j$.",
    "CLAIM even if $k = j$.",
    "CLAIM Then we set $k = j$ and go on.",
    "CLAIM Next, let $k = j$.",
    "The case $k = j$ was done above.\n\nCLAIM",
    "The case $k = j$ is treated later.\n\nCLAIM",
    "Later we treat $k = j$. Now in general:\n\nCLAIM",
    "Consider $k = j$. This is easy. In general we have\n\nCLAIM",
    "Note that $k = j$ is the interesting case.\n\nCLAIM",
    "$k = j$ の場合は後で扱う。\n\nCLAIM",
]


@pytest.mark.parametrize("text", NOT_ALONE)
def test_not_meant_for_the_condition_alone(text: str) -> None:
    assert verdict(text) in ("wrong", "unproved")


ALONE = [
    "CLAIM for $k = j$.",
    "CLAIM This holds only for $k = j$.",
    "CLAIM Here $k = j$.",
    "CLAIM ( $k = j$ )",
    "CLAIM where $k = j$.",
    "For example, for $k = j$, INLINE.",
    "In particular, if $k = j$, then INLINE.",
    "We also have INLINE if $k = j$.",
    "Let $k = j$.\n\nCLAIM",
    "Now let $k = j$. Then\n\nCLAIM",
    "The case $k = j$:\n\nCLAIM",
    "$k = j$ のとき\n\nCLAIM",
]


@pytest.mark.parametrize("text", ALONE)
def test_meant_for_the_condition(text: str) -> None:
    assert verdict(text) == "right"
