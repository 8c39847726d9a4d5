r"""Columns with a number below a 1, `\mathbf{x}_i = (1, x_i)^T`, and columns of two entries counted from 0.

By hand: `E = \sum_i r_i (t_i - a_0 - a_1 x_i)^2` has the derivatives `-2 \sum_i r_i (t_i - a_0 - a_1 x_i)` by `a_0`,
and `-2 \sum_i r_i (t_i - a_0 - a_1 x_i) x_i` by `a_1`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

COLUMN = r"\begin{pmatrix} 1 \\ x_i \end{pmatrix}"
A = r"$$\mathbf{a} = \left( \begin{array}{c} a_0 \\ a_1 \\ \end{array} \right)$$"
SUM = r"$$E = \sum_{i=1}^n r_i (t_i - \mathbf{x}_i^T \mathbf{a})^2$$"
WHOLES = (
    r"$$X = \begin{pmatrix} \mathbf{x}_1^T \\ \vdots \\ \mathbf{x}_n^T \end{pmatrix}$$"
    r"$$\mathbf{t} = \begin{pmatrix} t_1 \\ \vdots \\ t_n \end{pmatrix}$$"
    r"$$R = \left( \begin{array}{ccc} r_1 & & \huge{0} \\ & \ddots & \\ \Huge 0 & & r_n \end{array} \right)$$"
)
LINES = [
    (r"\frac{\partial E}{\partial a_1} = -2 \sum_{i=1}^n r_i (t_i - \mathbf{x}_i^T \mathbf{a}) x_i", "right"),
    (r"\frac{\partial E}{\partial a_1} = -2 \sum_{i=1}^n r_i (t_i - \mathbf{x}_i^T \mathbf{a})", "wrong"),
    (r"\frac{\partial E}{\partial a_0} = -2 \sum_{i=1}^n r_i (t_i - a_0 - a_1 x_i)", "right"),
    (r"\frac{\partial E}{\partial a_0} = -2 \sum_{i=1}^n r_i (t_i - a_1 - a_0 x_i)", "wrong"),
    (r"\frac{\partial E}{\partial x_i} = -2 r_i (t_i - \mathbf{x}_i^T \mathbf{a}) a_1", "right"),
    (r"\frac{\partial E}{\partial x_i} = -2 r_i (t_i - \mathbf{x}_i^T \mathbf{a}) a_0", "wrong"),
    (r"\frac{\partial^2 E}{\partial a_1^2} = 2 \sum_{i=1}^n r_i x_i^2", "right"),
]


@pytest.mark.parametrize("column", [COLUMN, "(1, x_i)^T", r"\left[ \begin{array}{c} 1 \\ x_i \end{array} \right]"])
def test_the_number_is_an_entry(column: str) -> None:
    for (line, expected), found in zip(
        LINES,
        each_verdict(rf"$$\mathbf{{x}}_i = {column}$$ {A} {SUM}", lines=[f"$${line}$$" for line, _ in LINES]),
        strict=True,
    ):
        assert found == expected, line


def test_the_vectors_are_rows_of_a_matrix() -> None:
    cases = [
        (r"\frac{\partial E}{\partial \mathbf{a}} = 2 X^T R (X \mathbf{a} - \mathbf{t})", "right"),
        (r"\frac{\partial E}{\partial \mathbf{a}} = 2 X^T R (X \mathbf{a} + \mathbf{t})", "wrong"),
        (r"\frac{\partial E}{\partial \mathbf{a}} = 2 X^T (X \mathbf{a} - \mathbf{t})", "wrong"),
        (r"E = (\mathbf{t} - X \mathbf{a})^T R (\mathbf{t} - X \mathbf{a})", "right"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(rf"$$\mathbf{{x}}_i = {COLUMN}$$ {A} {WHOLES} {SUM}", lines=[f"$${line}$$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


def test_a_one_may_stand_below() -> None:
    page = rf"$$\mathbf{{x}}_i = (x_i, 1)^T$$ $$\mathbf{{a}} = (a_1, a_2)^T$$ {SUM}"
    line = r"$$\frac{{\partial E}}{{\partial a_{}}} = -2 \sum_{{i=1}}^n r_i (t_i - a_1 x_i - a_2) x_i$$"
    assert each_verdict(page, lines=[line.format(1), line.format(2)]) == ["right", "wrong"]


@pytest.mark.parametrize(("line", "expected"), LINES[:4])
def test_another_number_has_a_star(line: str, expected: str) -> None:
    def weighted(text: str) -> str:
        return text.replace("r_i", r"k(x^\ast, x_i)")

    page = rf"$$\mathbf{{x}}_i = {COLUMN}$$ {A} {weighted(SUM)}"
    front = '+++\nobjective = "E"\nfunctions = ["k"]\n+++\n'
    assert verdict(front + page, f"$${weighted(line)}$$") == expected


@pytest.mark.parametrize("star", [r"x^\ast", "x^*"])
def test_a_starred_number_is_apart_from_entries_of_a_bold_vector(star: str) -> None:
    page = (
        '+++\nobjective = "E"\n+++\n'
        r"$$\mathbf{a} = (a_0, a_1)^T$$ $$\mathbf{x}_i = (x_{i0}, x_{i1})^T, \quad x_{i0} = 1$$"
        rf"$$E = \sum_{{i=1}}^n (t_i - {star} \mathbf{{x}}_i^T \mathbf{{a}})^2$$"
    )
    line = r"$$\frac{\partial E}{\partial a_0} = -2 \sum_{i=1}^n (t_i - S (a_0 + a_1 x_{i1})) S$$".replace("S", star)
    assert each_verdict(page, lines=[line, line.replace(f") {star}$$", f") {star} x_{{i1}}$$")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "page",
    [
        rf"$$\mathbf{{x}}_i = {COLUMN}, \quad q_i = x_{{i2}}$$ {A} {SUM}",  # another number of indices
        rf"$$\mathbf{{x}}_i = {COLUMN}, \quad q = x$$ {A} {SUM}",
        rf"$$\mathbf{{x}}_i = {COLUMN}$$ {A} {SUM.replace('r_i', 'x_i^T')}",
        rf"$$\mathbf{{x}}_i = {COLUMN.replace('1', '2')}$$ {A} {SUM}",
        rf"$$\mathbf{{x}}_i = {COLUMN.replace('x_i', 'x_j')}$$ {A} {SUM}",
    ],
)
def test_what_is_not_read(page: str) -> None:
    cases = LINES[:4]
    for (line, _), found in zip(cases, each_verdict(page, lines=[f"$${line}$$" for line, _ in cases]), strict=True):
        assert found in ("unreadable", "unproved"), line


@pytest.mark.parametrize(("line", "expected"), LINES[:4])
def test_a_plain_letter_is_not_both(line: str, expected: str) -> None:
    found = verdict(rf"$$x_i = {COLUMN}$$ {A} {SUM}", f"$${line}$$")
    assert found in ("unreadable", "unproved") or (found, expected) == ("wrong", "wrong")


@pytest.mark.parametrize(
    ("data", "weights"), [("(1, q_i)", "(v_1, v_2)"), ("(q_i, 1)", "(v_0, v_1)"), ("(1, q_{i1})", "(v_1, v_2)")]
)
def test_vectors_that_are_numbered_from_different_numbers_on(data: str, weights: str) -> None:
    page = (
        rf"Let $\mathbf{{q}}_i = {data}^T$ and $\mathbf{{v}} = {weights}^T$ for $i = 1, \dots, n$."
        "\n\n"
        r"$$ E = \frac12 \sum_{i=1}^n (\mathbf{v}^T \mathbf{q}_i - r_i)^2 $$"
    )
    number = "q_{i1}" if "1}" in data else "q_i"
    for by in ("v_0", "v_1", "v_2"):
        for factor in ("", number):
            line = (
                rf"\frac{{\partial E}}{{\partial {by}}} = \sum_{{i=1}}^n (\mathbf{{v}}^T \mathbf{{q}}_i - r_i) {factor}"
            )
            assert verdict(page, f"$$ {line} $$") in ("unreadable", "unproved")
