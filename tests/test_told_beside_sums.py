"""Data told apart below a sum, operators in front of a sum with a beginning, derivatives with a name behind them."""

from __future__ import annotations

import pytest
from judging import VERDICTS, each_verdict, verdict

from symderiv.check.page import check

CLASSES = (
    "For an example $x_i$ with class $y_i$, each $w_j \\in \\mathbb{R}^{d}$, $x_i \\in \\mathbb{R}^{d}$ and",
    r"$$L_i = \sum_{j \ne y_i} \max(0, w_j^T x_i - w_{y_i}^T x_i + 1)$$",
)
COUNTED = r"Let $n_j = \sum_{i : y_i \ne j} \mathbb{1}(w_j^T x_i - w_{y_i}^T x_i + 1 > 0)$."
MARGIN = r"\sum_{j \ne y_i} \mathbb{1}(w_j^T x_i - w_{y_i}^T x_i + 1 > 0)"
SUMMED = (
    r"$$\newcommand{\by}[2]{\frac{\partial #1}{\partial #2}}$$",
    "The vector $x$ has $n$ entries, and $z$ has $m$ entries.",
    r"$$z_k = \sum_{p=1}^{n} w_{kp} x_p + b_k$$",
)
SQUARED = (
    r"$$z_i = \sum_{k=1}^{m} v_k x_{i,k}, \quad 1 \le i \le n$$",
    r"The loss is $L = \frac12 \sum_{i=1}^{n} (z_i - t_i)^2$.",
)
NAMED = r"Given $\frac{\partial L}{\partial z_i}$ (denoted as $dz_i$),"
BY = r"$$\frac{\partial L}{\partial v_k} = \sum_{i=1}^{n} dz_i\, "


@pytest.mark.parametrize(("right", "expected"), [("-" + MARGIN + "x_i", "right"), (MARGIN + "x_i", "wrong")])
def test_what_a_sum_tells_apart_of_its_own_letter_is_data(right: str, expected: str) -> None:
    page = (*CLASSES, rf"$$\nabla_{{w_{{y_i}}}} L_i = {right}$$", COUNTED)
    assert str(check("\n\n".join(page), options=VERDICTS).claims[0].judgement) == expected


@pytest.mark.parametrize("operator", [r"\frac{\partial}{\partial w_{ij}}", r"\by{}{w_{ij}}", r"\pdv{}{w_{ij}}"])
def test_an_operator_may_take_what_stands_behind_its_sum(operator: str) -> None:
    behind = rf"{operator} \sum_{{p=1}}^{{n}} w_{{kp}} x_p + b_k"
    assert each_verdict(
        *SUMMED,
        lines=[
            rf"$$\by{{z_k}}{{w_{{ij}}}} = {behind}$$",
            rf"$$\by{{z_k}}{{w_{{ij}}}} = {behind.replace('x_p', 'x_p x_p')}$$",
        ],
    ) == ["unproved", "wrong"]


@pytest.mark.parametrize(("factor", "expected"), [("x_{i,k}", "right"), ("v_k", "wrong")])
def test_a_derivative_has_the_name_behind_it(factor: str, expected: str) -> None:
    assert verdict(*SQUARED, NAMED, f"{BY}{factor}$$") == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Given", "Given minus"),
        ("Given", "Given half of"),
        ("(denoted", "(not denoted"),
        ("(denoted", "(scaled and denoted"),
        ("dz_i$)", "dy_i$)"),
        ("dz_i$)", "dz_i$ after it is averaged)"),
    ],
)
def test_a_name_of_something_else_leaves_it_open(old: str, new: str) -> None:
    assert verdict(*SQUARED, NAMED.replace(old, new), f"{BY}x_{{i,k}}$$") == "unproved"
