"""Formulas between single dollar signs that have a line for themselves are set like displays."""

from __future__ import annotations

import pytest

from tests.judging import verdict

NETWORK = r"""+++
title = "layers"
objective = "J"
functions = ["\\sigma"]
[ranges]
"i" = "1..d_l"
"j" = "1..d_{l-1}"
"l" = "1..L"
+++

$z_i^{(l)} = \sum_{j=1}^{d_{l-1}} w_{ij}^{(l)} a_j^{(l-1)}$

$a_i^{(l)} = \sigma(z_i^{(l)})$

$J = \frac12 \sum_{i=1}^{d_L} (a_i^{(L)} - y_i)^2$

$\delta_i^{(l)} = \frac{\partial J}{\partial z_i^{(l)}}$
"""


@pytest.mark.parametrize(("factor", "expected"), [(r"\sigma'(z_i^{(l)})", "right"), (r"\sigma(z_i^{(l)})", "wrong")])
def test_lines_of_formulas_define_the_network(factor: str, expected: str) -> None:
    line = rf"$$ \delta_i^{{(l)}} = {factor} \sum_{{k=1}}^{{d_{{l+1}}}} w_{{ki}}^{{(l+1)}} \delta_k^{{(l+1)}} $$"
    assert verdict(NETWORK, line + r" ($l = 1, \dots, L-1$)") == expected
