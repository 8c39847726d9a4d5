r"""Names behind a d that a page only defines, `(du)_k := 2 u_k`: they may be no derivatives. Labels by hand."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

LOSS = r"$$E = \sum_k u_k^3$$"
NET = r"""$$z = \sum_j w_j x_j + b$$
$$a = \frac{1}{1 + e^{-z}}$$
$$L = -y \log a - (1-y) \log(1-a)$$
"""


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize(
    "definition",
    [
        r"$$(du)_k := 2 u_k$$",
        r"$$(du)_k \equiv 2 u_k$$",
        r"$$(du)_k \stackrel{\mathrm{def}}{=} 2 u_k$$",
        r"$$du_k := 2 u_k$$",
        r"Define $(du)_k = 2 u_k$.",
    ],
)
def test_no_line_with_it_is_wrong(definition: str) -> None:
    assert "wrong" not in verdicts(f"{LOSS}\n\n{definition}\n\n$$(du)_k = 2 u_k$$")


def test_what_is_made_of_it() -> None:
    page = f"{LOSS}\n\n$$(du)_k := 2 u_k$$\n\n$$F = \\sum_k (du)_k^2$$\n\n"
    line = r"$$\frac{\partial F}{\partial u_k} = %s u_k$$"
    assert verdicts(page + line % 8) == ["right"]
    assert verdicts(page + line % 4) == ["wrong"]


def test_with_a_plain_sign_it_is_a_derivative() -> None:
    assert verdicts(f"{LOSS}\n\n$$du_k = 3 u_k^2$$") == ["right"]
    assert verdicts(f"{LOSS}\n\n$$du_k = 2 u_k$$") == ["wrong"]


def test_so_it_is_where_lines_lead_back() -> None:
    page = NET + r"$$dz := %s$$" "\n\n" r"$$dw_j := dz\, x_j$$" "\n\n" r"$$db := %s$$"
    assert verdicts(page % ("a - y", "dz")) == ["right"] * 3
    assert verdicts(page % ("a + y", "dz"))[0] == "wrong"
    assert verdicts(page % ("a - y", "2 dz"))[2] == "wrong"


def test_or_where_it_is_defined_as_one() -> None:
    page = NET + r"$$dz := \frac{\partial L}{\partial z}$$" "\n\n" r"$$dz = a %s y$$"
    assert verdicts(page % "-") == ["right"]
    assert verdicts(page % "+") == ["wrong"]
