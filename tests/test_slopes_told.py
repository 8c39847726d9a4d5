r"""Slopes without arguments, `$\partial f_i$ denotes the derivative of the activation function`; `\sideset`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$$u_i(t) = \sum_j w_{ij} x_j(t) \qquad h_i(t) = f_i(u_i(t)) \qquad 1 \le t \le T$$

$$E = \frac12 \sum_{t=1}^T \sum_i (h_i(t) - y_i(t))^2$$"""
SAID = r"Here $\partial f_i$ denotes the derivative of the activation function of unit $i$."


def test_the_argument_is_that_of_the_line() -> None:
    cases = [
        (r"\frac{\partial E}{\partial u_i(t)} = (h_i(t) - y_i(t)) \partial f_i", "right"),
        (r"\frac{\partial E}{\partial u_k(T)} = (h_k(T) - y_k(T)) \partial f_k", "right"),
        (r"\frac{\partial E}{\partial u_i(t)} = (h_i(t) - y_i(t)) \partial f_k", "unreadable"),
        (r"\frac{\partial E}{\partial u_i(t)} = (y_i(t) - h_i(t)) \partial{f_i}", "wrong"),
        (r"\frac{\partial E}{\partial w_{ij}} = \sum_t (h_i(t) - y_i(t)) \partial{f_i} x_j(t)", "unreadable"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, SAID, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_arguments_behind_it() -> None:
    cases = [
        (r"(h_i(t) - y_i(t)) \partial f_i(u_i(t))", "right"),
        (r"(y_i(t) - h_i(t)) \partial f_i(u_i(t))", "wrong"),
        (r"\partial f_i (h_i(t) - y_i(t))", "right"),
        (r"(h_i(t) - y_i(t)) \partial f_i(x_i(t))", "unreadable"),
        (r"(h_i(t) - y_i(t)) \partial f_i(2 u_i(t))", "unreadable"),
    ]
    for (slope, expected), found in zip(
        cases,
        each_verdict(NET, SAID, lines=[rf"$$\frac{{\partial E}}{{\partial u_i(t)}} = {slope}$$" for slope, _ in cases]),
        strict=True,
    ):
        assert found == expected, slope


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"Here $\partial f_i$ is not the derivative of the activation function.",
        r"Here $\partial f_i$ denotes the derivative of the loss with respect to $f_i$.",
        r"Here $\partial f_i$ denotes the derivative of $E$ with respect to the function.",
        r"Here $\partial f_i$ denotes the change of the activation function.",
    ],
)
def test_what_is_no_slope(said: str) -> None:
    line = r"$$\frac{\partial E}{\partial u_i(t)} = (h_i(t) - y_i(t)) \partial f_i$$"
    assert verdict(NET, said, line) not in ("right", "wrong")


def test_without_a_time() -> None:
    page = r"$$a_i = \sum_j w_{ij} x_j \qquad h_i = g_i(a_i) \qquad E = \frac12 \sum_i (h_i - y_i)^2$$"
    said = r"$\partial g_i$ is the derivative of the activation function, taken at $a_i$."
    found = each_verdict(
        page,
        said,
        lines=[
            r"$$\frac{\partial E}{\partial w_{ij}} = (h_i - y_i) \partial g_i x_j$$",
            r"$$\frac{\partial E}{\partial w_{ij}} = (h_i - y_i) \partial g_j x_j$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        (r"\sideset{}{_{t=1}^{T}}\sum", "right"),
        (r"\sideset{}{^{T}_{t=1}} \sum", "right"),
        (r"\sideset{}{_{t=2}^{T}}\sum", "wrong"),
        (r"\sideset{}{'}\sum_{t=1}^{T}", "unreadable"),
        (r"\sideset{}{'_{t=1}^{T}}\sum", "unreadable"),
        (r"\sideset{_a}{_{t=1}^{T}}\sum", "unreadable"),
        (r"\sideset{}{_t}\sum^{T}", "unreadable"),
    ],
)
def test_bounds_at_the_side_of_a_sign(sign: str, expected: str) -> None:
    page = r"$$f = \sideset{}{_{t=1}^{T}}\sum \sideset{}{_i}\sum w_i x_{ti}$$"
    assert verdict(page, rf"$$\frac{{\partial f}}{{\partial w_i}} = {sign} x_{{ti}}$$") == expected
