r"""Arrays shown with their input, `h(x)` beside the entries `h_i`.

By hand: with `a_i = \sum_j W_{ij} x_j + b_i`, `h_i = f(a_i)`, `z_j = \sum_i W_{ij} h_i` half the squared error,
`\partial E/\partial W = h \, (\partial E/\partial z)^T + \partial E/\partial a \, x^T`.
"""

from __future__ import annotations

import pytest

from symderiv import check

from .judging import each_verdict, verdict

NET = r"""$$ a_i = \sum_{j=1}^{n} W_{ij} x_j + b_i, \quad h_i = f(a_i) $$ ($1 \le i \le m$)

$$ z_j = \sum_{i=1}^{m} W_{ij} h_i + c_j $$ ($1 \le j \le n$)

$$ E = \frac12 \sum_{j=1}^{n} (z_j - x_j)^2 $$

with $f(u) = \tanh(u)$."""
SHOWN = r"So $z(x) = W^T h(x) + c$ and $h(x) = f(W x + b)$."
LINE = (
    r"$$ \frac{\partial E}{\partial W} = %s \left(\frac{\partial E}{\partial z}\right)^T"
    r" + \frac{\partial E}{\partial a} x^T $$"
)


@pytest.mark.parametrize("shown", ["", SHOWN])
def test_arrays_of_an_input(shown: str) -> None:
    cases = [("h(x)", "right"), ("h", "right"), ("a(x)", "wrong"), ("2 h(x)", "wrong")]
    for (first, expected), found in zip(
        cases, each_verdict(NET, shown, lines=[LINE % first for first, _ in cases]), strict=True
    ):
        assert found == expected, first


def test_other_letters() -> None:
    page = r"""$$ u_k = \sum_{l=1}^{d} V_{kl} s_l $$ ($1 \le k \le K$)

$$ \phi_k = \tanh(u_k), \quad C = \frac12 \sum_{k=1}^{K} \phi_k^2 $$"""
    line = r"$$ \frac{\partial C}{\partial V} = (%s \odot (1 - \phi(s) \odot \phi(s))) \, s^T $$"
    assert each_verdict(page, lines=[line % r"\phi(s)", line % "u(s)"]) == ["right", "wrong"]


@pytest.mark.parametrize("other", ["h(y)", "h(2x)", "h'(x)", "h(0)"])
def test_functions_are_none(other: str) -> None:
    """What also stands before something else is a function, of which nobody says what it makes of an array."""
    page = f"{NET}\n\n$$q = {other}$$"
    assert verdict(page, LINE % "2 h(x)") != "right"


def test_an_array_that_is_not_made_of_it() -> None:
    page = NET.replace("with", "The targets are $t_k$. With")
    assert verdict(page, LINE % "h(t)") not in ("right", "wrong")


def test_a_function_of_each_entry() -> None:
    """`h_i = h(x_i)` says what the function h makes of a number."""
    page = r"""$$ h_i = h(x_i) $$ ($1 \le i \le n$)

$$ E = \sum_{i=1}^{n} v_i h_i $$"""
    claims = check(page + "\n\n" + r"$$ E = v^T h(x) $$ $$ \frac{\partial E}{\partial v} = h(x) $$").claims
    assert "wrong" not in [str(c.judgement) for c in claims]
