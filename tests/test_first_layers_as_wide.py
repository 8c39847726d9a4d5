"""A first layer of its own is as wide as its number says, and so are the others."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FIRST = r"$$ s_i^{(1)} = \sum_{j=1}^{d_0} V_{ij}^{(1)} u_j + c_i^{(1)} $$"
ACTIVE = r"$$ h_i^{(k)} = \sigma(s_i^{(k)}) $$ ( $k = 1, \dots, K-1$ )"
OTHERS = r"$$ s_i^{(k)} = \sum_{j=1}^{d_{k-1}} V_{ij}^{(k)} h_j^{(k-1)} + c_i^{(k)} $$ ( $k = 2, \dots, K$ )"
COST = r"$$ E = \frac{1}{2} \sum_{i=1}^{d_K} (s_i^{(K)} - y_i)^2 $$"
DELTAS = r"$$ \delta_i^{(k)} = \frac{\partial E}{\partial s_i^{(k)}} $$"
PAGES = {
    "bounds": [FIRST, ACTIVE, OTHERS, COST, DELTAS],
    "no bounds": [FIRST, ACTIVE, OTHERS.replace("_{j=1}^{d_{k-1}}", "_j"), COST, DELTAS],
    "no bounds in the first": [
        FIRST.replace("_{j=1}^{d_0}", "_j"),
        ACTIVE,
        OTHERS.replace("_{j=1}^{d_{k-1}}", "_j"),
        COST,
        DELTAS,
    ],
    "the width of the first": [FIRST + r" ( $i = 1, \dots, d_1$ )", ACTIVE, OTHERS, COST, DELTAS],
}
HIDDEN = r"( $k = 1, \dots, K-1$ )"


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_layers_beside_a_first_one_of_its_own(page: list[str]) -> None:
    cases = [
        (r"$$ \delta_j^{(k)} = \sigma'(s_j^{(k)}) \sum_i V_{ij}^{(k+1)} \delta_i^{(k+1)} $$ " + HIDDEN, "right"),
        (r"$$ \delta_j^{(k)} = \sigma'(s_j^{(k)}) \sum_i V_{ji}^{(k+1)} \delta_i^{(k+1)} $$ " + HIDDEN, "wrong"),
        (rf"$$ \delta_j^{{(k)}} = \sum_i V_{{ij}}^{{(k+1)}} \delta_i^{{(k+1)}} $$ {HIDDEN}", "wrong"),
        (
            r"$$ \delta_j^{(k)} = \sigma'(s_j^{(k)}) \sum_{i=1}^{d_{k+1}} V_{ij}^{(k+1)} \delta_i^{(k+1)} $$ " + HIDDEN,
            "right",
        ),
        (
            r"$$ \delta_j^{(k)} = \sigma'(s_j^{(k)}) \sum_{i=1}^{d_k} V_{ij}^{(k+1)} \delta_i^{(k+1)} $$ " + HIDDEN,
            "wrong",
        ),
        (r"$$ \frac{\partial E}{\partial V_{ij}^{(1)}} = \delta_i^{(1)} u_j $$", "right"),
        (r"$$ \frac{\partial E}{\partial V_{ij}^{(1)}} = \delta_j^{(1)} u_i $$", "wrong"),
        (r"$$ \frac{\partial E}{\partial c_i^{(k)}} = \delta_i^{(k)} $$", "right"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*page, "## Derivation", lines=[line for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(("end", "expected"), [("d", "right"), ("d_0", "wrong")])
def test_layers_that_are_all_as_wide(end: str, expected: str) -> None:
    page = [FIRST, ACTIVE, OTHERS.replace("d_{k-1}", "d"), COST.replace("d_K", "d"), DELTAS]
    line = (
        rf"$$ \delta_j^{{(k)}} = \sigma'(s_j^{{(k)}}) \sum_{{i=1}}^{{{end}}} V_{{ij}}^{{(k+1)}} \delta_i^{{(k+1)}} $$"
    )
    assert verdict(*page, "## Derivation", f"{line} {HIDDEN}") == expected
