r"""Vectors of one letter with labels, `v^{+} = (v_d^{+})`, `v_k^{-} = (v_{kd}^{-})`, and behind a slash and a space."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""$$ s = \sum_{d=1}^{D} u_d v_d^{PLUS} $$

$$ r_k = \sum_{d=1}^{D} u_d v_{k,d}^{MINUS} $$

$$ E = \frac{s}{\tau} + \sum_{k=1}^K r_k^2 $$

where $\mathbf{u} = (u_d)$, $\mathbf{v}^{PLUS} = (v_d^{PLUS})$, $\mathbf{v}_k^{MINUS} = (v_{k,d}^{MINUS})$.

$$ \nabla_{\mathbf{u}} E = LINE $$
"""


def verdict(line: str, plus: str = "+", minus: str = "-") -> str:
    page = PAGE.replace("LINE", line).replace("PLUS", plus).replace("MINUS", minus)
    return str(sd.check(page).claims[-1].judgement)


@pytest.mark.parametrize(("plus", "minus"), [("+", "-"), ("a", "b"), ("(1)", "(2)")])
def test_entries_of_different_kinds(plus: str, minus: str) -> None:
    line = r"\frac{1}{\tau} \mathbf{v}^{PLUS} + 2 \sum_{k=1}^K r_k \mathbf{v}_k^{MINUS}"
    assert verdict(line, plus, minus) == "right"
    assert verdict(line.replace("2 ", ""), plus, minus) == "wrong"
    assert verdict(line.replace(r"\mathbf{v}^{PLUS}", r"\mathbf{u}"), plus, minus) == "wrong"


REST = r"+ 2 \sum_{k=1}^K r_k \mathbf{v}_k^{-}"


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (r"1/\tau\ \mathbf{v}^{+}", "right"),
        (r"1/\tau \; \mathbf{v}^{+}", "right"),
        (r"2/\tau\ \mathbf{v}^{+}", "wrong"),
        # without the space, or with a number behind it, it is open how far the slash divides
        (r"s/s/\tau \mathbf{v}^{+}", "unproved"),
        (r"(1 + s)/\tau \mathbf{v}^{+} - s/\tau\ \mathbf{v}^{+}", "unproved"),
        (r"(1 + s)/\tau\ \mathbf{v}^{+} - s/\tau\ \mathbf{v}^{+}", "right"),
    ],
)
def test_a_slash_before_a_vector(first: str, expected: str) -> None:
    assert verdict(f"{first} {REST}") == expected


def test_a_number_behind_the_space_stays_open() -> None:
    page = "$$ E = \\sum_{i=1}^n (x_i - y_i)^2 / 2\\ b $$\n\n"
    line = r"$$ \frac{\partial E}{\partial x_i} = (x_i - y_i) b $$"
    assert str(sd.check(page + line).claims[-1].judgement) == "unproved"
