r"""Lines that are right only because what a page assumes makes something in them 0: `\partial L/\partial \lambda =
1 - \sum_k p_k` of `L = J + \lambda (\sum_k p_k - 1)`, where `\sum_k p_k = 1`.

Both sides are 0 there, and so they are with any other sign or factor: the line shows nothing of how it was derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from ...expr import ZERO, Add, Div, Expr, Mul, Partial, Sum, Var, add, variables, walk
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..known.told_of_data import is_reached
from ..link import Link

DETAIL = "it is right only where what is assumed makes a part of it 0, whatever its sign and its factor"
MOST_TERMS = 6
"""Of a sum of more terms no pairs are looked at."""


def unless_by_premises(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a right line that is wrong without what is assumed, and of which a part is 0 by that."""
    if verdict.judgement is not Judgement.RIGHT or not vanishes_by_premises(link, judge):
        return verdict
    return Verdict(Judgement.UNPROVED, detail=DETAIL)


def vanishes_by_premises(link: Link, judge: Judge) -> bool:
    """Is a line that is right not right without what is assumed of sums, and is a part of it 0 by that alone?

    Beside a side that is 0 whatever is assumed, and beside a 0 as such, no sign and no factor can be wrong.
    """
    less = without_premises(link.system)
    if less is link.system or not is_reached(link.system, less, (link.left, link.right)):
        return False
    apart = replace(link, system=less)
    parts = [p for side in (link.left, link.right) for p in _parts(side) if _is_zero(link, p, judge)]
    parts = [p for p in parts if not _is_zero(apart, p, judge)]
    if not parts or judge(apart).judgement is Judgement.RIGHT:
        return False
    return not any(side == ZERO or _is_zero(apart, side, judge) for side in (link.left, link.right))


@lru_cache(maxsize=64)
def without_premises(system: System) -> System:
    """The network without what it assumes of sums and products; itself where it assumes nothing of them."""
    rest = tuple(a for a in system.assumptions if isinstance(a.left, Var))
    return system if len(rest) == len(system.assumptions) else replace(system, assumptions=rest)


def _is_zero(link: Link, part: Expr, judge: Judge) -> bool:
    return judge(replace(link, left=part, right=ZERO)).judgement is Judgement.RIGHT


def _parts(side: Expr) -> Iterator[Expr]:
    """A side, and what it is made of outside of sums: factors and terms, and pairs of terms, in which something is
    summed up."""
    yield side
    yield from (
        p for p in _inner(side) if p != side and variables(p) and any(isinstance(x, (Sum, Partial)) for x in walk(p))
    )


def _inner(e: Expr) -> Iterator[Expr]:
    if isinstance(e, Add):
        yield from (add(*pair) for pair in combinations(e.terms, 2) if len(e.terms) <= MOST_TERMS)
    below: Iterable[Expr] = ()
    if isinstance(e, Add):
        below = e.terms
    elif isinstance(e, Mul):
        below = (f for f in e.factors if not isinstance(f, Var))
    elif isinstance(e, Div):
        below = (e.numerator,)
    for x in below:
        yield x
        yield from _inner(x)
