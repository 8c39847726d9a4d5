r"""A line whose two sides carry different indices, one of which a sum on its side binds as well.

In `\frac{\partial \mu}{\partial a_m} = \frac{\partial}{\partial a_s} \frac13 \sum_s a_s` the s outside of the sum is
bound by nothing, and was meant to be the m of the left side. Where both sides are the same number for every s it is no
mistake in the value; but nobody can say that the line is right, for what it says is not what was meant.
"""

from __future__ import annotations

from ...expr import bound, free
from ...step import Judgement, Verdict
from ..link import Link


def unless_captured(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open where the line is right and a free letter of its own is bound beside it."""
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    stated = link.system.sizes | {s for c in link.where if c.rel == "==" for s in c.form.letters()}
    left, right = free(link.left) - stated, free(link.right) - stated
    if not (left - right and right - left):
        return verdict
    both = ((left - right) & bound(link.left)) | ((right - left) & bound(link.right))
    if not both:
        return verdict
    name = min(s.name for s in both)
    return Verdict(Judgement.UNPROVED, detail=f"`{name}` stands inside and outside of the sum that binds it")
