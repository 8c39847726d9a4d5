r"""A letter above a name that is there without it, too: the children `x^l` and `x^r` of a node x are no powers of it.

By hand: with `e_k = (x_k - t_k) (1 - x_k^2)` the gradient by `x^l_j` is `\sum_k e_k A_{kj}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\n+++\n\n'
TREE = r"""
$$ u_i = x^l_i $$ ( $i = 1, \dots, d$ )

$$ u_{d+i} = x^r_i $$ ( $i = 1, \dots, d$ )

$$ x_k = \tanh \left( \sum_{i=1}^{2d} A_{ki} u_i \right) $$ ( $k = 1, \dots, d$ )

$$ E = \frac12 \sum_{k=1}^d (x_k - t_k)^2 $$
"""
GATED = r"""
Jeder Knoten hat zwei Kinder, $h^L$ und $h^R$.

$$ a_j = \sum_{k=1}^{n} W^L_{jk} h^L_k + \sum_{k=1}^{n} W^R_{jk} h^R_k, \quad h_j = \sigma(a_j) $$

$$ E = \frac12 \sum_{j=1}^{n} (h_j - y_j)^2 $$
"""
STEP = r"""
$$ h_j = \tanh\left(\sum_{k=1}^{n} A_{jk} h^p_k + \sum_{k=1}^{m} B_{jk} x_k\right) $$ ( $j = 1, \dots, n$ )

$$ E = \frac12 \sum_{j=1}^{n} (h_j - y_j)^2 $$
"""
OF_NODE = r"\sum_{k=1}^d (x_k - t_k) (1 - x_k^2)"
ERROR = r"(h_j - y_j) h_j (1 - h_j)"
LINES = [
    (TREE, rf"\frac{{\partial E}}{{\partial x^l_j}} = {OF_NODE} A_{{kj}}", "right"),
    (TREE, rf"\frac{{\partial E}}{{\partial x^r_j}} = {OF_NODE} A_{{kj}}", "wrong"),
    (TREE, rf"\frac{{\partial E}}{{\partial x^r_j}} = {OF_NODE} A_{{k,d+j}}", "right"),
    # by the circle alone: no derivative is taken by a child
    (TREE, rf"\frac{{\partial E}}{{\partial u_j}} = {OF_NODE} A_{{kj}}", "right"),
    (TREE, rf"\frac{{\partial E}}{{\partial u_j}} = {OF_NODE} A_{{jk}}", "wrong"),
    (GATED, rf"\frac{{\partial E}}{{\partial h^L_k}} = \sum_{{j=1}}^n {ERROR} W^L_{{jk}}", "right"),
    (GATED, rf"\frac{{\partial E}}{{\partial h^R_k}} = \sum_{{j=1}}^n {ERROR} W^L_{{jk}}", "wrong"),
    (GATED, rf"\frac{{\partial E}}{{\partial W^R_{{jk}}}} = {ERROR} h^R_k", "right"),
    (GATED, rf"\frac{{\partial E}}{{\partial W^R_{{jk}}}} = {ERROR} h^L_k", "wrong"),
    (STEP, r"\frac{\partial E}{\partial h^p_k} = \sum_{j=1}^{n} (h_j - y_j)(1 - h_j^2) A_{jk}", "right"),
    (STEP, r"\frac{\partial E}{\partial h^p_k} = \sum_{j=1}^{n} (h_j - y_j)(1 - h_j^2) A_{kj}", "wrong"),
]


@pytest.mark.parametrize(("network", "line", "expected"), LINES)
def test_label(network: str, line: str, expected: str) -> None:
    assert verdict(FRONT + network, f"$$ {line} $$") == expected


def test_a_power_stays_one() -> None:
    page = (
        FRONT
        + r"$$ x_i = e^{v_i}, \quad u_i = x_i^a, \quad w_i = x_i^b, \quad E = \sum_{i=1}^n (c_i u_i + d_i w_i) $$"
        + "\n"
    )
    assert verdict(page, r"$$ \frac{\partial E}{\partial v_i} = a c_i x_i^a + b d_i x_i^b $$") == "right"
    slip = r"$$ \frac{\partial E}{\partial v_i} = c_i x_i^a + d_i x_i^b $$"
    assert verdict(page, slip) == "unproved"  # where a and b stand above names alone they may number these


@pytest.mark.parametrize(
    "front", ['+++\nobjective = "E"\n[ranges]\n"p" = "1..P"\n+++\n\n', FRONT + r"Here $p = 1, \dots, P$." + "\n\n"]
)
def test_a_letter_with_a_range_is_none(front: str) -> None:
    line = r"\frac{\partial E}{\partial h^p_k} = \sum_{j=1}^{n} (h_j - y_j)(1 - h_j^2) A_{jk}"
    assert verdict(front + STEP, f"$$ {line} $$") not in {"right", "wrong"}


def test_what_is_given_may_be_the_same_with_the_letter_left_off() -> None:
    page = FRONT + (
        r"$$ z_j = \sum_{i=1}^n w^l_{ji} x_i, \quad E = \frac12 \sum_{j=1}^m (z_j - y_j)^2 + "
        r"\sum_{j=1}^m \sum_{i=1}^n w_{ji}^2 $$" + "\n"
    )
    assert verdict(page, r"$$ \frac{\partial E}{\partial w^l_{ji}} = (z_j - y_j) x_i + 2 w_{ji} $$") != "wrong"


def test_the_axes_of_a_vector_are_no_labels() -> None:
    page = FRONT + r"$r_i = (r_i^x, r_i^y, r_i^z)$, $r_i^z = 0$" + "\n\n"
    page += r"$$ E = \frac12 \sum_{i=1}^n \left( (r_i^x)^2 + (r_i^y)^2 \right) $$" + "\n"
    found = each_verdict(
        page,
        lines=[r"$$ \frac{\partial E}{\partial r_i^x} = r_i^x $$", r"$$ \frac{\partial E}{\partial r_i^x} = r_i^y $$"],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"
