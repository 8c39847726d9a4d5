r"""Arrays that a page names as wholes have the entries of a box, also where a sum uses a triangle of them."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

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
    found = each_verdict(
        told,
        LOWER,
        lines=[
            f"$$ {ENTRY} $$",
            rf"$$ {ENTRY} [j \le i] $$",
            rf"$$ {ENTRY} [j \ge i] $$",
            rf"$$ {ENTRY} \quad (j \le i) $$",
            r"$$ \sum_{j=1}^n \frac{\partial E}{\partial W_{ij}} = x_i \sum_{j=1}^i z_j $$",
        ],
    )
    assert found[0] == "wrong"
    assert found[1] == "right"
    assert found[2] == "wrong"
    assert found[3] == "right"
    assert found[4] != "wrong"
    assert verdict(told, UPPER, f"$$ {ENTRY} $$") == "wrong"


@pytest.mark.parametrize("told", TOLD[:-1])
def test_its_gradient_as_a_whole(told: str) -> None:
    assert verdict(told, LOWER, r"$$ \frac{\partial E}{\partial W} = x z^T $$") == "wrong"
    full = LOWER.replace("^{i}", "^{n}")
    assert each_verdict(told, full, lines=[r"$$ \frac{\partial E}{\partial W} = x z^T $$", f"$$ {ENTRY} $$"]) == [
        "right",
        "right",
    ]


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
    found = each_verdict(
        told,
        pairs,
        lines=[
            r"$$ \frac{\partial E}{\partial W_{ij}} = -s_i s_j $$",
            r"$$ \frac{\partial E}{\partial W_{ij}} = s_i s_j $$",
            r"$$ \frac{\partial E}{\partial s_i} = -\sum_{j>i} W_{ij} s_j $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"
    assert found[2] == "wrong"


COUPLED = r"$$ E = -\frac12 \sum_{i=1}^n \sum_{j=1}^n w_{ij} s_i s_j $$"
HOLLOW = r"There are no self connections, $w_{ii} = 0$."


def test_nothing_is_differentiated_by_a_diagonal_that_is_zero() -> None:
    symmetric = HOLLOW + r" The weights are symmetric, $w_{ij} = w_{ji}$."
    line = r"$$ \frac{\partial E}{\partial w_{ij}} = %s $$"
    assert verdict(symmetric, COUPLED, line % "-s_i s_j") != "wrong"
    cases = ("s_i s_j", "-2 s_i s_j", "-s_i s_j + s_i")
    for other, found in zip(
        cases, each_verdict(symmetric, COUPLED, lines=[line % other for other in cases]), strict=True
    ):
        assert found == "wrong", other
    assert each_verdict(
        HOLLOW, COUPLED, lines=[line % r"-\frac12 s_i s_j", line % r"-\frac12 s_i s_j [i \ne j]", line % "-s_i s_j"]
    ) == ["right", "right", "wrong"]
