r"""Derivatives set to zero where a minimum is looked for: `\frac{\partial J}{\partial b} = \sum_n (b - x_n) = 0`.

Such a link requires something of the values and says nothing that is so at all of them. Where it does not hold in
general, it is left open.
"""

from __future__ import annotations

import re

from ..expr import Num, Partial, Var, walk
from ..step import Judgement, Verdict
from .link import Link

LOOKING = re.compile(
    r"\b(?:set(?:s|ting)?|put(?:ting)?|equat\w+|requir\w+|solv\w+|optim\w+|minim\w+|maxim\w+|stationar\w+|extrem\w+"
    r"|critical|vanish\w*|normal equations?|first[- ]order)\b"
    r"|極値|極小|極大|最小|最大|最適|停留|とお[くい]|とすると|として解|を解[くい]",
    re.I,
)
"""Words beside a derivative that is set to zero."""
DEMANDED = re.compile(r"\\(?:over|stack)(?:set|rel)\s*\{\s*!\s*\}\s*\{?\s*=")
DETAIL = "the derivative is required to be 0 here, which it is at some values only"


def as_required(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong link by which a derivative is set to zero."""
    if verdict.judgement is not Judgement.WRONG or not _is_zero(link):
        return verdict
    written = link.written
    last = len(written.members) > 2 and link.number + 2 == len(written.members)
    said = LOOKING.search(written.words) is not None or DEMANDED.search(written.latex) is not None
    return Verdict(Judgement.UNPROVED, detail=DETAIL) if last or said else verdict


def _is_zero(link: Link) -> bool:
    """Does a chain that begins with a first derivative of a number end in 0?"""
    first = link.written.members[0]
    derivatives = [x for x in walk(first) if isinstance(x, Partial)] if not isinstance(first, Exception) else []
    plain = len(derivatives) == 1 and isinstance(derivatives[0].of, Var)
    return plain and isinstance(link.right, Num) and link.right.value == 0
