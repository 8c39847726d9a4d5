"""Shapes and functions by entries told in sentences of many languages."""

from __future__ import annotations

import pytest

import symderiv as sd

LINES = r"""
$$ y = f(z), \quad z = W x + b, \quad \delta = (y - t) \odot f'(z) $$

$$ E = \frac12 \| y - t \|^2 $$

$$ \frac{\partial E}{\partial W} = \delta x^T $$

$$ \frac{\partial E}{\partial W} = x \delta^T $$

$$ \frac{\partial E}{\partial x} = W^T \delta $$

$$ \frac{\partial E}{\partial x} = W \delta $$
"""


@pytest.mark.parametrize(
    "said",
    [
        r"""$W$ is an $m \times n$ matrix, $x \in \mathbb{R}^n$ and $b, t$ are vectors of length $m$; $f$ is applied
elementwise.""",
        r"""$W$ ist eine $m \times n$-Matrix, $x$ ein Vektor der Länge $n$, $b$ und $t$ Vektoren der Länge $m$; $f$ wird
elementweise angewendet.""",
        r"""$W$ est une matrice de taille $m \times n$, $x$ un vecteur de taille $n$, $b$ et $t$ des vecteurs de taille
$m$ ; $f$ est appliquée composante par composante.""",
        r"""$W$ es una matriz de tamaño $m \times n$, $x$ un vector de $n$ componentes y $b$ y $t$ vectores de dimensión
$m$; $f$ se aplica elemento a elemento.""",
        r"""$W$ è una matrice $m \times n$, $x$ un vettore di dimensione $n$, $b$ e $t$ vettori di dimensione $m$; $f$ è
applicata elemento per elemento.""",
        r"""$W$ é uma matriz $m \times n$, $x$ um vetor de dimensão $n$, $b$ e $t$ vetores de dimensão $m$; $f$ é
aplicada elemento a elemento.""",
        r"""$W$ は $m \times n$ 行列、$x$ は $n$ 次元ベクトル、$b$ と $t$ は $m$ 次元ベクトルとする。
$f$ は要素ごとに適用する。""",
        r"""$W$ 是 $m \times n$ 矩阵，$x$ 是 $n$ 维向量，$b$ 和 $t$ 是 $m$ 维向量，$f$ 逐元素作用。""",
        r"""$W$ — матрица размера $m \times n$, $x$ — вектор размерности $n$, $b$ и $t$ — векторы размерности $m$; $f$
применяется поэлементно.""",
        r"""$W$ 는 $m \times n$ 행렬, $x$ 는 $n$ 차원 벡터, $b$ 와 $t$ 는 $m$ 차원 벡터이다.
$f$ 는 원소별로 적용된다.""",
    ],
)
def test_shapes_are_read(said: str) -> None:
    assert [str(c.judgement) for c in sd.check(said + "\n" + LINES).claims] == ["right", "wrong", "right", "wrong"]


def test_a_size_that_is_the_transposed_one_is_not_right() -> None:
    said = r"""$W$ ist eine $n \times m$-Matrix, $x$ ein Vektor der Länge $n$, $b$ und $t$ Vektoren der Länge $m$; $f$
wird elementweise angewendet."""
    assert "right" not in [str(c.judgement) for c in sd.check(said + "\n" + LINES).claims]


@pytest.mark.parametrize(
    "said",
    [
        r"$W$ is an $m \times n$ matrix, $x$ a vector of length $n$ and $b$ a number.",
        r"$W$ ist eine $m \times n$-Matrix, $x$ ein Vektor der Länge $n$ und $b$ eine Zahl.",
        r"$W$ 是 $m \times n$ 矩阵，$x$ 是长度为 $n$ 的向量，$b$ 是标量。",
        r"$W$ est une matrice $m \times n$, $x$ un vecteur de longueur $n$ et $b$ un scalaire.",
        r"$W$ is an $m \times n$ matrix, $x$ a vector of length $n$. The bias $b$ is the same for all units, a scalar.",
    ],
)
def test_a_number_at_the_end_of_a_list(said: str) -> None:
    page = rf"""{said}

$$y = W x + b \qquad E = \frac12 \|y\|^2$$

$$\frac{{\partial E}}{{\partial b}} = \sum_i y_i$$

$$\frac{{\partial E}}{{\partial b}} = y$$
"""
    right, wrong = [str(c.judgement) for c in sd.check(page).claims]
    assert right == "right"
    assert wrong in ("wrong", "unreadable")
