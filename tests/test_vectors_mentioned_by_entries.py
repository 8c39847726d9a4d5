r"""`$U_i = (U_{fi})$ and $V_j = (V_{fj})$ are vectors`, `U_i^T V_j` beside their norms; weights `c_{ij}(..)`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ p(U_i, V_j) = U_i^TV_j $$

$$ E = \frac{1}{2} \sum_{i=1}^{n} \sum_{j=1}^{m} c_{ij}(r_{ij} - p(U_i, V_j))^2
+ \frac{a}{2} \sum_{i=1}^{n} \lVert U_i \rVert^2 + \frac{b}{2} \sum_{j=1}^{m} \lVert V_j \rVert^2 $$

"""
SAID = (
    "",
    r"Here $U_i = (U_{fi})$ and $V_j = (V_{fj})$ are vectors.",
    r"Here $U_i = (U_{if})$, $V_j = (V_{jf})$.",
)


@pytest.mark.parametrize("said", SAID)
def test_a_factorization(said: str) -> None:
    cases = [
        (r"-\frac{\partial E}{\partial U_i} = \sum_{j=1}^{m} c_{ij}((r_{ij} - p(U_i, V_j))V_j) - aU_i", "right"),
        (r"-\frac{\partial E}{\partial U_i} = \sum_{j=1}^{m} c_{ij}((r_{ij} - p(U_i, V_j))U_i) - aU_i", "wrong"),
        (r"\frac{\partial E}{\partial V_j} = \sum_{i=1}^{n} c_{ij}(U_i^TV_j - r_{ij})U_i + bV_j", "right"),
        (r"\frac{\partial E}{\partial V_j} = \sum_{i=1}^{n} c_{ij}(U_i^TV_j - r_{ij})U_i + aV_j", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, said, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


SMALL = NET.replace("U", "u").replace("V", "v").replace(r"\rvert", r"\rVert").replace(r"\lvert", r"\lVert")


@pytest.mark.parametrize(
    "said", [r"Here $u_i = (u_{fi})$ and $v_j = (v_{fj})$.", r"Here $u_i = (u_{if})$, $v_j = (v_{jf})$."]
)
def test_small_letters(said: str) -> None:
    line = r"$$\frac{\partial E}{\partial u_i} = -\sum_{j=1}^{m} c_{ij}(r_{ij} - u_i^Tv_j)v_j + a u_i$$"
    assert each_verdict(SMALL, said, lines=[line, line.replace("+ a", "- a")]) == ["right", "wrong"]


def test_entries_that_stand_elsewhere_are_no_mention() -> None:
    """Whose column `u_i` is, the entries say: a line about them is not judged by a name alone."""
    line = r"$$\frac{\partial E}{\partial u_{fi}} = \sum_{j=1}^{m} c_{ij}(r_{ij} - u_i^Tv_j)v_{fj} + a u_{fi}$$"
    assert verdict(SMALL, r"Here $u_i = (u_{fi})$ and $v_j = (v_{fj})$.", line) != "right"


def test_a_function_of_products_stays_one() -> None:
    """No parenthesis behind `k_i` holds a sum: it may be a function."""
    page = r"$$E = \sum_{i=1}^n k_i((x_i - c_i) w_i)$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial w_i} = k_i((x_i - c_i))$$") not in ("right", "wrong")
