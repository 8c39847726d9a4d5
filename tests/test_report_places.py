"""Where a report says that an equation stands: its line, and which of the equations of that line it is."""

from symderiv import check
from symderiv.check.telling.text import render

NETWORK = "$$y_i = \\sum_{j=1}^{J} w_{ij} x_j \\qquad E = \\frac12 \\sum_{i=1}^{I} (y_i - t_i)^2$$\n\n"
ALIGNED = (
    "\\begin{align}\n\\frac{\\partial E}{\\partial y_i} &= y_i - t_i \\\\\n"
    "\\frac{\\partial E}{\\partial w_{ij}} &= (t_i - y_i) x_j\n\\end{align}\n"
)
ALONE = "\n$$\\frac{\\partial y_i}{\\partial x_j} = w_{ij}$$\n"


def _said(page: str, lang: str, begins: str) -> list[str]:
    return [row for row in render(check(page), lang).splitlines() if row.startswith(begins)]


def test_the_rows_of_a_display_are_counted_and_an_equation_alone_is_not() -> None:
    page = NETWORK + ALIGNED + ALONE
    assert [row.split(":")[0] for row in _said(page, "en", "line ")] == [
        "line 3, equation 1",
        "line 3, equation 2",
        "line 8",
    ]


def test_the_first_wrong_one_is_told_with_its_number() -> None:
    assert _said(NETWORK + ALIGNED, "en", "first wrong") == ["first wrong: line 3, equation 2"]
    assert _said(NETWORK + ALIGNED, "ja", "最初の誤り") == ["最初の誤り: 3 行目、2 番目の式"]
    wrong = "$$\\frac{\\partial y_i}{\\partial x_j} = w_{ji}$$\n"
    assert _said(NETWORK + wrong, "en", "first wrong") == ["first wrong: line 3"]


def test_the_result_that_is_right_although_names_the_same_place() -> None:
    mended = ALIGNED + "\n$$\\frac{\\partial E}{\\partial w_{ij}} = (y_i - t_i) x_j$$\n"
    said = _said(NETWORK + mended, "en", "the final result")
    assert said == ["the final result is right although line 3, equation 2 is wrong"]


def test_equations_of_a_latex_document_are_told_by_their_numbers() -> None:
    page = (
        "\\documentclass{article}\n\\begin{document}\n"
        "\\begin{gather} y_i = \\sum_{j=1}^{J} w_{ij} x_j \\\\ E = \\frac12 \\sum_{i=1}^{I} (y_i - t_i)^2 "
        "\\end{gather}\n"
        + ALIGNED.replace("x_j\n", "x_j \\\\\n\\frac{\\partial y_i}{\\partial x_j} &= w_{ij} \\nonumber\n")
        + "\\end{document}\n"
    )
    assert [c.number for c in check(page).claims] == ["3", "4", ""]
    assert [row.split(":")[0] for row in _said(page, "en", "line ")] == [
        "line 4, equation (3)",
        "line 4, equation (4)",
        "line 4, equation 3",
    ]
    assert _said(page, "en", "first wrong") == ["first wrong: line 4, equation (4)"]
    assert _said(page, "ja", "最初の誤り") == ["最初の誤り: 4 行目、式 (4)"]
