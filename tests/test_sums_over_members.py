r"""Sums over members that carry their number, `\sum_{(x_i, y_i) \in D}`, and sets that a page lists.

By hand: with `L = \sum_i (w x_i + b - y_i)^2 / 2 + \lambda b^2 / 2` the derivatives are
`\sum_i (w x_i + b - y_i) x_i` and `\sum_i (w x_i + b - y_i) + \lambda b`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LISTS = (
    r"$D = \{(x_i, y_i)\}_{i=1}^N$ is the data.",
    r"The data are $D = \{x_i, y_i\},\, i = 1, \ldots, N$.",
    r"The data are $D = \{(x_i, y_i)\},\ i = 1, \ldots, N$.",
    r"Given $D = \{(x_i, y_i) \mid i = 1, \ldots, N\}$.",
    "",
)
OVER = r"\sum_{(x_i, y_i) \in D}"
LOSS = rf"$$L(w, b) = {OVER} \frac12 (w x_i + b - y_i)^2 + \frac{{\lambda}}{{2}} b^2$$"


@pytest.mark.parametrize("said", LISTS)
def test_members_with_numbers(said: str) -> None:
    cases = [
        (rf"\frac{{\partial L(w, b)}}{{\partial w}} = {OVER} (w x_i + b - y_i) x_i", "right"),
        (rf"\frac{{\partial L(w, b)}}{{\partial w}} = {OVER} (w x_i + b - y_i) y_i", "wrong"),
        (rf"\frac{{\partial L(w, b)}}{{\partial w}} = {OVER} w x_i^2 - {OVER} (y_i - b) x_i", "right"),
        (rf"\frac{{\partial L(w, b)}}{{\partial b}} = {OVER} (w x_i + b - y_i) 1 + \lambda b", "right"),
        (rf"\frac{{\partial L(w, b)}}{{\partial b}} = {OVER} (w x_i + b - y_i) 1", "wrong"),
        (rf"\frac{{\partial L(w, b)}}{{\partial b}} = {OVER} (y_i - w x_i - b) 1 + \lambda b", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(said, LOSS, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("said", LISTS[:-1])
def test_the_numbers_are_those_of_the_list(said: str) -> None:
    assert each_verdict(
        said,
        LOSS,
        lines=[
            r"$$\frac{\partial L}{\partial b} = \sum_{i=1}^N (w x_i + b - y_i) + \lambda b$$",
            r"$$\frac{\partial L}{\partial b} = \sum_{i=2}^N (w x_i + b - y_i) + \lambda b$$",
        ],
    ) == ["right", "wrong"]
    mean = r"$$C = \frac{1}{|D|} \sum_{(x_j, y_j) \in D} (c x_j - y_j)$$"
    assert each_verdict(
        said,
        mean,
        lines=[
            r"$$\frac{\partial C}{\partial c} = \frac1N \sum_{i=1}^N x_i$$",
            r"$$\frac{\partial C}{\partial c} = \sum_{i=1}^N x_i$$",
        ],
    ) == ["right", "wrong"]


def test_numbers_above_and_single_members() -> None:
    above = (
        r"$S = \{(x^{(i)}, t^{(i)})\}_{i=1}^n$",
        r"$$E = \sum_{(x^{(i)}, t^{(i)}) \in S} (a x^{(i)} - t^{(i)})^2$$",
    )
    line = r"$$\frac{\partial E}{\partial a} = 2 \sum_{(x^{(i)}, t^{(i)}) \in S} (a x^{(i)} - t^{(i)}) %s$$"
    assert each_verdict(*above, lines=[line % "x^{(i)}", line % "t^{(i)}"]) == ["right", "wrong"]
    alone = (r"$X = \{x_n\}_{n=1}^N$", r"$$E = \sum_{x_n \in X} (x_n - c)^2$$")
    assert each_verdict(
        *alone,
        lines=[
            r"$$\frac{\partial E}{\partial c} = -2 \sum_{x_n \in X} (x_n - c)$$",
            r"$$\frac{\partial E}{\partial c} = 2 \sum_{x_n \in X} (x_n - c)$$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("said", "loss", "line"),
    [
        # values of a variable, and no members with a number
        ("", r"$$m_i = \sum_{x_i \in X} g x_i$$", r"$$\frac{\partial m_i}{\partial g} = \sum_i x_i$$"),
        # the list holds something else
        (
            r"$D = \{(u_i, y_i)\}_{i=1}^N$",
            r"$$L = \sum_{(x_i, y_i) \in D} a x_i y_i$$",
            r"$$\frac{\partial L}{\partial a} = \sum_{i=1}^N x_i y_i$$",
        ),
        # two sets, neither listed
        (
            "",
            r"$$L = \sum_{(x_i, y_i) \in D} a x_i - \sum_{(x_i, y_i) \in T} a y_i$$",
            r"$$\frac{\partial L}{\partial a} = \sum_i (x_i - y_i)$$",
        ),
    ],
)
def test_where_no_numbers_are_told(said: str, loss: str, line: str) -> None:
    assert verdict(said, loss, line) not in ("right", "wrong")


def test_two_sets_that_are_listed() -> None:
    page = (
        r"$D = \{(x_i, y_i)\}_{i=1}^N$ and $T = \{(u_i, v_i)\}_{i=1}^M$",
        r"$$L = \sum_{(x_i, y_i) \in D} a x_i y_i - \sum_{(u_i, v_i) \in T} a u_i v_i$$",
    )
    line = r"$$\frac{\partial L}{\partial a} = \sum_{i=1}^N x_i y_i - \sum_{i=1}^{%s} u_i v_i$$"
    found = each_verdict(*page, lines=[line % "M", line % "N"])
    assert found[0] == "right"
    assert found[1] != "right"


def test_a_product_that_ends_with_1() -> None:
    cases = [
        (r"$$\frac{\partial y}{\partial b} = (a - c) 1$$", "right"),
        (r"$$\frac{\partial y}{\partial b} = (c - a) 1$$", "wrong"),
        (r"$$\frac{\partial y}{\partial b} = (a - c)1$$", "unreadable"),  # an index or an exponent that was lost
        (r"$$\frac{\partial y}{\partial b} = (a - c) 2$$", "unreadable"),
        (r"$$\frac{\partial y}{\partial b} = (a - c) 1/2$$", "unreadable"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(r"$$y = a b - c b$$", lines=[line for line, _ in cases]), strict=True
    ):
        assert found == expected, line
