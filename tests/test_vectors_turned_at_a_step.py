r"""`(r^{(t)})^T` is the transpose of a vector at a step, whose entries may be said to add up to one; `Wdiag(v)`."""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"""$$ a^{(t)} = Ws^{(t-1)} + Ux^{(t)} + b, \quad s^{(t)} = \tanh(a^{(t)}), \quad s^{(0)} = 0 $$

$$ q^{(t)} = softmax(Vs^{(t)} + c) $$

$$ L^{(t)} = -(r^{(t)})^T \log q^{(t)} $$

$$ L = \sum_{t=1}^{T} L^{(t)}, \quad \delta^{(t)} = \frac{\partial L}{\partial s^{(t)}} $$

"""
LINE = r"$$\frac{\partial L}{\partial W} = \sum_{t=1}^{T} diag(1 - (s^{(t)})^2) \delta^{(t)} (s^{(t-1)})^T$$"
ONE = r"Here $\sum_k r^{(t)}_k = 1$."
FRONT = '+++\nassume = ["\\\\sum_k r^{(t)}_k = 1"]\n[ranges]\n"t" = "1..T"\n+++\n\n'


@pytest.mark.parametrize("page", [NET + ONE, FRONT + NET])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial c} = \sum_{t=1}^{T} (q^{(t)} - r^{(t)})", "right"),
        (r"\frac{\partial L}{\partial c} = \sum_{t=1}^{T} (r^{(t)} - q^{(t)})", "wrong"),
        (r"\frac{\partial L}{\partial V} = \sum_{t=1}^{T} (q^{(t)} - r^{(t)}) (s^{(t)})^T", "right"),
        (r"\frac{\partial L}{\partial V} = \sum_{t=1}^{T} (q^{(t)} - r^{(t)}) (s^{(t-1)})^T", "wrong"),
    ],
)
def test_a_recurrent_network(page: str, line: str, expected: str) -> None:
    assert verdict(page, LINE) == "right"
    assert verdict(page, LINE, f"$${line}$$") == expected


@pytest.mark.parametrize(
    ("matrix", "step", "expected"), [("W^T", "t+1", "right"), ("W", "t+1", "wrong"), ("W^T", "t", "wrong")]
)
def test_a_letter_right_before_diag(matrix: str, step: str, expected: str) -> None:
    line = rf"\delta^{{(t)}} = V^T (q^{{(t)}} - r^{{(t)}}) + {matrix}diag(1 - (s^{{({step})}})^2)\delta^{{(t+1)}}"
    assert verdict(FRONT + NET, LINE, f"$${line}$$ ( $t = 1, \\dots, T-1$ )") == expected


def test_where_nothing_says_what_the_targets_add_up_to() -> None:
    line = r"$$\frac{\partial L}{\partial c} = \sum_{t=1}^{T} (q^{(t)} - r^{(t)})$$"
    assert verdict(NET, LINE, line) == "unproved"
    assert verdict(NET, r"Here $\sum_k r^{(t)}_k = 2$.", LINE, line) == "wrong"


def test_a_step_above_a_name_that_is_not_turned() -> None:
    """The T of `s_t^T` may be the last step."""
    page = r"$$s_t^{k} = w s_{t-1}^{k} + x_t, \quad E = (s_T^T - y)^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial s_T^T} = 2 (s_T^T - y)^T$$") != "wrong"
