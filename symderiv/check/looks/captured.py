r"""A line one side of which carries an index that the other does not, and that a sum on its side binds as well.

In `\frac{\partial \mu}{\partial a_m} = \frac{\partial}{\partial a_s} \frac13 \sum_s a_s` the s outside of the sum is
bound by nothing, and was meant to be the m of the left side. Where both sides are the same number for every s it is no
mistake in the value; but nobody can say that the line is right, for what it says is not what was meant. So it is where
the m stands beside: `\frac{\partial a}{\partial w_m} = \frac{\partial}{\partial w_s} \sum_s w_s y_m`.
"""

from __future__ import annotations

from ...affine import Sym
from ...expr import Expr, Partial, bound, free, of_kind
from ...step import Judgement, Verdict
from ..link import Link


def unless_captured(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open where the line is right and a free letter of its own is bound beside it."""
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    stated = link.system.sizes | {s for c in link.where if c.rel == "==" for s in c.form.letters()}
    left, right = free(link.left) - stated, free(link.right) - stated
    both = ((left - right) & bound(link.left)) | ((right - left) & bound(link.right))
    if not both or not (_differ(left, right) or _differ(_wrt(link.left), _wrt(link.right))):
        return verdict
    name = min(s.name for s in both)
    return Verdict(Judgement.UNPROVED, detail=f"`{name}` stands inside and outside of the sum that binds it")


def _differ(one: frozenset[Sym], other: frozenset[Sym]) -> bool:
    """Has either a letter of its own?"""
    return bool(one - other and other - one)


def _wrt(e: Expr) -> frozenset[Sym]:
    """The letters of what a side differentiates by."""
    return frozenset(s for x in of_kind(e, Partial) for s in free(x.wrt))
