"""Derivatives whose layout a sentence tells, of numbers and of vectors, beside matrices `(w_l)_{jk}` of a layer."""

from __future__ import annotations

import pytest
from judging import verdict

FRONT = '+++\nobjective = "J"\nfunctions = ["g"]\n[ranges]\n"l" = "1..L"\n"j" = "1..m_{l-1}"\n"k" = "1..m_l"\n+++'
NET = [
    r"$$ z_k^{(l)} = \sum_{j=1}^{m_{l-1}} (w_l)_{jk} h_j^{(l-1)} $$ ( $l = 1, \dots, L$ )",
    r"$$ h_k^{(l)} = g(z_k^{(l)}) $$ ( $l = 1, \dots, L$ )",
    r"$$ h_j^{(0)} = x_j $$",
    r"$$ J = \frac12 \sum_{k=1}^{m_L} (h_k^{(L)} - y_k)^2 $$",
    r"$$ \delta_k^{(l)} = \frac{\partial J}{\partial z_k^{(l)}} $$",
    r"Here $h^{(l)} = (h_k^{(l)})$, $z^{(l)} = (z_k^{(l)})$ are column vectors; $\delta^{(l)} = (\delta_k^{(l)})$ is a "
    r"row vector.",
]
TOLD = [
    r"The derivative of a scalar with respect to a vector, such as $\frac{\partial J}{\partial h^{(l)}}$, is a row "
    r"vector, the derivative of a vector with respect to a vector is the Jacobian matrix (rows: the components of the "
    r"numerator), and $\frac{\partial J}{\partial w_l}$ has the shape of $w_l$, $m_{l-1} \times m_l$.",
    "The derivative of a vector by a vector has the numerator in the rows, "
    "and the derivative of a scalar by a vector is a row.",
    "Derivatives of scalars by vectors are row vectors, derivatives of vectors by vectors have the components of the "
    "numerator along the rows, and the derivative by a matrix has the shape of the matrix.",
    "スカラーのベクトルによる微分は行ベクトルとし、ベクトルのベクトルによる微分は分子の成分を行に並べた行列とする。",
]
INNER = r" ( $l = 2, \dots, L$ )"
HIDDEN = r" ( $l = 1, \dots, L-1$ )"
LINES = [
    (r"\frac{\partial z^{(l)}}{\partial h^{(l-1)}} = w_l^T", INNER, "right"),
    (r"\frac{\partial z^{(l)}}{\partial h^{(l-1)}} = w_l", INNER, "wrong"),
    (r"\delta^{(l)} = \delta^{(l+1)} w_{l+1}^T \, \mathrm{diag}(g'(z^{(l)}))", HIDDEN, "right"),
    (r"\delta^{(l)} = \delta^{(l+1)} \, \mathrm{diag}(g'(z^{(l)})) w_{l+1}^T", HIDDEN, "wrong"),
    (r"\frac{\partial J}{\partial w_l} = h^{(l-1)} \delta^{(l)}", "", "right"),
    (r"\frac{\partial J}{\partial w_l} = (h^{(l-1)} \delta^{(l)})^T", "", "wrong"),
    (r"\frac{\partial J}{\partial w_l} = h^{(l)} \delta^{(l)}", INNER, "wrong"),
    (r"\frac{\partial J}{\partial h^{(l-1)}} = \delta^{(l)} w_l^T", INNER, "right"),
    (r"\frac{\partial J}{\partial h^{(l-1)}} = w_l (\delta^{(l)})^T", INNER, "wrong"),
    (r"\frac{\partial J}{\partial h^{(L)}} = (h^{(L)} - y)^T", "", "right"),
    (r"\frac{\partial J}{\partial h^{(L)}} = (y - h^{(L)})^T", "", "wrong"),
    (r"\frac{\partial J}{\partial h^{(L)}} = h^{(L)} - y", "", "unreadable"),
    (r"\delta^{(L)} = (h^{(L)} - y)^T \, \mathrm{diag}(g'(z^{(L)}))", "", "right"),
    (r"\delta^{(L)} = (h^{(L)} - y)^T", "", "wrong"),
    (r"\delta^{(L)} = (h^{(L)} - y) \odot g'(z^{(L)})", "", "unreadable"),
]


