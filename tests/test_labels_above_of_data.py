r"""Data with a label above its entries, `x^k_j`, and the whole of them in bold, `\mathbf{x}^k`.

By hand: with `d = z - t` and `z = W x` the gradient of `L = \frac12 \sum d_l^2` by W is `d x^T`.
"""

from __future__ import annotations

from .judging import each_verdict

NETWORK = r"""+++
objective = "L"
[ranges]
"l" = "1..O"
"j" = "1..I"
+++

$$ z_l = \sum_{j=1}^I W_{lj} x^q_j, \quad d^q_l = z_l - t^q_l, \quad L = \frac12 \sum_{l=1}^O (z_l - t_l^q)^2 $$

The superscript $q$ names the sample.
"""
LINES = [
    (r"\frac{\partial L}{\partial \mathbf{W}} = \mathbf{d}^q (\mathbf{x}^q)^\intercal", "right"),
    (r"\frac{\partial L}{\partial \mathbf{W}} = (\mathbf{z} - \mathbf{t}^q) (\mathbf{x}^q)^\intercal", "right"),
    (r"\frac{\partial L}{\partial \mathbf{W}} = 2 \mathbf{d}^q (\mathbf{x}^q)^\intercal", "wrong"),
    (r"\frac{\partial L}{\partial \mathbf{W}} = (\mathbf{t}^q - \mathbf{z}) (\mathbf{x}^q)^\intercal", "wrong"),
]


def test_data_with_a_label_above_are_arrays() -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(NETWORK, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line
