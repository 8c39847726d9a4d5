r"""Arrays with a label of which a sentence tells entries and size, and names listed one by one before a space.

By hand: for s = V h - y, h = tanh(W x), `L = \sum_i s_i^2`, the gradients are 2 s h^T and 2 ((1 - h^2) V^T s) x^T.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ p_i = \sum_{k=1}^{n} W_{1,ik} x_k $$ ( $i = 1, \dots, m$ )",
    r"$$ h_i = \tanh(p_i) $$ ( $i = 1, \dots, m$ )",
    r"$$ s_i = \sum_{k=1}^{m} W_{2,ik} h_k - y_i $$ ( $i = 1, \dots, q$ )",
    r"$$ L = \sum_{i=1}^{q} s_i^2 $$",
)
SIZED = {
    "en": r"$W_1 = (W_{1,ik})$ is an $m \times n$ matrix and $W_2 = (W_{2,ik})$ a $q \times m$ matrix",
    "zh": r"$W_1 = (W_{1,ik})$ 是 $m \times n$ 矩阵，$W_2 = (W_{2,ik})$ 是 $q \times m$ 矩阵",
}
VECTORS = r"$p$, $h \in \mathbb{R}^m$, $x \in \mathbb{R}^n$, $s$, $y \in \mathbb{R}^q$."
RIGHT = r"$$ \frac{\partial L}{\partial W_1} = 2 ((1 - h \odot h) \odot (W_2^T s)) x^T $$"
WRONG = r"$$ \frac{\partial L}{\partial W_1} = 2 (W_2^T s) x^T $$"


@pytest.mark.parametrize("sized", SIZED.values(), ids=SIZED.keys())
def test_labelled_matrices_with_entries_and_sizes(sized: str) -> None:
    told = (f"Let {VECTORS}", f"{sized}.")
    assert each_verdict(*NET, *told, lines=[RIGHT, WRONG]) == ["right", "wrong"]


STEP = r"$$ W_1 - \eta \frac{\partial L}{\partial W_1} = W_1 - 2 \eta ((1 - h \odot h) \odot (W_2^T s)) x^T $$"


def test_a_name_without_entries_is_not_of_the_space() -> None:
    told = (f"{SIZED['en']}.", r"With step size $\eta$, " + VECTORS)
    assert each_verdict(*NET, *told, lines=[STEP, STEP.replace("- 2", "+ 2")]) == ["right", "wrong"]


LINEAR = (
    r"$$ z_i = \sum_{j=1}^n V_{ij} x_j $$",
    r"$$ L = \frac12 \sum_{i=1}^{m} (z_i - y_i)^2 $$",
)


@pytest.mark.parametrize(
    "told",
    [
        r"Here $V = (V_{ij})$, $x = (x_j)$, $z = (z_i)$, $y \in \mathbb{R}^m$.",
        r"Here $V = (V_{ij})$; the input is $x$ and $z$, $y \in \mathbb{R}^m$.",
        r"Here $V = (V_{ij})$; for the input $x$, $z$, $y \in \mathbb{R}^m$.",
    ],
)
def test_a_name_of_another_space_is_not_of_the_list(told: str) -> None:
    assert each_verdict(
        *LINEAR,
        told,
        lines=[
            r"$$ \frac{\partial L}{\partial x} = V^T (z - y) $$",
            r"$$ \frac{\partial L}{\partial x} = V (z - y) $$",
        ],
    ) == ["right", "wrong"]


BY_ENTRIES = (
    r"$$ z^l_j = \sum_{k=1}^{n_{l-1}} w^l_{jk} a^{l-1}_k + b^l_j $$ ($j = 1, \dots, n_l$)",
    r"$$ a^l_j = \sigma(z^l_j) $$ ($j = 1, \dots, n_l$)",
    r"$$ C = \frac12 \sum_{j=1}^{n_L} (a^L_j - y_j)^2 $$",
)
IN_ARRAYS = (
    r"$$ z^l = W^l a^{l-1} + b^l $$",
    r"$$ a^l = \sigma(z^l) $$",
    r"$$ C = \frac12 \|a^L - y\|^2 $$",
    r"$$ \delta^l = \frac{\partial C}{\partial z^l} $$",
)
OPEN = ("unreadable", "unproved")


@pytest.mark.parametrize(
    "told",
    [
        r"$a^l$, $z^l$, $b^l \in \mathbb{R}^{n_l}$.",
        r"$a^l, z^l, b^l \in \mathbb{R}^{n_l}$.",
        r"With the weights $w^l$, $b^l$, $a^l$, $z^l \in \mathbb{R}^{n_l}$.",
        r"Given the weights $w^l$, $a^l \in \mathbb{R}^{n_l}$ are activations, $b^l$, $z^l \in \mathbb{R}^{n_l}$.",
    ],
)
def test_weights_of_which_only_entries_are_told_are_no_numbers(told: str) -> None:
    assert verdict(*BY_ENTRIES, told, "$$ z^l = w^l a^{l-1} + b^l $$") in ("right", *OPEN)
    assert verdict(*BY_ENTRIES, told, "$$ z^l = (w^l)^T a^{l-1} + b^l $$") != "right"


def test_matrices_of_layers_of_which_nothing_is_told_are_no_numbers() -> None:
    told = (
        r"Besides $W^l$, $b^l \in \mathbb{R}^{n_l}$ is learnt; ",
        r"$a^l$, $z^l$, $\delta^l \in \mathbb{R}^{n_l}$, $y \in \mathbb{R}^{n_L}$.",
    )
    line = r"$$ \frac{\partial C}{\partial W^l} = %s $$"
    found = each_verdict(
        *IN_ARRAYS, "".join(told), lines=[line % r"\delta^l (a^{l-1})^T", line % r"\delta^l \odot a^{l-1}"]
    )
    assert found[0] in ("right", *OPEN)
    assert found[1] != "right"
