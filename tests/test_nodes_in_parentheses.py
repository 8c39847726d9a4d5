r"""Nodes of a tree in parentheses, `\mathbf{a}(q)`; labels beside indices, coefficients made of an index, `\otimes`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

from symderiv.check.page import check

TREE = r"""
Let $\mathbf{v}(l), \mathbf{v}(c_1), \mathbf{v}(c_2) \in \mathbb{R}^D$ be the leaves,
$\mathbf{U}, \mathbf{W} \in \mathbb{R}^{D \times D}$
and $\mathbf{b}, \mathbf{t} \in \mathbb{R}^D$.

$$ \mathbf{a}(p) = \sum_{k=1}^{2} \mathbf{W} \mathbf{v}(c_k) + \mathbf{b} $$

$$ \mathbf{v}(p) = \tanh(\mathbf{a}(p)) $$

$$ \mathbf{a}(s) = \mathbf{U} \mathbf{v}(l) + \mathbf{W} \mathbf{v}(p) + \mathbf{b} $$

$$ \mathbf{v}(s) = \tanh(\mathbf{a}(s)) $$

$$ E = \frac12 \| \mathbf{v}(s) - \mathbf{t} \|^2 $$
"""
ANY = r"$$ \boldsymbol{\delta}(n) = \frac{\partial E}{\partial \mathbf{a}(n)} $$"
AT_P = (
    r"$$ \boldsymbol{\delta}(p) = (\mathbf{W}^T \boldsymbol{\delta}(s))"
    r" \odot (1 - \mathbf{v}(p) \odot \mathbf{v}(p)) $$"
)
BY_W = (
    r"$$ \frac{\partial E}{\partial \mathbf{W}} = \boldsymbol{\delta}(s) \mathbf{v}(p)^T"
    r" + \boldsymbol{\delta}(p) (\mathbf{v}(c_1) + \mathbf{v}(c_2))^T $$"
)


def verdicts(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts)).claims]


@pytest.mark.parametrize("told", ["", "For the nodes $n = p, s$ we set", r"For $n \in \{p, s\}$:"])
def test_lines_about_nodes_are_judged(told: str) -> None:
    assert verdicts(TREE, told, ANY, AT_P, BY_W) == ["right", "right"]
    turned = AT_P.replace("W}^T", "W}")
    other = AT_P.replace(r"\mathbf{v}(p) \odot", r"\mathbf{v}(s) \odot")
    missing = BY_W.replace(r" + \mathbf{v}(c_2)", "")
    assert verdicts(TREE, told, ANY, turned, other, missing) == ["wrong"] * 3


def test_a_line_for_any_node_is_one_for_each() -> None:
    line = (
        r"$$ \boldsymbol{\delta}(n) = \frac{\partial E}{\partial \mathbf{v}(n)}"
        r" \odot (1 - \mathbf{v}(n) \odot \mathbf{v}(n)) $$"
    )
    assert set(verdicts(TREE, ANY, line)) == {"right"}
    assert "wrong" in verdicts(TREE, ANY, line.replace("(1 - ", "(2 - "))


def test_arguments_that_stand_elsewhere_are_no_nodes() -> None:
    page = r"$$ y = g(u) + g(v) $$ $$ z = 2 u v $$ $$ \frac{\partial y}{\partial u} = g'(u) $$"
    assert verdicts(page) == ["right"]
    functions = r"$$ f(a) = a^2 $$ $$ h(b) = b^3 $$ $$ y = f(x) h(x) $$"
    assert verdicts(functions, r"$$ \frac{dy}{dx} = f'(x) h(x) + f(x) h'(x) $$") == ["right"]
    assert verdicts(functions, r"$$ \frac{dy}{dx} = 5 x^4 $$", r"$$ \frac{dy}{dx} = 6 x^4 $$") == ["right", "wrong"]


BLENDED = r"""
The number of children is $M = 3$. The matrices
$\mathbf{W}_\mathrm{L}, \mathbf{W}_\mathrm{R} \in \mathbb{R}^{D \times D}$ are blended:

# The model

$$ \mathbf{W}_m = (1 - c_m) \mathbf{W}_\mathrm{L} + c_m \mathbf{W}_\mathrm{R} $$

$$ c_m = (m - 1) / (M - 1) $$

