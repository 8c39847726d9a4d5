r"""Products over an index of columns, `\prod_t \mathbf{f}_t`, which are by entries."""

from __future__ import annotations

import symderiv as sd

GATES = r"""
$$ c_j^{(t)} = f_j^{(t)} c_j^{(t-1)} $$ ( $j = 1, \dots, H$, $t = 1, \dots, T$ )

$$ L = \frac12 \sum_{j=1}^{H} (c_j^{(T)} - y_j)^2 $$

Here $\mathbf{c}^{(t)} = (c_j^{(t)})$, $\mathbf{f}^{(t)} = (f_j^{(t)})$, $\mathbf{y} = (y_j)$.
"""
DECLARED = r"""$\mathbf{x}, \mathbf{y} \in \mathbb{R}^n$ and $\mathbf{w}_k \in \mathbb{R}^n$ for $k = 1, \dots, K$.

$$ \mathbf{u} = \mathbf{x} \odot \prod_{k=1}^{K} \mathbf{w}_k $$

$$ E = \frac12 \| \mathbf{u} - \mathbf{y} \|^2 $$
"""


def judged(page: str, *lines: str) -> list[str]:
    """The judgements of the lines behind a page."""
    report = sd.check(page + "".join(f"\n$$ {line} $$\n" for line in lines))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


def test_beside_entries() -> None:
    error = r"(\mathbf{c}^{(T)} - \mathbf{y})"
    right = (
        rf"\frac{{\partial L}}{{\partial \mathbf{{c}}^{{(0)}}}} = {error} \odot \prod_{{t=1}}^T \mathbf{{f}}^{{(t)}}"
    )
    assert judged(GATES, right) == ["right"]
    assert judged(GATES, right.replace("t=1", "t=2"), right.replace(r"\prod", r"\sum")) == ["wrong", "wrong"]


def test_declared() -> None:
    right = r"\frac{\partial E}{\partial \mathbf{x}} = (\mathbf{u} - \mathbf{y}) \odot \prod_{k=1}^{K} \mathbf{w}_k"
    assert judged(DECLARED, right) == ["right"]
    wrong = right.replace("k=1", "k=2"), right.replace(r"\odot \prod_{k=1}^{K} \mathbf{w}_k", "")
    assert judged(DECLARED, *wrong) == ["wrong", "wrong"]


def test_where_the_product_ends_is_told() -> None:
    line = r"\frac{\partial E}{\partial \mathbf{x}} = \prod_{k=1}^{K} \mathbf{w}_k \odot (\mathbf{u} - \mathbf{y})"
    assert judged(DECLARED, line) != ["wrong"]


def test_products_of_matrices_are_none_by_entries() -> None:
    page = DECLARED.replace(r"\mathbf{w}_k \in \mathbb{R}^n", r"\mathbf{W}_k \in \mathbb{R}^{n \times n}")
    page = page.replace(r"\mathbf{x} \odot \prod_{k=1}^{K} \mathbf{w}_k", r"\prod_{k=1}^{K} \mathbf{W}_k \mathbf{x}")
    assert judged(page, r"\frac{\partial E}{\partial \mathbf{u}} = \mathbf{u} - \mathbf{y}") != ["wrong"]
