r"""Lists of gradients, `\partial E = (\partial e_i)`, labels in parentheses at each step, `(a_o)_t = ((a_o)_{t,m})`,
and norms told in words."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ p_{ni} = \sum_{j=1}^{d} q_{nj} m_{ji} + e_i, \qquad n = 1, \dots, N, i = 1, \dots, k $$

$$ F = \sum_{n=1}^{N} \sum_{i=1}^{k} (p_{ni} - t_{ni})^2 $$

Here $P = (p_{ni})$, $Q = (q_{nj})$, $M = (m_{ji})$, $T = (t_{ni})$ are matrices, $\mathbf{1}$ is the $N \times 1$
column of ones.

$$ \partial e_i = \frac{\partial F}{\partial e_i} $$

$$ \partial m_{ji} = \frac{\partial F}{\partial m_{ji}} $$"""
ROW = r"We list the gradients as $\partial M = (\partial m_{ji})$ and the row vector $\partial E = (\partial e_i)$."
COLUMN = r"We list them as $\partial M = (\partial m_{ji})$, and $\partial E = (\partial e_i)$ is a column vector."


def test_a_list_of_gradients_tells_the_array() -> None:
    assert each_verdict(
        NET,
        ROW,
        lines=[
            r"$$ \partial E = 2 \mathbf{1}^T (P - T) $$",
            r"$$ \partial E = \mathbf{1}^T (P - T) $$",
            r"$$ \partial E = 2 (P - T)^T \mathbf{1} $$",
            r"$$ \partial M = 2 Q^T (P - T) $$",
            r"$$ \partial M = 2 (P - T)^T Q $$",
        ],
    ) == ["right", "wrong", "wrong", "right", "wrong"]
    assert each_verdict(
        NET, COLUMN, lines=[r"$$ \partial E = 2 (P - T)^T \mathbf{1} $$", r"$$ \partial E = 2 \mathbf{1}^T (P - T) $$"]
    ) == ["right", "wrong"]


def test_a_list_by_another_letter_tells_nothing() -> None:
    other = ROW.replace(r"\partial E = ", r"\partial B = ")
    assert verdict(NET, other, r"$$ \partial B = 2 \mathbf{1}^T (P - T) $$") not in ("right", "wrong")


def test_a_capital_that_stands_elsewhere_is_left_alone() -> None:
    page = NET.replace("F = ", "E = ").replace(r"\partial F", r"\partial E")
    assert verdict(page, ROW, r"$$ \partial E = \mathbf{1}^T (P - T) $$") != "right"


STEPS = r"""$$ (a_o)_{t,m} = \sum_{j=1}^{D} (W_o)_{m,j} x_{t,j} + (b_o)_m, \qquad m = 1, \dots, H, t = 1, \dots, T $$

$$ o_{t,m} = \tanh((a_o)_{t,m}) $$

$$ L = \sum_{t=1}^{T} \sum_{m=1}^{H} (o_{t,m} - y_{t,m})^2 $$

Here $x_t = (x_{t,j})$, $o_t = (o_{t,m})$, $y_t = (y_{t,m})$, $(a_o)_t = ((a_o)_{t,m})$, $b_o = ((b_o)_m)$ are column
vectors, $W_o = ((W_o)_{m,j})$."""
BY_A = r"\frac{\partial L}{\partial (a_o)_t}"


def test_labels_in_parentheses_at_each_step() -> None:
    cases = [
        (rf"{BY_A} = 2 (o_t - y_t) \odot (1 - o_t \odot o_t)", "right"),
        (rf"{BY_A} = (o_t - y_t) \odot (1 - o_t \odot o_t)", "wrong"),
        (rf"\frac{{\partial L}}{{\partial W_o}} = \sum_{{t=1}}^T {BY_A} x_t^\top", "right"),
        (rf"\frac{{\partial L}}{{\partial b_o}} = \sum_{{t=1}}^T {BY_A}", "right"),
        (rf"\frac{{\partial L}}{{\partial b_o}} = {BY_A}", "wrong"),
    ]
    for (line, judged), found in zip(
        cases, each_verdict(STEPS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == judged, line


@pytest.mark.parametrize(
    "said",
    [
        r"$\|M\|_2^2$ 是 $M$ 的所有元素的平方和。",
        r"$\|M\|_2^2$ est la somme des carrés de tous les coefficients de $M$.",
        r"$\|M\|_2^2$ ist die Summe der Quadrate aller Einträge von $M$.",
    ],
)
def test_norms_of_matrices_by_squares(said: str) -> None:
    page = NET.replace(
        "(p_{ni} - t_{ni})^2 $$", r"(p_{ni} - t_{ni})^2 + \lambda \sum_{j=1}^{d} \sum_{i=1}^{k} m_{ji}^2 $$"
    )
    by_m = r"$$ \frac{\partial F}{\partial M} = 2 Q^T (P - T) + "
    assert each_verdict(page, said, lines=[by_m + r"2 \lambda M $$", by_m + r"2 \lambda \|M\|_2^2 M $$"]) == [
        "right",
        "wrong",
    ]
