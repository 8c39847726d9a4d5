r"""Identity matrices of another name than I, in words: `$\mathbf{E}$ is the $D \times D$ identity matrix`."""

import pytest

from tests.judging import verdict

PAGE = r"""+++
objective = "F"
[ranges]
"n" = "1..N"
"d" = "1..D"
+++

$$ F = \sum_{n=1}^{N} (t_n - \sum_{d=1}^{D} X_{nd} w_d)^2 + \lambda \sum_{d=1}^{D} w_d^2 $$

$X = (X_{nd})$ is a matrix, $\mathbf{w} = (w_d)$ and $\mathbf{t} = (t_n)$ are column vectors.
"""
TRUE = r"\frac{\partial F}{\partial \mathbf{w}} = 2((X^T X + \lambda \mathbf{E}) \mathbf{w} - X^T \mathbf{t})"
SLIPS = (
    r"\frac{\partial F}{\partial \mathbf{w}} = 2((X^T X + 2\lambda \mathbf{E}) \mathbf{w} - X^T \mathbf{t})",
    r"\frac{\partial F}{\partial \mathbf{w}} = (X^T X + \lambda \mathbf{E}) \mathbf{w} - X^T \mathbf{t}",
)


@pytest.mark.parametrize(
    "words",
    [
        r"$\mathbf{E}$ is the $D \times D$ identity matrix.",
        r"$\mathbf{E}$ denotes the identity matrix of size $D$.",
        r"$\mathbf{E}$ ist die Einheitsmatrix.",
        r"$\mathbf{E}$ は $D \times D$ の単位行列。",
        r"$\mathbf{E}$ は単位行列である。",
    ],
)
def test_named_in_words(words: str) -> None:
    assert verdict(PAGE, words, f"$$ {TRUE} $$") == "right"
    assert [verdict(PAGE, words, f"$$ {slip} $$") for slip in SLIPS] == ["wrong", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"$\mathbf{E}$ is not the identity matrix.",
        r"$\mathbf{E}$ is a diagonal matrix.",
        r"$\mathbf{E}$ is the identity matrix plus noise.",
        r"$\mathbf{E}$ は単位行列ではない。",
        r"$\mathbf{E}$ は単位行列の2倍である。",
    ],
)
def test_another_matrix(words: str) -> None:
    assert verdict(PAGE, words, f"$$ {TRUE} $$") not in ("right", "wrong")
