r"""A factor without the letter behind a product sign, `\prod_{k=t}^{T-1} g'(z_{k+1}) u`: inside, behind it, or open."""

from __future__ import annotations

import pytest

from .judging import check, verdict

PAGE = (
    '+++\nobjective = "J"\nfunctions = ["g"]\n[ranges]\n"t" = "1..T"\n+++\n' + r"$$z_t = u h_{t-1} + x_t$$",
    r"$$h_t = g(z_t)$$",
    r"$$h_0 = 0$$",
    r"$$J = c h_T$$",
)
LEFT = r"\frac{\partial J}{\partial h_t} ="
LAST = r"\frac{\partial J}{\partial h_T}"
EACH = r"\prod_{k=t}^{T-1} \frac{\partial h_{k+1}}{\partial h_k}"


def judged(line: str) -> str:
    return verdict(*PAGE, f"$$ {line} $$")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"{LEFT} {LAST} {EACH} = {LAST} \prod_{{k=t}}^{{T-1}} g'(z_{{k+1}}) u", "right"),
        (rf"{LEFT} {LAST} {EACH} = {LAST} \prod_{{k=t}}^{{T-1}} g'(z_{{k+1}}) \cdot u", "right"),
        (rf"{LEFT} {LAST} {EACH} = {LAST} \prod_{{k=t}}^{{T-1}} g'(z_k) u", "wrong"),
        (rf"\frac{{\partial h_T}}{{\partial h_t}} = {EACH} = \prod_{{k=t}}^{{T-1}} g'(z_{{k+1}}) u", "right"),
    ],
)
def test_it_is_inside_where_derivatives_are_multiplied_beside(line: str, expected: str) -> None:
    assert judged(line) == expected


@pytest.mark.parametrize(
    ("power", "at", "expected"),
    [("T-t", "k+1", "right"), ("T-t+1", "k+1", "wrong"), ("T-t", "k", "wrong")],
)
def test_it_is_inside_where_its_power_stands_beside(power: str, at: str, expected: str) -> None:
    first = rf"{LEFT} {LAST} \prod_{{k=t}}^{{T-1}} g'(z_{{k+1}}) u"
    assert judged(rf"{first} = {LAST} u^{{{power}}} \prod_{{k=t}}^{{T-1}} g'(z_{{{at}}})") == expected


@pytest.mark.parametrize(
    "line",
    [
        rf"{LEFT} {LAST} \prod_{{k=t}}^{{T-1}} g'(z_{{k+1}}) u",
        rf"{LEFT} \prod_{{k=t}}^{{T-1}} u g'(z_{{k+1}}) c",
        rf"{LEFT} {LAST} {EACH} = \prod_{{k=t}}^{{T-1}} u g'(z_{{k+1}}) c",
        rf"{LEFT} {LAST} {EACH} = c \prod_{{k=t}}^{{T-1}} g'(z_{{k+1}}) u",
    ],
)
def test_a_line_that_is_right_by_one_reading_is_open(line: str) -> None:
    assert judged(line) == "unproved"


@pytest.mark.parametrize(
    "line",
    [
        rf"{LEFT} {LAST} \prod_{{k=t}}^{{T}} g'(z_k) u",
        rf"{LEFT} {LAST} \prod_{{k=t}}^{{T-1}} g(z_{{k+1}}) u",
        rf"{LEFT} \prod_{{k=t}}^{{T-1}} g'(z_{{k+1}}) c",
    ],
)
def test_a_line_that_is_wrong_by_both_is_wrong(line: str) -> None:
    assert judged(line) == "wrong"


@pytest.mark.parametrize("line", [r"y = \prod_{j=1}^n w_j a", r"y = \prod_{j=1}^n w_j a b"])
def test_a_definition_is_not_read(line: str) -> None:
    claims = check(f"$$ {line} $$\n\n$$ E = y^2 $$\n\n" + r"$$ \frac{\partial E}{\partial y} = 2 y $$").claims
    assert [str(c.judgement) for c in claims[:1]] == ["unreadable"]


def test_factors_that_are_all_the_same_are_a_power() -> None:
    """As many as the product has factors, not split where the base may be 0."""
    line = (
        rf"{LEFT} {LAST} \prod_{{k=t}}^{{T-1}} (u g'(z_{{k+1}})) = {LAST} u^{{T-t}} \prod_{{k=t}}^{{T-1}} g'(z_{{k+1}})"
    )
    assert judged(line) == "right"
    assert judged(line.replace("u^{T-t}", "u^{T-t-1}")) == "wrong"
    assert judged(line.replace("u^{T-t}", "u^{t-T}")) == "wrong"
