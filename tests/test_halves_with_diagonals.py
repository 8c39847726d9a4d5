r"""Energies that sum over a half of a symmetric array with its diagonal, `\sum_{i \le j} w_{ij} s_i s_j`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

LEFT = r"\frac{\partial E}{\partial s_k} = "
HOLLOW = "Let $w_{ij} = w_{ji}$ and $w_{ii} = 0$."
SYMMETRIC = "Let $w_{ij} = w_{ji}$."


def _lines(*rights: str) -> list[str]:
    return [f"$$ {LEFT}{x} $$" for x in rights]


@pytest.mark.parametrize(
    "energy",
    [
        r"\sum_{i \leq j} w_{ij} s_i s_j",
        r"\sum_{j \le i} w_{ij} s_i s_j",
        r"\sum_i \sum_{j \geq i} w_{ij} s_i s_j",
        r"\sum_{i=1}^N \sum_{j=i}^N w_{ij} s_i s_j",
    ],
)
def test_without_a_diagonal(energy: str) -> None:
    true = _lines(r"-\sum_j w_{kj} s_j", r"-\sum_j w_{jk} s_j", r"-\sum_{j \neq k} w_{kj} s_j")
    slips = _lines(r"-2 \sum_j w_{kj} s_j", r"\sum_j w_{kj} s_j", r"-\sum_{j > k} w_{kj} s_j")
    found = each_verdict(HOLLOW, f"$$ E = -{energy} $$", lines=[*true, *slips])
    assert found == ["right"] * 3 + ["wrong"] * 3


def test_with_a_diagonal() -> None:
    energy = r"$$ E = -\sum_{i \leq j} w_{ij} s_i s_j $$"
    lines = _lines(r"-\sum_j w_{kj} s_j - w_{kk} s_k", r"-\sum_j w_{kj} s_j", r"-\sum_{j \neq k} w_{kj} s_j")
    assert each_verdict(SYMMETRIC, energy, lines=lines) == ["right", "wrong", "wrong"]


def test_a_diagonal_beside_a_half() -> None:
    energy = r"$$ E = -\sum_{i<j} w_{ij} s_i s_j - \frac12 \sum_i w_{ii} s_i^2 $$"
    lines = _lines(r"-\sum_j w_{kj} s_j", r"-\sum_j w_{jk} s_j", r"-\sum_{j \neq k} w_{kj} s_j")
    assert each_verdict(SYMMETRIC, energy, lines=lines) == ["right", "right", "wrong"]


def test_a_weight_is_none_of_the_diagonal() -> None:
    energy = r"$$ E = -\sum_{i<j} w_{ij} s_i s_j $$"
    assert verdict(HOLLOW, energy, r"$$ \frac{\partial E}{\partial w_{ij}} = -s_i s_j $$") != "wrong"
    assert verdict(HOLLOW, energy, r"$$ \frac{\partial E}{\partial w_{ij}} = s_i s_j $$") == "wrong"


WORDS = [
    "The weights are symmetric and there are no self-connections.",
    "where $w$ is symmetric with zero diagonal.",
    r"$W = W^T$, $\mathrm{diag}(W) = 0$.",
    "The matrix $W = (w_{ij})$ is symmetric with $w_{ii} = 0$.",
    "重み $w_{ij}$ は対称で、自己結合はない。",
]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("order", ["i<j", r"i \le j"])
def test_symmetry_and_diagonals_in_words(words: str, order: str) -> None:
    energy = rf"$$ E = -\sum_{{{order}}} w_{{ij}} s_i s_j $$"
    true = _lines(r"-\sum_j w_{kj} s_j", r"-\sum_{j \neq k} w_{kj} s_j")
    slips = _lines(r"-2 \sum_j w_{kj} s_j", r"\sum_j w_{kj} s_j", r"-\sum_{j > k} w_{kj} s_j")
    found = each_verdict(energy, words, lines=[*true, *slips])
    assert "wrong" not in found[:2]
    assert found[2:] == ["wrong"] * 3


def test_symmetric_with_a_diagonal_in_words() -> None:
    energy, words = r"$$ E = -\sum_{i \le j} w_{ij} s_i s_j $$", "The weights are symmetric."
    lines = _lines(r"-\sum_j w_{kj} s_j - w_{kk} s_k", r"-\sum_j w_{kj} s_j", r"-2 \sum_j w_{kj} s_j")
    assert each_verdict(energy, words, lines=lines) == ["unproved", "wrong", "wrong"]
    for other in ("The weights are not symmetric.", "Here it is."):
        assert each_verdict(energy, other, lines=lines) == ["wrong", "wrong", "wrong"]


def test_all_pairs_without_a_diagonal_in_words() -> None:
    energy = r"$$ E = -\frac12 \sum_{i,j} w_{ij} s_i s_j $$"
    words = "The weights $w_{ij}$ are symmetric and there are no self-connections."
    lines = _lines(r"-\sum_j w_{kj} s_j", r"-\sum_{j \neq k} w_{kj} s_j", r"-2 \sum_j w_{kj} s_j")
    assert each_verdict(energy, words, lines=lines) == ["right", "unproved", "wrong"]
