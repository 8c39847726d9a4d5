r"""Arrays with a label of which a sentence tells entries and size, and names listed one by one before a space.

By hand: for s = V h - y, h = tanh(W x), `L = \sum_i s_i^2`, the gradients are 2 s h^T and 2 ((1 - h^2) V^T s) x^T.
"""

from __future__ import annotations

import pytest

from .judging import verdict

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
    assert verdict(*NET, *told, RIGHT) == "right"
    assert verdict(*NET, *told, WRONG) == "wrong"


STEP = r"$$ W_1 - \eta \frac{\partial L}{\partial W_1} = W_1 - 2 \eta ((1 - h \odot h) \odot (W_2^T s)) x^T $$"


def test_a_name_without_entries_is_not_of_the_space() -> None:
    told = (f"{SIZED['en']}.", r"With step size $\eta$, " + VECTORS)
    assert verdict(*NET, *told, STEP) == "right"
    assert verdict(*NET, *told, STEP.replace("- 2", "+ 2")) == "wrong"
