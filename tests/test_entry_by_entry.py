r"""Networks defined entry by entry, with sentences behind them that tell the wholes: the definitions stay as they are.

By hand, of the recurrent network below: with `e_t` the derivative by `s_t`, that by R is the sum of `e_t h_{t-1}^T`;
`e_t` comes from `h_t - d_t` and from the step behind by way of `R^T e_{t+1}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = """+++
objective = "\\\\mathcal{J}"
functions = ["g"]
[ranges]
"t" = "1..T"
"i" = "1..n"
"j" = "1..n"
"k" = "1..p"
+++"""
OPEN = ("unreadable", "unproved")


def _net(place: str) -> list[str]:
    """The network with its steps where `place` has them, and what its entries look like."""

    def at(name: str, index: str, step: str) -> str:
        return name + place.replace("I", index).replace("S", step)

    return [
        FRONT,
        rf"$$ {at('s', 'i', 't')} = \sum_{{j=1}}^n r_{{ij}} {at('h', 'j', 't-1')}"
        rf" + \sum_{{k=1}}^p q_{{ik}} {at('x', 'k', 't')} $$",
        rf"$$ {at('h', 'i', 't')} = g({at('s', 'i', 't')}) $$",
        rf"$$ {at('h', 'i', '0')} = 0 $$",
        rf"$$ \mathcal{{J}}_t = \frac12 \sum_{{i=1}}^n ({at('h', 'i', 't')} - {at('d', 'i', 't')})^2 $$",
        r"$$ \mathcal{J} = \sum_{t=1}^T \mathcal{J}_t $$",
        rf"$$ {at('e', 'i', 't')} = \frac{{\partial \mathcal{{J}}}}{{\partial {at('s', 'i', 't')}}} $$",
    ]


def _told(font: str, place: str, spaces: bool, words: tuple[str, str]) -> str:
    names = (("x", "k", "p"), ("h", "i", "n"), ("s", "i", "n"), ("d", "i", "n"), ("e", "i", "n"))
    each = [
        rf"${font}{{{a}}}_t = ({a}{place.replace('I', i).replace('S', 't')})"
        + (rf" \in \mathbb{{R}}^{size}$" if spaces else "$")
        for a, i, size in names
    ]
    return f"{words[0]} {', '.join(each)} {words[1]} $R = (r_{{ij}})$, $Q = (q_{{ik}})$."


LINES = [
    (r"\frac{\partial \mathcal{J}}{\partial R} = \sum_{t=1}^T Fe_t Fh_{t-1}^\top", "right"),
    (r"\frac{\partial \mathcal{J}}{\partial R} = \sum_{t=1}^T Fe_t Fh_t^\top", "wrong"),
    (r"\frac{\partial \mathcal{J}}{\partial R} = \sum_{t=1}^T Fh_{t-1} Fe_t^\top", "wrong"),
    (r"\frac{\partial \mathcal{J}}{\partial r_{ij}} = \sum_{t=1}^T (Fe_t)_i (Fh_{t-1})_j", "right"),
    (r"\frac{\partial \mathcal{J}}{\partial r_{ij}} = \sum_{t=1}^T (Fe_t)_j (Fh_{t-1})_i", "wrong"),
    (r"\frac{\partial \mathcal{J}}{\partial r_{ij}} = \sum_{t=1}^T (Fe_t)_i [Fh_t]_j", "wrong"),
    (r"\frac{\partial \mathcal{J}_t}{\partial Fh_t} = Fh_t - Fd_t", "right"),
    (r"\frac{\partial \mathcal{J}_t}{\partial Fh_t} = Fd_t - Fh_t", "wrong"),
    (r"\frac{\partial \mathcal{J}}{\partial Q} = \sum_{t=1}^T Fe_t Fx_t^\top", "right"),
    (r"\frac{\partial \mathcal{J}}{\partial Q} = \sum_{t=1}^T Fe_t Fx_{t-1}^\top", "wrong"),
]
BEFORE, BEHIND, ABOVE = "_{S,I}", "_{I,S}", "_{I}^{(S)}"
ENGLISH, GERMAN = ("Here", "are column vectors and"), ("Dabei sind", "Spaltenvektoren und")
CHINESE = ("其中", "都是列向量,")


@pytest.mark.parametrize(
    ("font", "place", "spaces", "words"),
    [
        (r"\bm", BEHIND, True, ENGLISH),
        (r"\pmb", BEFORE, True, CHINESE),
        (r"\vec", BEFORE, False, GERMAN),
        (r"\boldsymbol", ABOVE, False, ENGLISH),
        (r"\overrightarrow", BEFORE, True, GERMAN),
    ],
)
def test_wholes_at_a_step_are_read(font: str, place: str, spaces: bool, words: tuple[str, str]) -> None:
    page = [*_net(place), _told(font, place, spaces, words)]
    for line, expected in LINES:
        typed = line
        for name in "exhd":
            typed = typed.replace(f"F{name}", f"{font}{{{name}}}")
        assert verdict(*page, f"$$ {typed} $$") == expected, line


def test_a_column_of_a_matrix_is_told_by_its_letter_behind() -> None:
    page = [
        '+++\nobjective = "E"\n[ranges]\n"i" = "1..n"\n"j" = "1..m"\n+++',
        r"$$ z_j = \sum_{i=1}^n w_{ij} x_i $$",
        r"$$ E = \sum_{j=1}^m z_j^2 $$",
        r"Here $\mathbf{w}_j = (w_{ij})$ and $\mathbf{x} = (x_i)$.",
    ]
    for line, expected in (("2 z_j x_i", "right"), ("2 z_i x_j", "wrong"), ("z_j x_i", "wrong")):
        claim = rf"$$ \frac{{\partial E}}{{\partial (\mathbf{{w}}_j)_i}} = {line} $$"
        assert verdict(*page, claim) in (expected, *OPEN), line
        assert verdict(*page, claim) != {"right": "wrong", "wrong": "right"}[expected]


CBOW = [
    '+++\nobjective = "L"\n[ranges]\n"j" = "1..V"\n"n" = "1..N"\n+++',
    r"$$ u_j = \sum_{n=1}^N w'_{nj} h_n $$",
    r"$$ L = \sum_{j=1}^V u_j^3 $$",
    r"Here $\overrightarrow{\mathbf{h}} = (h_n) \in \mathbb{R}^N$ and $\mathbf{W}' = (w'_{nj})$;"
    r" $\overrightarrow{\mathbf{w}}'_j$ belongs to word $j$.",
    r"$$ u_j = -(\overrightarrow{\mathbf{w}}'_j)^T \overrightarrow{\mathbf{h}} $$",
]


def test_a_line_behind_makes_no_array_of_what_is_defined_by_entry() -> None:
    cases = ((r"\sum_{j=1}^V 3 u_j^2 w'_{nj}", "right"), (r"\sum_{j=1}^V 3 u_j w'_{nj}", "wrong"))
    for (line, expected), found in zip(
        cases,
        each_verdict(*CBOW, lines=[rf"$$ \frac{{\partial L}}{{\partial h_n}} = {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


ATTENTION = [
    r"$$ h_j = \tanh(W x_j) $$",
    r"$$ c_i = \sum_{j=1}^n a_{ij} h_j $$",
    r"$$ L = \frac12 \sum_{i=1}^n \|c_i - y_i\|^2 $$",
    r"Here $W \in \mathbb{R}^{d \times p}$, $x_j \in \mathbb{R}^p$, $y_i \in \mathbb{R}^d$, $i, j = 1, \dots, n$.",
]


def test_sums_of_vectors_are_vectors() -> None:
    cases = (
        (r"\sum_{i=1}^n a_{ij} (c_i - y_i)", "right"),
        (r"\sum_{i=1}^n a_{ji} (c_i - y_i)", "wrong"),
    )
    for (line, expected), found in zip(
        cases,
        each_verdict(*ATTENTION, lines=[rf"$$ \frac{{\partial L}}{{\partial h_j}} = {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line
    cases = ((r"(c_i - y_i)^T h_j", "right"), (r"(c_i - y_i)^T h_i", "wrong"))
    for (line, expected), found in zip(
        cases,
        each_verdict(
            *ATTENTION, lines=[rf"$$ \frac{{\partial L}}{{\partial a_{{ij}}}} = {line} $$" for line, _ in cases]
        ),
        strict=True,
    ):
        assert found == expected, line


PLAIN = [
    r"$$ z = W x + b $$",
    r"$$ L = \frac12 \|z - y\|^2 $$",
]


def test_the_last_of_a_list_of_vectors_is_no_length() -> None:
    told = r"Dabei sind $x$, $b$, $y$ Spaltenvektoren, $W \in \mathbb{R}^{m \times n}$."
    for line, expected in (("(z - y) x^T", "right"), ("x (z - y)^T", "wrong"), ("(z - b) x^T", "wrong")):
        found = verdict(*PLAIN, told, rf"$$ \frac{{\partial L}}{{\partial W}} = {line} $$")
        assert found == expected, line


LAYOUT = [
    r"$$ z = W h + b $$",
    r"$$ a = \tanh(z) $$",
    r"$$ J = \frac12 \|a - y\|^2 $$",
    r"Here $W \in \mathbb{R}^{m \times n}$, $h \in \mathbb{R}^n$, $b \in \mathbb{R}^m$.",
]
DENOMINATOR = [
    r"采用分母布局：向量对向量的导数 $\frac{\partial u}{\partial v}$ 第 $i$ 行第 $j$ 列的元素为"
    r" $\frac{\partial u_j}{\partial v_i}$，标量对矩阵的导数与矩阵同形。",
    r"The derivative of a vector by a vector $\frac{\partial u}{\partial v}$ has the entry in row $i$ and column $j$ "
    r"$\frac{\partial u_j}{\partial v_i}$.",
    r"We use the denominator layout. The entry in row $i$ and column $j$ of the Jacobian"
    r" $\frac{\partial u}{\partial v}$ is $\frac{\partial u_j}{\partial v_i}$.",
]
NUMERATOR = [
    r"The entry in row $i$ and column $j$ of the Jacobian $\frac{\partial u}{\partial v}$ is "
    r"$\frac{\partial u_i}{\partial v_j}$."
]
DOUBTED = [
    r"Other books: the entry in row $i$ and column $j$ of the Jacobian $\frac{\partial u}{\partial v}$ is "
    r"$\frac{\partial u_j}{\partial v_i}$.",
    r"We use the numerator layout. The entry in row $i$ and column $j$ of the Jacobian $\frac{\partial u}{\partial v}$ "
    r"is $\frac{\partial u_j}{\partial v_i}$.",
    r"The entry in row $i$ and column $j$ of $\frac{\partial u}{\partial v}$ is $\frac{\partial u_j}{\partial v_i}$.",
]


@pytest.mark.parametrize("told", DENOMINATOR)
def test_an_entry_tells_the_denominator_layout(told: str) -> None:
    cases = (("W^T", "right"), ("W", "wrong"), ("-W^T", "wrong"))
    for (line, expected), found in zip(
        cases,
        each_verdict(*LAYOUT, told, lines=[rf"$$ \frac{{\partial z}}{{\partial h}} = {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line
    cases = (
        (r"W^T \frac{\partial J}{\partial z}", "right"),
        (r"\frac{\partial J}{\partial z} W", "wrong"),
    )
    for (line, expected), found in zip(
        cases,
        each_verdict(*LAYOUT, told, lines=[rf"$$ \frac{{\partial J}}{{\partial h}} = {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found in (expected, *OPEN), line


@pytest.mark.parametrize("told", NUMERATOR)
def test_an_entry_tells_the_numerator_layout(told: str) -> None:
    cases = (("W", "right"), ("W^T", "wrong"))
    for (line, expected), found in zip(
        cases,
        each_verdict(*LAYOUT, told, lines=[rf"$$ \frac{{\partial z}}{{\partial h}} = {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize("told", DOUBTED)
def test_a_layout_that_may_be_of_others_is_open(told: str) -> None:
    cases = ("W", "W^T")
    for line, found in zip(
        cases,
        each_verdict(*LAYOUT, told, lines=[rf"$$ \frac{{\partial z}}{{\partial h}} = {line} $$" for line in cases]),
        strict=True,
    ):
        assert found in OPEN, line
