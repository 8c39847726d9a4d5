r"""A delta typed for the sign of differentiation, as an operator, too: `\frac{\delta}{\delta w_{kj}} z_k`."""

import pytest

from .judging import check

PAGE = r"""
$$ z_k = \sum_{i=1}^I w_{ki} x_i \quad (k = 1, \dots, K) $$

$$ p_k = \frac{e^{z_k}}{\sum_{m=1}^K e^{z_m}} $$

$$ C = -\sum_{k=1}^K y_k \ln p_k $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\delta}{\delta w_{kj}} z_k = x_j", "right"),
        (r"\frac{\delta}{\delta w_{kj}} z_k = x_j^2", "wrong"),
        (r"\frac{\delta}{\delta w_{kj}} \left( z_k^2 \right) = 2 z_k x_j", "right"),
        (r"\frac{\delta}{\delta z_m} \ln p_k = [m = k] - p_m", "right"),
        (r"\frac{\delta}{\delta z_m} \ln p_k = 1 - p_m", "wrong"),
        (r"\frac{\delta C}{\delta z_m} = -\sum_{k=1}^K y_k \frac{\delta}{\delta z_m} \ln p_k", "right"),
        (r"\frac{\delta C}{\delta z_m} = -y_m \frac{\delta}{\delta z_m} \ln p_m", "wrong"),
        (r"{\delta \over \delta w_{kj}} z_k = x_j", "right"),
    ],
)
def test_the_operator(line: str, verdict: str) -> None:
    assert str(check(f"{PAGE}$$ {line} $$\n").claims[-1].judgement) == verdict


def test_a_number_called_delta() -> None:
    page = r"""
$$ E = \sum_{i=1}^n \frac{\delta}{\delta + v} (u_i - t_i)^2 $$

$$ \frac{\partial E}{\partial u_i} = \frac{2 \delta}{\delta + v} (u_i - t_i) $$

$$ \frac{\partial E}{\partial \delta} = \frac{v}{(\delta + v)^2} \sum_{i=1}^n (u_i - t_i)^2 $$
"""
    assert [str(c.judgement) for c in check(page).claims] == ["right", "right"]
