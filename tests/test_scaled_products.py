r"""Products of matrices over a root of their size: `S = Q K^\top / \sqrt{d_k}`, where k also runs; words as names."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SHAPES = r"$Q \in \mathbb{R}^{n \times d_k}$, $K \in \mathbb{R}^{m \times d_k}$, $V \in \mathbb{R}^{m \times d_v}$"
NET = r"""
$$ \text{scores} = Q K^\top / \sqrt{d_k} $$

$$ \text{attn}_{ij} = \frac{\exp(\text{scores}_{ij})}{\sum_{k=1}^{m} \exp(\text{scores}_{ik})} $$

$$ Z = \text{attn} \, V $$

The loss $E$ depends on $Z$.
"""
LINES = [
    (r"\frac{\partial E}{\partial V} = \text{attn}^T \frac{\partial E}{\partial Z}", "right"),
    (r"\frac{\partial E}{\partial V} = \text{attn}^\top \cdot \frac{\partial E}{\partial Z}", "right"),
    (r"\frac{\partial E}{\partial V} = \text{attn} \frac{\partial E}{\partial Z}", "wrong"),
    (r"\frac{\partial E}{\partial Q} = \frac{1}{\sqrt{d_k}} \frac{\partial E}{\partial \text{scores}} K", "right"),
    (r"\frac{\partial E}{\partial Q} = \frac{\partial E}{\partial \text{scores}} K", "wrong"),
    (
        r"\frac{\partial E}{\partial K} = \left(\frac{\partial E}{\partial \text{scores}}\right)^\top Q / \sqrt{d_k}",
        "right",
    ),
    (r"\frac{\partial E}{\partial K} = \left(\frac{\partial E}{\partial \text{scores}}\right)^\top Q / d_k", "wrong"),
]


def test_names_in_words() -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(SHAPES, NET, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


SELF = r"""
$x \in \mathbb{R}^{T \times d}$, $W_Q, W_K \in \mathbb{R}^{d \times d_k}$, $W_V \in \mathbb{R}^{d \times d_v}$

$$ Q = x W_Q $$

$$ K = x W_K $$

$$ V = x W_V $$

$$ S = Q K^\top / \sqrt{d_k} $$

$$ A_{ij} = \frac{e^{S_{ij}}}{\sum_{k=1}^{T} e^{S_{ik}}} $$

$$ O = A V $$

$$ L = \sum_{i=1}^{T} \sum_{m=1}^{d_v} c_{im} g(O_{im}) $$
"""


def test_no_letter_of_a_size_is_made_up_for_an_index() -> None:
    r"""Summed over entries numbered by k, `d_k` would be one size for each k."""
    cases = [
        (
            r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial Q} W_Q^\top"
            r" + \frac{\partial L}{\partial K} W_K^\top + \frac{\partial L}{\partial V} W_V^\top",
            "right",
        ),
        (
            r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial Q} W_Q^\top"
            r" + \frac{\partial L}{\partial K} W_K^\top",
            "wrong",
        ),
        (r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial Q} W_Q^\top", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(SELF, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial E}{\partial x} = M x + {}^t M x", "right"),
        (r"\frac{\partial E}{\partial x} = M x + \,^t M x", "right"),
        (r"\frac{\partial E}{\partial x} = 2 \, {}^t M x", "wrong"),
    ],
)
def test_transposes_in_front_stay(line: str, wanted: str) -> None:
    net = r"$M \in \mathbb{R}^{n \times n}$, $x \in \mathbb{R}^n$" + "\n\n$$ E = {}^t x M x $$"
    assert verdict(net, f"$$ {line} $$") == wanted
