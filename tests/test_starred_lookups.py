r"""Indices with a star that are looked up for each example, the `k_n^*` of `p_{n,k_n^*}`.

By hand: `\partial L/\partial a_{nk} = p_{nk} - \delta_{k,k_n^*}` for `L = -\sum_n \log p_{n,k_n^*}` and a softmax p.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""+++
objective = "L"
[ranges]
"n" = "1..N"
"k" = "1..K"
"d" = "1..D"
+++

$$ a_{nk} = \sum_{d=1}^D W_{kd} x_{nd}, \quad p_{nk} = \frac{e^{a_{nk}}}{\sum_{m=1}^K e^{a_{nm}}} $$

$$ L = -\sum_{n=1}^N \log p_{n,STAR} $$

Here $STAR$ is the true class of example $n$.
"""
LINES = [
    (r"\frac{\partial L}{\partial a_{nk}} = p_{nk} - \delta_{k STAR}", "right"),
    (r"\frac{\partial L}{\partial a_{nk}} = \delta_{k,STAR} - p_{nk}", "wrong"),
    (r"\frac{\partial L}{\partial a_{nk}} = p_{nk} - [k = STAR]", "right"),
    (r"\frac{\partial L}{\partial a_{n,STAR}} = p_{n,STAR} - 1", "right"),
    (r"\frac{\partial L}{\partial a_{n,STAR}} = p_{n,STAR}", "wrong"),
]


@pytest.mark.parametrize("star", ["k_n^*", r"k^\ast_n"])
def test_an_index_with_a_star_is_looked_up(star: str) -> None:
    for (line, wanted), found in zip(
        LINES,
        each_verdict(NETWORK.replace("STAR", star), lines=[f"$$ {line} $$".replace("STAR", star) for line, _ in LINES]),
        strict=True,
    ):
        assert found == wanted, line


OPTIMUM = r"""
$$ E = \frac12 \sum_{i=1}^n (w_i - w_i^*)^2 $$

Here $g_w$ and $g_{w_i^*}$ are names of gradients.

"""


def test_the_star_of_a_value_is_a_part_of_its_name() -> None:
    assert each_verdict(
        OPTIMUM,
        lines=[
            r"$$ \frac{\partial E}{\partial w_i} = w_i - w_i^* $$",
            r"$$ \frac{\partial E}{\partial w_i} = w_i^* - w_i $$",
        ],
    ) == ["right", "wrong"]


def test_what_conditions_list_is_no_value() -> None:
    page = r"""
$$ y_j = \frac{e^{u_j}}{\sum_{k=1}^V e^{u_k}} $$ ($j = 1, \dots, V$)

$$ E = -\log y_{j^*} $$

with a given $j^*$.
"""
    cases = r"$$ h_j = \begin{cases} 1 & \text{for $j \in \{j_1, j_2\}$} \\ 0 & \text{otherwise} \end{cases} $$"
    line = r"$$ \frac{\partial E}{\partial u_j} = y_j - [j = j^*] $$"
    assert verdict(page, line) == "right"
    assert each_verdict(page, cases, lines=[line, line.replace("y_j - ", "")]) == ["right", "wrong"]
