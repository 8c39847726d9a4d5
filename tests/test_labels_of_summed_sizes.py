r"""Repeated letters that are summed over, and a size with a letter below it: the k of `\frac{1}{\sqrt{d_k}}` is none.

By hand: with `s_{ij} = \frac{1}{\sqrt{d_k}} \sum_a q_{ia} k_{ja}` the derivative by `q_{kl}` is `\frac{1}{\sqrt{d_k}}
\delta_{ik} k_{jl}`, whatever letter numbers the row of q.
"""

from __future__ import annotations

import pytest

from .judging import verdict

SCORES = r"""+++
objective = "L"
sums = "implicit"
functions = ["f"]
[ranges]
"i" = "1..N"
"j" = "1..M"
"a" = "1..d_k"
+++

$$ S^{ij} = \frac{1}{\sqrt{d_k}} \sum_{a=1}^{d_k} Q^{ia} P^{ja} $$

$$ L = \sum_{i=1}^{N} \sum_{j=1}^{M} c^{ij} f(S^{ij}) $$
"""
LAYER = r"""+++
objective = "E"
sums = "implicit"
[ranges]
"i" = "1..n_h"
"j" = "1..n_x"
+++

$$ z_i = \frac{1}{n_x} \sum_{j=1}^{n_x} w_{ij} u_j $$

$$ E = \frac{1}{2 n_h} \sum_{i=1}^{n_h} (z_i - t_i)^2 $$
"""
LINES = [
    (SCORES, r"\frac{\partial S^{ij}}{\partial Q^{kl}} = \frac{1}{\sqrt{d_k}} \delta^i_k P^{jl}", "right"),
    (SCORES, r"\frac{\partial S^{ij}}{\partial Q^{kl}} = \frac{1}{d_k} \delta^i_k P^{jl}", "wrong"),
    (SCORES, r"\frac{\partial S^{ij}}{\partial Q^{kl}} = \frac{1}{\sqrt{d_k}} P^{jl}", "wrong"),
    (
        SCORES,
        r"\frac{\partial L}{\partial Q^{kl}} = \frac{1}{\sqrt{d_k}} \frac{\partial L}{\partial S^{kj}} P^{jl}",
        "right",
    ),
    (SCORES, r"\frac{\partial L}{\partial Q^{kl}} = \frac{\partial L}{\partial S^{kj}} P^{jl}", "wrong"),
    (
        SCORES,
        r"\frac{\partial L}{\partial P^{kl}} = \frac{1}{\sqrt{d_k}} \frac{\partial L}{\partial S^{ij}} Q^{il}",
        "wrong",
    ),
    (LAYER, r"\frac{\partial E}{\partial w_{hx}} = \frac{1}{n_h n_x} (z_h - t_h) u_x", "right"),
    (LAYER, r"\frac{\partial E}{\partial w_{hx}} = \frac{1}{n_h} (z_h - t_h) u_x", "wrong"),
]


@pytest.mark.parametrize(("network", "line", "expected"), LINES)
def test_label_of_a_size(network: str, line: str, expected: str) -> None:
    assert verdict(network, f"$$ {line} $$") == expected


def test_a_size_for_each_layer_keeps_its_letter() -> None:
    page = SCORES.replace("d_k", "d_i").replace('"a" = "1..d_i"\n', "")
    line = r"$$ \frac{\partial S^{ij}}{\partial Q^{il}} = \frac{1}{\sqrt{d_i}} P^{jl} $$"
    assert verdict(page, line) != "wrong"
