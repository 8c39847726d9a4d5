r"""Words that call derivatives rows say nothing of what is listed before them.

By hand: `z = A v` and `c = \sum_i p_i h(z_i)` with the row
`e = \partial c/\partial z` give `\partial c/\partial A = e^T v^T`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"""$$ z_i = \sum_{j=1}^{n} A_{ij} v_j $$

$$ c = \sum_{i=1}^{m} p_i \tanh(z_i) $$

$$ e_i = \frac{\partial c}{\partial z_i} $$

%s

# Derivation

$$ %s $$
"""
SHAPES = r"$A \in \mathbb{R}^{m \times n}$, $p, z \in \mathbb{R}^m$, $v \in \mathbb{R}^n$"
ROW = r"$e = \frac{\partial c}{\partial z} \in \mathbb{R}^{1 \times m}$."
OTHERS = (
    ", and derivatives of scalars are row vectors: ",
    " and every gradient is a row vector: ",
    " 이고, 미분은 행벡터입니다: ",
    " とし、勾配は行ベクトルです: ",
    ", et les dérivées sont des vecteurs lignes : ",
    ", und alle Ableitungen sind Zeilenvektoren: ",
    ", y las derivadas son vectores fila: ",
)


@pytest.mark.parametrize("words", OTHERS)
@pytest.mark.parametrize(("line", "expected"), [("e^T v^T", "right"), ("v e", "wrong")])
def test_derivatives_called_rows_make_no_rows_of_a_list(words: str, line: str, expected: str) -> None:
    assert verdict(PAGE % (SHAPES + words + ROW, rf"\frac{{\partial c}}{{\partial A}} = {line}")) == expected


@pytest.mark.parametrize(
    ("said", "line", "expected"),
    [
        (r"Derivatives with respect to $z$ and $v$ are row vectors.", r"z^T = v^T A^T", "right"),
        (r"$v$ and $z$ are row vectors.", r"z = v A^T", "right"),
        (r"$v$, the input, and $z$ are row vectors.", r"z = v A^T", "right"),
    ],
)
def test_what_is_listed(said: str, line: str, expected: str) -> None:
    assert verdict(PAGE % (SHAPES + ". " + said, line)) == expected
