r"""Sizes that turn out to be one: the one with a name that a page might give it stays.

The energy of a Hopfield network, `-\frac12 \sum_{i,j} w_{ij} S_i S_j - \sum_i h_i S_i` with symmetric weights.
"""

from __future__ import annotations

from symderiv.check.page import check

PAGE = r"""$$H = -\frac12 \sum_{i,j} w_{ij} S_i S_j - \sum_i h_i S_i$$

with symmetric weights $w_{ij} = w_{ji}$ and $w_{ii} = 0$.

$$\frac{\partial H}{\partial S_i} = %s \sum_j w_{ij} S_j - h_i$$
"""


def test_a_size_that_is_made_up_gives_way() -> None:
    report = check(PAGE % r"-\frac12")
    reason = report.claims[0].links[0].reason
    assert report.verdict == "wrong"
    assert reason is not None
    assert r"\sum_{j=1}^J" in reason.right
    assert "`N_{i} = J` is taken, for one index runs over both" in report.notes


def test_the_verdict_is_the_same() -> None:
    assert check(PAGE % "-").verdict == "right"
