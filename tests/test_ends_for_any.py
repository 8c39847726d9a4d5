r"""Ends of sums that stand for any index: `u[B][K] = x[B][K] - m[K]` beside `\sum_{b=1}^B`.

By hand: u is x minus its mean over b, v = a g with a the tanh of u, E the sum of `r v`. So the derivative by `g[k]` is
the sum of `r a` over b, and that by `x[b][k]` the one by `u[b][k]` minus the mean over b of these.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NETWORK = (
    '+++\nobjective = "E"\n+++\n\n'
    r"$$m[K] = \frac{1}{B}\sum_{b=1}^{B} x[b][K]$$"
    "\n\n"
    r"$$u[B][K] = x[B][K] - m[K]$$"
    "\n\n"
    r"$$v[B][K] = \tanh(u[B][K]) g[K]$$"
    "\n\n"
    r"$$E = \sum_{b=1,k=1}^{B,K} r[b][k] v[b][k]$$"
)
BY_U = r"\frac{\partial E}{\partial u[b][K]}"
LINES = [
    (r"\frac{\partial E}{\partial g[K]} = \sum_{b=1}^B r[b][K] \tanh(u[b][K])", "right"),
    (r"\frac{\partial E}{\partial g[K]} = \sum_{b=1}^B r[b][K] v[b][K]", "wrong"),
    (r"\frac{\partial E}{\partial g[K]} = r[B][K] \tanh(u[B][K])", "wrong"),
    (
        r"\frac{\partial E}{\partial x[B][K]} = \sum_{b=1}^B " + BY_U + r"\frac{\partial u[b][K]}{\partial x[B][K]}",
        "right",
    ),
    (
        r"\frac{\partial E}{\partial x[B][K]} = \frac{\partial E}{\partial u[B][K]} - \frac1B \sum_{b=1}^B" + BY_U,
        "right",
    ),
    (
        r"\frac{\partial E}{\partial x[B][K]} = \frac{\partial E}{\partial u[B][K]} - \frac1K \sum_{b=1}^B" + BY_U,
        "wrong",
    ),
    (r"\frac{\partial E}{\partial x[B][K]} = \frac{\partial E}{\partial u[B][K]}", "wrong"),
    (r"\frac{\partial u[B][K]}{\partial x[B][K]} = 1 - \frac1B", "right"),
]


def subscripted(text: str) -> str:
    """The same with commas below the names."""
    return text.replace("][", ",").replace("[", "_{").replace("]", "}")


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_about_any_entry(line: str, expected: str) -> None:
    assert verdict(NETWORK, f"$${line}$$") == expected


@pytest.mark.parametrize(("line", "expected"), LINES[1:5])
def test_a_line_with_subscripts(line: str, expected: str) -> None:
    assert verdict(subscripted(NETWORK), f"$${subscripted(line)}$$") == expected


@pytest.mark.parametrize(
    "more",
    [
        r"$$v[b][k] = 0$$ ( $1 \le b \le B - 1$ )",
        r"Here $b = B$.",
    ],
)
def test_an_end_with_a_place_of_its_own_is_left(more: str) -> None:
    """There may be a last one, which is defined apart."""
    line = r"$$\frac{\partial E}{\partial g[K]} = \sum_{b=1}^B r[b][K] \tanh(u[b][K])$$"
    assert verdict(NETWORK, more, line) not in ("right", "wrong")
    assert verdict(NETWORK, more, line.replace(r"\tanh(u[b][K])", "")) not in ("right", "wrong")


@pytest.mark.parametrize("state", ["w h[t-1][k] + x[t][k]", "x[t][k]"])
def test_a_last_step_is_no_step(state: str) -> None:
    """What is made of the last state may be defined there alone."""
    page = (
        rf"$$h[t][k] = {state}$$ ( $1 \le t \le T$, $1 \le k \le K$ )"
        "\n\n"
        r"$$h[0][k] = 0, \quad y[T][K] = g h[T][K]$$"
        "\n\n"
        r"$$E = \sum_{t=1,k=1}^{T,K} c[t][k] y[t][k]$$"
    )
    for line in (r"\sum_{t=1,k=1}^{T,K} c[t][k] h[t][k]", "c[T][K] h[T][K]", r"\sum_{k=1}^K c[T][k] h[T][k]"):
        assert verdict(page, rf"$$\frac{{\partial E}}{{\partial g}} = {line}$$") not in ("right", "wrong")


def test_the_last_of_one_index_is_the_last() -> None:
    page = r"$$h_T = w x_T$$" "\n\n" r"$$E = \sum_{t=1}^T c_t h_T$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial w} = \sum_{t=1}^T c_t x_T$$") == "right"
    assert verdict(page, r"$$\frac{\partial E}{\partial w} = \sum_{t=1}^T c_t x_t$$") == "wrong"
