r"""A font around a matrix and a vector with its index behind the font: `\mathbf{Wx}_k`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SHAPES = r"$\mathbf{W} \in \mathbb{R}^{m \times d}$, $\mathbf{x}_n \in \mathbb{R}^d$, $\mathbf{t}_n \in \mathbb{R}^m$."
REGRESSION = SHAPES + r" $$E = \frac12 \sum_{n=1}^N \|\mathbf{Wx}_n - \mathbf{t}_n\|^2$$"
STATES = r"""
$\mathbf{U} \in \mathbb{R}^{d \times d}$, $\mathbf{V} \in \mathbb{R}^{d \times m}$, $\mathbf{x}^{(t)} \in \mathbb{R}^m$.
$$\mathbf{z}^{(t)} = \mathbf{Uh}^{(t-1)} + \mathbf{V x}^{(t)}, \quad \mathbf{h}^{(t)} = \tanh(\mathbf{z}^{(t)})$$
($1 \le t \le T$)
$$\mathbf{h}^{(0)} = 0, \quad L = \sum_{t=1}^T \mathbf{c}^\top \mathbf{h}^{(t)}, \quad
\boldsymbol{\delta}^{(t)} = \frac{\partial L}{\partial \mathbf{z}^{(t)}}$$
"""


@pytest.mark.parametrize("product", [r"\mathbf{Wx}_n", r"\mathbf{W x}_n", r"\mathbf{W}\mathbf{x}_n"])
def test_the_index_goes_to_the_vector(product: str) -> None:
    net = REGRESSION.replace(r"\mathbf{Wx}_n", product)
    line = r"$$\frac{\partial E}{\partial \mathbf{W}} = \sum_{n=1}^N (\mathbf{Wx}_n - \mathbf{t}_n) \mathbf{x}_n^\top$$"
    assert each_verdict(
        net, lines=[line, line.replace("- ", "+ "), line.replace(r"\mathbf{Wx}_n", r"\mathbf{Wx}_1")]
    ) == ["right", "wrong", "wrong"]


def test_indices_in_parentheses_above() -> None:
    total = r"\sum_{t=1}^T \boldsymbol{\delta}^{(t)} (\mathbf{h}^{(t-1)})^\top"
    line = rf"$$\frac{{\partial L}}{{\partial \mathbf{{U}}}} = {total}$$"
    assert each_verdict(STATES, lines=[line, line.replace("(t-1)", "(t)")]) == ["right", "wrong"]


def test_an_entry_of_the_product_may_be_meant() -> None:
    shapes = r"$\mathbf{W} \in \mathbb{R}^{m \times d}$, $\mathbf{x} \in \mathbb{R}^d$."
    whole = shapes + r" $$E = \sum_{i=1}^m \mathbf{Wx}_i$$"
    line = r"$$\frac{\partial E}{\partial x_j} = \sum_{i=1}^m W_{ij}$$"
    assert verdict(whole, line) not in ("right", "wrong")
    both = whole.replace(".", r" and examples $\mathbf{x}_n$.")
    assert verdict(both, line) not in ("right", "wrong")


@pytest.mark.parametrize("behind", [r"^\top", "^2", "^{-1}"])
def test_what_stands_above_may_be_meant_of_both(behind: str) -> None:
    net = REGRESSION.replace(r"\mathbf{Wx}_n - \mathbf{t}_n", rf"\mathbf{{Wx}}{behind}_n - \mathbf{{t}}_n")
    error = r"(\mathbf{W}\mathbf{x}_n - \mathbf{t}_n)"
    line = rf"$$\frac{{\partial E}}{{\partial \mathbf{{W}}}} = \sum_{{n=1}}^N {error} \mathbf{{x}}_n^\top$$"
    assert verdict(net, line) not in ("right", "wrong")
