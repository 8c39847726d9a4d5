r"""Labels below names beside others without: `s_c = ..` and `x_c = (x_{c,j})` beside `s = ..` and `x = (x_j)`.

With rows and columns of matrices by a dot, `W_{i \cdot} x` and `W_{\cdot j}^T \delta`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""
$$ z_i = \sum_{j=1}^{n} W_{ij} x_j + b_i $$

$$ s = \sum_{i=1}^{m} U_i f(z_i) $$

$$ z_{c,i} = \sum_{j=1}^{n} W_{ij} x_{c,j} + b_i $$

$$ s_c = \sum_{i=1}^{m} U_i f(z_{c,i}) $$

$$ J = \max(0, 1 - s + s_c) $$

$$ \delta_i = \frac{\partial s}{\partial z_i} $$

$$ \delta_{c,i} = \frac{\partial s_c}{\partial z_{c,i}} $$

Here $W = (W_{ij})$, $U = (U_i)$, $x = (x_j)$, $x_c = (x_{c,j})$, $b = (b_i)$, $\delta = (\delta_i)$.
"""
ON = r"1\{1 - s + s_c > 0\}"
LINES = [
    (rf"\frac{{\partial J}}{{\partial W_{{ij}}}} = {ON} (-\delta_i x_j + \delta_{{c,i}} x_{{c,j}})", "right"),
    (rf"\frac{{\partial J}}{{\partial W_{{ij}}}} = {ON} (\delta_{{c,i}} - \delta_i) x_j", "wrong"),
    (rf"\frac{{\partial J}}{{\partial b_i}} = - {ON} \delta_i", "wrong"),
    (rf"\frac{{\partial J}}{{\partial U}} = {ON} (-f(Wx + b) + f(Wx_c + b))", "right"),
    (rf"\frac{{\partial J}}{{\partial U}} = {ON} (-f(Wx + b) + f(Wx + b))", "wrong"),
    (rf"\frac{{\partial J}}{{\partial U}} = {ON} (f(Wx + b) - f(Wx_c + b))", "wrong"),
    (rf"\frac{{\partial J}}{{\partial x_{{c,j}}}} = {ON} \sum_{{i=1}}^m \delta_{{c,i}} W_{{ij}}", "right"),
    (rf"\frac{{\partial J}}{{\partial x_j}} = {ON} \sum_{{i=1}}^m (\delta_{{c,i}} - \delta_i) W_{{ij}}", "wrong"),
    (r"\frac{\partial s}{\partial x_j} = \sum_{i=1}^m U_i f'(W_{i \cdot} x + b_i) W_{ij}", "right"),
    (r"\frac{\partial s}{\partial x_j} = \sum_{i=1}^m U_i f'(W_{i \cdot} x_c + b_i) W_{ij}", "wrong"),
    (r"\frac{\partial s}{\partial x_j} = \sum_{i=1}^m \delta_i W_{ij} = W_{\cdot j}^T \delta", "right"),
    (r"\frac{\partial s}{\partial x_j} = 2 W_{\cdot j}^T \delta", "wrong"),
]


@pytest.mark.parametrize("label", ["c", r"\text{c}", r"\mathrm{neg}", "w"])
def test_beside_siblings_without_it(label: str) -> None:
    def named(text: str) -> str:
        return text.replace("_c", f"_{{{label}}}").replace("{c,", f"{{{label},")

    found = each_verdict(named(NET), lines=[f"$$ {named(line)} $$" for line, _ in LINES])
    for (line, expected), verdict_found in zip(LINES, found, strict=True):
        assert verdict_found == expected, line


EXAMPLES = r"""
$$ y_{s,i} = \sum_{j=1}^{n} W_{ij} x_{s,j} $$

$$ E = \sum_{s=1}^{S} \sum_{i=1}^{m} (y_{s,i} - d_{s,i})^2 $$

Here $W = (W_{ij})$, $x_s = (x_{s,j})$, $y_s = (y_{s,i})$, $d_s = (d_{s,i})$.
"""


def test_letters_that_sums_bind_number_vectors() -> None:
    assert verdict(EXAMPLES, r"$$ \frac{\partial E}{\partial W} = 2 \sum_{s=1}^S (y_s - d_s) x_s^T $$") == "right"
    assert verdict(EXAMPLES, r"$$ \frac{\partial E}{\partial W} = 2 (y_s - d_s) x_s^T $$") == "wrong"
    assert verdict(EXAMPLES, r"$$ \frac{\partial E}{\partial x_s} = 2 W^T (y_s - d_s) $$") == "right"


def test_letters_with_a_range_beside_siblings_number_vectors() -> None:
    net = (
        r"$$ v = \sum_{j=1}^n u_j x_j $$ $$ v_s = \sum_{j=1}^n u_j x_{s,j} $$ for $s = 1, \dots, S$, with"
        r" $x = (x_j)$, $x_s = (x_{s,j})$. $$ E = v^2 + \sum_{s=1}^S v_s^2 $$"
    )
    line = r"$$ \frac{\partial E}{\partial u_j} = 2 v x_j + 2 %s $$"
    assert verdict(net, line % r"\sum_{s=1}^S v_s x_{s,j}") == "right"
    assert verdict(net, line % "v_s x_{s,j}") != "right"


def test_columns_by_a_dot() -> None:
    net = (
        r"$$ z_i = \sum_{j=1}^n W_{ij} x_j $$ $$ s = \sum_{i=1}^m U_i z_i $$ with $W = (W_{ij})$, $U = (U_i)$,"
        " $x = (x_j)$."
    )
    for line, expected in (
        (r"\frac{\partial s}{\partial x_j} = U^T W_{\cdot j}", "right"),
        (r"\frac{\partial s}{\partial x_j} = W_{\cdot j}^T U", "right"),
        (r"\frac{\partial s}{\partial x_j} = U^T W_{\cdot 1}", "wrong"),
        (r"\frac{\partial s}{\partial U_i} = W_{i \cdot} x", "right"),
    ):
        assert verdict(net, f"$$ {line} $$") == expected, line
