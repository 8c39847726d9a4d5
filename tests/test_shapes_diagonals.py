"""Which words say that a matrix is diagonal throughout a page, and which do not."""

from __future__ import annotations

import pytest

from symderiv.document import parse_document, read_formulas
from symderiv.resolve.shapes.diagonals import called_diagonal

from .judging import check


@pytest.mark.parametrize(
    "text",
    [
        "where $W$ is a diagonal matrix",
        "with the diagonal weight matrix $W$",
        "let a diagonal matrix $W$ be given",
        "where $W \\in \\mathbb{R}^{n \\times n}$ is diagonal.",
        "ここで $W$ は対角行列である。",
        "其中 $W$ 是对角矩阵。",
    ],
)
def test_words_for_a_diagonal_matrix(text: str) -> None:
    assert set(called_diagonal(read_formulas(parse_document(text)))) == {("W", ())}


@pytest.mark.parametrize(
    "text",
    [
        "if $W$ is a diagonal matrix",
        "where $W$ is not a diagonal matrix",
        "where $W$ is a non-diagonal matrix",
        "where $W$ is a block-diagonal matrix",
        "where $W$ is block diagonal.",
        "A diagonal matrix $W$ commutes with others.",
        "Suppose $W$ is diagonal.",
        "for any diagonal matrix $W$",
        "we approximate: $W$ is diagonal.",
        "the diagonal entries of the matrix $W$",
        "where $W$ is diagonalizable.",
        "where $W$ is a diagonal matrix. In general $W$ is not diagonal.",
        "$W$ が対角行列のとき",
        "$W$ は対角行列ではない。",
    ],
)
def test_words_that_do_not_say_so(text: str) -> None:
    assert not called_diagonal(read_formulas(parse_document(text)))


def test_a_line_that_needs_a_diagonal_matrix_is_not_right_without_the_word() -> None:
    page = r"""$X \in \mathbb{R}^{n \times p}$, $b \in \mathbb{R}^p$, $y \in \mathbb{R}^n$,
$W \in \mathbb{R}^{n \times n}$ %s.

$$L = (y - X b)^T W (y - X b)$$

$$\frac{\partial L}{\partial b} = -2 X^T W (y - X b)$$
"""
    verdicts = {words: str(check(page % words).verdict) for words in ("is a diagonal matrix", "is a matrix")}
    assert verdicts == {"is a diagonal matrix": "right", "is a matrix": "wrong"}


@pytest.mark.parametrize(
    "said",
    [
        r"$S = \text{diag}(p_i (1 - p_i))$",
        r"$$S = \operatorname{diag}(p_i (1 - p_i))$$",
        r"$S = \mathrm{diag}(p_1 (1 - p_1), \dots, p_n (1 - p_n))$",
    ],
)
def test_a_diagonal_by_one_of_its_entries(said: str) -> None:
    """A letter within `diag` numbers what stands on the diagonal, and no matrix of many."""
    page = r"""$X \in \mathbb{R}^{n \times d}$ has the rows $\mathbf{x}_i^T$.

$$z_i = \mathbf{w}^T \mathbf{x}_i, \quad p_i = \sigma(z_i), \quad L = -\sum_{i=1}^n [y_i \log p_i + u_i \log(1-p_i)]$$

with $u_i = 1 - y_i$.

SAID

$$\nabla_{\mathbf{w}} L = X^T (\mathbf{p} - \mathbf{y})$$

$$\nabla^2_{\mathbf{w}} L = LINE$$
""".replace("SAID", said)
    verdicts = [str(check(page.replace("LINE", x)).claims[-1].judgement) for x in ("X^T S X", "-X^T S X", "X^T S S X")]
    assert verdicts == ["right", "wrong", "wrong"]
