r"""`\sum_k^K` beside `k = "0..K"` in the front matter begins at 0; a capital Sigma with several letters is a sum.

By hand: E = 1/2 sum (p_ij - q_ij)^2 + c/2 sum a_ik^2 with p_ij = sum_k a_ik b_jk gives
dE/da_ik = sum_j (p_ij - q_ij) b_jk + c a_ik, over all j from 0 to J.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = r"""+++
objective = "E"
[ranges]
"i" = "0..I"
"j" = "0..J"
"k" = "0..K"
+++"""
PRODUCT = r"$$ p_{i,j} = \sum_k^K a_{i,k} b_{j,k} $$"
LOSS = r"$$ E = \frac12 \Sigma_{i,j} (p_{i,j} - q_{i,j})^2 + \frac{c}{2} \Sigma_{i, k} a_{i,k}^2 $$"
LINES = [
    (r"\frac{\partial E}{\partial a_{i,k}} = \sum_j^J (p_{i,j} - q_{i,j}) b_{j,k} + c a_{i,k}", "right"),
    (r"\frac{\partial E}{\partial a_{i,k}} = \sum_{j=0}^J (p_{i,j} - q_{i,j}) b_{j,k} + c a_{i,k}", "right"),
    (r"\frac{\partial E}{\partial a_{i,k}} = \sum_j^J (p_{i,j} - q_{i,j}) b_{j,k}", "wrong"),
    (r"\frac{\partial E}{\partial a_{i,k}} = \sum_j^J (q_{i,j} - p_{i,j}) b_{j,k} + c a_{i,k}", "wrong"),
    (r"\frac{\partial E}{\partial b_{j,k}} = \sum_i^I (p_{i,j} - q_{i,j}) a_{i,k}", "right"),
    (r"\frac{\partial E}{\partial b_{j,k}} = \sum_i^I (p_{i,j} - q_{i,j}) a_{i,k} + c b_{j,k}", "wrong"),
]


@pytest.mark.parametrize("loss", [LOSS, LOSS.replace("{i,j} (", "{ij} ("), LOSS.replace(r"\Sigma", r"\sum")])
def test_all_entries_count(loss: str) -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(FRONT, PRODUCT, loss, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize(
    ("old", "new"), [(r"\sum_k^K a", r"\sum_k^{K-1} a"), (r"\Sigma_{i, k} a", r"\sum_{i=0}^I \sum_{k=1}^K a")]
)
def test_where_a_sum_may_begin_elsewhere(old: str, new: str) -> None:
    """It ends before the last, or another sum leaves out the entry at 0."""
    page = [x.replace(old, new) for x in (FRONT, PRODUCT, LOSS)]
    assert verdict(*page, rf"$$ {LINES[0][0]} $$") not in ("right", "wrong")


def test_an_entry_of_a_matrix_is_no_sum() -> None:
    front = '+++\nranges = { i = "1..n", j = "1..n" }\n+++'
    loss = r"$$ E = \frac12 \sum_{i=1}^n \sum_{j=1}^n \Sigma_{i,j} x_i x_j $$"
    assert verdict(front, loss, r"$$ \frac{\partial E}{\partial \Sigma_{i,j}} = \frac12 x_i x_j $$") == "right"
    line = r"$$ \frac{\partial E}{\partial x_k} = \frac12 \sum_{j=1}^n (\Sigma_{k,j} + \Sigma_{j,k}) x_j $$"
    assert each_verdict(front, loss, lines=[line, line.replace(r"\frac12", "")]) == ["right", "wrong"]


def test_a_sum_around_it_binds_its_letters() -> None:
    front = '+++\nranges = { i = "1..n", j = "1..n" }\n+++'
    network = r"$$ x_i = c z_i, \quad E = \frac12 \sum_{i=1}^n \sum_{j=1}^n \Sigma_{i,j} x_i x_j $$"
    line = r"$$ \frac{\partial E}{\partial c} = c \sum_{i=1}^n \sum_{j=1}^n \Sigma_{i,j} z_i z_j $$"
    assert each_verdict(front, network, lines=[line, line.replace("= c", "= 2 c")]) == ["right", "wrong"]
