r"""Words of a context and of a dictionary: rows `v_{o_i}` looked up by different indices, sums over a vocabulary.

By hand, with p the softmax of `u_j^T h` over the dictionary and h the mean of the rows: the derivative of `-log p_c` by
each of the rows is `(\sum_j p_j u_j - u_c) / (2m)`. Two equal indices would give twice as much.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from symderiv.document import parse_document, read_formulas
from symderiv.resolve.prepared.indices.lookups_all_different import with_distinct_lookups_numbered

from .judging import each_verdict, verdict

PAGE = r"""
The word with index $i$ in the dictionary $\mathcal{V}$ has the vectors $\mathbf{v}_i \in \mathbb{R}^d$ and
$\mathbf{u}_i \in \mathbb{R}^d$. The context has the indices $o_1, \ldots, o_{2m}$, all different; the center word
has the index $c$.

$$ \bar{\mathbf{v}}_o = (\mathbf{v}_{o_1} + \ldots + \mathbf{v}_{o_{2m}}) / (2m) $$

$$ p_j = \frac{\exp(\mathbf{u}_j^\top \bar{\mathbf{v}}_o)}
{\sum_{i \in \mathcal{V}} \exp(\mathbf{u}_i^\top \bar{\mathbf{v}}_o)} $$ ($j \in \mathcal{V}$)

$$ \ell = -\log p_c $$
"""
ROW = (
    r"$$ \frac{\partial \ell}{\partial \mathbf{v}_{o_i}}"
    r" = \frac{1}{2m} (\sum_{j \in \mathcal{V}} p_j \mathbf{u}_j - \mathbf{u}_c) $$"
)


def test_rows_of_different_words_and_sums_over_the_dictionary() -> None:
    cases = [
        (ROW, "right"),
        (ROW.replace(r"\frac{1}{2m}", ""), "wrong"),
        (ROW.replace(r"\frac{1}{2m}", r"\frac{1}{m}"), "wrong"),
        (ROW.replace("p_j ", ""), "wrong"),
        (r"$$ \frac{\partial \ell}{\partial \mathbf{u}_j} = p_j \bar{\mathbf{v}}_o $$ ($j \ne c$)", "right"),
        (r"$$ \frac{\partial \ell}{\partial \mathbf{u}_j} = p_j \bar{\mathbf{v}}_o $$", "wrong"),
        (r"$$ \frac{\partial \ell}{\partial \mathbf{u}_c} = (p_c - 1) \bar{\mathbf{v}}_o $$", "right"),
    ]
    for (line, wanted), found in zip(cases, each_verdict(PAGE, lines=[line for line, _ in cases]), strict=True):
        assert found == wanted, line


@pytest.mark.parametrize("words", ["", ", all equal", ", all different from zero"])
def test_rows_that_may_be_one_are_not_judged(words: str) -> None:
    page = PAGE.replace(", all different", words)
    assert verdict(page, ROW) not in ("right", "wrong")


def test_an_array_that_stands_with_other_indices_too_is_looked_up() -> None:
    more = PAGE + r"$$ R = \ell + \sum_{i \in \mathcal{V}} \mathbf{v}_i^\top \mathbf{v}_i $$"
    assert verdict(more, ROW) not in ("right", "wrong")


@pytest.mark.parametrize(
    "words",
    [
        "The words that occur are $\\mathcal{V}$.",
        "the dictionary $\\mathcal{V}$, a part of the vocabulary $\\mathcal{D}$",
    ],
)
def test_a_set_that_may_be_a_part_is_not_the_whole_range(words: str) -> None:
    page = PAGE.replace(r"in the dictionary $\mathcal{V}$ has", "has") + words
    assert verdict(page, r"$$ \frac{\partial \ell}{\partial \mathbf{u}_c} = (p_c - 1) \bar{\mathbf{v}}_o $$") != "right"


def test_the_last_of_several_names_may_be_numbered_by_a_multiple() -> None:
    page = r"$$ s = x_1 + x_2 + \dots + x_{2m} $$" "\n\n" r"$$ E = \frac{1}{2} (s - t)^2 $$"
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial x_i} = s - t $$",
            r"$$ \sum_{i=1}^{2m} \frac{\partial E}{\partial x_i} = 2 m (s - t) $$",
            r"$$ \sum_{i=1}^{m} \frac{\partial E}{\partial x_i} = 2 m (s - t) $$",
        ],
    ) == ["right", "right", "wrong"]


def test_different_words_are_no_different_indices() -> None:
    """`K different words $w_{j_1}, .., w_{j_K}$` says so of the words that the j number."""
    page = r"""
The score of word $w_j$ is $u_j = \mathbf{v}_{w_j}^\top \mathbf{x}$. We draw
$K$ different words $w_{j_1}, \ldots, w_{j_K}$.

$$ s = \mathbf{v}_{w_1}^\top \mathbf{x} + \mathbf{v}_{w_2}^\top \mathbf{x} $$
"""
    located = read_formulas(parse_document(page))
    assert with_distinct_lookups_numbered(located) == located


SAMPLED = (
    '+++\nobjective = "E"\n[ranges]\n"k" = "1..K"\n+++',
    "We draw negative samples.",
    r"$$ p = \mathbf{u}_c^\top \mathbf{h} $$",
    r"$$ q_k = \mathbf{u}_{n_k}^\top \mathbf{h} $$",
    r"$$ E = -\log \sigma(p) - \sum_{k=1}^{K} \log \sigma(-q_k) $$ where $\sigma(x) = 1/(1+e^{-x})$.",
)
BY_ROW = r"$$ \frac{\partial E}{\partial \mathbf{u}_{n_k}} = %s \mathbf{h} $$"
BY_WORD = r"$$ \frac{\partial E}{\partial \mathbf{u}_c} = (%s - 1) \mathbf{h} $$"


def _of_example(said: str, line: str) -> str:
    return verdict(*SAMPLED, said, line)


def _each_of_example(said: str, *, lines: Iterable[str]) -> list[str]:
    return each_verdict(*SAMPLED, said, lines=lines)


@pytest.mark.parametrize(
    "said",
    [
        r"The words $c, n_1, \ldots, n_K$ of the example are all different.",
        r"The words $c, n_1, \ldots, n_K$ in each training pair are pairwise different.",
        r"Die Wörter $c, n_1, \ldots, n_K$ des Beispiels sind alle verschieden.",
    ],
)
def test_different_words_of_one_example(said: str) -> None:
    assert _each_of_example(
        said, lines=[BY_ROW % r"\sigma(q_k)", BY_ROW % r"\sigma(-q_k)", BY_WORD % r"\sigma(p)", BY_WORD % r"\sigma(-p)"]
    ) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"The words $c, n_1, \ldots, n_K$ of the examples are different.",
        r"The words $c, n_1, \ldots, n_K$ of the example are not all different.",
        r"The words $c, n_1, \ldots, n_K$ of the example are different in each epoch.",
        r"The words $c, n_1, \ldots, n_K$ of the example are different from $w$.",
        r"We do not suppose that the words $c, n_1, \ldots, n_K$ of the example are all different.",
        r"It may be that $c, n_1, \ldots, n_K$ are all different.",
        r"The words $c, n_1, \ldots, n_K$ are different every time.",
    ],
)
def test_words_that_may_be_equal(said: str) -> None:
    cases = (BY_ROW % r"\sigma(q_k)", BY_WORD % r"\sigma(p)")
    for line, found in zip(cases, _each_of_example(said, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line
