r"""Energies of pairs, `-\sum_{i<j} w_{ij} s_i s_j`, of a `w` that is symmetric and has no diagonal. Labels by hand."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ENERGY = r"$$ E = -\sum_{i<j} w_{ij} s_i s_j - \sum_i b_i s_i $$"
SAID = {
    "in front": ["Let $w_{ij} = w_{ji}$ and $w_{ii} = 0$.", ENERGY],
    "behind": [ENERGY, "with $w_{ij} = w_{ji}$ and $w_{ii} = 0$."],
    "in a display": [r"$$ w_{ij} = w_{ji}, \quad w_{ii} = 0 $$", ENERGY],
    "beside": [ENERGY.removesuffix(" $$") + r", \quad w_{ij} = w_{ji}, \quad w_{ii} = 0 $$"],
    "in parentheses": ["No unit acts on itself ($w_{ii} = 0$) and $w_{ij} = w_{ji}$.", ENERGY],
}


@pytest.mark.parametrize("page", SAID.values(), ids=SAID)
def test_pairs_of_units(page: list[str]) -> None:
    cases = [
        (r"\frac{\partial E}{\partial s_k} = -\sum_j w_{kj} s_j - b_k", "right"),
        (r"\frac{\partial E}{\partial s_i} = -\sum_j w_{ij} s_j - b_i", "right"),
        (r"\frac{\partial E}{\partial s_k} = -\sum_j w_{jk} s_j - b_k", "right"),
        (r"\frac{\partial E}{\partial s_k} = -\sum_{j \ne k} w_{kj} s_j - b_k", "right"),
        (r"\frac{\partial E}{\partial s_k} = -\frac12 \sum_j w_{kj} s_j - b_k", "wrong"),
        (r"\frac{\partial E}{\partial s_k} = -\sum_j w_{kj} s_j + b_k", "wrong"),
        (r"\frac{\partial E}{\partial s_k} = -\sum_{j>k} w_{kj} s_j - b_k", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*page, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("said", ["The weights are symmetric and $w_{ii} = 0$.", "Let $w_{ii} = 0$."])
def test_symmetry_that_is_not_told_of_a_name_is_open(said: str) -> None:
    assert each_verdict(
        said,
        ENERGY,
        lines=[
            r"$$ \frac{\partial E}{\partial s_k} = -\sum_j w_{kj} s_j - b_k $$",
            r"$$ \frac{\partial E}{\partial s_k} = -\sum_j w_{kj} s_j + b_k $$",
        ],
    ) == ["unproved", "wrong"]


def test_a_diagonal_of_which_nothing_is_said() -> None:
    line = r"$$ \frac{\partial E}{\partial s_k} = -\sum_j w_{kj} s_j - b_k $$"
    assert verdict("Let $w_{ij} = w_{ji}$.", ENERGY, line) != "right"
    assert verdict("Let $w_{ij} = w_{ji}$ and $w_{ii} = 1$.", ENERGY, line) != "right"


def test_pairs_by_two_sums_go_as_far_as_the_second() -> None:
    energy = ENERGY.replace(r"\sum_{i<j}", r"\sum_{i=1}^{N} \sum_{j=i+1}^{N}")
    line = r"$$ \frac{\partial E}{\partial s_k} = -\sum_{j \ne k} w_{kj} s_j - b_k $$"
    assert each_verdict("Let $w_{ij} = w_{ji}$.", energy, lines=[line, line.replace("- b", "+ b")]) == [
        "right",
        "wrong",
    ]
    assert each_verdict(
        energy, lines=[r"$$ \frac{\partial E}{\partial b_k} = -s_k $$", r"$$ \frac{\partial E}{\partial b_k} = s_k $$"]
    ) == ["right", "wrong"]
