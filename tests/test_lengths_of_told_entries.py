r"""Matrices of which a page says what their entries are, in letters that run to several ends: `W = (W_{ij})`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""$$ E = \frac12 \sum_{i=1}^{N} \left( y_i - \sum_{j=1}^{N} W_{ij} y_j \right)^2 $$

$$ M_{ij} = \delta_{ij} - W_{ij} - W_{ji} + \sum_{k=1}^{N} W_{ki} W_{kj} \quad (1 \le i \le N) $$

$$ C = \sum_{j=1}^{K} u_j^2 $$

Here $M = (M_{ij})$, $W = (W_{ij})$ and $I$ is the $N \times N$ identity matrix.

$$ E = \frac12 \sum_{i=1}^{N} \sum_{j=1}^{N} M_{ij} y_i y_j $$
"""


def test_the_sums_about_a_matrix_say_how_large_it_is() -> None:
    cases = [
        ("M = (I - W)^T (I - W)", "right"),
        ("M = (I - W) (I - W)^T", "wrong"),
        ("M = (I - W)^T", "wrong"),
        (r"\frac{\partial C}{\partial u_j} = 2 u_j", "right"),
        (r"\frac{\partial C}{\partial u_j} = u_j", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(PAGE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_sums_about_several_matrices_have_to_agree() -> None:
    page = PAGE.replace(
        "Here $M", r"$$ V_{ij} = u_j y_i $$ $$ S = \sum_{i=1}^N \sum_{j=1}^K V_{ij} $$ Here $V = (V_{ij})$, $M"
    )
    assert verdict(page, r"$$ M = (I - W) (I - W)^T $$") != "right"


NET = (
    r"$$ a_{ij} = \sum_{k=1}^{d} f_{ik} v_{kj} + c_j $$ ( $i = 1, \dots, S$, $j = 1, \dots, q$ )",
    r"$$ L = \frac12 \sum_{i=1}^{S} \sum_{j=1}^{q} (a_{ij} - t_{ij})^2 $$",
)
ALL = r"Here $\mathbf{F} = (f_{ij})$, $\mathbf{V} = (v_{ij})$, $\mathbf{A} = (a_{ij})$, $\mathbf{C} = (c_j)$."
SHOWN_ELSEWHERE = (
    ("F", r"\frac{\partial L}{\partial \mathbf{A}} \mathbf{V}^T", "right"),
    ("V", r"\mathbf{F}^T \frac{\partial L}{\partial \mathbf{A}}", "right"),
    ("F", r"\frac{\partial L}{\partial \mathbf{A}} \mathbf{V}", "wrong"),
    ("V", r"\frac{\partial L}{\partial \mathbf{A}} \mathbf{F}", "wrong"),
    ("V", r"2 \mathbf{F}^T \frac{\partial L}{\partial \mathbf{A}}", "wrong"),
)


@pytest.mark.parametrize(("by", "right", "expected"), SHOWN_ELSEWHERE)
def test_the_definitions_say_how_far_a_letter_of_an_entry_runs(by: str, right: str, expected: str) -> None:
    """The i of `v_{ij}` is the k of the sum, and not the i of `a_{ij}`; one that nothing tells changes nothing."""
    line = rf"$$ \frac{{\partial L}}{{\partial \mathbf{{{by}}}}} = {right} $$"
    assert verdict(*NET, ALL, line) == expected
    assert verdict(*NET, ALL.replace("Here", r"Here $\mathbf{U} = (u_{ij})$,"), line) == expected


def test_places_of_which_definitions_differ_are_open() -> None:
    clash = (*NET, r"$$ h = \sum_{i=1}^{S} \sum_{j=1}^{q} v_{ij} c_j $$")
    cases = SHOWN_ELSEWHERE[:2]
    for (_, right, expected), found in zip(
        cases,
        each_verdict(
            *clash,
            ALL,
            lines=[rf"$$ \frac{{\partial L}}{{\partial \mathbf{{{by}}}}} = {right} $$" for by, right, _ in cases],
        ),
        strict=True,
    ):
        assert found in (
            expected,
            "unproved",
            "unreadable",
        ), right
