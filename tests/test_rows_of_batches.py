r"""Batches in small letters, `z = x W + b`, and rows `\delta_i` of what is a whole matrix elsewhere."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
Let $x \in \mathbb{R}^{M \times P}$, $V^{(1)} \in \mathbb{R}^{P \times Q}$, $V^{(2)} \in \mathbb{R}^{Q \times R}$
and $t \in \mathbb{R}^{M \times R}$; the rows $b^{(1)}$ and $b^{(2)}$ are added to every row.

$$ s^{(1)} = x V^{(1)} + b^{(1)} $$

$$ h = \tanh(s^{(1)}) $$

$$ s^{(2)} = h V^{(2)} + b^{(2)} $$

$$ E = \frac{1}{2} \sum_{m=1}^{M} \sum_{r=1}^{R} (s^{(2)}_{mr} - t_{mr})^2 $$

$$ \delta^{(2)} = \frac{\partial E}{\partial s^{(2)}}, \qquad \delta^{(1)} = \frac{\partial E}{\partial s^{(1)}} $$

## Derivation

$$ \frac{\partial E}{\partial b^{(2)}} = \sum_{m=1}^{M} \delta^{(2)}_m $$
"""
"""The row in its last line must not make a column of the matrix."""

LINES = [
    (r"\delta^{(2)} = s^{(2)} - t", "right"),
    (r"\delta^{(2)} = t - s^{(2)}", "wrong"),
    (r"\frac{\partial E}{\partial V^{(2)}} = h^T \delta^{(2)}", "right"),
    (r"\frac{\partial E}{\partial V^{(2)}} = \delta^{(2)} h^T", "wrong"),
    (r"\frac{\partial E}{\partial h} = \delta^{(2)} (V^{(2)})^T", "right"),
    (r"\frac{\partial E}{\partial h} = (V^{(2)})^T \delta^{(2)}", "wrong"),
    (r"\delta^{(1)} = (\delta^{(2)} V^{(2)T}) \odot (1 - h \odot h)", "right"),
    (r"\delta^{(1)} = (\delta^{(2)} V^{(2)T}) \odot h", "wrong"),
    (r"\frac{\partial E}{\partial b^{(1)}} = \sum_{m=1}^{M} \delta^{(1)}_m", "right"),
    (r"\frac{\partial E}{\partial b^{(1)}} = \frac{1}{M} \sum_{m=1}^{M} \delta^{(1)}_m", "wrong"),
    (r"\frac{\partial E}{\partial b^{(1)}} = \sum_{m=1}^{M} \delta^{(1)}_m = \mathbf{1}^T \delta^{(1)}", "right"),
    (r"\frac{\partial E}{\partial b^{(1)}_q} = \sum_{m=1}^{M} \delta^{(1)}_{mq}", "right"),
    (r"\frac{\partial E}{\partial V^{(1)}} = \sum_{m=1}^{M} x_m^T \delta^{(1)}_m", "right"),
    (r"\frac{\partial E}{\partial V^{(1)}} = \sum_{m=1}^{M} x_m^T \delta^{(1)}_m \odot h_m", "not right"),
]


@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_what_a_matrix_is_tells_its_definition_and_not_its_row(line: str, wanted: str) -> None:
    found = verdict(PAGE, f"$$ {line} $$")
    assert found != "right" if wanted == "not right" else found == wanted


def test_a_row_that_some_type_as_a_column_makes_no_line_wrong() -> None:
    line = r"$$ \frac{\partial E}{\partial V^{(1)}} = \sum_{m=1}^{M} x_m (\delta^{(1)}_m)^T $$"
    assert verdict(PAGE, line) == "unreadable"


def test_what_a_letter_of_the_columns_picks_is_left_open() -> None:
    line = r"$$ \frac{\partial E}{\partial b^{(1)}} = \sum_{q=1}^{Q} \delta^{(1)}_q $$"
    assert verdict(PAGE, line) not in ("right", "wrong")


SQUARE = r"""
Let $A \in \mathbb{R}^{n \times n}$ and $u, v \in \mathbb{R}^n$.

$$ E = u^T A v $$
"""


def test_a_matrix_with_as_many_rows_as_columns_has_no_row_without_a_word() -> None:
    assert verdict(SQUARE, r"$$ \frac{\partial E}{\partial A} = u v^T $$") == "right"
    line = r"$$ \frac{\partial E}{\partial v} = \sum_{i=1}^{n} u_i A_i $$"
    assert verdict(SQUARE, line) not in ("right", "wrong")


DEFINED = r"""
Let $X \in \mathbb{R}^{N \times D}$, $W \in \mathbb{R}^{D \times K}$ and $T \in \mathbb{R}^{N \times K}$.

$$ u = X W $$

$$ E = \frac{1}{2} \sum_{n=1}^{N} \sum_{k=1}^{K} (u_{nk} - T_{nk})^2 $$

$$ g = u - T $$

$$ s = \sum_{n=1}^{N} g_n $$
"""


def test_so_it_is_with_what_another_formula_defines() -> None:
    cases = [
        (r"\frac{\partial E}{\partial W} = X^T g", "right"),
        (r"\frac{\partial E}{\partial W} = g^T X", "wrong"),
        (r"\frac{\partial E}{\partial X} = g W^T", "right"),
        (r"\frac{\partial E}{\partial X} = 2 g W^T", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(DEFINED, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


def test_a_vector_of_which_the_sum_is_typed_twice_is_one() -> None:
    page = r"""
$$ E = \frac{1}{2} \sum_{i=1}^{n} (w_i - t_i)^2 + \lambda \mathbf{1}^T w, \qquad \mathbf{1}^T w = \sum_{i=1}^{n} w_i $$
"""
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial w} = w - t + \lambda \mathbf{1} $$",
            r"$$ \frac{\partial E}{\partial w} = w - t - \lambda \mathbf{1} $$",
        ],
    ) == ["right", "wrong"]
