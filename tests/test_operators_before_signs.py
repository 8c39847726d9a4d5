r"""An operator in front of a product with a sign: `\frac{\partial}{\partial z_s} e^{z_i} * S`."""

from __future__ import annotations

import pytest

from tests.judging import verdict

PAGE = (
    r"$$ p_i = \frac{e^{z_i}}{\sum_{j=1}^k e^{z_j}} \quad (i = 1, \dots, k) $$",
    r"$$ L = -\sum_{i=1}^k t_i \log p_i $$",
)
OF = r"\frac{\partial}{\partial z_s} "
TOTAL = r"(\sum_{j=1}^k e^{z_j})"


def quotient(sign: str, between: str = "-") -> str:
    above = rf"{OF} e^{{z_i}} {sign} {TOTAL} {between} {OF} {TOTAL} {sign} e^{{z_i}}"
    return rf"$$ {OF} p_i = \frac{{{above}}}{{{TOTAL}^2}} $$"


@pytest.mark.parametrize("sign", ["*", r"\cdot", r"\times"])
def test_a_quotient_rule_is_not_wrong(sign: str) -> None:
    assert verdict(*PAGE, quotient(sign)) != "wrong"
    assert verdict(*PAGE, quotient(sign, "+")) == "wrong"


def test_a_quotient_rule_without_a_sign_is_open() -> None:
    assert verdict(*PAGE, quotient("")) == "unproved"
    assert verdict(*PAGE, quotient("", "+")) == "wrong"


def test_what_is_right_for_the_whole_product_stays_right() -> None:
    line = rf"{OF} e^{{z_s}} \cdot {TOTAL} = e^{{z_s}} {TOTAL} + e^{{z_s}} e^{{z_s}}"
    assert verdict(*PAGE, f"$$ {line} $$") == "right"
    assert verdict(*PAGE, f"$$ {line} + 1 $$") == "wrong"
