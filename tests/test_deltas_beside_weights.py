r"""Kronecker deltas between letters that run to other sizes elsewhere, and errors that are no Kronecker deltas."""

from __future__ import annotations

import pytest

from tests.judging import verdict

PAGE = r"""+++
title = "sparse codes"
objective = "J"
functions = ["f"]
+++
## Network
$$ s_j = \sum_{l=1}^D W^e_{jl} x_l $$
$$ z_j = f(s_j) \quad (j = 1, \dots, M) $$
$$ \hat{x}_k = \sum_{j=1}^M W^d_{kj} z_j $$
$$ J = \sum_{k=1}^D (x_k - \hat{x}_k)^2 $$
## Derivation"""


@pytest.mark.parametrize(("factor", "expected"), [(r"\delta_{jk}", "right"), ("", "wrong"), (r"\delta_{kl}", "wrong")])
def test_a_letter_of_another_size_may_be_compared(factor: str, expected: str) -> None:
    assert verdict(PAGE, rf"$$ \frac{{\partial z_j}}{{\partial W^e_{{kl}}}} = f'(s_j) x_l {factor} $$") == expected


def test_errors_of_examples_are_no_kronecker_deltas() -> None:
    page = r"""+++
title = "examples"
objective = "E"
+++
## Network
$$ z_{ki} = \sum_{j=1}^D w_{kj} x_{ji} \quad (k = 1, \dots, M, \ i = 1, \dots, N) $$
$$ E = \frac12 \sum_{k=1}^M \sum_{i=1}^N (z_{ki} - y_{ki})^2 $$
## Derivation"""
    line = r"$$ \frac{\partial E}{\partial w_{kj}} = \sum_{i=1}^N \delta_{ki} x_{ji} $$"
    assert verdict(page, line) in ("unproved", "unreadable")
