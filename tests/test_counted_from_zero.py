r"""Arrays of a declared length whose entries are counted from 0: `x \in \mathbb{R}^n` beside `\sum_{j=0}^{n-1}`.

By hand: for `E = \frac{1}{2} \sum_i (z_i - y_i)^2`, z = W x, the gradients are z - y, (z - y) x^T and W^T (z - y).
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ z_i = \sum_{j=0}^{n-1} W_{ij} x_j $$ ( $i = 0, \dots, m-1$ )",
    r"$$ E = \frac{1}{2} \sum_{i=0}^{m-1} (z_i - y_i)^2 $$",
)
TOLD = (
    r"Here $x \in \mathbb{R}^n$, $z, y \in \mathbb{R}^m$ are columns and $W \in \mathbb{R}^{m \times n}$.",
    r"Here $x \in \mathbb{R}^n$, $z$, $y \in \mathbb{R}^m$ are columns and $W \in \mathcal{M}_{m,n}(\mathbb{R})$.",
)


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize(
    ("by", "right", "wrong"),
    [("z", "z - y", "y - z"), ("W", "(z - y) x^T", "z x^T"), ("x", "W^T (z - y)", "W^T z")],
)
def test_lengths_of_entries_from_zero(told: str, by: str, right: str, wrong: str) -> None:
    line = rf"$$ \frac{{\partial E}}{{\partial {by}}} = %s $$"
    assert each_verdict(*NET, told, lines=[line % right, line % wrong]) == ["right", "wrong"]


def test_a_sum_from_one_leaves_an_entry_out() -> None:
    line = r"$$ \frac{\partial E}{\partial x_j} = \sum_{i=%s}^{m-1} W_{ij} (z_i - y_i) $$"
    assert each_verdict(*NET, TOLD[0], lines=[line % 0, line % 1]) == ["right", "wrong"]


def test_each_array_by_its_own_letters() -> None:
    net = (
        r"$$ y_t = \sum_{k=0}^{m-1} h_k x_{t+k} $$ ( $t = 1, \dots, T$ )",
        r"$$ E = \frac{1}{2} \sum_{t=1}^{T} (y_t - d_t)^2 $$",
        r"Here $d, y \in \mathbb{R}^T$ and $h \in \mathbb{R}^m$ are columns.",
    )
    line = r"$$ \frac{\partial E}{\partial y} = %s $$"
    assert each_verdict(*net, lines=[line % "y - d", line % "d - y"]) == ["right", "wrong"]


LAYERS = (
    r"$$ a_{j}^{0} = x_j $$ ( $j = 0, \dots, n_0 - 1$ )",
    r"$$ z_{k}^{l} = \sum_{j=0}^{n_{l-1}-1} w_{k,j}^{l} a_{j}^{l-1} + b_{k}^{l} $$"
    r" ( $l = 1, \dots, L$, $k = 0, \dots, n_l - 1$ )",
    r"$$ a_{k}^{l} = \tanh(z_{k}^{l}) $$ ( $l = 1, \dots, L$, $k = 0, \dots, n_l - 1$ )",
    r"$$ E = \frac{1}{2} \sum_{k=0}^{n_L-1} (y_k - a_{k}^{L})^2 $$",
    r"$$ \delta_{k}^{l} = \frac{\partial E}{\partial z_{k}^{l}} $$ ( $l = 1, \dots, L$, $k = 0, \dots, n_l - 1$ )",
)
OF_LAYERS = (
    r"$a^l$, $z^l$, $b^l$, $\delta^l \in \mathbb{R}^{n_l}$ and $y \in \mathbb{R}^{n_L}$ are columns,"
    r" $w^l = (w_{k,j}^{l}) \in \mathbb{R}^{n_l \times n_{l-1}}$."
)
ONLY_DELTA = OF_LAYERS.replace(r"$a^l$, $z^l$, $b^l$, ", "")
LINE = r"$$ \frac{\partial E}{\partial w^l} = %s $$"


def test_lengths_of_layers_from_zero() -> None:
    assert each_verdict(
        *LAYERS, OF_LAYERS, lines=[LINE % r"\delta^l (a^{l-1})^T", LINE % r"2 \delta^l (a^{l-1})^T"]
    ) == ["right", "wrong"]
    back = r"$$ \delta^l = ((w^{l+1})^T \delta^{l+1}) \odot (1 - a^l \odot a^l) $$ ( $l = 1, \dots, L-1$ )"
    assert each_verdict(*LAYERS, OF_LAYERS, lines=[back, back.replace("1 - ", "1 + ")]) == ["right", "wrong"]


def test_what_is_turned_is_no_number() -> None:
    """Where nothing says what `a^{l-1}` is, the product with its transpose is no column."""
    assert verdict(*LAYERS, ONLY_DELTA, LINE % r"\delta^l (a^{l-1})^T") != "wrong"


def test_lengths_that_a_condition_equates() -> None:
    back = r"$$ \delta^l = (%s \delta^{l+1}) \odot (1 - a^l \odot a^l) $$ ( $l = 1, \dots, L-1$, $n_l = n_{l+1}$ )"
    assert each_verdict(*LAYERS, OF_LAYERS, lines=[back % "(w^{l+1})^T", back % "w^{l+1}"]) == ["right", "wrong"]
