r"""Lines about a pair of which nothing says that the two differ: `\frac{\partial C_{ij}}{\partial s_i} = ..`.

Where a page speaks of pairs, a quantity of two letters is mostly one of two things that differ, and its derivative by
what belongs to the one is told without the case in which they are the same. Such a line is open where it is right but
for that case. So is one of two entries that a page singles out, the i and the j of `L = \log p_j - \log p_i`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from ..affine import Sym, affine
from ..domain import ne
from ..domain.constraint import Constraint
from ..expr import Partial, Var, of_kind, walk
from ..step import Judgement, Verdict
from .link import Link

PAIRS = re.compile(r"\b(?:pairs?|pairwise)\b|ペア", re.I)
SAME = "it is right where the two of a pair differ, and wrong where they are the same, of which the page says nothing"

FIXED = "it is right where {} are different entries, and wrong where they are the same, of which the page says nothing"
MOST = 4
"""So many entries that are singled out are told apart."""


def of_two(link: Link, verdict: Verdict, under: Callable[[Link, tuple[Constraint, ...]], Verdict]) -> Verdict:
    """The verdict; open for a line that is wrong where the two of a pair are the same, and right else."""
    if verdict.judgement is not Judgement.WRONG or PAIRS.search(link.page) is None:
        return verdict
    for one, two in dict.fromkeys(_pairs(link)):
        if under(link, (ne(one, two),)).judgement is Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail=SAME)
    return verdict


def of_two_fixed(link: Link, verdict: Verdict, under: Callable[[Link, tuple[Constraint, ...]], Verdict]) -> Verdict:
    """The verdict; open for a line by an entry that is singled out, if it is wrong where another such entry is the same
    one, and right where no two of them are."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    fixed = sorted(_singled_out(link), key=lambda s: s.key)
    by = {s for e in (link.left, link.right) for x in of_kind(e, Partial) for i in x.wrt.indices for s in i.letters()}
    if not 2 <= len(fixed) <= MOST or by.isdisjoint(fixed):
        return verdict
    apart = tuple(ne(a, b) for a, b in combinations(fixed, 2))
    if under(link, apart).judgement is not Judgement.RIGHT:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=FIXED.format(", ".join(f"`{s.name}`" for s in fixed)))


def _singled_out(link: Link) -> set[Sym]:
    """The letters with one value each by which definitions name entries."""
    bodies = (p.body for p in link.system.pieces if p.body is not None)
    indices = (i for e in bodies for x in of_kind(e, Var) for i in x.indices)
    return {s for i in indices for s in i.letters() & link.system.sizes if i == affine(s)}


def _pairs(link: Link) -> Iterator[tuple[Sym, Sym]]:
    """The letters of a quantity that is differentiated by what one of them numbers, if the other one may, too."""
    for x in (x for e in (link.left, link.right) for x in walk(e)):
        if not isinstance(x, Partial) or not isinstance(x.of, Var) or len(x.of.indices) < 2:
            continue
        letters = [s for i in x.of.indices for s in i.letters()]
        by = {s for i in x.wrt.indices for s in i.letters()}
        mine = [s for s in letters if s in by]
        yield from ((s, o) for s in mine for o in letters if o != s and o not in by)
