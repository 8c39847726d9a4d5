r"""Lists of which words call the last ones vectors: `$W^l = (w_{ij}^l)$, $z^l = (z_i^l)$ are column vectors with $n_l$
entries` makes no vector of a matrix by entries."""

from __future__ import annotations

import pytest

from .judging import each_verdict

NET = r"""+++
title = "Layers"
objective = "C"
functions = ["g"]
[ranges]
"l" = "1..L"
"i" = "1..n_l"
"j" = "1..n_{l-1}"
+++

$$ z_i^l = \sum_{j=1}^{n_{l-1}} w_{ij}^l a_j^{l-1} $$

$$ a_i^l = g(z_i^l) $$

$$ C = \frac12 \sum_{i=1}^{n_L} (a_i^L - y_i)^2 $$

$$ \delta_i^l = \frac{\partial C}{\partial z_i^l} $$"""
SPACE = r"Here $W^l = (w_{ij}^l) \in \mathbb{R}^{n_l \times n_{l-1}}$, "
LIST = r"$z^l = (z_i^l)$, $a^l = (a_i^l)$, $\delta^l = (\delta_i^l)$ are column vectors"


@pytest.mark.parametrize("behind", [".", " with $n_l$ entries."])
def test_a_matrix_by_entries_stays_one(behind: str) -> None:
    cases = [
        (r"\frac{\partial C}{\partial W^l} = \delta^l (a^{l-1})^T", "right"),
        (r"\frac{\partial C}{\partial W^l} = 2 \delta^l (a^{l-1})^T", "wrong"),
        (r"\frac{\partial C}{\partial a^{l-1}} = (W^l)^T \delta^l", "right"),
        (r"\frac{\partial C}{\partial a^{l-1}} = (W^l)^T z^l", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, SPACE + LIST + behind, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line
