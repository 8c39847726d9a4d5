r"""Rules beside a network whose matrices only have a shape: `$A$ is an $m \times m$ matrix`, in several languages."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from tests.judging import VERDICTS

PAGE = r"""
$$ L = \frac{1}{2n} \sum_{i=1}^{n} \left( y_i - \sum_{j=1}^{m} w_j x_{ij} \right)^2 $$

%s

# Derivation

$$ \frac{\partial}{\partial \vec w} \vec w^T A \vec w = \left(A + A^T\right)\vec w $$

$$ \frac{\partial}{\partial \vec w} \vec w^T A \vec w = 2A \vec w $$

$$ \frac{\partial}{\partial A} \vec w^T A \vec v = \vec w \vec v^T $$

$$ \frac{\partial}{\partial A} \vec w^T A \vec v = \vec v \vec w^T $$
"""
ENTRIES = r"$X = (x_{ij})$, $\vec{y} = (y_i)$, $\vec{w} = (w_j)$"


def judged(said: str) -> list[str]:
    """How the four rules are judged."""
    return [str(c.judgement) for c in check(PAGE % said, options=VERDICTS).claims][-4:]


@pytest.mark.parametrize(
    "said",
    [
        r"where %s are vectors, $A \in \mathbb{R}^{m \times m}$ and $\vec{v} \in \mathbb{R}^m$.",
        r"where %s, $A$ is a matrix $m \times m$, and $\vec v$ is a vector of length $m$.",
        r"где %s, $A$ — матрица $m \times m$ и $\vec{v}$ — вектор-столбец длины $m$, не зависящие от $\vec{w}$.",
        r"où %s, $A$ est une matrice $m \times m$ et $\vec{v}$ un vecteur colonne de longueur $m$.",
        r"dove %s, $A$ è una matrice quadrata $m \times m$ e $\vec{v}$ è un vettore colonna di lunghezza $m$.",
        r"onde %s, $A$ é uma matriz $m \times m$ e $\vec{v}$ é um vetor coluna de comprimento $m$.",
        r"%s とする。$A$ は $m \times m$ 行列、$\vec{v}$ は長さ $m$ の列ベクトルである。",
        r"其中 %s。$A$ 是 $m \times m$ 矩阵,$\vec{v}$ 是长度为 $m$ 的列向量。",
        r"%s. $A$는 $m \times m$ 행렬, $\vec{v}$는 길이 $m$의 열벡터이다.",
    ],
)
def test_matrices_of_told_shape_are_given(said: str) -> None:
    assert judged(said % ENTRIES) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("is symmetric", "right", "right"),
        ("is positive definite", "right", "unproved"),
        ("is a projection matrix", "right", "unproved"),
        (r"depends on $\vec{w}$", "unproved", "unproved"),
        (r"is computed from $\vec{w}$", "unproved", "unproved"),
        (r"hängt von $\vec{w}$ ab", "unproved", "unproved"),
    ],
)
def test_what_else_is_said_of_them_counts(said: str, first: str, second: str) -> None:
    words = rf"Here {ENTRIES}, $\vec{{v}} \in \mathbb{{R}}^m$. The matrix $A \in \mathbb{{R}}^{{m \times m}}$ {said}."
    assert judged(words)[:2] == [first, second]


@pytest.mark.parametrize(
    "said",
    [
        r"is the weight matrix",
        r"is an arbitrary fixed matrix",
        r"ist eine beliebige Matrix",
        r"est donnée",
        r"es una matriz fija",
        r"— заданная матрица",
        r"は与えられた行列とする",
        r"是给定的矩阵",
    ],
)
def test_words_that_say_that_it_is_given(said: str) -> None:
    words = rf"Here {ENTRIES}, $\vec{{v}} \in \mathbb{{R}}^m$. $A \in \mathbb{{R}}^{{m \times m}}$ {said}."
    assert judged(words) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"$A \in \mathbb{R}^{m \times m}$ is the Jacobian of the softmax",
        r"$A \in \mathbb{R}^{m \times m}$ is the diagonal matrix of slopes",
        r"$A \in \mathbb{R}^{m \times m}$ is the Gram matrix of the rows of $X$",
        r"The slopes are stored in $A \in \mathbb{R}^{m \times m}$",
        r"The vector $s$ is the sum of the slopes, $A \in \mathbb{R}^{m \times m}$ that of their products",
        r"$s$ is the gradient of the inputs, $A \in \mathbb{R}^{m \times m}$ of the weights",
        r"$A$, $B \in \mathbb{R}^{m \times m}$ are the values and slopes",
        r"$A \in \mathbb{R}^{m \times m}$. The matrix $A$ has the outer product of $w$ as its value",
        r"$A \in \mathbb{R}^{m \times m}$ ist die Matrix der Steigungen",
        r"$A \in \mathbb{R}^{m \times m}$ est la matrice des pentes",
        r"$A \in \mathbb{R}^{m \times m}$ — матрица наклонов",
        r"$A \in \mathbb{R}^{m \times m}$ は勾配の行列である",
        r"$A \in \mathbb{R}^{m \times m}$ 是激活值的矩阵",
    ],
)
def test_words_of_content_leave_it_open(said: str) -> None:
    words = rf"Here {ENTRIES}, $\vec{{v}} \in \mathbb{{R}}^m$. {said}."
    assert {*judged(words)} <= {"unproved", "unreadable"}


def test_what_another_name_is_says_nothing_of_it() -> None:
    words = rf"{ENTRIES}, $s$ is the softmax, $A$ is an $m \times m$ matrix, $\vec{{v}} \in \mathbb{{R}}^m$."
    assert judged(words) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(
    "said", ["Let $r \\in \\mathbb{R}^n$ be the vector of residuals.", "$r \\in \\mathbb{R}^n$ holds the deltas."]
)
def test_a_vector_that_holds_values_is_not_given(said: str) -> None:
    page = (
        PAGE.split("# Der")[0] % f"{ENTRIES}. {said}"
        + r"""
# Derivation

$$ \frac{\partial L}{\partial \vec w} = -\frac1n X^T r $$

$$ \frac{\partial}{\partial \vec w} r^T X \vec w = X^T r $$
"""
    )
    assert [str(c.judgement) for c in check(page, options=VERDICTS).claims][-2:] == ["unproved"] * 2


@pytest.mark.parametrize("said", [r"is the product of the matrix $m \times m$", r"acts on a matrix $m \times m$"])
def test_lengths_of_another_matrix_say_nothing(said: str) -> None:
    assert judged(rf"where {ENTRIES}, $\vec v \in \mathbb{{R}}^m$, $A$ {said}.") == ["unreadable"] * 4


def test_a_matrix_that_a_line_defines_is_not_given() -> None:
    words = r"Here %s, $A \in \mathbb{R}^{m \times m}$, $\vec{v} \in \mathbb{R}^m$. $$ A = \vec{w} \vec{w}^T $$"
    assert judged(words % ENTRIES)[0] == "wrong"


def test_what_entries_cannot_be_costs_one_line() -> None:
    page = r"""
$$ z_k = \sum_{p=1}^{D} W_{kp} I_p \quad P_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}} $$

$I = (I_p)$ is a column vector. Here $\nabla_I f = \frac{\partial f}{\partial I}$.

# Derivation

$$ \nabla_I \log P_c = \nabla_I z_c - \sum_{k=1}^K P_k \nabla_I z_k $$

$$ \nabla_I \log P_c = \nabla_I z_c - P_c \nabla_I z_c $$
"""
    assert [str(c.judgement) for c in check(page, options=VERDICTS).claims][-2:] == ["right", "wrong"]
