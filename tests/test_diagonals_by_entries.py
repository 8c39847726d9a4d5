r"""Diagonal matrices that a page defines by entries, `F_{ij} = \delta_{ij} f_i`, and uses as wholes.

By hand: for `L = \sum_i (f_i - y_i)^2`, f = sigmoid(W x), the gradient by W is 2 (F - F^2) (f - y) x^T.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ p_i = \sum_{j=1}^{n} W_{ij} x_j $$ ( $i = 1, \dots, m$ )",
    r"$$ f_i = \sigma(p_i) $$ ( $i = 1, \dots, m$ )",
    r"$$ L = \sum_{i=1}^{m} (f_i - y_i)^2 $$ where $\sigma(z) = 1/(1+e^{-z})$.",
)
DEFINED = (
    r"F_{ij} = \delta_{ij} f_i",
    r"F_{ij} = f_i \delta_{ij}",
    r"F_{ij} = \delta_{ji} f_j",
    r"F_{kl} = \delta_{kl} f_k",
    r"F_{ij} = [i = j] f_i",
    r"F_{ij} = \mathbb{1}[i=j] \cdot f_i",
    r"F_{ij} = \begin{cases} f_i & i = j \\ 0 & i \ne j \end{cases}",
    r"F_{ij} = \begin{cases} 0 & i \ne j \\ f_i & i = j \end{cases}",
    r"F_{ij} = \begin{cases} f_i & \text{if } i = j \\ 0 & \text{otherwise} \end{cases}",
)


@pytest.mark.parametrize("defined", DEFINED)
def test_diagonal_matrices_by_entries(defined: str) -> None:
    page = (*NET, f"$$ {defined} $$")
    cases = ("2 (F - F^2) (f - y) x^T", "2 F (I - F) (f - y) x^T")
    for line, found in zip(
        cases,
        each_verdict(*page, lines=[rf"$$ \frac{{\partial L}}{{\partial W}} = {line} $$" for line in cases]),
        strict=True,
    ):
        assert found == "right", line
    found = each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial L}{\partial W} = 2 (I - F) (f - y) x^T $$",
            r"$$ \frac{\partial L}{\partial x} = 2 W^T F (I - F) (f - y) $$",
            r"$$ \frac{\partial L}{\partial x} = 2 W F (I - F) (f - y) $$",
        ],
    )
    assert found[0] == "wrong"
    assert found[1] == "right"
    assert found[2] != "right"


OTHERS = (
    r"F_{ij} = \delta_{ij} f_i f_j",
    r"F_{ij} = \delta_{ij} + f_i",
    r"F_{ij} = \begin{cases} f_i & i = j \\ 1 & i \ne j \end{cases}",
    r"F_{ij} = \begin{cases} f_i & i = j \\ 0 & i < j \end{cases}",
    r"F_{ij} = \delta_{ik} f_j",
    r"F_{ij} = \delta_{ij} f_i, \quad \delta_{ij} = f_i y_j",
)


@pytest.mark.parametrize("defined", OTHERS)
def test_other_matrices_are_none_with_f_on_the_diagonal(defined: str) -> None:
    assert (
        verdict(*NET, f"$$ {defined} $$", r"$$ \frac{\partial L}{\partial W} = 2 F (I - F) (f - y) x^T $$") != "right"
    )


def test_a_diagonal_alone_says_nothing_of_the_rest() -> None:
    """Of what the other entries are nothing is said, unless words call the matrix diagonal."""
    right = r"$$ \frac{\partial L}{\partial W} = 2 (F - F^2) (f - y) x^T $$"
    assert verdict(*NET, "$$ F_{ii} = f_i $$", right) == "unreadable"
    assert verdict(*NET, "$F$ is the diagonal matrix with $F_{ii} = f_i$.", right) == "right"
    assert verdict(*NET, r"$F_{ii} = f_i$ and $F_{ij} = 0$ for $i \ne j$.", right) not in ("wrong", "right")
