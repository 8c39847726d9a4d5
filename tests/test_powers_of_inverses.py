r"""Powers of inverses of matrices that stand on the page themselves, `P^{-2}`, `(P^{-2})^T`, `(P^{-3})_{ij}`.

By hand: `\partial \operatorname{tr}(P^{-1})/\partial P = -(P^{-2})^T`, `\partial \operatorname{tr}(P^{-2})/\partial P
= -2 (P^{-3})^T`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SAID = {
    "declared": r"Let $P \in \mathbb{R}^{m \times m}$ be invertible.",
    "entries": r"Here $P = (P_{ij})$ is an invertible $m \times m$ matrix, $i, j = 1, \dots, m$.",
    "japanese": r"行列 $P \in \mathbb{R}^{m \times m}$ は正則とする。",
}
LINES = [
    (r"\frac{\partial}{\partial P} \mathrm{tr}(P^{-1}) = -(P^{-2})^T", "right"),
    (r"\frac{\partial}{\partial P} \mathrm{tr}(P^{-1}) = -P^{-2}", "wrong"),
    (r"\frac{\partial}{\partial P} \mathrm{tr}(P^{-1}) = -(P^{-1})^T", "wrong"),
    (r"\frac{\partial}{\partial P} \mathrm{tr}(P^{-1}) = -2 (P^{-2})^T", "wrong"),
    (r"\frac{\partial}{\partial P} \mathrm{tr}(P^{-2}) = -2 (P^{-3})^T", "right"),
    (r"\frac{\partial}{\partial P} \mathrm{tr}(P^{-2}) = -(P^{-3})^T", "wrong"),
    (r"\frac{\partial}{\partial P_{ij}} \mathrm{tr}(P^{-1}) = -(P^{-2})_{ji}", "right"),
    (r"\frac{\partial}{\partial P_{ij}} \mathrm{tr}(P^{-1}) = -(P^{-2})_{ij}", "wrong"),
]


@pytest.mark.parametrize("way", SAID)
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_powers_of_inverses(way: str, line: str, expected: str) -> None:
    net = r"$$ L = \sum_{i=1}^{m} \sum_{j=1}^{m} c_{ij} P_{ij}^2 $$"
    assert verdict(net, SAID[way], f"$$ {line} $$") == expected


def test_the_power_of_an_entry() -> None:
    net = r"$$ L = \sum_{i=1}^{m} \sum_{j=1}^{m} c_{ij} P_{ij}^{-1} $$ Here all $P_{ij}$ are positive."
    found = each_verdict(
        net,
        lines=[
            r"$$ \frac{\partial L}{\partial P_{ij}} = -c_{ij} (P^{-2})_{ij} $$",
            r"$$ \frac{\partial L}{\partial P_{ij}} = -c_{ij} P_{ij}^{-2} $$",
        ],
    )
    assert found[0] != "right"
    assert found[1] != "wrong"


@pytest.mark.parametrize("said", ["orthogonal", "diagonal"])
def test_special_matrices(said: str) -> None:
    page = rf"Let $P \in \mathbb{{R}}^{{m \times m}}$ be {said}."
    assert verdict(page, r"$$ \frac{\partial}{\partial P} \mathrm{tr}(P^{-1}) = -P^{-2} $$") != "wrong"


SQUARE = r"$P \in \mathbb{R}^{m \times m}$"
SYMMETRIC = [
    f"Sei {SQUARE} eine invertierbare symmetrische Matrix.",
    f"Die Matrix {SQUARE} ist symmetrisch und invertierbar.",
    f"Sei {SQUARE} eine Kovarianzmatrix.",
    f"Soit {SQUARE} une matrice symétrique inversible.",
    f"Sea {SQUARE} una matriz simétrica.",
    f"Sia {SQUARE} una matrice simmetrica.",
    f"Пусть {SQUARE} симметричная матрица.",
    f"{SQUARE} 은 대칭 행렬이다.",
    f"{SQUARE} 是正定矩阵。",
    f"Let {SQUARE} be SPD.",
    f"Let {SQUARE} be a correlation matrix.",
    f"Let {SQUARE} be a Hessian matrix.",
    f"Let {SQUARE} be the Fisher information.",
    f"Let {SQUARE} be Hermitian.",
    f"Let {SQUARE} be self-adjoint.",
    f"Let {SQUARE} be equal to its transpose.",
    rf"Let {SQUARE}, $P \succ 0$.",
    rf"Let {SQUARE}, $P \in \mathbb{{S}}^m_{{++}}$.",
]


@pytest.mark.parametrize("said", SYMMETRIC)
def test_symmetric_matrices(said: str) -> None:
    net = r"$$ L = \sum_{i=1}^{m} \sum_{j=1}^{m} c_{ij} P_{ij}^2 $$"
    found = each_verdict(
        net,
        said,
        lines=[
            r"$$ P^{-2} = (P^{-2})^T $$",
            r"$$ \frac{\partial}{\partial P} \mathrm{tr}(P^{-1}) = -P^{-2} $$",
            r"$$ \frac{\partial}{\partial P} \mathrm{tr}(P^{-1}) = -P^{-1} $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "wrong"
    assert found[2] == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        f"Die Matrix {SQUARE} ist invertierbar und nicht symmetrisch.",
        f"La matrice {SQUARE} est inversible et non symétrique.",
        f"Let {SQUARE} be invertible. The Hessian of $L$ by $c$ is zero.",
    ],
)
def test_what_calls_nothing_symmetric(said: str) -> None:
    net = r"$$ L = \sum_{i=1}^{m} \sum_{j=1}^{m} c_{ij} P_{ij}^2 $$"
    assert verdict(net, said, r"$$ P^{-2} = (P^{-2})^T $$") == "wrong"


def test_numbers() -> None:
    net = r"$$ L = \sum_{i=1}^{m} c_i S^{-1} $$"
    assert each_verdict(
        net,
        lines=[
            r"$$ \frac{\partial L}{\partial S} = -\sum_{i=1}^{m} c_i S^{-2} $$",
            r"$$ \frac{\partial L}{\partial S} = -\sum_{i=1}^{m} c_i S^{-1} $$",
        ],
    ) == ["right", "wrong"]
