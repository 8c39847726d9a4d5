r"""Derivatives by entries of different letters: `\partial \mu/\partial a_m = \frac{\partial}{\partial a_s} (..)`.

It holds for every m and s where both derivatives are the same number, as they are of a mean. But nothing says what the
other letter is, so it may as well be a slip for the one of the left side: the line is left open.
"""

from __future__ import annotations

from ...affine import Sym
from ...expr import Expr, Partial, free, of_kind
from ...step import Judgement, Verdict
from ..link import Link


def unless_letters_change(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open where each side differentiates by a letter that the other one lacks, and no range is stated."""
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    left, right = free(link.left), free(link.right)
    if left <= right or right <= left:
        return verdict
    left, right = left - link.system.sizes, right - link.system.sizes
    told = {s.letter for s in (*link.written.ranges, *link.system.spans)} | {
        x for c in link.written.where for x in c.letters()
    }
    mine, others = (_by(link.left) & left) - right - told, (_by(link.right) & right) - left - told
    if not mine or not others:
        return verdict
    detail = "its sides differentiate by entries of different letters, and nothing says what the other letter is"
    return Verdict(Judgement.UNPROVED, detail=detail)


def _by(e: Expr) -> frozenset[Sym]:
    """The letters of the entries by which derivatives are taken."""
    return frozenset().union(*(free(x.wrt) for x in of_kind(e, Partial)))
