r"""Columns that a sentence makes of their entries: `w_j = (w_{ij})`, `W_1^o = (W_{k1}^o)`.

By hand: for z_j = sum_i w_ij x_i and E = 1/2 sum_j (z_j - t_j)^2, dE/dw_j = (z_j - t_j) x.
"""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"""
+++
objective = "E"
[ranges]
"i" = "1..n"
"j" = "1..m"
+++
$$ z_j = \sum_{i=1}^n w_{ij} x_i $$

$$ E = \frac12 \sum_{j=1}^m (z_j - t_j)^2 $$
"""
SAID = {
    "columns": r"Here $x = (x_i)$, $w_j = (w_{ij})$.",
    "bold": r"Here $x = (x_i)$, $\mathbf{w}_j = (w_{ij})$.",
}
RIGHT = (
    r"$$ \frac{\partial E}{\partial w_j} = (z_j - t_j) x $$",
    r"$$ \frac{\partial E}{\partial x} = \sum_{j=1}^m (z_j - t_j) w_j $$",
    r"$$ \frac{\partial E}{\partial w_{11}} = (z_1 - t_1) x_1 $$",
    r"$$ \frac{\partial E}{\partial w_2} = (z_2 - t_2) x $$",
    r"$$ \frac{\partial E}{\partial w_{21}} = (z_1 - t_1) x_2 $$",
)
WRONG = (
    r"$$ \frac{\partial E}{\partial w_j} = (t_j - z_j) x $$",
    r"$$ \frac{\partial E}{\partial x} = \sum_{j=1}^m z_j w_j $$",
    r"$$ \frac{\partial E}{\partial w_{11}} = (z_1 - t_1) x_2 $$",
    r"$$ \frac{\partial E}{\partial w_2} = (z_1 - t_1) x $$",
    r"$$ \frac{\partial E}{\partial w_{12}} = (z_1 - t_1) x_2 $$",
)


def lines(said: str, found: tuple[str, ...]) -> list[str]:
    """Lines with the column as the sentence has it."""
    bold = r"\mathbf" in said
    return [x.replace("w_j", r"\mathbf{w}_j").replace("w_2}", r"\mathbf{w}_2}") if bold else x for x in found]


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_columns_by_letter(said: str) -> None:
    assert [verdict(PAGE, said, x) for x in lines(said, RIGHT)] == ["right"] * len(RIGHT)
    assert [verdict(PAGE, said, x) for x in lines(said, WRONG)] == ["wrong"] * len(WRONG)


def test_beside_the_matrix() -> None:
    said = r"Here $x = (x_i)$, $z = (z_j)$, $t = (t_j)$, $W = (w_{ij})$, $w_j = (w_{ij})$."
    whole = r"$$ \frac{\partial E}{\partial W} = x (z - t)^T $$"
    assert verdict(PAGE, said, whole) == "right"
    assert verdict(PAGE, said, whole.replace("x (z - t)^T", "(z - t) x^T")) == "wrong"
    assert [verdict(PAGE, said, x) for x in RIGHT[:2]] == ["right", "right"]
    assert [verdict(PAGE, said, x) for x in WRONG[:2]] == ["wrong", "wrong"]


def test_rows_are_no_columns() -> None:
    said = r"Here $x = (x_i)$, $w_i = (w_{ij})$."
    assert verdict(PAGE, said, r"$$ \frac{\partial E}{\partial w_j} = (z_j - t_j) x $$") != "right"
    assert verdict(PAGE, said, r"$$ \frac{\partial E}{\partial w_i} = x_i (z - t) $$") == "right"


TWO = r"""
+++
objective = "J"
functions = ["\\sigma"]
[ranges]
"k" = "1..K"
+++
$$ h_1 = \sigma(\sum_{j=1}^{M} x_j W^h_{1j}) $$

$$ h_2 = \sigma(\sum_{j=1}^{M} x_j W^h_{2j}) $$

$$ y_k = h_1 W_{k1}^o + h_2 W_{k2}^o $$

$$ J = \frac12 \sum_{k=1}^K (y_k - t_k)^2 $$

Here $y = (y_k)$, $t = (t_k)$, $W_1^o = (W_{k1}^o)$, $W_2^o = (W_{k2}^o)$.
"""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (r"$$ \frac{\partial J}{\partial W_1^o} = h_1 (y - t) $$", "right"),
        (r"$$ \frac{\partial J}{\partial W_1^o} = h_2 (y - t) $$", "wrong"),
        (r"$$ \frac{\partial J}{\partial h_2} = (W_2^o)^T (y - t) $$", "right"),
        (r"$$ \frac{\partial J}{\partial h_2} = (W_1^o)^T (y - t) $$", "wrong"),
        (r"$$ \frac{\partial J}{\partial W_{12}^o} = h_2 (y_1 - t_1) $$", "right"),
        (r"$$ \frac{\partial J}{\partial W_{12}^o} = h_1 (y_2 - t_2) $$", "wrong"),
        (r"$$ \frac{\partial J}{\partial W_{21}^o} = h_1 (y_2 - t_2) $$", "right"),
        (r"$$ y = h_1 W_1^o + h_2 W_2^o $$ $$ y = h_1 W_1^o - h_2 W_2^o $$", "wrong"),
    ],
)
def test_columns_by_number(line: str, found: str) -> None:
    r"""`W_{12}` is the entry 1 of the second column, and no array of a layer 12."""
    assert verdict(TWO, line) == found


def test_another_matrix_keeps_its_rows() -> None:
    line = r"$$ \frac{\partial J}{\partial W^h_{12}} = \sum_{k=1}^K (y_k - t_k) W_{k1}^o h_1 (1 - h_1) x_2 $$"
    page = TWO.replace('functions = ["\\\\sigma"]\n', "") + "\n\n" + r"$$ \sigma(u) = \frac{1}{1 + e^{-u}} $$"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("W^h_{12}", "W^h_{21}")) == "wrong"
