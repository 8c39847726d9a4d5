r"""Derivatives by capitals whose definition could not be read, the H of `H = \tanh(X W + b)` with a W of no shape.

What is made of H may be read for numbers, `Y = H V`, and then `\partial E/\partial H = (Y - T) V` is right for numbers
while of matrices it lacks a transpose. So a line that is right as one of numbers is left open.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...expr import Partial, of_kind
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...resolve.told.untold import Untold
from ...step import Judgement, Verdict
from ..link import Link

BY = lazily(r"\\partial\s*\{?\s*([A-Z])\s*(?![A-Za-z_^'\s])")
"""A bare capital below the line of a derivative."""
DETAIL = "the definition of `{}` could not be read: it may be a matrix"


def unless_by_lost_capital(link: Link, verdict: Verdict, untold: Iterable[Untold]) -> Verdict:
    """The verdict; open for a right line that differentiates by such a name."""
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    bases = {split_key(p.wrt.variable.key)[0] for side in (link.left, link.right) for p in of_kind(side, Partial)}
    lost = {x.base for x in untold if x.kind == "name"} & bases
    found = next((x for x in BY.findall(link.written.latex) if x in lost), None)
    return verdict if found is None else Verdict(Judgement.UNPROVED, detail=DETAIL.format(found))
