"""Remarks between two displays that may be about the one above or about the one below."""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv.check.options import Options

NET = "For $1 \\le a \\le N$ let\n\n" + r"$$p_a = \frac{e^{u_a}}{\sum_{c=1}^{N} e^{u_c}}$$" + "\n\n"
SAME = r"$$\frac{\partial p_a}{\partial u_b} = p_a (1 - p_a)$$"
OTHER = r"$$\frac{\partial p_a}{\partial u_b} = -p_a p_b$$"
REMARKS = [
    ("(diagonal, $a = b$)", r"(off-diagonal, $a \ne b$)"),
    ("[case $a = b$]", r"[case $a \ne b$]"),
    ("← $a = b$", r"← $a \ne b$"),
    ("— $a = b$", r"— $a \ne b$"),
    (", $a = b$", r", $a \ne b$"),
    ("$a = b$.", r"$a \ne b$."),
    ("($a = b$) and", r"($a \ne b$)"),
    ("（$a = b$ のとき）", r"（$a \ne b$ のとき）"),
    ("(für $a = b$)", r"(für $a \ne b$)"),
    ("（$a = b$），", r"（$a \ne b$）。"),
    ("（当 $a = b$ 时）；", r"（当 $a \ne b$ 时）。"),
    ("（若 $a = b$）；", r"（若 $a \ne b$）。"),
    ("，其中 $a = b$，", r"，其中 $a \ne b$。"),
    ("（对角元素：$a = b$），", r"（非对角元素：$a \ne b$）。"),
    ("($a = b$),", "(otherwise)."),
    ("($a = b$)", "(sonst)"),
    ("（$a = b$），", "（其他）。"),
    ("（若 $a = b$）；", "（否则）。"),
]


def verdicts(*parts: str) -> list[str]:
    report = sd.check(NET + "\n\n".join(parts) + "\n", options=Options(reasons=False))
    return [str(link.data()["verdict"]) for c in report.claims for link in c.links]


@pytest.mark.parametrize(("same", "other"), REMARKS)
def test_the_place_is_plain_where_the_first_or_the_last_display_has_none(same: str, other: str) -> None:
    assert verdicts(SAME, same, OTHER, other) == ["right", "right"]
    assert verdicts(OTHER, same, SAME, other) == ["wrong", "wrong"]
    if "b" in other:
        assert verdicts(same, SAME, other, OTHER) == ["right", "right"]
        assert verdicts(other, SAME, same, OTHER) == ["wrong", "wrong"]


def test_one_remark_between_two_lines_leaves_both_open() -> None:
    assert verdicts(SAME, "(diagonal, $a = b$)", OTHER) == ["unproved", "unproved"]
    assert verdicts(OTHER, "(diagonal, $a = b$)", SAME) == ["unproved", "unproved"]


def test_a_slip_is_wrong_wherever_the_remark_belongs() -> None:
    slip = r"$$\frac{\partial p_a}{\partial u_b} = p_a (2 - p_a)$$"
    assert verdicts(slip, "(diagonal, $a = b$)", SAME)[0] == "wrong"


def test_a_remark_in_the_paragraph_of_its_line_is_of_that() -> None:
    assert verdicts(SAME + "\n(case $a = b$)", OTHER + "\n" + r"(case $a \ne b$)") == ["right", "right"]
    assert verdicts(OTHER + "\n(case $a = b$)", SAME + "\n" + r"(case $a \ne b$)") == ["wrong", "wrong"]


def test_words_that_lead_on_are_said_of_what_follows() -> None:
    assert verdicts(OTHER, "(diagonal, $a = b$) Here we get", SAME)[1] == "right"
    assert verdicts(OTHER, "On the diagonal ($a = b$):", SAME)[1] == "right"


def test_words_for_the_rest_that_say_more_make_no_case() -> None:
    assert verdicts(SAME, "($a = b$)", OTHER, "(otherwise we would divide by zero)")[1] in ("unproved", "wrong")
    assert verdicts(SAME, "Here is no case.", OTHER + "\n(otherwise)")[1] == "unproved"
