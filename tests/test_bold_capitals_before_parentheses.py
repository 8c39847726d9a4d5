r"""Matrices in bold of which nothing is said, before a parenthesis: `\mathbf{W} (\mathbf{y} - \mathbf{t})`.

By hand: of `E = \frac12 \sum_i (y_i - t_i)^2` with `y_i = \sum_j w_{ji} x_j` the gradient by x is `W (y - t)`, where W
has the entries `w_{ji}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"$$ y_i = \sum_j w_{ji} x_j, \quad E = \frac12 \sum_i (y_i - t_i)^2 $$"
LINE = r"$$ \nabla_{\mathbf{x}} E = \mathbf{W} (\mathbf{y} - \mathbf{t}) $$"


@pytest.mark.parametrize("words", ["", r"$\mathbf{W}$ has entries $w_{ij}$."])
@pytest.mark.parametrize("letter", ["W", "A", r"\Theta"])
def test_it_is_no_function_of_entries(words: str, letter: str) -> None:
    """The right line was wrong: its right side was read as a vector that is as long as y."""
    claim = LINE.replace("W", letter)
    assert verdict(words.replace("W", letter), PAGE, claim) == "unreadable"


def test_a_matrix_whose_shape_is_said() -> None:
    said = r"$\mathbf{W} \in \mathbb{R}^{m \times n}$, $\mathbf{x} \in \mathbb{R}^{n}$, $\mathbf{t} \in \mathbb{R}^m$."
    page = r"$$ \mathbf{y} = \mathbf{W} \mathbf{x} $$ $$ E = \frac12 \|\mathbf{y} - \mathbf{t}\|^2 $$"
    assert each_verdict(said, page, lines=[LINE, LINE.replace("W}", "W}^T")]) == ["wrong", "right"]
