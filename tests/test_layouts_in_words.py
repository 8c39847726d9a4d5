"""Derivatives whose layout a sentence tells, of numbers and of vectors, beside matrices `(w_l)_{jk}` of a layer."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

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


EXPECTED = {line: expected for line, _, expected in LINES}


def _judged(net: list[str], told: str) -> dict[str, str]:
    """The verdict of each line; those stand alone that are not read without the others, which tell more of y."""
    displays = {line: f"$$ {line} $$" + where for line, where, _ in LINES}
    read = [line for line, expected in EXPECTED.items() if expected != "unreadable"]
    found = each_verdict(FRONT, *net, told, lines=[displays[line] for line in read])
    alone = {line: verdict(FRONT, *net, told, displays[line]) for line in EXPECTED if line not in read}
    return dict(zip(read, found, strict=True)) | alone


@pytest.mark.parametrize("told", TOLD)
def test_the_layout_is_the_one_told(told: str) -> None:
    assert _judged(NET, told) == EXPECTED


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
    cases = LINES[:2]
    for (line, _, _), found in zip(
        cases, each_verdict(FRONT, *NET, told, lines=[f"$$ {line} $$" + where for line, where, _ in cases]), strict=True
    ):
        assert found != "wrong", line


def test_a_row_may_be_put_into_a_space() -> None:
    net = [part.replace("k^{(l)})$ is a ", r"k^{(l)}) \in \mathbb{R}^{1 \times m_l}$ is a ") for part in NET]
    assert _judged(net, TOLD[1]) == EXPECTED


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
    cases = LINES[:2]
    for (line, _, _), found in zip(
        cases, each_verdict(FRONT, *NET, told, lines=[f"$$ {line} $$" + where for line, where, _ in cases]), strict=True
    ):
        assert found in ("unreadable", "unproved"), line


def test_a_matrix_told_transposed() -> None:
    told = (
        f"{ROW_TOLD}, and the derivative of a scalar with respect to a matrix has the shape of the transposed matrix."
    )
    cases = (
        (r"h^{(l-1)} \delta^{(l)}", "wrong"),  # in the shape of the matrix
        (r"(\delta^{(l)})^T (h^{(l-1)})^T", "right"),
        (r"2 (\delta^{(l)})^T (h^{(l-1)})^T", "wrong"),
    )
    for (line, expected), found in zip(
        cases,
        each_verdict(
            FRONT, *NET, told, lines=[rf"$$ \frac{{\partial J}}{{\partial w_l}} = {line} $$" for line, _ in cases]
        ),
        strict=True,
    ):
        assert found == expected, line


def test_the_layout_by_its_name() -> None:
    open_lines = {  # what is no gradient in any layout is wrong all the same
        line: "unproved" for line in EXPECTED if r"\partial w_l" in line and not line.endswith(r"h^{(l)} \delta^{(l)}")
    }
    assert _judged(NET, "We use the numerator layout.") == EXPECTED | open_lines


def test_other_numerators_say_nothing_of_layouts() -> None:
    told = "The quotient rule differentiates the numerator and the denominator. Here the rows of $w_l$ are its inputs."
    cases = LINES[:2]
    for (line, _, _), found in zip(
        cases, each_verdict(FRONT, *NET, told, lines=[f"$$ {line} $$" + where for line, where, _ in cases]), strict=True
    ):
        assert found == "right", line
