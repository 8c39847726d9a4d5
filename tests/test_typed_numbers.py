r"""Numbers of equations typed by hand, and a sign of differentiation that was forgotten below the line."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$a = w x, \quad y = \tanh(a), \quad E = \frac12 (y - t)^2$$

"""
RIGHT = r"\frac{\partial E}{\partial w} = (y - t)(1 - y^2) x"
WRONG = r"\frac{\partial E}{\partial w} = (y - t)(1 - y) x"
NUMBERS = [
    r"\quad (1)",
    r"\quad (1a)",
    r"\qquad (A.1)",
    r"\quad (2.3.1)",
    r"\quad (2-3)",
    r"\quad (*)",
    r"\quad (**)",
    r"\cdots\cdots (6)",
    r"\quad \cdots \quad (6)",
    "・・・(1)",
    "\u2026\u2026\u2460",
    "\\cdots \u2461",
    " \u2462",
    ". (12)",
]


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_at_the_end(number: str) -> None:
    assert verdicts(f"{PAGE}$${RIGHT}{number}$$") == ["right"]
    assert verdicts(f"{PAGE}$${WRONG}{number}$$") == ["wrong"]


@pytest.mark.parametrize("rows", [r"&& (4.1) \\ {} && (4.2)", r"& (1) \\ {} & (2)", r"\\ & (4.1) \\ {} \\ & (4.2)"])
def test_numbers_in_a_column(rows: str) -> None:
    chain = (
        r"\begin{aligned} \frac{\partial E}{\partial w} &= \frac{\partial E}{\partial y} \frac{\partial y}{\partial w} "
    )
    for end, found in ((r"x", "right"), (r"w", "wrong")):
        more = rows.replace("{}", rf"&= (y - t)(1 - y^2) {end}")
        assert verdicts(rf"{PAGE}$${chain}{more} \end{{aligned}}$$") == ["right", found]


def test_an_and_behind_the_relation() -> None:
    rows = r"\frac{\partial E}{\partial w} =& (y - t)(1 - y^2) & (4.1) \\ & {} x & (4.2)"
    assert verdicts(rf"{PAGE}$$\begin{{aligned}} {rows.replace('{}', chr(92) + 'cdot')} \end{{aligned}}$$") == ["right"]
    assert verdicts(rf"{PAGE}$$\begin{{aligned}} {rows.replace('{}', '+')} \end{{aligned}}$$") == ["wrong"]


@pytest.mark.parametrize("factor", [r"\, (2)", r" (2)", r" \cdot (2)", r"\end{array}"])
def test_factors_at_the_end_stay_factors(factor: str) -> None:
    page = r"$$y = w x, \quad E = y^2$$" "\n\n"
    if factor == r"\end{array}":
        line = r"\begin{array}{rcl} \frac{\partial E}{\partial w} & = & y x (2) \end{array}"
    else:
        line = rf"\frac{{\partial E}}{{\partial w}} = y x{factor}"
    assert verdicts(f"{page}$${line}$$") == ["right"]


def test_a_factor_that_is_all_of_a_side() -> None:
    page = r"$$y = 2 x$$ $$\begin{array}{rcl} \frac{\partial y}{\partial x} & = & (2) \end{array}$$"
    assert verdicts(page) == ["right"]
    assert verdicts(page.replace("& (2)", "& (3)")) == ["wrong"]


def test_a_number_in_a_circle_is_a_label_in_a_script() -> None:
    page = "$$a^{\u2460} = w^{\u2460} x, \\quad E = (a^{\u2460} - t)^2$$ $$\\frac{\\partial E}{\\partial w^{\u2460}} = "
    assert verdicts(page + "2 (a^{\u2460} - t) x$$") == ["right"]
    assert verdicts(page + "2 (a^{\u2460} - t) w^{\u2460}$$") == ["wrong"]


def test_a_sign_forgotten_below() -> None:
    line = r"$$\frac{\partial E}{w} = \frac{\partial E}{\partial y} \frac{\partial y}{a} {}$$"
    assert verdicts(PAGE + line.replace("{}", "x")) == ["right"]
    assert verdicts(PAGE + line.replace("{}", "w")) == ["wrong"]


@pytest.mark.parametrize("fraction", [r"\frac{\partial E}{2}", r"\frac{\partial E}{w x}", r"\frac{\partial E + 1}{w}"])
def test_what_is_no_forgotten_sign(fraction: str) -> None:
    assert verdicts(rf"{PAGE}$${fraction} = (y - t)(1 - y^2) x$$") == ["unreadable"]


def test_a_number_set_as_a_word_is_a_number() -> None:
    page = r"""
$$C_x = \frac12 \sum_j (y_{xj} - t_{xj})^2, \quad y_{xj} = w_j u_x$$ ($x = 1, \dots, n$, $j = 1, \dots, J$)

$$C_{\text{0}} = \frac{1}{n} \sum_x C_x$$

$$\frac{\partial C_{\text{0}}}{\partial w_j} = \frac{1}{n} \sum_x (y_{xj} - t_{xj}) u_x$$
"""
    assert check(page).verdict == "right"
    assert check(page.replace(r"= \frac{1}{n} \sum_x (y", r"= \sum_x (y")).verdict == "wrong"
