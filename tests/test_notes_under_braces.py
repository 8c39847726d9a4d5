r"""Equations under braces that are notes, `\underbrace{..}_{A_{ij} = A_{ji}}`: their letters are not those of the part.

By hand: the slope of `\frac12 \sum_{ij} A_{ij} x_i x_j` is `\frac12 \sum_j (A_{kj} + A_{jk}) x_j`.
"""

from __future__ import annotations

from .judging import each_verdict

PAGE = r"$$ E = \frac12 \sum_{i=1}^n \sum_{j=1}^n A_{ij} x_i x_j $$"
LINE = r"""$$ \frac{\partial E}{\partial x_k} = \underbrace{\frac12 \sum_{j=1}^n (A_{kj} + A_{jk}) x_j}_{NOTE} $$"""


def test_a_note_with_letters_of_its_own() -> None:
    line = LINE.replace("NOTE", "A_{ij} = A_{ji}")
    assert each_verdict(PAGE, lines=[line, line.replace("+", "-")]) == ["right", "wrong"]


def test_what_a_part_is_equal_to() -> None:
    line = LINE.replace("NOTE", r"\frac12 \sum_j A_{kj} x_j + \frac12 \sum_j A_{jk} x_j = SUM")
    assert each_verdict(
        PAGE,
        lines=[
            line.replace("SUM", r"\frac12 \sum_j (A_{jk} + A_{kj}) x_j"),
            line.replace("SUM", r"\frac12 \sum_j (A_{jk} - A_{kj}) x_j"),
        ],
    ) == ["right", "wrong"]
