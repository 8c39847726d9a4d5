"""Remarks of words and formulas at the end of a row: prose, but for the equations in them."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

PAGE = r"$$h_i = u_i u_i, \quad E = \sum_{i=1}^{I} h_i v_i$$" + "\n\n"
LEFT = r"\frac{\partial E}{\partial u_i}"
PART = r"\frac{\partial h_i}{\partial u_i}"


def verdict(middle: str, last: str, result: str = "2 u_i v_i") -> str:
    rows = rf"{LEFT} &= v_i {PART} {middle} \\ &= {result} {last}"
    return check(rf"{PAGE}\begin{{align}} {rows} \end{{align}}").verdict


REMARKS = [
    rf"\quad \text{{(}}{PART}\text{{ is the contribution of }} h\text{{)}}",
    rf"\quad ({PART}\text{{ is the contribution of }} h)",
    rf"\text{{ (here }}{PART}\text{{ is local)}}",
    r"\quad \text{since } v_i \text{ is fixed}",
    r"&& \text{because only } h_i \text{ holds } u_i",
    rf"\quad \text{{(}}{PART} = 2 u_i\text{{ as above)}}",
]


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_is_dropped(remark: str) -> None:
    assert verdict(remark, "") == "right"
    assert verdict("", remark) == "right"
    assert verdict(remark, "", "3 u_i v_i") == "wrong"
    assert verdict("", remark, "3 u_i v_i") == "wrong"


def test_an_equation_in_a_remark_is_a_claim() -> None:
    remark = rf"\quad \text{{(}}{PART} = 3 u_i\text{{ is the contribution of }} h\text{{)}}"
    assert verdict(remark, "") == "wrong"
    assert verdict("", remark) == "wrong"


KEPT = [
    r"\quad \text{times } 3",
    r"\quad \text{and } 3",
    r"\text{ [local part] } v_i",
    r"\quad \text{(local part)} + v_i",
    r"\quad \text{(local part)} \cdot v_i",
    r"\text{ with } v_i",
]


@pytest.mark.parametrize("rest", KEPT)
def test_what_may_belong_to_the_formula_is_not_dropped(rest: str) -> None:
    assert verdict("", rest) in ("unreadable", "wrong")
    assert verdict(rest, "") in ("unreadable", "wrong")


def test_conditions_stay_conditions() -> None:
    page = r"$$E = \sum_{i=1}^{I} x_i^2 + x_1^3$$" + "\n\n"
    line = r"\frac{\partial E}{\partial x_i} &= 2 x_i \quad"
    assert check(rf"{page}\begin{{align}}{line} \text{{for }} i \ne 1\end{{align}}").verdict == "right"
    assert check(rf"{page}\begin{{align}}{line} \text{{for }} i = 1\end{{align}}").verdict == "wrong"


@pytest.mark.parametrize(("sign", "verdict"), [("-", "right"), ("", "wrong")])
@pytest.mark.parametrize("environment", ["matrix", "array}{ll"])
def test_cases_behind_a_brace(environment: str, sign: str, verdict: str) -> None:
    name = environment.partition("}")[0]
    page = (
        r"$$ p_i = \frac{e^{g_i}}{\sum_{k=1}^{T} e^{g_k}} $$ $$ \frac{\partial p_i}{\partial g_j} = "
        rf"\left\{{\begin{{{environment}}} p_i(1-p_j) & i=j\\ {sign} p_j p_i & i\neq j \end{{{name}}}\right. $$"
    )
    assert check(page).verdict == verdict
