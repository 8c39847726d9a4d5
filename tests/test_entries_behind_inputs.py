r"""Entries typed behind the input that an array is shown with, `\mathrm{rms}(x)_i`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ROWS = (
    r"$$NAME(x)_i = \sqrt{\frac1N \sum_{j=1}^N x_{ij}^2}$$ ( $1 \le i \le M$ )"
    r"$$y_{ij} = \frac{x_{ij}}{NAME(x)_i} a_{ij}$$ $$L = \sum_{k=1}^M \sum_{l=1}^N g(y_{kl})$$"
)
LINES = [
    (r"\frac{\partial NAME(x)_i}{\partial x_{ij}} = \frac{x_{ij}}{N \cdot NAME(x)_i}", "right"),
    (r"\frac{\partial NAME(x)_i}{\partial x_{ij}} = \frac{x_{ij}}{NAME(x)_i}", "wrong"),
    (r"\frac{\partial L}{\partial a_{ij}} = \frac{\partial L}{\partial y_{ij}} \frac{x_{ij}}{NAME(x)_i}", "right"),
    (r"\frac{\partial L}{\partial a_{ij}} = \frac{\partial L}{\partial y_{ij}} \frac{x_{ij}}{NAME(x)_i^2}", "wrong"),
    (r"\frac{\partial y_{ij}}{\partial a_{ij}} = x_{ij} NAME(x)_i^2 (NAME(x)_i)^{-3}", "right"),
]


@pytest.mark.parametrize("name", ["r", "rms", r"\mathrm{rms}", r"\rho"])
def test_it_is_an_entry_of_the_array(name: str) -> None:
    for (line, expected), found in zip(
        LINES,
        each_verdict(ROWS.replace("NAME", name), lines=[f"$${line.replace('NAME', name)}$$" for line, _ in LINES]),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial \mathrm{std}(X)_j}{\partial x_{ij}} = \frac{x_{ij} - \mu_j}{m \mathrm{std}(X)_j}", "right"),
        (r"\frac{\partial \mathrm{std}(X)_j}{\partial x_{ij}} = \frac{x_{ij}}{m \mathrm{std}(X)_j}", "wrong"),
    ],
)
def test_the_input_may_be_called_by_its_capital(line: str, expected: str) -> None:
    net = (
        r"$$\mu_j = \frac1m \sum_{i=1}^m x_{ij}$$ ( $1 \le j \le d$ )"
        r"$$\mathrm{std}(X)_j = \sqrt{\frac1m \sum_{i=1}^m (x_{ij} - \mu_j)^2}$$"
        r"$$C = \sum_{j=1}^d \mathrm{std}(X)_j^2$$"
    )
    assert verdict(net, f"$${line}$$") == expected


def test_before_another_array_it_is_a_function() -> None:
    """Of b, an entry is not what it is of a."""
    net = (
        r"$$q(a)_i = a_i^2$$ ( $1 \le i \le n$ )"
        r"$$b_i = w_i a_i$$ $$E = \sum_{i=1}^n q(a)_i + \sum_{i=1}^n q(b)_i$$"
    )
    found = each_verdict(
        net, lines=[r"$$\frac{\partial E}{\partial w_i} = 2 b_i a_i$$", r"$$\frac{\partial E}{\partial w_i} = 0$$"]
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_a_number_in_parentheses_is_an_index() -> None:
    """h(t)_i is no entry of what is shown with t, where t counts steps."""
    net = (
        r"$$h(t)_i = w_i h(t-1)_i + x(t)_i$$ ( $1 \le i \le n$, $1 \le t \le T$ )"
        r"$$E = \sum_{t=1}^T \sum_{i=1}^n h(t)_i^2$$"
    )
    assert verdict(net, r"$$\frac{\partial E}{\partial h(T)_i} = h(T)_i$$") != "right"


def test_one_index_on_a_matrix_is_not_wrong() -> None:
    """It may be a row."""
    net = r"$X \in \mathbb{R}^{n \times d}$, $W \in \mathbb{R}^{d \times k}$. $$Y = X W$$"
    net += r"$$E = \sum_{i=1}^n \sum_{j=1}^k Y_{ij}^2$$"
    found = each_verdict(net, lines=[r"$$\frac{\partial E}{\partial Y_{ij}} = 2 (X W)_i$$", r"$$Y_i = (X W)_i$$"])
    assert found[0] != "right"
    assert found[1] != "wrong"


@pytest.mark.parametrize("body", ["u_i^2", r"\tanh(u_i)"])
def test_a_function_of_arrays_is_no_factor(body: str) -> None:
    """g(x)_i is made of x_i as g(u)_i is of u_i, and no product of a g and x_i."""
    net = rf"$$g(u)_i = {body}$$ $$E = \sum_{{i=1}}^n g(x)_i$$"
    for value in ("2 x_k", "g", r"1 - \tanh(x_k)^2"):
        assert verdict(net, rf"$$\frac{{\partial E}}{{\partial x_k}} = {value}$$") not in ("right", "wrong")
    both = rf"$$g(u)_i = {body}$$ $$h_i = g(z)_i$$ $$z_i = \sum_{{j=1}}^n w_{{ij}} x_j$$ ( $i = 1, \dots, m$ )"
    assert verdict(both, r"$$\frac{\partial h_i}{\partial w_{kj}} = \delta_{ik} (1 - h_i^2) x_j$$") != "wrong"
