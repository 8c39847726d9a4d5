r"""Vectors whose components have the letters of axes, `S_i = (S_i^x, S_i^y, S_i^z)`, and vectors beside them."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""For $i, j, k = 1, \dots, N$, with LIST, where $F_i$ is a vector, each $M_i$ a $3 \times 3$ matrix,
and $c$ is a number:

$$ U = \sum_i r_i^T M_i r_i + c \sum_i r_i \cdot F_i $$

"""
LISTS = (
    r"$r_i = (r_i^x, r_i^y, r_i^z)$",
    r"$r_i = (r_{i,x}, r_{i,y}, r_{i,z})$",
    r"$r_i = [r_{ix}, r_{iy}, r_{iz}]$",
)
LINES = (
    r"\frac{\partial U}{\partial r_k} = (M_k + M_k^T) r_k + c F_k",
    r"\frac{\partial U}{\partial r_k} = 2 M_k r_k + c F_k",
    r"\frac{\partial U}{\partial r_k} = (M_k + M_k^T) r_k",
    r"\frac{\partial U}{\partial r_k} = (M_k + M_k^T) r_k + F_k",
)


def judged(page: str, *lines: str) -> list[str]:
    """The judgements of the lines behind a page."""
    report = sd.check(page + "".join(f"$$ {line} $$\n\n" for line in lines))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


@pytest.mark.parametrize("listed", LISTS)
def test_components(listed: str) -> None:
    assert judged(PAGE.replace("LIST", listed), *LINES) == ["right", "wrong", "wrong", "wrong"]


def test_a_vector_of_another_length_does_not_fit() -> None:
    page = PAGE.replace("LIST", r"$r_i = (r_i^x, r_i^y)$")
    assert not {"right", "wrong"} & {*judged(page, *LINES)}


@pytest.mark.parametrize(
    "listed",
    [
        r"$r_i = (r_i^x, r_i^y, r_i^z)$, $r_i^z = 0$",
        r"$r_i = (r_i^x, r_i^z, r_i^y)$",
        r"$r_i = (s_i^x, s_i^y, s_i^z)$",
        r"$r_i = (r_i^x, 2 r_i^y, r_i^z)$",
    ],
)
def test_what_says_more_is_no_declaration(listed: str) -> None:
    assert not {"right", "wrong"} & {*judged(PAGE.replace("LIST", listed), *LINES)}


def test_a_name_that_nothing_calls_a_vector_has_no_length_by_that() -> None:
    page = PAGE.replace("LIST", LISTS[0]).replace("$F_i$ is a vector", "$F_i$ is known")
    assert "wrong" not in judged(page, LINES[0])
