r"""A Kronecker delta with its letters in parentheses, and what looks like one."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}}$$ ( $1 \le i \le n$ ) $$L = -\sum_{i=1}^n t_i \log p_i$$"
    r" with $\sum_{i=1}^n t_i = 1$."
)
CLAIM = r"$$\frac{\partial p_i}{\partial z_j} = %s$$ ( $1 \le j \le n$ )"


def test_a_delta_of_two_letters_in_parentheses() -> None:
    """The derivative of softmax is p_i ([i = j] - p_j)."""
    cases = [
        (r"p_i (\delta(i,j) - p_j)", "right"),
        (r"p_i (\delta(j, i) - p_j)", "right"),
        (r"p_i (\delta(i,j) - p_i)", "wrong"),
        (r"p_i (1 - p_j) \delta(i,j)", "wrong"),
    ]
    for (body, expected), found in zip(
        cases, each_verdict(NET, lines=[CLAIM % body for body, _ in cases]), strict=True
    ):
        assert found == expected, body


@pytest.mark.parametrize("called", ["the Kronecker delta", "le symbole de Kronecker", "クロネッカーのデルタ"])
def test_it_is_one_where_words_say_so(called: str) -> None:
    line = r"$$g_i = \delta(i,c) - p_i$$ where $\delta(i,c)$ is " + called + "."
    found = each_verdict(
        NET,
        line,
        lines=[
            r"$$\frac{\partial \log p_c}{\partial z_i} = g_i$$",
            r"$$\frac{\partial \log p_c}{\partial z_i} = -g_i$$",
        ],
    )
    assert found[0] in ("right", "unproved")
    assert found[1] in ("wrong", "unproved")


@pytest.mark.parametrize(
    ("net", "line"),
    [
        # errors of units in layers: no name has l and j in one place
        (
            r"$$E = \sum_{l=1}^n \sum_{j=1}^n w_{l,j} x_l y_j$$",
            r"$$\frac{\partial E}{\partial w_{l,j}} = \delta(l,j) x_l$$",
        ),
        # errors by another name, with one argument too
        (NET, CLAIM % r"p_i (\delta(i,j) - p_j) + \delta(i)"),
    ],
)
def test_others_are_no_kronecker_deltas(net: str, line: str) -> None:
    assert verdict(net, line) in ("unproved", "unreadable")


def test_what_is_defined_is_no_kronecker_delta() -> None:
    r"""\delta(i,j) = x_i - x_j: the derivative of its squares by x_k is 2 \sum_j (\delta(k,j) - \delta(j,k))."""
    net = r"$$\delta(i,j) = x_i - x_j$$ $$E = \sum_{i=1}^n \sum_{j=1}^n \delta(i,j)^2$$"
    found = each_verdict(
        net,
        lines=[
            r"$$\frac{\partial E}{\partial x_k} = 2 \sum_{j=1}^n (\delta(k,j) - \delta(j,k))$$",
            r"$$\frac{\partial E}{\partial x_k} = 2 \sum_{j=1}^n \delta(k,j)$$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_what_a_definition_takes_is_data() -> None:
    r"""Distances \delta(i,j), which need not be the same both ways; of Kronecker deltas both lines would be right."""
    net = r"$$E = \sum_{i=1}^n \sum_{j=1}^n (x_i - x_j - \delta(i,j))^2$$"
    body = r"2 \sum_{j=1}^n (2 x_k - 2 x_j - \delta(k,j) + \delta(j,k))"
    found = each_verdict(
        net,
        lines=[
            rf"$$\frac{{\partial E}}{{\partial x_k}} = {body}$$",
            r"$$\frac{\partial E}{\partial x_k} = 4 \sum_{j=1}^n (x_k - x_j)$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