@pytest.mark.parametrize("told", TOLD)
def test_the_layout_is_the_one_told(told: str) -> None:
    for line, where, expected in LINES:
        assert verdict(FRONT, *NET, told, f"$$ {line} $$" + where) == expected, line


@pytest.mark.parametrize(
    "told",
    [
        "The derivative of a scalar by a vector is a row, that of a vector by a vector has it in the columns.",
        "In other books the derivative of a scalar by a vector is a row, the derivative of a vector by a vector has "
        "the numerator in the rows.",
        "The derivative of a scalar by a vector is a row, the derivative of a vector by a vector has the numerator in "
        "the rows. We do not use that here.",
        "スカラーのベクトルによる微分は行ベクトルとし、ベクトルのベクトルによる微分は分子の成分を行に並べない。",
    ],
)
def test_what_is_not_told_makes_nothing_wrong(told: str) -> None:
    for line, where, _ in LINES[:2]:
        assert verdict(FRONT, *NET, told, f"$$ {line} $$" + where) != "wrong", line


def test_a_row_may_be_put_into_a_space() -> None:
    net = [part.replace("k^{(l)})$ is a ", r"k^{(l)}) \in \mathbb{R}^{1 \times m_l}$ is a ") for part in NET]
    for line, where, expected in LINES:
        assert verdict(FRONT, *net, TOLD[1], f"$$ {line} $$" + where) == expected, line


ROW_TOLD = "The derivative of a scalar by a vector is a row vector"
OTHERWISE = [
    ROW_TOLD + "; the derivative of a vector by a vector has the components of the denominator in the rows.",
    ROW_TOLD + ", and the derivative of a vector by a vector is the Jacobian matrix with the numerator in the columns.",
    ROW_TOLD
    + ", the derivative of a vector by a vector is the Jacobian (rows: the components of the numerator, columns: "
    "the components of the denominator).",
    ROW_TOLD + "; the derivative of a vector by a vector is the transpose of the Jacobian matrix.",
    "The derivative of a vector by a vector has the numerator in the columns, and that of a scalar is a row.",
    "スカラーのベクトルによる微分は行ベクトルとし、ベクトルのベクトルによる微分は分母の成分を行に並べた行列とする。",
    "We use the denominator layout.",
    "In the lecture we used the numerator layout, which we do not use here.",
]


@pytest.mark.parametrize("told", OTHERWISE)
def test_a_layout_that_is_not_understood_is_open(told: str) -> None:
    for line, where, _ in LINES[:2]:
        assert verdict(FRONT, *NET, told, f"$$ {line} $$" + where) in ("unreadable", "unproved"), line


def test_a_matrix_told_transposed() -> None:
    told = (
        f"{ROW_TOLD}, and the derivative of a scalar with respect to a matrix has the shape of the transposed matrix."
    )
    for line, expected in (
        (r"h^{(l-1)} \delta^{(l)}", "wrong"),  # in the shape of the matrix
        (r"(\delta^{(l)})^T (h^{(l-1)})^T", "right"),
        (r"2 (\delta^{(l)})^T (h^{(l-1)})^T", "wrong"),
    ):
        assert verdict(FRONT, *NET, told, rf"$$ \frac{{\partial J}}{{\partial w_l}} = {line} $$") == expected, line


def test_the_layout_by_its_name() -> None:
    matrices = [n for n, (line, *_) in enumerate(LINES) if r"\partial w_l" in line]
    for n, (line, where, expected) in enumerate(LINES):
        found = verdict(FRONT, *NET, "We use the numerator layout.", f"$$ {line} $$" + where)
        is_open = n in matrices and not line.endswith(r"h^{(l)} \delta^{(l)}")  # that is wrong in each layout
        assert found == ("unproved" if is_open else expected), line


def test_other_numerators_say_nothing_of_layouts() -> None:
    told = "The quotient rule differentiates the numerator and the denominator. Here the rows of $w_l$ are its inputs."
    for line, where, _ in LINES[:2]:
        assert verdict(FRONT, *NET, told, f"$$ {line} $$" + where) == "right", line
