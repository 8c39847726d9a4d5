r"""Vectors typed out whose letter numbers entries elsewhere: `\sum_{f} w_f` beside `w_{cf}`, and columns with dots."""

from __future__ import annotations

import pytest

from .judging import check

RANGES = '+++\nobjective = "L_n"\n[ranges]\n"c" = "1..K"\n"f" = "1..M"\n"n" = "1..N"\n+++\n'
TOLD = r"$v_f^T = [v_{f1}, v_{f2}, \dots, v_{fM}]$ and $u_n = [u_{n1}, u_{n2}, \dots, u_{nM}]$ is a row. "
PAGE = (
    RANGES
    + TOLD
    + r"""

$$ L_n = \sum_{f \ne y_n} [\max(0, u_n v_f - u_n v_{y_n} + 1)] $$

# Derivation

"""
)
PLAIN = (
    RANGES.replace("L_n", "L")
    + r"""$v_c \in \mathbb{R}^M$, $u \in \mathbb{R}^M$.

$$ z_c = v_c^T u $$

$$ L = \sum_{c=1}^K z_c^2 $$

# Derivation

"""
)
STEP = r"1(u_n v_c - u_n v_{y_n} + 1 > 0)"
BY = r"\frac{\partial L_n}{\partial v_{cf}} = "
DOTS = r"\begin{bmatrix} u_{n1} \\ u_{n2} \\ \vdots \\ u_{nM} \end{bmatrix}"


def verdict(page: str, line: str) -> str:
    return str(check(page + line).claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"$$ {BY} {STEP} u_{{nf}} $$ ( $c \\ne y_n$ )", "right"),
        (f"$$ {BY} {STEP} u_{{nf}} $$", "wrong"),
        (f"$$ {BY} {STEP} u_{{nc}} $$ ( $c \\ne y_n$ )", "wrong"),
        (f"$$ {BY} {STEP.replace('+ 1', '')} u_{{nf}} $$ ( $c \\ne y_n$ )", "wrong"),
        (f"$$ {BY} {STEP} u_{{nf}} - 1(c = y_n) \\sum_{{m=1}}^K {STEP.replace('v_c', 'v_m')} u_{{nf}} $$", "right"),
        (f"$$ {BY} {STEP} u_{{nf}} + 1(c = y_n) \\sum_{{m=1}}^K {STEP.replace('v_c', 'v_m')} u_{{nf}} $$", "wrong"),
        (f"$$ \\frac{{\\partial L_n}}{{\\partial v_{{y_n f}}}} = -\\sum_{{c \\ne y_n}} {STEP} u_{{nf}} $$", "right"),
        (f"$$ \\frac{{\\partial L_n}}{{\\partial v_{{y_n f}}}} = -\\sum_{{c=1}}^K {STEP} u_{{nf}} $$", "wrong"),
        (f"$$ \\nabla_{{v_c}} L_n = {STEP} {DOTS} $$ ( $c \\ne y_n$ )", "right"),
        (f"$$ \\nabla_{{v_c}} L_n = -{STEP} {DOTS} $$ ( $c \\ne y_n$ )", "wrong"),
    ],
)
def test_a_sum_over_rows_in_the_letter_of_their_entries(line: str, expected: str) -> None:
    assert verdict(PAGE, line) == expected


def test_columns_typed_out_whose_own_index_comes_last() -> None:
    page = PAGE.replace(r"[v_{f1}, v_{f2}, \dots, v_{fM}]", r"[v_{1f}, v_{2f}, \dots, v_{Mf}]")
    assert verdict(page, f"$$ {BY} {STEP} u_{{nf}} $$ ( $c \\ne y_n$ )") != "right"


def test_a_sum_over_the_other_place_stays() -> None:
    page = PAGE.replace(
        r"\sum_{f \ne y_n} [\max(0, u_n v_f - u_n v_{y_n} + 1)]", r"\sum_f u_{nf} v_{1f} + \sum_f v_{2f}^2"
    )
    assert verdict(page, r"$$ \frac{\partial L_n}{\partial v_{2f}} = 2 v_{2f} $$") == "right"
    assert verdict(page, r"$$ \frac{\partial L_n}{\partial v_{1f}} = 2 v_{1f} $$") == "wrong"


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (r"2 z_c \begin{bmatrix} u_1 \\ u_2 \\ \vdots \\ u_M \end{bmatrix}", "right"),
        (r"2 z_c \begin{bmatrix} u_1 \\ \vdots \\ u_M \end{bmatrix}", "right"),
        (r"z_c \begin{bmatrix} u_1 \\ u_2 \\ \vdots \\ u_M \end{bmatrix}", "wrong"),
        (r"2 z_c \begin{bmatrix} z_1 \\ z_2 \\ \vdots \\ z_M \end{bmatrix}", "wrong"),
        (r"2 z_c \begin{bmatrix} u_1 \\ u_3 \\ \vdots \\ u_M \end{bmatrix}", "unreadable"),
        (r"2 z_c \begin{bmatrix} u_1 \\ u_2 \\ \vdots \\ u_K \end{bmatrix}", "unreadable"),
    ],
)
def test_a_column_with_dots_behind_a_factor(column: str, expected: str) -> None:
    assert verdict(PLAIN, rf"$$ \nabla_{{v_c}} L = {column} $$") == expected
