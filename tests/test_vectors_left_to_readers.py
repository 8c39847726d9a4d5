r"""Vectors that sentences call any, so that a line with them is claimed whatever they are: `for any vector $z$`.

By hand: h_jk = 1/m sum_i x_ij x_ik, so z^T H z = 1/m sum_i (sum_j x_ij z_j)^2.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
+++
objective = "J"
[ranges]
"i" = "1..m"
"j" = "1..n"
"k" = "1..n"
+++
$$ t_i = \sum_{j=1}^n \theta_j x_{ij} $$

$$ J = \frac{1}{2m} \sum_{i=1}^m (t_i - y_i)^2 $$

$$ h_{jk} = \frac{\partial^2 J}{\partial \theta_j \partial \theta_k} $$

Here $X = (x_{ij})$ and $H = (h_{jk})$.
"""
RIGHT = r"$$ \sum_{j=1}^n \sum_{k=1}^n z_j h_{jk} z_k = \frac1m \sum_{i=1}^m (\sum_{j=1}^n x_{ij} z_j)^2 $$"
WRONG = r"$$ \sum_{j=1}^n \sum_{k=1}^n z_j h_{jk} z_k = \frac1m \sum_{i=1}^m \sum_{j=1}^n (x_{ij} z_j)^2 $$"


@pytest.mark.parametrize(
    "said",
    [
        r"For any vector $z \in \mathbb{R}^n$ we have",
        r"This holds for every vector $z$.",
        r"$z_1, \dots, z_n$ are the components of any vector.",
        r"Let $z$ be an arbitrary vector.",
        r"$z$ sei ein beliebiger Vektor.",
        r"Soit $z$. Pour tout vecteur $z$, on a",
        r"任意のベクトル $z$ に対して",
        r"对任意向量 $z$，",
    ],
)
def test_any_vector(said: str) -> None:
    assert verdict(PAGE, said, RIGHT) == "right"
    assert verdict(PAGE, said, WRONG) == "wrong"


def test_arrays() -> None:
    said = r"For any vector $z$, we find"
    assert each_verdict(
        PAGE, said, RIGHT, lines=[r"$$ z^T H z = \frac1m \|X z\|^2 $$", r"$$ z^T H z = \frac2m \|X z\|^2 $$"]
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "For any vector $z$ in the null space of $H$ we have",
        "For any vector $z$ with one entry we have",
        "For any vector $z$, such that all but one entry is zero, we have",
        "This does not hold for every vector $z$ of units.",
        "If $z$ is any vector, it may hold.",
        "For any unit vector $z$ we have",
        "Not for all, but not for every vector $z$.",
    ],
)
def test_vectors_that_may_be_some_vector(said: str) -> None:
    assert verdict(PAGE, said, WRONG) != "wrong"


def test_what_is_differentiated_is_no_such_vector() -> None:
    line = r"$$ \frac{\partial z_j}{\partial \theta_j} = 0 $$"
    assert verdict(PAGE, "For any vector $z$ we have", line) != "right"
