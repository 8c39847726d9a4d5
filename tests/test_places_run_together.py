r"""Matrices of one component, `\mathbf{L}_k = (L_{k,mj})`, where the letters of a place run together behind a comma.

By hand: for `e_k = L_k x - u_k` and `f = \sum_k w_k e_k^T e_k / 2` the gradient is `\sum_k w_k L_k^T e_k`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

NET = (
    r"$$ e_{k,m} = \sum_{j=1}^{n} L_{k,mj} x_j - u_{k,m} $$ ( $k = 1, \dots, K$, $m = 1, \dots, n$ )"
    "\n\n"
    r"$$ f = \frac12 \sum_{k=1}^{K} w_k \sum_{m=1}^{n} e_{k,m}^2 $$"
    "\n\n"
    r"with $\mathbf{e}_k = (e_{k,m})$, $\mathbf{x} = (x_j)$ and $\mathbf{L}_k = (L_{k,mj})$."
)


@pytest.mark.parametrize(
    ("one", "other"), [("", ""), (r"\mathbf{L}", "A"), ("L_{k,mj}", "L_{k,m,j}"), ("L_{k,mj}", "L_{kmj}")]
)
def test_matrices_of_components(one: str, other: str) -> None:
    net, line, slip = (
        text.replace(one, other).replace("L_{k,mj}", "A_{k,mj}" if other == "A" else "L_{k,mj}")
        for text in (
            NET,
            r"$$ \nabla_{\mathbf{x}} f = \sum_{k=1}^{K} w_k \mathbf{L}_k^\top \mathbf{e}_k $$",
            r"$$ \nabla_{\mathbf{x}} f = \sum_{k=1}^{K} w_k \mathbf{L}_k \mathbf{e}_k $$",
        )
    )
    assert each_verdict(net, lines=[line, slip]) == ["right", "wrong"]


def test_other_letters_and_numbers_in_the_places() -> None:
    line = r"$$ \frac{{\partial f}}{{\partial L_{{{at}}}}} = w_{k} e_{{{k},p}} x_q $$"
    found = each_verdict(
        NET,
        lines=[
            line.format(at="k,pq", k="k"),
            line.format(at="k,qp", k="k"),
            line.format(at="1,pq", k="1"),
            line.format(at="1,pq", k="2"),
            r"$$ \frac{\partial f}{\partial L_{1,2j}} = w_1 e_{1,2} x_j $$",
            r"$$ \frac{\partial f}{\partial L_{1,2j}} = 0 $$",
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] == "right"
    assert found[3] == "wrong"
    assert found[4] in ("right", "unproved")
    assert found[5] != "right"
