r"""Recurrences with one factor: how far a step is from the last one stands in an exponent.

By hand: each step multiplies by the factor once more, and nothing goes back in time.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

AVERAGES = r"""
For $t = 1, \dots, T$ and $i = 1, \dots, N$

$$ m_{i,t} = \beta_i m_{i,t-1} + (1 - \beta_i) g_{i,t} $$

$$ m_{i,0} = 0 $$

$$ L = \sum_{i=1}^N \sum_{t=1}^T c_t m_{i,t} $$
"""
RETURNS = r"""
$$ G_t = r_t + \gamma G_{t+1} $$ for $t = 1, \dots, T$, and $G_{T+1} = 0$.

$$ L = \sum_{t=1}^T w_t G_t $$
"""
CHANGING = r"$$ h_t = a_t h_{t-1} + b x_t $$ for $t = 1, \dots, n$, with $h_0$ given." "\n\n" r"$$ E = h_n^2 $$"
COUNTER = r"$$ h_t = a h_{t-1} + b x_t $$ for $t = 1, \dots, n$, with $h_0$ given." "\n\n" r"$$ E = h_n^2 $$"


@pytest.mark.parametrize(
    ("page", "line", "wanted"),
    [
        (AVERAGES, r"\frac{\partial L}{\partial g_{i,s}} = (1 - \beta_i) \sum_{t=s}^T \beta_i^{t-s} c_t", "right"),
        (AVERAGES, r"\frac{\partial L}{\partial g_{i,s}} = (1 - \beta_i) \sum_{t=1}^T \beta_i^{t-s} c_t", "wrong"),
        (AVERAGES, r"\frac{\partial L}{\partial g_{i,s}} = (1 - \beta_i) \sum_{t=s}^T \beta_i^{t-s+1} c_t", "wrong"),
        (RETURNS, r"\frac{\partial L}{\partial r_k} = \sum_{t=1}^k w_t \gamma^{k-t}", "right"),
        (RETURNS, r"\frac{\partial L}{\partial r_k} = \sum_{t=1}^T w_t \gamma^{k-t}", "wrong"),
        (COUNTER, r"\frac{\partial E}{\partial h_t} = 2 h_n a^{n-t}", "right"),
        (COUNTER, r"\frac{\partial E}{\partial h_0} = 2 h_n a^n", "right"),
        (COUNTER, r"\frac{\partial E}{\partial h_0} = 2 h_n a^{n-1}", "wrong"),
        (CHANGING, r"\frac{\partial E}{\partial h_t} = 2 h_n a_t^{n-t}", "wrong"),
    ],
)
def test_a_step_multiplies_by_one_factor(page: str, line: str, wanted: str) -> None:
    assert verdict(page, f"## Derivation\n\n$$ {line} $$") == wanted


def test_a_last_step_called_T_in_an_exponent_is_no_transpose() -> None:
    page = r"$$h_{n,t} = u_n h_{n,t-1} + x_{n,t}$$ for $t = 1, \dots, T$, $h_{n,0} = 0$. $$E = \sum_{n=1}^N h_{n,T}$$"
    line = r"$$\frac{\partial E}{\partial x_{n,t}} = %s$$"
    assert each_verdict(page, lines=[line % "u_n^{T-t}", line % "u_n^{T-t+1}"]) == ["right", "wrong"]
    matrices = r"$$h_{i,t} = \sum_{j=1}^N u_{ij} h_{j,t-1} + x_{i,t}$$ for $t = 1, \dots, T$, $h_{i,0} = 0$."
    entries = r"$$\frac{\partial h_{i,T}}{\partial x_{j,t}} = u_{ij}^{T-t}$$"
    assert verdict(matrices, entries) == "unreadable"  # of the matrix, or of each entry?