$$ \mathbf{a} = \sum_{m=1}^M \mathbf{W}_m \mathbf{x}_m + \mathbf{b} $$

with $\mathbf{x}_1, \mathbf{x}_2, \mathbf{x}_3, \mathbf{b} \in \mathbb{R}^D$, and

$$ E = \frac12 \| \mathbf{a} \|^2 $$
"""


def test_labels_beside_an_index() -> None:
    by_label = (
        r"$$ \frac{\partial E}{\partial \mathbf{W}_\mathrm{L}} = \mathbf{a} (\mathbf{x}_1 + \frac12 \mathbf{x}_2)^T $$"
    )
    assert each_verdict(
        BLENDED, lines=[by_label, by_label.replace("L}}", "R}}"), by_label.replace(r"\frac12", r"\frac13")]
    ) == ["right", "wrong", "wrong"]
    turned = r"$$ \frac{\partial E}{\partial \mathbf{x}_3} = \mathbf{W}_\mathrm{R}^T \mathbf{a} $$"
    assert each_verdict(BLENDED, lines=[turned, turned.replace("^T", "")]) == ["right", "wrong"]


COEFFICIENTS = r"""
# Setting

The number of children is $M = 3$.

# Model

$$ \alpha_m = \frac{m-1}{M-1} $$

$$ c = \sum_{m=1}^M \alpha_m x_m $$
"""


def test_coefficients_made_of_an_index() -> None:
    lines = [rf"$$ \frac{{\partial c}}{{\partial x_2}} = {v} $$" for v in (r"\frac12", r"\alpha_2", "1", r"\frac13")]
    assert verdicts(COEFFICIENTS, *lines) == ["right", "right", "wrong", "wrong"]
    for_any = r"$$ \frac{\partial c}{\partial x_m} = \frac{m-1}{2} $$"
    assert each_verdict(COEFFICIENTS, lines=[for_any, for_any.replace("m-1", "m")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "told", ["For example the number of children is $M = 3$.", "If there are $M = 3$ of them, it is easy.", ""]
)
def test_a_number_that_is_an_example_holds_nowhere_else(told: str) -> None:
    page = COEFFICIENTS.replace("The number of children is $M = 3$.", told)
    assert verdict(page, r"$$ \frac{\partial c}{\partial x_2} = \frac12 $$") != "right"


def test_a_number_of_a_section_behind_the_model_holds_there_alone() -> None:
    page = COEFFICIENTS.replace("The number of children is $M = 3$.", "")
    line = r"$$ \frac{\partial c}{\partial x_2} = \frac12 $$"
    assert verdicts(page, line, "# Three", "The number of children is $M = 3$.", "# More", line)[0] != "right"


def test_an_index_that_is_a_value_elsewhere_is_none() -> None:
    page = r"$$ \alpha_m = \frac{m-1}{M-1} $$ $$ c = m \sum_{m=1}^M \alpha_m x_m $$"
    assert "right" not in verdicts(page, r"$$ \frac{\partial c}{\partial x_m} = m \alpha_m $$")


VECTORS = r"""
With $W \in \mathbb{R}^{n \times n}$ and $x, t \in \mathbb{R}^n$:

$$ z = W x $$ $$ y = f(z) $$ $$ E = \frac12 \| y - t \|^2 $$ $$ \delta = \frac{\partial E}{\partial z} $$
"""
BY_ENTRIES = r"$$ \delta = (y - t) \otimes f'(z) $$"
OUTER = r"$$ \frac{\partial E}{\partial W} = \delta \otimes x $$"


@pytest.mark.parametrize("words", ["", r"$f$ は活性化関数，$\otimes$ はベクトルの要素単位の積である．"])
def test_a_circled_cross_by_entries(words: str) -> None:
    assert each_verdict(VECTORS, words, lines=[BY_ENTRIES, BY_ENTRIES.replace("y - t", "t - y")]) == ["right", "wrong"]


def test_a_circled_cross_of_an_outer_product() -> None:
    assert each_verdict(VECTORS, lines=[OUTER, OUTER.replace(r"\delta \otimes x", r"x \otimes \delta")]) == [
        "right",
        "wrong",
    ]
    assert verdicts(VECTORS, OUTER, BY_ENTRIES)[0] == "right"
