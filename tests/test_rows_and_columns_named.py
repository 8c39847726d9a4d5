r"""Gradients called rows, gradients that do not say of what, columns of a matrix by name, diagonals typed with dots.

By hand, for `Y = X W^T` and `L = \frac12 \|Y - T\|^2`: `\nabla_Y = Y - T`, `\nabla_W = \nabla_Y^T X`, and `\nabla_X =
\nabla_Y W`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ROWS = r"""Here $\mathbf{v} \in \mathbb{R}^n$ is given and $W \in \mathbb{R}^{m \times n}$. WORDS

$$ \mathbf{x} = s \mathbf{v} $$

$$ \mathbf{y} = W \mathbf{x} $$

$$ L = \frac12 \mathbf{y}^T \mathbf{y} $$"""
INNER = r"$$ \frac{\partial L}{\partial s} = \frac{\partial L}{\partial \mathbf{x}} \mathbf{v} $$"


@pytest.mark.parametrize(
    "words",
    [
        r"$\frac{\partial L}{\partial \mathbf{x}}$ and $\frac{\partial L}{\partial \mathbf{y}}$ are row vectors.",
        "In these notes derivatives of a scalar by a vector are row vectors.",
        "勾配は行ベクトルとする。",
    ],
)
def test_gradients_called_rows(words: str) -> None:
    page = ROWS.replace("WORDS", words)
    chain = r"$$ \frac{\partial L}{\partial \mathbf{x}} = \frac{\partial L}{\partial \mathbf{y}} W $$"
    assert each_verdict(page, lines=[INNER, INNER.replace(r"\mathbf{v} $", r"\mathbf{x} $"), chain]) == [
        "right",
        "wrong",
        "right",
    ]
    outer = r"$$ \frac{\partial L}{\partial W} = \left(\mathbf{x} \frac{\partial L}{\partial \mathbf{y}}\right)^T $$"
    assert verdict(page, outer) == "right"


@pytest.mark.parametrize("words", ["", "Gradients are not row vectors.", "All vectors are column vectors."])
def test_a_gradient_before_a_vector_is_open_where_nothing_calls_it_a_row(words: str) -> None:
    assert verdict(ROWS.replace("WORDS", words), INNER) not in ("right", "wrong")


STACKED = r"""$X$ is $n \times d$ (one example per line), $W$ is $m \times d$, $Y$ and $T$ are $n \times m$. WORDS

$$ Y = X W^\top $$

$$ L = \frac12 \| Y - T \|^2 $$"""
MATRICES = (
    (r"\nabla_Y = Y - T", "right"),
    (r"\nabla_W = \nabla_Y^\top X", "right"),
    (r"\nabla_X = \nabla_Y W", "right"),
    (r"\nabla_X = (\nabla_Y + Y) W", "wrong"),
    (r"\nabla_Y = T - Y", "wrong"),
    (r"\nabla_W = X^\top \nabla_Y", "wrong"),
)


@pytest.mark.parametrize(("line", "judged"), MATRICES)
def test_gradients_of_the_one_loss(line: str, judged: str) -> None:
    both = r"$$ \nabla_Y = Y - T $$"
    for words in ("", r"A gradient $\nabla_M$ (of $L$ w.r.t. the matrix $M$) has the shape of $M$."):
        assert verdict(STACKED.replace("WORDS", words), both, f"$$ {line} $$") == judged


def test_gradients_of_nothing_that_is_known() -> None:
    page = STACKED.replace("WORDS", "").split("$$ L")[0]
    assert verdict(page, r"$$ \nabla_W = \nabla_Y^\top X $$") == "unreadable"
    two = STACKED.replace("WORDS", "") + "\n\n" + r"$$ E = \frac12 \| Y \|^2 $$"
    assert verdict(two, r"$$ \nabla_Y = Y - T $$") == "unreadable"


COLUMNS = r"""$A$ is $n \times k$, $Q$ is $d \times k$, $i = 1, \dots, d$. $Z$ and $C$ are $n \times d$, and
$z_i = Z_{:i}$, $c_i = C_{:i}$ are columns of them, $q_i^\top = Q_{i:}$ a line of $Q$.
$\mathbf{1}$ is the vector of ones of length $n$.

