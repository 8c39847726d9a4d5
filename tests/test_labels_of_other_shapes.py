r"""Letters below names that are labels since names of other shapes carry them: the p of `b_p` beside `V_{pp}`."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ a_t = x_t V_{xp} + p_{t-1} V_{pp} + b_p $$

$$ p_t = \tanh(a_t) $$ ( $t = 1, \dots, T$ )

$$ p_0 = 0 $$

$$ u = p_T V_{pq} + b_q $$

$$ L = \frac{1}{2} (u - y)^2 $$

Here $x_t \in \mathbb{R}^{1 \times D}$, $a_t, p_t, b_p \in \mathbb{R}^{1 \times N}$,
$V_{xp} \in \mathbb{R}^{D \times N}$,
$V_{pp} \in \mathbb{R}^{N \times N}$, $V_{pq} \in \mathbb{R}^{N \times 1}$.

"""


def verdict(line: str, page: str = PAGE) -> str:
    return str(sd.check(f"{page}$$ {line} $$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial V_{pq}} = (u - y) p_T^\top", "right"),
        (r"\frac{\partial L}{\partial b_q} = u - y", "right"),
        (r"\frac{\partial L}{\partial p_T} = (u - y) V_{pq}^\top", "right"),
        (r"\frac{\partial L}{\partial b_p} = \sum_{t=1}^T \frac{\partial L}{\partial a_t}", "right"),
        (r"\frac{\partial L}{\partial b_p} = \sum_{t=1}^T \frac{\partial L}{\partial p_t}", "wrong"),
        (r"\frac{\partial L}{\partial b_q} = u", "wrong"),
        (r"\frac{\partial L}{\partial V_{pp}} = \sum_{t=1}^T p_t^\top \frac{\partial L}{\partial a_t}", "wrong"),
    ],
)
def test_a_bias_with_another_label_is_as_long_as_what_it_is_added_to(line: str, expected: str) -> None:
    assert verdict(line) == expected


SEVERAL = r"""
$$ y_i = \tanh(W x_i + c), \quad E = \sum_{i=1}^{N} \sum_{j=1}^{N} (y_i - x_j)^\top (y_i - x_j) $$

with $x_i \in \mathbb{R}^D$, $c \in \mathbb{R}^D$, $W \in \mathbb{R}^{D \times D}$.

"""


def test_letters_that_number_vectors_still_stand_for_one_another() -> None:
    line = r"\frac{\partial E}{\partial y_i} = 2 \sum_{j=1}^{N} (y_i - x_j)"
    assert verdict(line, SEVERAL) == "right"
    assert verdict(line.replace("2 ", ""), SEVERAL) == "wrong"


ENDS = r"""
$$ z_l = W_l a_{l-1} + b_l, \quad a_l = \tanh(z_l) $$ ( $l = 1, \dots, L$ )

$$ E = \frac{1}{2} \| a_L - y \|^2 $$

with $a_l, z_l \in \mathbb{R}^{n_l}$, $W_l \in \mathbb{R}^{n_l \times n_{l-1}}$,
$W_1 \in \mathbb{R}^{n_1 \times n_0}$, $y \in \mathbb{R}^{n_L}$.

"""


def test_letters_of_layers_on_which_sizes_depend_are_none() -> None:
    line = r"\frac{\partial E}{\partial W_l} = \frac{\partial E}{\partial z_l} a_{l-1}^\top"
    assert verdict(line, ENDS) == "right"
    assert verdict(line.replace("l-1", "l"), ENDS) != "right"
