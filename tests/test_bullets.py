r"""`\bullet` between names is the product by entries, or the inner product where a chain says so; conditions that are
always meant in what follows."""

from __future__ import annotations

import pytest

from .judging import check


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for c in check(text).claims for link in c.links]


PAIRS = r"""+++
objective = "L"
[ranges]
"u" = "1..m"
"i" = "1..n"
"j" = "1..n"
"f" = "1..k"
+++

$w_u$ and $h_i$ are vectors of length $k$ with the entries $w_{uf}$ and $h_{if}$.

$$ x_{ui} = w_u \bullet h_i = \sum_{f=1}^{k} w_{uf} h_{if} $$

$$ d_{uij} = x_{ui} - x_{uj} $$

$$ L = \sum_{u=1}^m \sum_{i=1}^n x_{ui}^2 $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial x_{ui}}{\partial w_u} = h_i", "right"),
        (r"\frac{\partial L}{\partial w_u} = 2 \sum_{i=1}^n (w_u \bullet h_i) h_i", "right"),
        (r"\frac{\partial L}{\partial w_u} = \sum_{i=1}^n (w_u \bullet h_i) h_i", "wrong"),
    ],
)
def test_an_inner_product_that_a_chain_tells(line: str, verdict: str) -> None:
    assert verdicts(f"{PAIRS}$$ {line} $$\n")[-1] == verdict


def test_elsewhere_it_is_the_product_by_entries() -> None:
    page = r"""$$ a = W x, \quad W \in \mathbb{R}^{n \times m}, x \in \mathbb{R}^m $$

$$ h = \tanh(a) $$

$$ E = \frac12 \| h - t \|^2 $$

$$ \frac{\partial E}{\partial a} = (h - t) \bullet (1 - h \bullet h) $$

$$ \frac{\partial E}{\partial a} = (h - t) \bullet (1 - h) $$
"""
    assert verdicts(page) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (r"For one triple (always $i \ne j$):", "right"),
        (r"From here on $i \ne j$. For one triple:", "unproved"),
        (r"先看一个三元组（下面总是 $i \neq j$）：", "right"),
        (r"For one triple:", "unproved"),  # many mean two that differ
    ],
)
def test_a_condition_that_is_always_meant_from_there_on(words: str, verdict: str) -> None:
    lines = r"""
$$ \frac{\partial d_{uij}}{\partial w_{uf}} = h_{if} - h_{jf} $$

$$ \frac{\partial d_{uij}}{\partial h_{if}} = w_{uf} $$

$$ \frac{\partial d_{uij}}{\partial h_{if}} = -w_{uf} $$
"""
    assert verdicts(f"{PAIRS}{words}\n{lines}")[-3:] == ["right", verdict, "wrong"]
