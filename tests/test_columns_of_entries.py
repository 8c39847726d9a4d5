"""Columns of a matrix whose entries a sentence tells: `$w_k$ is column $k$ of $W$` beside `W = (W_{jk})`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n+++'
NET = [
    r"$$ z_{ik} = \sum_{j=1}^{p} X_{ij} W_{jk} $$",
    r"$$ L = \frac{1}{2} \sum_{i=1}^{n} \sum_{k=1}^{K} (z_{ik} - Y_{ik})^2 $$",
    r"where $X = (X_{ij})$, $W = (W_{jk})$, $Z = (z_{ik})$ and $Y = (Y_{ik})$.",
]
SAID = [
    "Here $w_k$ is column $k$ of $W$, $c_k$ is column $k$ of $Y$.",
    "Here $w_k$ is the $k$-th column of $W$ and $c_k$ is the $k$-th column of $Y$.",
    "Aqui $w_k$ é a coluna $k$ de $W$ e $c_k$ é a coluna $k$ de $Y$ (vetor de $n$ componentes).",
    "Ici $w_k$ est la colonne $k$ de $W$ et $c_k$ est la colonne $k$ de $Y$.",
    "其中 $w_k$ 是 $W$ 的第 $k$ 列, $c_k$ 是 $Y$ 的第 $k$ 列。",
]
LINES = [
    (r"\frac{\partial L}{\partial w_k} = X^T (X w_k - c_k)", "right"),
    (r"\frac{\partial L}{\partial w_k} = X^T (c_k - X w_k)", "wrong"),
    (r"\frac{\partial L}{\partial w_k} = X (X w_k - c_k)", "wrong"),
]


@pytest.mark.parametrize("said", SAID)
def test_column(said: str) -> None:
    for (line, found), judged_so in zip(
        LINES, each_verdict(FRONT, *NET, said, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert judged_so == found, line


@pytest.mark.parametrize("said", ["Here $w_k$ is not column $k$ of $W$, $c_k$ is column $k$ of $Y$."])
@pytest.mark.parametrize(("line", "found"), LINES)
def test_denied(said: str, line: str, found: str) -> None:
    assert verdict(FRONT, *NET, said, f"$$ {line} $$") not in ("right", "wrong") or found == "wrong"


TOWERS = [
    r"$$ s_{ij} = \sum_{m=1}^{d} U_{im} V_{jm} $$",
    r"$$ L = \frac{1}{2} \sum_{i=1}^{N} \sum_{j=1}^{N} (s_{ij} - y_{ij})^2 $$",
]
ROWS = [
    (r"\frac{\partial L}{\partial u_i} = \sum_{j=1}^{N} (s_{ij} - y_{ij}) v_j", "right"),
    (r"\frac{\partial L}{\partial u_i} = \sum_{j=1}^{N} (s_{ij} - y_{ij}) u_j", "wrong"),
    (r"\frac{\partial L}{\partial v_j} = \sum_{i=1}^{N} (s_{ij} - y_{ij}) u_i", "right"),
    (r"\frac{\partial L}{\partial v_j} = \sum_{i=1}^{N} (s_{ij} - y_{ji}) u_i", "wrong"),
]


@pytest.mark.parametrize(
    "said",
    [
        r"其中 $U = (U_{im})$, $V = (V_{jm})$ 是 $N \times d$ 矩阵, 第 $i$ 行分别是向量 $u_i$ 和 $v_i$ (写成列向量)。",
        r"with $U = (U_{im})$, $V = (V_{jm})$; $u_i$ is row $i$ of $U$ and $v_i$ is row $i$ of $V$, "
        "both written as columns.",
    ],
)
def test_row_that_is_a_column(said: str) -> None:
    for (line, found), judged_so in zip(
        ROWS, each_verdict(FRONT, *TOWERS, said, lines=[f"$$ {line} $$" for line, _ in ROWS]), strict=True
    ):
        assert judged_so == found, line
