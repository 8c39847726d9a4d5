r"""How far `\nabla_w x^T w` goes: a row that does not change has no gradient, so all of it is meant."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$ p_k = \exp(x_k^\top w) $$
$$ z = A w $$
Here $x_k, w \in \mathbb{R}^d$ and $A \in \mathbb{R}^{m \times d}$.

# Derivation

$$ %s $$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla_w x_k^\top w = x_k", "right"),
        (r"\nabla_w w^\top x_k = x_k", "right"),
        (r"\nabla_w \log p_k = \nabla_w x_k^\top w = x_k", "right"),
        (r"\nabla_w x_k^\top w = w", "wrong"),
        (r"\nabla_w w^\top x_k = 2 x_k", "wrong"),
        (r"\nabla_w w^\top w = 2 w", "unreadable"),
        (r"\nabla_w z^\top w = z", "unreadable"),
    ],
)
def test_gradients_of_rows(line: str, expected: str) -> None:
    assert str(check(PAGE % line).claims[-1].judgement) == expected