$$ Z = A Q^\top $$

$$ c_i = \left(I - \frac{1}{n} \mathbf{1} \mathbf{1}^\top\right) z_i $$

$$ L = \frac12 \sum_{i=1}^d c_i^\top c_i $$"""


def test_columns_of_a_matrix_by_name() -> None:
    cases = [
        (r"\frac{\partial L}{\partial z_i} = \left(I - \frac{1}{n} \mathbf{1} \mathbf{1}^\top\right) z_i", "right"),
        (r"\frac{\partial L}{\partial z_i} = \left(I - \frac{2}{n} \mathbf{1} \mathbf{1}^\top\right) z_i", "wrong"),
        (
            r"\frac{\partial L}{\partial q_i} = A^\top \left(I - \frac{1}{n} \mathbf{1} \mathbf{1}^\top\right) z_i",
            "right",
        ),
        (r"\frac{\partial L}{\partial q_i} = A^\top z_i", "wrong"),
        (r"\frac{\partial L}{\partial Q} = Z^\top \left(I - \frac{1}{n} \mathbf{1} \mathbf{1}^\top\right) A", "right"),
        (r"\frac{\partial L}{\partial Q} = Z^\top A", "wrong"),
    ]
    for (line, judged), found in zip(
        cases, each_verdict(COLUMNS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == judged, line


DIAGONAL = r"""$X$ and $Z$ are $n \times m$, $i = 1, \dots, m$.

$$ a_i = \sum_{k=1}^n X_{ki}^2 $$

$$ D^{-1} = MATRIX $$

$$ Z = X D^{-1} $$

$$ L = \frac12 \| Z \|^2 $$"""
TYPED = (
    r"\begin{pmatrix} \frac{1}{a_1 + 1} & & \\ & \ddots & \\ & & \frac{1}{a_m + 1} \end{pmatrix}",
    r"\left(\begin{array}{ccc} \frac{1}{a_1 + 1} \\ & \ddots \\ & & \frac{1}{a_m + 1} \end{array}\right)",
    r"\begin{bmatrix} \frac{1}{a_1 + 1} & \cdots & 0 \\ \vdots & \ddots & \vdots \\ 0 & \cdots & \frac{1}{a_m + 1} "
    r"\end{bmatrix}",
    r"\operatorname{diag}\left(\frac{1}{a_1 + 1}, \dots, \frac{1}{a_m + 1}\right)",
)


@pytest.mark.parametrize("matrix", TYPED)
def test_diagonals_with_dots(matrix: str) -> None:
    page = DIAGONAL.replace("MATRIX", matrix)
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial L}{\partial Z_{ki}} = \frac{X_{ki}}{a_i + 1} $$",
            r"$$ \frac{\partial L}{\partial Z} = X D^{-1} $$",
            r"$$ \frac{\partial L}{\partial Z_{ki}} = \frac{X_{ki}}{a_i} $$",
            r"$$ \frac{\partial L}{\partial Z} = D^{-1} X $$",
        ],
    ) == ["right", "right", "wrong", "wrong"]


def test_other_matrices_with_dots_are_not_read() -> None:
    full = r"\begin{pmatrix} \frac{1}{a_1 + 1} & 1 & \\ & \ddots & \\ & & \frac{1}{a_m + 1} \end{pmatrix}"
    page = DIAGONAL.replace("MATRIX", full)
    assert verdict(page, r"$$ \frac{\partial L}{\partial Z_{ki}} = \frac{X_{ki}}{a_i + 1} $$") not in ("right", "wrong")
    other = TYPED[0].replace("a_m + 1", "a_m + 2")
    page = DIAGONAL.replace("MATRIX", other)
    assert verdict(page, r"$$ \frac{\partial L}{\partial Z_{ki}} = \frac{X_{ki}}{a_i + 1} $$") not in ("right", "wrong")
