r"""Comparisons that the front matter assumes are no equations: `assume = ["\\beta_i > 0", "z_i \\ne 0"]`."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""+++
assume = [ASSUMED]
[ranges]
"i" = "1..n"
+++

$$ a_i = \sum_{j=1}^{m} w_{ij} x_j $$

$$ E = \frac{1}{2} \sum_{i=1}^{n} s_i |a_i|^{q} + c \max(0, x_1) $$

"""
SLOPE = r"\frac{\partial E}{\partial a_i} = \frac{q}{2} s_i |a_i|^{q - 1} \operatorname{sgn}(a_i)"
POWER = r"\frac{\partial E}{\partial a_i} = \frac{q}{2} s_i a_i^{q - 1}"
ACTIVE = r"\frac{\partial E}{\partial c} = x_1"
PASSIVE = r"\frac{\partial E}{\partial c} = 0"


def verdict(assumed: str, line: str) -> str:
    page = PAGE.replace("ASSUMED", assumed.replace("\\", "\\\\"))
    return str(sd.check(page + f"$${line}$$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    ("assumed", "line", "wanted"),
    [
        (r'"x_j \ne 0"', SLOPE, "right"),
        (r'"x_j \ne 0", "s_i > 0"', SLOPE, "right"),
        (r'"x_j \ne 0"', POWER, "wrong"),
        (r'"x_j \neq 0"', ACTIVE, "wrong"),
        (r'"x_j \in \mathbb{R}"', ACTIVE, "wrong"),
        (r'"x_j \in \mathbb{R}^+"', ACTIVE, "unproved"),
        ('"x_j > 0"', ACTIVE, "right"),
        ('"0 < x_j"', ACTIVE, "right"),
        ('"x_1 > 0"', ACTIVE, "right"),
        ('"x_j > 0"', PASSIVE, "wrong"),
        (
            '"x_j > 0"',
            r"\frac{\partial E}{\partial x_1} = \sum_{i=1}^{n} \frac{\partial E}{\partial a_i} w_{i1} + c",
            "right",
        ),
        ('"c > 0"', ACTIVE, "wrong"),
    ],
)
def test_signs(assumed: str, line: str, wanted: str) -> None:
    """Values are drawn so, also of what lines differentiate by; that they are not 0 says nothing of random ones."""
    assert verdict(assumed, line) == wanted


@pytest.mark.parametrize(
    ("assumed", "line", "wanted"),
    [
        ('"x_j > 1"', ACTIVE, "unproved"),
        ('"x_j > 1"', r"\frac{\partial E}{\partial c} = 1", "unproved"),
        ('"x_j < 0"', PASSIVE, "unproved"),
        ('"x_j < 0"', ACTIVE, "wrong"),
        ('"a_i > 0"', POWER, "unproved"),
        ('"0 < c < 1"', ACTIVE, "wrong"),
        (r'"x_j \ge s_i"', ACTIVE, "unproved"),
        (r'"x_j \approx 1"', PASSIVE, "unproved"),
        ('"x_j = 1"', PASSIVE, "wrong"),
    ],
)
def test_bounds(assumed: str, line: str, wanted: str) -> None:
    """A line is wrong only where data that meet them refute it; `x_j > 1` is not `x_j = 1`."""
    assert verdict(assumed, line) == wanted


def test_positive_in_one_case() -> None:
    """With any number as exponent, `a^{q-1}` exists for positive a only: draws say nothing of the others."""
    page = PAGE.replace("assume = [ASSUMED]", "") + "Here the exponent is a number with $q > 1$.\n\n"
    found = [str(c.judgement) for c in sd.check(f"{page}$${POWER}$$\n\n$${SLOPE}$$\n").claims]
    assert found == ["unproved", "right"]


@pytest.mark.parametrize("line", ["x_2", "x_m", "0"])
def test_the_last_entry_alone(line: str) -> None:
    """Where m is a size, `x_m` is the last entry; whether the others are positive is not known."""
    page = PAGE.replace("ASSUMED", '"x_m > 0"').replace("max(0, x_1)", "max(0, x_2)")
    assert str(sd.check(rf"{page}$$\frac{{\partial E}}{{\partial c}} = {line}$$").claims[-1].judgement) == "unproved"
