r"""Rows that are looked up, `\mathbf{v}_{o_i}`, where no words say that the indices `o_i` are all different.

They are read as rows that are (`resolve.prepared.indices.lookups_of_data`). Were two of them one row, its
derivative would be the sum of both: a line by such a row that is right of different ones is open. A wrong one is wrong.
"""

from __future__ import annotations

from ...memo import of_this_object
from ...resolve.prepared.indices.lookups_of_data import MARK
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link
from .one_or_two_arrays import partials_met

MARKED = "".join(rf"\{accent}{{" for accent in MARK)
DETAIL = "it is right if the indices of `{}` are all different, which the page does not say"


def unless_rows_are_one(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line by rows that may be one, and right of different ones."""
    if verdict.judgement is not Judgement.RIGHT or not _looks_up(link.system):
        return verdict
    for partial in partials_met(link.system, (link.left, link.right)):
        letter = split_key(partial.wrt.variable.key)[0]
        if letter.startswith(MARKED):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(letter[len(MARKED) : -len(MARK)]))
    return verdict


@of_this_object(8)
def _looks_up(system: System) -> bool:
    """Does a network have such rows?"""
    return any(split_key(p.variable.key)[0].startswith(MARKED) for p in system.pieces)
