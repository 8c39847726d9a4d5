r"""Sizes that are products: the `L(k-1)` of `\sum_{i=0}^{n-L(k-1)-1}` beside layers `l = 1, ..., L`."""

from __future__ import annotations

import pytest

from symderiv.evaluate.draw import Profile, sizes_for
from symderiv.load import load_text

from .judging import verdict

STACK = r"""+++
objective = "E"
functions = ["f"]
outside = "zero"
[ranges]
"l" = "1..L"
"m" = "0..k-1"
"p" = "0..k-1"
+++
$$ a_i^0 = s_i $$ ( $i = 0, \dots, n-1$ )

$$ z_i^l = \sum_{m=0}^{k-1} w_m^l a_{i+m}^{l-1} + b^l $$ ( $l = 1, \dots, L$ )

$$ a_i^l = f(z_i^l) $$ ( $l = 1, \dots, L$ )

$$ E = \frac{1}{2} \sum_{i=0}^{n-L(k-1)-1} (a_i^L - t_i)^2 $$

"""
LAYERS_OF_A_WIDTH = r"""
$$ y_i = \sum_{j=1}^{n(L-1)} w_{ij} x_j $$ ( $i = 1, \dots, n(L)$ )
$$ E = \frac{1}{n} \sum_{i=1}^{n(L)} (y_i - t_i)^2 $$
"""


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        (r"\frac{\partial E}{\partial b^1} = \sum_{i=0}^{n-k} \frac{\partial E}{\partial z_i^1}",
         ("right", "unproved")),
        (r"\frac{\partial E}{\partial w_p^1} = \sum_{i=0}^{n-k} \frac{\partial E}{\partial z_i^1} s_{i+p}",
         ("right", "unproved")),
        (r"\frac{\partial E}{\partial w_p^1} = \sum_{i=0}^{n-k-1} \frac{\partial E}{\partial z_i^1} s_{i+p}",
         ("wrong",)),
        (r"\frac{\partial E}{\partial w_p^1} = \sum_{i=0}^{n-k} \frac{\partial E}{\partial z_i^1} s_{i-p}",
         ("wrong",)),
        (r"\frac{\partial E}{\partial z_i^L} = (a_i^L - t_i) f'(z_i^L)", ("right", "unproved")),
    ],
)  # fmt: skip
def test_no_true_line_is_refuted_with_a_size_that_is_not_the_product(line: str, allowed: tuple[str, ...]) -> None:
    assert verdict(STACK, f"$$ {line} $$") in allowed


def test_such_a_size_is_the_product_in_numbers() -> None:
    sizes, tables = sizes_for(load_text(STACK), Profile(2, 0))
    by_name = {s.name: n for s, n in sizes.items()}
    assert tables.value("L", (by_name["k"] - 1,)) == by_name["L"] * (by_name["k"] - 1) < by_name["n"]


def test_a_size_of_a_layer_is_no_product() -> None:
    sizes, tables = sizes_for(load_text(LAYERS_OF_A_WIDTH), Profile(2, 0))
    by_name = {s.name: n for s, n in sizes.items()}
    last = tables.value("n", (by_name["L"],))
    assert "n" not in by_name or last != by_name["n"] * by_name["L"]
