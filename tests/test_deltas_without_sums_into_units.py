r"""Deltas of layers where only the outputs have a name to differentiate by: `h_j = f(\sum_i w_{ij} x_i)` without a net.

What is expected was found by hand.
"""

from __future__ import annotations

import pytest

from symderiv.load import load_text
from symderiv.system import System

from .judging import check

PAGE = r"""$$h_j = \sigma\Bigl(\sum_{i=1}^I w_{ij} x_i + b_j\Bigr) \quad (1 \le j \le J)$$
$$y_k = \sum_{j=1}^J v_{jk} h_j \quad (1 \le k \le K)$$ $$E = \frac12 \sum_{k=1}^K (y_k - t_k)^2$$
"""
POOLED = load_text(
    r"""$$a_i = \sum_{k=1}^{K} w_k x_{i+k-1} \quad (1 \le i \le 2P)$$ $$h_i = \max(0, a_i)$$
$$y = \sum_{m=1}^{P} v_m (h_{2m-1} + h_{2m})$$ $$E = \frac12 (y - t)^2$$"""
)


@pytest.mark.parametrize("network", [load_text(PAGE), None], ids=["given", "own"])
@pytest.mark.parametrize(
    ("delta", "line", "verdict"),
    [
        (r"h_j (1 - h_j) \sum_k v_{jk} \delta_k", r"\frac{\partial E}{\partial w_{ij}} = \delta_j x_i", "right"),
        (r"h_j (1 - h_j) \sum_k v_{jk} \delta_k", r"\frac{\partial E}{\partial b_j} = \delta_j", "right"),
        (r"h_j (1 - h_j) \sum_k v_{jk} \delta_k", r"\frac{\partial E}{\partial v_{jk}} = \delta_k h_j", "right"),
        (r"h_j (1 - h_j) \sum_k v_{jk} \delta_k", r"\frac{\partial E}{\partial b_j} = \delta_k", "wrong"),
        (r"h_j (1 - h_j) \sum_k v_{jk} \delta_k", r"\delta_k = t_k - y_k", "wrong"),
        (r"h_j \sum_k v_{jk} \delta_k", r"\frac{\partial E}{\partial w_{ij}} = \delta_j x_i", "wrong"),
    ],
)
def test_a_delta_of_other_units_is_a_name_of_its_own(
    network: System | None, delta: str, line: str, verdict: str
) -> None:
    text = rf"{'' if network else PAGE}With $\delta_k = \partial E/\partial y_k$: $$\delta_j = {delta}$$ $${line}$$"
    assert str(check(text, network=network).claims[-1].judgement) == verdict


@pytest.mark.parametrize(
    ("delta", "line", "verdict"),
    [
        (r"\sum_k v_{lk} \delta_k", r"\frac{\partial E}{\partial h_l} = \delta_l", "right"),
        (r"\sum_k v_{lk} \delta_k", r"\frac{\partial E}{\partial h_j} = \delta_j", "right"),
        (r"\sum_k v_{lk} \delta_k", r"\frac{\partial E}{\partial b_l} = \delta_l", "wrong"),
        (r"y_l - t_l", r"\delta_l = t_l - y_l", "wrong"),
        (r"\sum_k v_{kl} \delta_k", r"\frac{\partial E}{\partial h_l} = \delta_l", "wrong"),
    ],
)
def test_a_letter_without_a_range_is_one_of_the_places_that_it_fills(delta: str, line: str, verdict: str) -> None:
    text = rf"With $\delta_k = \partial E/\partial y_k$: $$\delta_l = {delta}$$ $${line}$$"
    assert str(check(text, network=load_text(PAGE)).claims[-1].judgement) == verdict


def test_a_delta_of_the_same_units_is_a_claim() -> None:
    text = r"With $\delta_j = \partial E/\partial h_j$: $$\delta_j = \sum_k v_{jk} %s$$"
    for factor, verdict in (("(y_k - t_k)", "right"), ("y_k", "wrong")):
        assert str(check(text % factor, network=load_text(PAGE)).claims[-1].judgement) == verdict


@pytest.mark.parametrize(
    ("where", "value", "verdict"),
    [
        (r"$a_{2m} > 0$ のとき", "(y - t) v_m", "right"),
        (r"$a_{2m} > 0$ のとき", "2 (y - t) v_m", "wrong"),
        (r"$a_{2m} < 0$ のとき", "0", "right"),
        (r"$a_{2m} < 0$ のとき", "(y - t) v_m", "wrong"),
        (r"$a_{2m-1} < 0$ のとき", "0", "wrong"),
        (r"If $a_{2m} < 0$,", "0", "right"),
    ],
)
def test_a_comparison_of_every_other_entry_is_a_condition(where: str, value: str, verdict: str) -> None:
    text = f"{where}\n$$\\frac{{\\partial E}}{{\\partial a_{{2m}}}} = {value}$$"
    assert str(check(text, network=POOLED).claims[-1].judgement) == verdict
