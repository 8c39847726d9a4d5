r"""The exponent before the power that is differentiated, `i (x_n)^{i-1}`: a letter that is no function."""

from __future__ import annotations

import pytest

from .judging import verdict

CURVE = r"$$y(x_n) = \sum_{j=0}^M w_j (x_n)^j$$ ( $n = 1, \dots, N$ ) $$E = \sum_{n=1}^N (y(x_n) - t_n)^2$$"
POWERS = r"$$q_i = (x_i)^p$$ ( $i = 1, \dots, n$ ) $$L = \sum_{i=1}^n a_i q_i$$"


@pytest.mark.parametrize(
    ("net", "line", "expected"),
    [
        (CURVE, r"\frac{\partial y(x_n)}{\partial w_i} = (x_n)^i", "right"),
        (CURVE, r"\frac{\partial y(x_n)}{\partial w_i} = i (x_n)^{i-1}", "wrong"),
        (POWERS, r"\frac{\partial L}{\partial x_i} = a_i p (x_i)^{p-1}", "right"),
        (POWERS, r"\frac{\partial L}{\partial x_i} = p(x_i)^{p-1}", "wrong"),
        (POWERS, r"\frac{\partial q_i}{\partial x_i} = p(x_i)^{p-1}", "right"),
        (POWERS, r"\frac{\partial q_i}{\partial x_i} = p(x_i)^{p}", "wrong"),
        (POWERS.replace("p", "m"), r"\frac{\partial q_i}{\partial x_i} = m(x_i)^{m-1}", "right"),
    ],
)
def test_powers(net: str, line: str, expected: str) -> None:
    assert verdict(
        net, f"$${line}$$ ( $i = 1, \\dots, n$ )" if net != CURVE else f"$${line}$$ ( $i = 0, \\dots, M$ )"
    ) == (expected)


@pytest.mark.parametrize(
    "line", [r"\frac{\partial q_i}{\partial x_i} = p(x_i)", r"\frac{\partial q_i}{\partial x_i} = p(x_i)^2"]
)
def test_other_parentheses(line: str) -> None:
    """Nothing says here whether it is a function."""
    net = r"$$q_i = u(x_i)$$ ( $i = 1, \dots, n$ ) $$L = \sum_{i=1}^n a_i q_i$$"
    assert verdict(net, f"$${line}$$ ( $i = 1, \\dots, n$ )") not in ("right", "wrong")
