r"""What is zero beyond its range is not zero in the layer before: `x^l` is given where only `x^{l+1}` is defined.

By hand: with `y_r = \sum_i f_i x^l_{r+i}` and `x^{l+1}_r = \tanh(y_r)`, `\partial z/\partial f_i` is the sum over all r
of `\partial z/\partial y_r \, x^l_{r+i}`, and `\partial z/\partial x^l_a = \sum_i \partial z/\partial y_{a-i} f_i`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"""+++
objective = "z"
outside = "zero"
[ranges]
"i" = "0..H-1"
"r" = "0..M-H"
"a" = "0..M-1"
+++
$$y_r = \sum_{i=0}^{H-1} f_i x^l_{r+i}$$

$$x^{l+1}_r = \tanh(y_r)$$

$$z = \frac12 \sum_{r=0}^{M-H} (x^{l+1}_r - t_r)^2$$
"""
F = r"\frac{\partial z}{\partial f_i} ="
X = r"\frac{\partial z}{\partial x^l_a} ="
Y = r"\frac{\partial z}{\partial y_r}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"{F} \sum_{{r=0}}^{{M-H}} {Y} x^l_{{r+i}}", "right"),
        (rf"{F} \sum_{{r=0}}^{{M-H-1}} {Y} x^l_{{r+i}}", "wrong"),
        (rf"{F} 2 \sum_{{r=0}}^{{M-H}} {Y} x^l_{{r+i}}", "wrong"),
        (rf"{F} 0", "wrong"),
        (rf"{X} \sum_{{i=0}}^{{H-1}} {Y.replace('y_r', 'y_{a-i}')} f_i", "right"),
        (rf"{X} \sum_{{i=0}}^{{H-1}} {Y.replace('y_r', 'y_{a+i}')} f_i", "wrong"),
    ],
)
def test_the_layer_before_is_given(line: str, expected: str) -> None:
    assert verdict(PAGE, f"$${line}$$") == expected


def test_what_lies_beyond_a_step_is_zero() -> None:
    page = PAGE.replace(r"$$x^{l+1}_r = \tanh(y_r)$$", r"$$h_r = \tanh(y_r + h_{r-1})$$").replace("x^{l+1}", "h")
    line = rf"{Y} = (h_r - t_r) (1 - h_r^2)"
    assert verdict(page, f"$${line}$$ ( $r = M - H$ )") == "right"
    assert verdict(page, f"$${line}$$") == "wrong"
