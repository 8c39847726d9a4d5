r"""Lines about a pair of which nothing says that the two differ: `\frac{\partial C_{ij}}{\partial s_i} = ..`.

Where a page speaks of pairs, a quantity of two letters is mostly one of two things that differ, and its derivative by
what belongs to the one is told without the case in which they are the same. Such a line is open where it is right but
for that case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..affine import Sym
from ..domain import ne
from ..domain.constraint import Constraint
from ..expr import Partial, Var, walk
from ..step import Judgement, Verdict
from .link import Link

PAIRS = re.compile(r"\b(?:pairs?|pairwise)\b|ペア", re.I)
SAME = "it is right where the two of a pair differ, and wrong where they are the same, of which the page says nothing"


def of_two(link: Link, verdict: Verdict, under: Callable[[Link, tuple[Constraint, ...]], Verdict]) -> Verdict:
    """The verdict; open for a line that is wrong where the two of a pair are the same, and right else."""
    if verdict.judgement is not Judgement.WRONG or PAIRS.search(link.page) is None:
        return verdict
    for one, two in dict.fromkeys(_pairs(link)):
        if under(link, (ne(one, two),)).judgement is Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail=SAME)
    return verdict


def _pairs(link: Link) -> Iterator[tuple[Sym, Sym]]:
    """The letters of a quantity that is differentiated by what one of them numbers, if the other one may, too."""
    for x in (x for e in (link.left, link.right) for x in walk(e)):
        if not isinstance(x, Partial) or not isinstance(x.of, Var) or len(x.of.indices) < 2:
            continue
        letters = [s for i in x.of.indices for s in i.letters()]
        by = {s for i in x.wrt.indices for s in i.letters()}
        mine = [s for s in letters if s in by]
        yield from ((s, o) for s in mine for o in letters if o != s and o not in by)
