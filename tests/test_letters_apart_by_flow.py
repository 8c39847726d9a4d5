r"""An autoencoder whose inputs and outputs have letters of one range: `z_i` goes in, `z_k` comes out.

By hand: `\partial E/\partial V_{jk} = (z_k - t_k) g'(x_k) z_j`, and `\partial E/\partial W_{ij}` is the sum of it over
the outputs k, times `V_{jk} g'(x_j) z_i`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"""$$x_j = \sum_{i=1}^N W_{ij} z_i \qquad z_j = g(x_j) \quad (1 \le j \le M)$$

$$x_k = \sum_{j=1}^M W_{jk} z_j \qquad z_k = g(x_k) \quad (1 \le k \le N)$$

$$E = \frac12 \sum_{k=1}^N (z_k - t_k)^2$$"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial W_{jk}} = (z_k - t_k) g'(x_k) z_j", "right"),
        (r"\frac{\partial E}{\partial W_{jk}} = (z_k - t_k) g'(x_k) z_k", "wrong"),
        (r"\frac{\partial E}{\partial W_{ij}} = \sum_{k=1}^N (z_k - t_k) g'(x_k) W_{jk} g'(x_j) z_i", "right"),
        (r"\frac{\partial E}{\partial W_{ij}} = \sum_{k=1}^N (z_k - t_k) g'(x_k) W_{jk} g'(x_j) z_k", "wrong"),
        (r"\frac{\partial E}{\partial z_i} = \sum_{j=1}^M W_{ij} \frac{\partial E}{\partial x_j}", "right"),
        (r"\frac{\partial z_k}{\partial z_i} = 0", "wrong"),
    ],
)
def test_what_goes_in_and_what_comes_out(line: str, expected: str) -> None:
    assert verdict(NET, f"$${line}$$") == expected


def test_one_rule_for_all_units_is_no_such_network() -> None:
    page = r"$$x_j = \sum_{i=1}^N W_{ij} z_i \qquad z_j = g(x_j) \quad (1 \le j \le N)$$"
    line = r"$$\frac{\partial z_j}{\partial z_i} = g'(x_j) W_{ij}$$"
    assert verdict(page, line) != "wrong"
