r"""Batches with a column of ones: `(G_l)_{ik} = (H_l)_{ik}`, `(G_l)_{i,d_l+1} = 1`, of `n \times (d_l+1)` entries.

By hand: the last row of the weights meets the ones, so its gradient is the sum of those by Z over the examples.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

FRONT = (
    '+++\nobjective = "E"\nfunctions = ["f"]\n[ranges]\n'
    '"i" = "1..n"\n"j" = "1..d_l"\n"k" = "1..d_{l-1}"\n"l" = "1..L"\n+++'
)
NETWORK = (
    r"$$ (G_0)_{ik} = X_{ik} $$ ( $k = 1, \dots, d_0$ )",
    r"$$ (G_l)_{ik} = (H_l)_{ik} $$ ( $l = 1, \dots, L-1$, $k = 1, \dots, d_l$ )",
    r"$$ (G_l)_{i,d_l+1} = 1 $$ ( $l = 0, \dots, L-1$ )",
    r"$$ (Z_l)_{ij} = \sum_{k=1}^{d_{l-1}+1} (G_{l-1})_{ik} (W_l)_{kj} $$",
    r"$$ (H_l)_{ij} = f((Z_l)_{ij}) $$",
    r"$$ E = \frac{1}{2} \sum_{i=1}^{n} \sum_{j=1}^{d_L} ((H_L)_{ij} - Y_{ij})^2 $$",
)
SHAPES = (
    r"Here $G_l \in \mathbb{R}^{n \times (d_l + 1)}$, $W_l \in \mathbb{R}^{(d_{l-1} + 1) \times d_l}$, "
    r"$Z_l, H_l \in \mathbb{R}^{n \times d_l}$, $Y \in \mathbb{R}^{n \times d_L}$."
)


def judged(line: str, shapes: str = SHAPES) -> str:
    return verdict(FRONT, *NETWORK, shapes, line)


def test_gradients_of_weights() -> None:
    line = r"$$ \frac{\partial E}{\partial W_l} = G_{l-1}^\top \frac{\partial E}{\partial Z_l} $$"
    assert judged(line) == "right"
    assert judged(line.replace("= G", "= 2 G")) == "wrong"
    assert judged(line.replace("G_{l-1}", "G_l")) == "wrong"


def test_the_last_row() -> None:
    line = (
        r"$$ \frac{\partial E}{\partial (W_l)_{d_{l-1}+1,j}} = \sum_{i=1}^{n} \frac{\partial E}{\partial (Z_l)_{ij}} $$"
    )
    assert judged(line) == "right"
    assert judged(line.replace(r"\sum", r"\frac{1}{n} \sum")) == "wrong"
    assert judged(line.replace("d_{l-1}+1,j", "1,j")) == "wrong"


def test_layers_before() -> None:
    line = (
        r"$$ \frac{\partial E}{\partial (H_{l-1})_{ik}} = "
        r"\sum_{j=1}^{d_l} \frac{\partial E}{\partial (Z_l)_{ij}} (W_l)_{kj} $$"
        r" ( $l = 2, \dots, L$ )"
    )
    assert judged(line) == "right"
    assert judged(line.replace("{kj}", "{jk}")) == "wrong"
    assert judged(line.replace("{kj}", "{k+1,j}")) == "wrong"


def test_shapes_that_do_not_go_with_the_entries_leave_lines_open() -> None:
    line = r"$$ \frac{\partial E}{\partial (H_L)_{ij}} = (H_L)_{ij} - Y_{ij} $$ ( $j = 1, \dots, d_L$ )"
    assert judged(line) == "right"
    assert judged(line, SHAPES.replace(r"n \times (d_l + 1)", r"n \times (d_l + 3)")) not in ("right", "wrong")


def test_entries_with_sums_for_indices() -> None:
    page = (r"$$ (s_t)_{k+1} = (s_t)_k x_{t,k} $$ ( $k = 1, \dots, d$ )", r"$$ (s_t)_1 = u_t $$")
    loss = r"$$ E = \sum_{t=1}^{T} (s_t)_{d+1} $$"
    line = r"$$ \frac{\partial E}{\partial (s_t)_k} = \frac{\partial E}{\partial (s_t)_{k+1}} x_{t,k} $$"
    line += r" ( $1 \le k \le d$ )"
    found = each_verdict(*page, loss, lines=[line, line.replace(r"} x_{t,k}", r"} x_{t,k+1}")])
    assert found[0] == "right"
    assert found[1] != "right"
