r"""What is said of the shape of one labelled array holds for that alone: `W_h \in \mathbb{R}^{n \times n}` tells
nothing of a `W_o`. By hand: the gradient by the matrix of outputs is m by n, the sum of errors times states.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

RECURRENT = r"""$$ (h_t)_i = \tanh\Bigl(
\sum_{j=1}^{n} (W_h)_{ij} (h_{t-1})_j + \sum_{j=1}^{d} (W_x)_{ij} (x_t)_j \Bigr) $$
( $t = 1, \dots, T$, $i = 1, \dots, n$ )

$$ (o_t)_k = \sum_{i=1}^{n} (W_o)_{ki} (h_t)_i + (b_o)_k $$ ( $k = 1, \dots, m$ )

$$ L = \frac12 \sum_{t=1}^{T} \sum_{k=1}^{m} ((o_t)_k - (y_t)_k)^2 $$

Here $x_t, y_t, h_t, o_t$ are column vectors, $W_h \in \mathbb{R}^{n \times n}$."""
CODER = r"""$$ h_j = \sum_{i=1}^{d} (W_e)_{ji} x_i, \quad \hat{x}_i = \sum_{j=1}^{h} (W_d)_{ij} h_j $$

$$ L = \frac12 \sum_{i=1}^{d} (\hat x_i - x_i)^2 $$

Here $W_e \in \mathbb{R}^{h \times d}$ and all vectors are columns."""


@pytest.mark.parametrize("letters", ["hxo", "sxp", "iug"])
def test_a_recurrent_network(letters: str) -> None:
    page = RECURRENT
    if letters != "hxo":
        h, x, o = letters
        page = page.replace("(i", "(q").replace("{ij}", "{qj}").replace(")_i", ")_q").replace("{ki}", "{kq}")
        page = page.replace("i=1", "q=1").replace("$i =", "$q =")
        for old, new in (("h", h), ("x", x), ("o", o)):
            page = page.replace(f"({old}_", f"({new}_").replace(f"W_{old}", f"W_{new}").replace(f"b_{old}", f"b_{new}")
            page = page.replace(f" {old}_t", f" {new}_t").replace(f"${old}_t", f"${new}_t")
    h, _, o = letters
    assert each_verdict(
        page,
        lines=[
            rf"$$ \frac{{\partial L}}{{\partial W_{o}}} = \sum_{{t=1}}^T ({o}_t - y_t) {h}_t^T $$",
            rf"$$ \frac{{\partial L}}{{\partial W_{o}}} = \sum_{{t=1}}^T (y_t - {o}_t) {h}_t^T $$",
            rf"$$ \frac{{\partial L}}{{\partial {h}_T}} = W_{o}^T ({o}_T - y_T) $$",
            rf"$$ \frac{{\partial L}}{{\partial {h}_T}} = W_{o}^T (y_T - {o}_T) $$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


def test_labels_that_name_no_array() -> None:
    found = each_verdict(
        CODER,
        lines=[
            r"$$ \frac{\partial L}{\partial W_d} = (\hat x - x) h^T $$",
            r"$$ \frac{\partial L}{\partial h} = W_d^T (\hat x - x) $$",
            r"$$ \frac{\partial L}{\partial W_e} = W_d^T (\hat x - x) x^T $$",
            r"$$ \frac{\partial L}{\partial W_d} = (x - \hat x) h^T $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "wrong"
    assert found[2] != "wrong"
    assert found[3] != "right"


def test_an_index_still_stands_for_any() -> None:
    page = r"$$ z_i = A x_i, \quad E = \sum_{i=1}^N \|z_i - y_i\|^2 $$"
    page += r" Here $x_i \in \mathbb{R}^d$, $A \in \mathbb{R}^{m \times d}$."
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial x_j} = 2 A^T (z_j - y_j) $$",
            r"$$ \frac{\partial E}{\partial x_j} = 2 A (z_j - y_j) $$",
        ],
    ) == ["right", "wrong"]
