r"""Sizes that a sentence lists, each for a name: `$h$ and $o$ are vectors of dimensions $(3, 1)$ and $(2, 1)$`.

By hand: with `o = V h`, `h = g(U x)` and `E = \frac12 \| o - t \|^2`, `\partial E/\partial U_{ij} = \sum_k (o_k - t_k)
V_{ki} g'((U x)_i) x_j`.
"""

from __future__ import annotations

import pytest

from symderiv.document import parse_document, read_formulas
from symderiv.resolve.shapes.words import said_in_words

from .judging import each_verdict

NET = r"""$$ \mathbf{s} = \mathbf{U} \mathbf{x} $$

$$ \mathbf{h} = g(\mathbf{s}) $$ $$ \mathbf{o} = \mathbf{V} \mathbf{h} $$

$$ E = \frac12 (o_{11} - t_{11})^2 + \frac12 (o_{21} - t_{21})^2 $$"""
SAID = (
    r"The dimensions of $\mathbf{U}$ are $(3, 4)$, of $\mathbf{V}$ $(2, 3)$; $\mathbf{x}$, $\mathbf{h}$ and "
    r"$\mathbf{o}$ are column vectors with dimensions $(4,1)$, $(3,1)$ and $(2,1)$.",
    r"$\mathbf{U}$ and $\mathbf{V}$ have shape $(3, 4)$ and $(2, 3)$, respectively; $\mathbf{x}$ has shape $(4, 1)$.",
)


@pytest.mark.parametrize("words", SAID)
def test_each_name_has_its_own_size(words: str) -> None:
    cases = [
        (r"\frac{\partial E}{\partial V_{23}} = (o_{21} - t_{21}) h_{31}", "right"),
        (r"\frac{\partial E}{\partial V_{23}} = (o_{21} - t_{21}) h_{21}", "wrong"),
        (
            r"\frac{\partial E}{\partial U_{34}}"
            r" = ((o_{11} - t_{11}) V_{13} + (o_{21} - t_{21}) V_{23}) g'(s_{31}) x_{41}",
            "right",
        ),
        (r"\frac{\partial E}{\partial U_{34}} = (o_{11} - t_{11}) V_{13} g'(s_{31}) x_{41}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, words, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (r"$u$ and $v$ are vectors of length $n$ and $m$, respectively.", {"u": "n", "v": "m"}),
        (r"$u$ and $v$ are vectors of length $n$ and $m$ is a number.", {"u": "n", "v": "n", "m": ""}),
        (r"$u$ and $v$ are vectors of length $n$ and $A$ is a matrix.", {"u": "n", "v": "n"}),
        (r"$A$ and $B$ are in $\mathbb{R}^{m \times n}$ and $\mathbb{R}^{n \times p}$.", {"A": "mn", "B": "np"}),
        (r"$A$ and $B$ are $m \times n$ and $n \times p$ matrices.", {"A": "mn", "B": "np"}),
        (r"$A$, $B$ and $C$ have shape $(m, n)$ and $(n, p)$.", {}),
        (
            r"The sizes of $A$ are $(m, n)$, of $B$ $(n, p)$ and those of $C$ $(p, q)$.",
            {"A": "mn", "B": "np", "C": "pq"},
        ),
        (r"The rows of $A$ are $(m, n)$, of $B$ $(n, p)$.", {"A": "mn"}),
    ],
)
def test_lists_of_sizes(words: str, found: dict[str, str]) -> None:
    said = said_in_words(read_formulas(parse_document(words)))
    assert {base: "".join(str(getattr(x, "base", x)) for x in d.sizes) for base, d in said} == found
