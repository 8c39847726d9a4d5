r"""Indices parted by spaces, letters behind one `\forall`, indices rounded; by hand: every unit feeds one pool."""

from __future__ import annotations

import pytest

from symderiv.latex.parse import parse

from .judging import each_verdict, verdict

POOL = r"""$$ e_i = d_{2i} + d_{2i+1} $$ ( $0 \le i \le m-1$ )

$$ d_i = \tanh(c_i) $$ ( $0 \le i \le 2m-1$ )

$$ E = \frac{1}{2} \sum_{i=0}^{m-1} (e_i - o_i)^2 $$

# Derivation

$$ \frac{\partial E}{\partial d_i} = \frac{\partial E}{\partial e_k} $$ """


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (r"where $k = \lfloor i/2 \rfloor$.", "right"),
        (r"où $k = \Big\lfloor \dfrac{i}{2} \Big\rfloor$ ( $0 \leqslant i \leqslant 2m-1$ )", "right"),
        (r"where $k = \left\lceil \frac{i-1}{2} \right\rceil$", "right"),
        (r"where $k = \lceil i/2 \rceil$", "wrong"),
        (r"where $k = \lfloor (i+1)/2 \rfloor$", "wrong"),
        (r"where $k = \lfloor i/3 \rfloor$", "wrong"),
        (r"($2k \le i \le 2k+1$, $0 \le i \le 2m-1$)", "right"),
        (r"where $2k \le i \le 2k+1$ ($0 \le i \le 2m-1$)", "right"),
        (r"where $2k \le i \le 2k+2$ ($0 \le i \le 2m-1$)", "wrong"),
    ],
)
def test_rounded_indices(said: str, expected: str) -> None:
    assert verdict(POOL + said) == expected


@pytest.mark.parametrize(
    "all_", [r"\forall i,j: \space", r"\forall i, j :\;", r"\forall i, j, \quad", r"\forall i,\ j,"]
)
@pytest.mark.parametrize("space", [r"\space", r"\;", r"\ ", "~", ","])
def test_spaces_between_indices(all_: str, space: str) -> None:
    space += " "
    sums = r"\sum_{p=0}^{s-1} \sum_{q=0}^{s-1}"
    page = rf"""$$ {all_} c_{{i {space}j}} = {sums} k_{{p{space}q}} a_{{i+p {space}j+q}} $$
($0 \le i,j \le m-1$)

$$ E = \frac12 \sum_{{i=0}}^{{m-1}} \sum_{{j=0}}^{{m-1}} (c_{{i {space} j}} - t_{{i{space}j}})^2 $$

# Derivation"""
    line = r"$$ \frac{\partial E}{\partial k_{p%sq}} = \sum_{i=0}^{m-1} \sum_{j=0}^{m-1} (c_{i%sj} - t_{i%sj}) %s $$"
    spaces = (space, space, space)
    assert each_verdict(
        page, lines=[line % (*spaces, rf"a_{{i+p {space} j+q}}"), line % (*spaces, rf"a_{{i+q {space} j+p}}")]
    ) == ["right", "wrong"]


def test_thin_spaces_within_an_index() -> None:
    """`2\\,j` is a product."""
    ((one,),) = (s.entries for s in parse(r"x_{i+2\,j}").statements[0].chain.members[0].scripts)  # type: ignore[union-attr]
    assert len(one.terms) == 2  # type: ignore[union-attr]


def test_one_letter_behind_the_sign() -> None:
    """What is equated behind the comma is none of the letters."""
    found = parse(r"\forall i, c_i = b_i").statements
    assert [(len(s.conditions), s.chain.relations) for s in found] == [(1, ("=",))]
