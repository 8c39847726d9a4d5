r"""Data of two kinds of units that have one name, `b_c` and `b_h`, on a page that says `C = H`.

With one length for both they may be one array, or two that only look alike. Lines that differentiate by one of them are
left open.
"""

from __future__ import annotations

from functools import lru_cache

from ...affine import Sym
from ...expr import Partial, Var, Variable, of_kind
from ...latex.scripts import variable_latex
from ...memo import of_this_object
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

MERGED = "is `{}` one array, or one for each kind of units?"
EQUAL = lazily(r"(?<![\w\\^_{=+\-])[A-Z]\s*=\s*[A-Z](?![\w^_(=+\-])")
"""Two sizes that are equal, `C = H`."""


def unless_merged(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line by what may be data of several kinds of units."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or not says_equal(link.page):
        return verdict
    for partial in (p for side in (link.left, link.right) for p in of_kind(side, Partial)):
        if partial.wrt.variable in _shared(link.system):
            return Verdict(Judgement.UNPROVED, detail=MERGED.format(variable_latex(partial.wrt.variable)))
    return verdict


@lru_cache(maxsize=64)
def says_equal(page: str) -> bool:
    """Does a page say of two sizes that they are equal?"""
    return EQUAL.search(page) is not None


@of_this_object(64)
def _shared(system: System) -> frozenset[Variable]:
    """The data that units of several letters have each for themselves: `s_c = .. + b_c`, `u_h = .. + b_h`."""
    users: dict[Variable, dict[Sym, Variable]] = {}
    for piece in (p for p in system.pieces if p.body is not None and len(p.indices) == 1):
        own = piece.indices[0]
        entries = of_kind(piece.body, Var) if piece.body is not None and own.letter is not None else ()
        for v in (x.variable for x in entries if x.indices == (own,)):
            if own.letter is not None and all(p.body is None for p in system.of(v)):
                users.setdefault(v, {})[own.letter] = piece.variable
    return frozenset(v for v, found in users.items() if len(set(found.values())) > 1)
