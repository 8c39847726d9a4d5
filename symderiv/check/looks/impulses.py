r"""A delta that nothing defines and that stands at a difference, `\sum_k w_k x[k] \delta[n-k]`: the unit impulse?

Signal processing writes Kronecker's delta so. Read as data it is right to keep it; a line that is wrong for that alone
may be right where it is 1 at 0 and 0 elsewhere.
"""

from __future__ import annotations

from ...expr import Var, of_kind
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ..known.rests import rests
from ..link import Link

IMPULSE = lazily(r"\\delta\s*(?:\[|\(|_\s*\{)\s*[a-z]\s*-\s*[a-z]'?\s*[\])}]")
DETAIL = r"is `\delta` 1 at 0 and 0 elsewhere? nothing defines it"


def holds_impulse(page: str) -> bool:
    r"""Does such a delta stand on a page?

    >>> [holds_impulse(x) for x in (r"x[k] \delta[n-k]", r"x_k \delta_{n - k}", r"\delta_{nk} + \delta[n]")]
    [True, True, False]
    """
    return IMPULSE.search(page) is not None


def unless_impulse(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong line that rests on such a delta."""
    given = {p.variable for p in link.system.pieces if p.body is None}
    sides = (link.left, link.right)
    named = {x.variable for p in link.system.pieces if p.body is not None for x in of_kind(p.body, Var)}
    deltas = [v for v in given & named if split_key(v.key)[0] == r"\delta"]
    if any(rests(link.system, sides, v) for v in deltas):
        return Verdict(Judgement.UNPROVED, detail=DETAIL)
    return verdict
