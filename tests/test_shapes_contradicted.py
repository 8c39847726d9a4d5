r"""Matrices that are declared in one order, and used by entries in the other."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SAID = {
    "entries": (r"$A_2 \in \mathbb{R}^{h \times k}$ with entries $a_{ij}$", "A_2", "a_{ij}"),
    "have": (r"The weights $A_2 \in \mathbb{R}^{h \times k}$ have the entries $a_{ij}$", "A_2", "a_{ij}"),
    "label": (r"$A_2 \in \mathbb{R}^{h \times k}$", "A_2", "(A_2)_{ij}"),
    "words": (r"$A$ is an $h \times k$ matrix", "A", "A_{ij}"),
    "listed": (r"$A, B \in \mathbb{R}^{h \times k}$", "A", "A_{ij}"),
    "typed": (r"$A = (A_{ij}) \in \mathbb{R}^{h \times k}$", "A", "A_{ij}"),
    "bold": (r"$\mathbf{A} \in \mathbb{R}^{h \times k}$", r"\mathbf{A}", "A_{ij}"),
    "japanese": (r"$A \in \mathbb{R}^{h \times k}$ の成分を $a_{ij}$ とする", "A", "a_{ij}"),
}
LINES = [
    (r"\frac{\partial L}{\partial %s} = x (y - t)^T", "whole"),
    (r"\frac{\partial L}{\partial %s} = (y - t) x^T", "whole"),
    (r"\frac{\partial L}{\partial x} = %s (y - t)", "whole"),
    (r"\frac{\partial L}{\partial x} = %s^T (y - t)", "whole"),
    (r"\frac{\partial L}{\partial %s} = (y_j - t_j) x_i", "right"),
    (r"\frac{\partial L}{\partial %s} = (y_i - t_i) x_j", "wrong"),
]


def page(said: str, entry: str) -> tuple[str, ...]:
    return (
        f"{said}. $$ y_j = \\sum_{{i=1}}^{{k}} {entry} x_i $$",
        r"$$ L = \frac12 \sum_{j=1}^{h} (y_j - t_j)^2 $$ Here $x = (x_i)$, $y = (y_j)$, $t = (t_j)$.",
    )


@pytest.mark.parametrize("way", SAID)
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_wholes_are_open(way: str, line: str, expected: str) -> None:
    said, whole, entry = SAID[way]
    found = verdict(*page(said, entry), f"$$ {line % (whole if expected == 'whole' else entry)} $$")
    assert found == ("unproved" if expected == "whole" else expected)


@pytest.mark.parametrize("way", ["label", "words", "listed", "bold"])
@pytest.mark.parametrize(("line", "expected"), list(zip(LINES, ["right", "wrong"] * 3, strict=True)))
def test_what_agrees_is_judged(way: str, line: tuple[str, str], expected: str) -> None:
    said, whole, entry = SAID[way]
    said = said.replace(r"h \times k", r"k \times h")
    assert verdict(*page(said, entry), f"$$ {line[0] % (whole if line[1] == 'whole' else entry)} $$") == expected


def test_lines_without_the_matrix_are_judged() -> None:
    said, _, entry = SAID["label"]
    assert each_verdict(
        *page(said, entry),
        lines=[r"$$ \frac{\partial L}{\partial y} = y - t $$", r"$$ \frac{\partial L}{\partial y} = t - y $$"],
    ) == ["right", "wrong"]
