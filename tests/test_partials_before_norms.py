r"""The sign `\partial_{b_k}` in front of the bars of a norm.

By hand: with `r = t - A b`, the squared norm has the derivative `-2 \sum_i A_{ik} r_i` by `b_k`, the norm itself that
over twice the norm.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

SPACES = r"$A \in \mathbb{R}^{m \times p}$, $b \in \mathbb{R}^p$, $t \in \mathbb{R}^m$."
NORM = r"$$ \|t - A b\|_2 = \sqrt{\sum_{i=1}^{m} \left(t_i - \sum_{j=1}^{p} A_{ij} b_j\right)^2} $$"
LINES = (
    (r"\partial_{b_k}\|t - A b\|_2^2 = -2 \sum_{i=1}^{m} A_{ik} (t_i - \sum_{j=1}^{p} A_{ij} b_j)", "right"),
    (r"\partial_{b_k}\|t - A b\|_2^2 = 2 \sum_{i=1}^{m} A_{ik} (t_i - \sum_{j=1}^{p} A_{ij} b_j)", "wrong"),
    (r"\partial_{b_k}\|t - A b\|_2 = \frac{1}{2 \|t - A b\|_2} \partial_{b_k}\|t - A b\|_2^2", "right"),
    (r"\partial_{b_k}\|t - A b\|_2 = \frac{1}{\|t - A b\|_2} \partial_{b_k}\|t - A b\|_2^2", "wrong"),
    (r"2 \|t - A b\|_2 \partial_{b_k}\|t - A b\|_2 = \partial_{b_k}\|t - A b\|_2^2", "right"),
)


def test_what_stands_in_the_bars_is_differentiated() -> None:
    for (line, judged), found in zip(
        LINES, each_verdict(SPACES, NORM, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == judged, line


def test_a_bar_that_closes_opens_no_norm() -> None:
    page = r"$$ y = \sum_{k=1}^{K} w_k x_k $$"
    assert verdict(page, r"$$ |\partial_{w_k}| y = |x_k| $$") == "unreadable"
