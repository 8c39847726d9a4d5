r"""Matrices typed with dots in rows and columns, and derivatives by what is another name for entries."""

import pytest

from symderiv.check.page import check

DOTS = r"\vdots & \ddots & \vdots"
DESIGN = (
    r"R = \begin{bmatrix} g_1(x_1) & \cdots & g_m(x_1) \\ " + DOTS + r" \\ g_1(x_n) & \cdots & g_m(x_n) \end{bmatrix}"
)
PAGE = r"""+++
objective = "E"
functions = ["g"]
+++

$$ {} $$

$$ C = \begin{bmatrix} c_1 \\ \vdots \\ c_m \end{bmatrix}, \quad T = (t_1, \dots, t_n)^T $$

$$ E = \frac12 \sum_{i=1}^n \left(\sum_{j=1}^m c_j g_j(x_i) - t_i\right)^2 $$

$$ \frac{\partial E}{\partial C} = [] $$
"""


def _judged(line: str, design: str = DESIGN, page: str = PAGE) -> str:
    return str(check(page.replace("{}", design, 1).replace("[]", line)).claims[-1].judgement)


@pytest.mark.parametrize(
    "design",
    [
        DESIGN,
        DESIGN.replace("bmatrix", "pmatrix").replace(r"\cdots", r"\dots"),
        DESIGN.replace(r"g_m(x_n) \end", r"g_m(x_n) \\ \end"),
        DESIGN.replace(r"\begin{bmatrix}", r"\left[ \begin{array}{ccc}").replace(
            r"\end{bmatrix}", r"\end{array} \right]"
        ),
        r"R = \begin{bmatrix} g_1(x_1) & g_2(x_1) & \cdots & g_m(x_1) \\ g_1(x_2) & g_2(x_2) & \cdots & g_m(x_2) \\"
        r" \vdots & \vdots & \ddots & \vdots \\ g_1(x_n) & g_2(x_n) & \cdots & g_m(x_n) \end{bmatrix}",
    ],
)
def test_by_a_column_of_entries(design: str) -> None:
    assert _judged("R^T (R C - T)", design) == "right"
    assert _judged("R^T (R C + T)", design) == "wrong"
    assert _judged("2 R^T (R C - T)", design) == "wrong"


def test_matrix_of_the_wrong_way_round() -> None:
    rows = r"g_1(x_1) & \cdots & g_1(x_n) \\ " + DOTS + r" \\ g_m(x_1) & \cdots & g_m(x_n)"
    turned = rf"R = \begin{{bmatrix}} {rows} \end{{bmatrix}}"
    assert _judged("R (R^T C - T)", turned) == "right"
    assert _judged("R^T (R C - T)", turned) != "right"


@pytest.mark.parametrize(
    "design",
    [
        DESIGN.replace("g_1(x_n)", "g_2(x_n)"),  # the rows are not alike
        DESIGN.replace("g_m(x_n)", "g_m(x_m)"),
        DESIGN.replace("g_1(x_1)", "1"),
        DESIGN.replace(r"\vdots & \ddots & \vdots", r"g_1(x_2) & \cdots & g_m(x_2)"),
    ],
)
def test_what_is_not_alike_is_not_read(design: str) -> None:
    assert _judged("R^T (R C - T)", design) not in ("right", "wrong")


ENTRIES = r"""+++
objective = "E"
+++

$$ {} $$

$$ c = (c_1, \dots, c_m)^T, \quad t = (t_1, \dots, t_n)^T $$

$$ E = \frac12 \sum_{i=1}^n \left(\sum_{j=1}^m r_{ij} c_j - t_i\right)^2 $$

$$ \frac{\partial E}{\partial R} = [] $$
"""
OF_ENTRIES = r"R = \begin{pmatrix} r_{11} & \cdots & r_{1m} \\ " + DOTS + r" \\ r_{n1} & \cdots & r_{nm} \end{pmatrix}"


def test_by_a_matrix_of_entries() -> None:
    assert _judged("(R c - t) c^T", OF_ENTRIES, ENTRIES) == "right"
    assert _judged("(R c + t) c^T", OF_ENTRIES, ENTRIES) == "wrong"
    assert _judged("c (R c - t)^T", OF_ENTRIES, ENTRIES) != "right"


def test_entries_with_commas() -> None:
    typed = OF_ENTRIES.replace("11", "1,1").replace("1m", "1,m").replace("n1", "n,1").replace("nm", "n,m")
    assert _judged("(R c - t) c^T", typed, ENTRIES) == "right"


def test_by_what_is_computed_from_several_entries() -> None:
    page = ENTRIES.replace("{}", "S_i = \\sum_{j=1}^m r_{ij}").replace(r"\partial R", r"\partial S_i")
    assert str(check(page.replace("[]", "c_i")).claims[-1].judgement) == "unproved"


def test_by_a_name_for_one_entry_of_many() -> None:
    """Each of these is the first row, by which the derivative is another one."""
    page = ENTRIES.replace("{}", r"u_{ij} = r_{1j}").replace(r"\partial R", r"\partial u_{ij}")
    assert str(check(page.replace("[]", r"(\sum_{k=1}^m r_{ik} c_k - t_i) c_j")).claims[-1].judgement) == "unproved"


def test_what_it_should_be_is_no_zero() -> None:
    """By the name of the list the derivative would be 0 as it stands, and so would be what the line is corrected to."""
    page = ENTRIES.replace("{}", OF_ENTRIES).replace("[]", "(R c + t) c^T")
    reason = check(page).claims[-1].links[-1].reason
    assert reason is not None
    assert "sign" in str(reason)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Let $C = (c_1, \\dots, c_m)^T$.", "right"),
        ("We collect the weights in $C = (c_1, \\dots, c_m)^T$.", "right"),
        ("where $C = (c_1, \\dots, c_m)^T$.", "right"),
        ("We do not assume $C = (c_1, \\dots, c_m)^T$.", "open"),
        ("In the linear case $C = (c_1, \\dots, c_m)^T$.", "open"),
        ("If we had $C = (c_1, \\dots, c_m)^T$, this would be linear.", "open"),
    ],
)
def test_a_list_in_a_sentence(said: str, verdict: str) -> None:
    page = PAGE.replace(r"$$ C = \begin{bmatrix} c_1 \\ \vdots \\ c_m \end{bmatrix}, \quad T", f"{said}\n\n$$ T")
    assert (_judged("R^T (R C - T)", page=page) == "right") == (verdict == "right")
    assert (_judged("R^T (R C + T)", page=page) == "wrong") == (verdict == "right")
