r"""Arrays that a page names as wholes have the entries of a box, also where a sum uses a triangle of them."""

from __future__ import annotations

import pytest

from .judging import verdict

LOWER = r"$$ E = \sum_{i=1}^n \sum_{j=1}^{i} W_{ij} x_i z_j $$"
UPPER = r"$$ E = \sum_{i=1}^n \sum_{j=i}^{n} W_{ij} x_i z_j $$"
TOLD = [
    r"The matrix $W = (W_{ij})$ is square, $i, j = 1, \dots, n$.",
    r"Let $W = (W_{ij})$ hold the weights.",
    r"Let $W = (W_{ij})$, $i,j=1,\dots,n$.",
    r"The weights are $W = \left[ W_{i,j} \right]$.",
    r"Let $W \in \mathbb{R}^{n \times n}$, $x, z \in \mathbb{R}^n$.",
    r"Let $\mathbf{W} \in \mathbb{R}^{n \times n}$.",
]
ENTRY = r"\frac{\partial E}{\partial W_{ij}} = x_i z_j"


@pytest.mark.parametrize("told", TOLD)
def test_a_triangle_of_a_whole(told: str) -> None:
    assert verdict(told, LOWER, f"$$ {ENTRY} $$") == "wrong"
    assert verdict(told, UPPER, f"$$ {ENTRY} $$") == "wrong"
    assert verdict(told, LOWER, rf"$$ {ENTRY} [j \le i] $$") == "right"
    assert verdict(told, LOWER, rf"$$ {ENTRY} [j \ge i] $$") == "wrong"
    assert verdict(told, LOWER, rf"$$ {ENTRY} \quad (j \le i) $$") == "right"
    assert (
        verdict(told, LOWER, r"$$ \sum_{j=1}^n \frac{\partial E}{\partial W_{ij}} = x_i \sum_{j=1}^i z_j $$") != "wrong"
    )


@pytest.mark.parametrize("told", TOLD[:-1])
def test_its_gradient_as_a_whole(told: str) -> None:
    assert verdict(told, LOWER, r"$$ \frac{\partial E}{\partial W} = x z^T $$") == "wrong"
    full = LOWER.replace("^{i}", "^{n}")
    assert verdict(told, full, r"$$ \frac{\partial E}{\partial W} = x z^T $$") == "right"
    assert verdict(told, full, f"$$ {ENTRY} $$") == "right"


@pytest.mark.parametrize(
    "told",
    [
        "",
        r"The matrix $W = (W_{ij})$ is lower triangular.",
        r"Let $W \in \mathbb{R}^{n \times n}$ be the causal mask.",
    ],
)
def test_nothing_is_said_of_entries_that_may_not_be_there(told: str) -> None:
    assert verdict(told, LOWER, f"$$ {ENTRY} $$") == "right"


@pytest.mark.parametrize(
    "told",
    [
        "",
        r"The weights $W = (W_{ij})$ are real.",
        r"The couplings $W_{ij}$ are symmetric, $W = (W_{ij})$.",
    ],
)
def test_half_tables_stay(told: str) -> None:
    pairs = r"$$ E = -\sum_{i<j} W_{ij} s_i s_j $$"
    assert verdict(told, pairs, r"$$ \frac{\partial E}{\partial W_{ij}} = -s_i s_j $$") != "wrong"
    assert verdict(told, pairs, r"$$ \frac{\partial E}{\partial W_{ij}} = s_i s_j $$") != "right"
    assert verdict(told, pairs, r"$$ \frac{\partial E}{\partial s_i} = -\sum_{j>i} W_{ij} s_j $$") == "wrong"


COUPLED = r"$$ E = -\frac12 \sum_{i=1}^n \sum_{j=1}^n w_{ij} s_i s_j $$"
HOLLOW = r"There are no self connections, $w_{ii} = 0$."


def test_nothing_is_differentiated_by_a_diagonal_that_is_zero() -> None:
    symmetric = HOLLOW + r" The weights are symmetric, $w_{ij} = w_{ji}$."
    line = r"$$ \frac{\partial E}{\partial w_{ij}} = %s $$"
    assert verdict(symmetric, COUPLED, line % "-s_i s_j") != "wrong"
    for other in ("s_i s_j", "-2 s_i s_j", "-s_i s_j + s_i"):
        assert verdict(symmetric, COUPLED, line % other) == "wrong"
    assert verdict(HOLLOW, COUPLED, line % r"-\frac12 s_i s_j") == "right"
    assert verdict(HOLLOW, COUPLED, line % r"-\frac12 s_i s_j [i \ne j]") == "right"
    assert verdict(HOLLOW, COUPLED, line % "-s_i s_j") == "wrong"
