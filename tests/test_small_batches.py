r"""Matrices of examples in small letters: `z_1 = X W_1 + b_1`, `a_1 = \sigma(z_1)`."""

from __future__ import annotations

import pytest

from .judging import verdict

NETWORK = r"""
SAID The targets are the one-hot labels $Y \in \mathbb{R}^{B \times K}$, and the softmax is taken along each row.

$$ h_1 = X V_1 + c_1, \quad s_1 = \max(0, h_1) $$
$$ h_2 = s_1 V_2 + c_2, \quad P = \mathrm{softmax}(h_2) $$
$$ E = -\frac{1}{B} \sum_{i=1}^B \sum_{k=1}^K Y_{ik} \log P_{ik} $$
"""
DECLARED = r"Let $X \in \mathbb{R}^{B \times D}$."
WORDS = r"The rows of $X$ are the $B$ examples of the batch."
SINGLE = r"""
SAID

$$ z = X W $$
$$ p = \tanh(z) $$
$$ E = \frac{1}{2} \|p\|_F^2 $$
"""


def judged(said: str, line: str) -> str:
    return verdict(NETWORK.replace("SAID", said), f"$$ {line} $$")


@pytest.mark.parametrize("said", [DECLARED, WORDS])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"\partial E / \partial h_2 = \frac{1}{B} (P - Y)", r"\partial E / \partial h_2 = P - Y"),
        (
            r"\partial E / \partial V_2 = s_1^T \frac{1}{B} (P - Y)",
            r"\partial E / \partial V_2 = h_1^T \frac{1}{B} (P - Y)",
        ),
        (
            r"\frac{\partial E}{\partial h_1} = \frac{\partial E}{\partial s_1} \odot \mathbb{1}[h_1 > 0]",
            r"\frac{\partial E}{\partial h_1} = \frac{\partial E}{\partial s_1} \odot h_1",
        ),
        (
            r"\frac{\partial E}{\partial s_1} = \frac{\partial E}{\partial h_2} V_2^T",
            r"\frac{\partial E}{\partial s_1} = \frac{\partial E}{\partial h_2} V_2",
        ),
        (
            r"\frac{\partial E}{\partial V_1} = X^T \frac{\partial E}{\partial h_1}",
            r"\frac{\partial E}{\partial V_1} = X^T \frac{\partial E}{\partial s_1}",
        ),
        (
            r"\frac{\partial E}{\partial c_1} = \mathbf{1}^T \frac{\partial E}{\partial h_1}",
            r"\frac{\partial E}{\partial c_1} = \frac{\partial E}{\partial h_1}",
        ),
    ],
)
def test_small_letters_are_matrices_of_examples(said: str, right: str, wrong: str) -> None:
    assert judged(said, right) == "right"
    assert judged(said, wrong) not in ("right", "unproved")


def test_a_capital_behind_a_matrix_is_no_number() -> None:
    """Taken for one it makes a line without the transpose right."""
    page = SINGLE.replace("SAID", DECLARED)
    line, slip = (
        rf"$$ \frac{{\partial E}}{{\partial X}} = \frac{{\partial E}}{{\partial z}} {w} $$" for w in ("W^T", "W")
    )
    assert verdict(page, line) == "right"
    assert verdict(page, line, slip) == "wrong"
    for before, after in (("W", "W"), ("W", "W_1"), ("W", "W^{(1)}")):
        assert verdict(page.replace(before, after), slip.replace(before, after)) not in ("right", "wrong")


@pytest.mark.parametrize("layer", [r"\max(0, H)", r"\max(0.1 H, H)"])
def test_the_largest_of_each_entry_is_as_large(layer: str) -> None:
    page = rf"""
Each row of $X$ is an example.

$$ H = X V, \quad S = {layer} $$
$$ Z = S U $$
$$ E = \frac{{1}}{{2}} \|Z - T\|_F^2 $$
"""
    line = r"$$ \frac{\partial E}{\partial U} = S^T (Z - T) $$"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("S^T", "H^T")) == "wrong"


def test_a_row_vector_is_no_matrix_of_examples() -> None:
    page = r"""
Each row of the table is an example. For one of them, $X$ is a row vector, $T$ the target, and

$$ z_1 = X W_1 + b_1, \quad a_1 = \tanh(z_1) $$
$$ z_2 = a_1 W_2 + b_2 $$
$$ E = \frac{1}{2} \|z_2 - T\|^2 $$
"""
    assert verdict(page, r"$$ \frac{\partial E}{\partial b_2} = z_2 - T $$") != "wrong"
    assert verdict(page, r"$$ \frac{\partial E}{\partial b_2} = \sum_i (z_2 - T)_i $$") != "right"


@pytest.mark.parametrize("z", ["z_1", "Z_1"])
def test_numbers_beside_the_signs_of_an_array_are_meant_entry_by_entry(z: str) -> None:
    page = rf"""
Each row of $X$ is an example.

$$ {z} = X W_1, \quad a = \mathrm{{ReLU}}({z}) $$
$$ y = a W_2 $$
$$ E = \frac{{1}}{{2}} \|y - T\|_F^2 $$
"""
    line = rf"$$ \mathrm{{ReLU}}'({z}) = \begin{{cases}} 1 & {z} > 0 \\ 0 & {z} \le 0 \end{{cases}} $$"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("1 &", "2 &")) == "wrong"
    assert verdict(page, line.replace(rf"{z} > 0", rf"{z} < 0").replace(r"\le", r"\ge")) == "wrong"
    assert verdict(page, line.replace(rf"{z} > 0", r"T > 0").replace(rf"{z} \le", r"T \le")) != "right"
