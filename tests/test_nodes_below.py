r"""Nodes below what belongs to them: `net_{p_j}`; by hand: the chain rule."""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"""$$ net_{p_j}^{(l)} = \sum_{i=1}^{n} w_{ji} p_i^{(l-1)} + b_j $$ ($1 \le j \le n$, $1 \le l \le L$)

$$ p_j^{(l)} = f(net_{p_j}^{(l)}) $$

$$ E = \frac{1}{2} \sum_{j=1}^{n} (p_j^{(L)} - t_j)^2 $$

$$ \delta_{p_j}^{(l)} = \frac{\partial E}{\partial net_{p_j}^{(l)}} $$

# Derivation"""


@pytest.mark.parametrize(
    ("last", "expected"), [(r"p_i^{(l-1)}", "right"), (r"p_i^{(l)}", "wrong"), (r"p_j^{(l-1)}", "wrong")]
)
def test_what_belongs_to_a_node(last: str, expected: str) -> None:
    line = r"$$ \frac{\partial E}{\partial w_{ji}} = \sum_{l=1}^{L} \delta_{p_j}^{(l)} %s $$"
    assert verdict(NET, line % last) == expected


@pytest.mark.parametrize(("weight", "expected"), [("w_{jk}", "right"), ("w_{kj}", "wrong")])
def test_another_letter(weight: str, expected: str) -> None:
    line = r"$$ \delta_{p_k}^{(l-1)} = f'(net_{p_k}^{(l-1)}) \sum_{j=1}^{n} %s \delta_{p_j}^{(l)} $$ ($2 \le l \le L$)"
    assert verdict(NET, line % weight) == expected


def test_two_kinds_of_nodes() -> None:
    page = r"""$$net_{h_j} = \sum_{i=1}^n v_{ji} x_i, \quad h_j = f(net_{h_j})$$ ($1 \le j \le m$)

$$net_{o_k} = \sum_{j=1}^m w_{kj} h_j, \quad o_k = f(net_{o_k})$$ ($1 \le k \le K$)

$$E = \frac12 \sum_{k=1}^K (o_k - t_k)^2$$

# Derivation"""
    line = r"$$\frac{\partial E}{\partial v_{ji}} = \sum_{k=1}^K (o_k - t_k) f'(net_{o_k}) w_{kj} f'(net_{%s}) x_i$$"
    assert verdict(page, line % "h_j") == "right"
    assert verdict(page, line % "o_j") != "right"


def test_looked_up_indices_stay_indices() -> None:
    """The class `y_n` of an example is data and no node: `p_{n,y_n}` is looked up."""
    page = r"""$$E = -\sum_{n=1}^N z_{y_n}^n + \sum_{n=1}^N \log \sum_{k=1}^K e^{z_k^n}$$

where $y_n \in \{1, \dots, K\}$"""
    line = r"$$\frac{\partial E}{\partial z_k^n} = \frac{e^{z_k^n}}{\sum_{j=1}^K e^{z_j^n}}$$"
    assert verdict(page, line) != "right"
