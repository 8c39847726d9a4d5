r"""Largest values over a letter whose numbers stand beside them, `p_i = \max_a z_{2i+a}, \quad a \in \{0, 1\}`.

What is said of a letter beside an equation is said of its entries, so the letter of such an extremum runs over what
there is, from 1 on. A line that rests on one is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...expr import Variable
from ...pattern import lazily
from ...read import Written
from ...step import Judgement, Verdict
from ..known.rests import rests
from ..link import Link

EXTREMUM = lazily(r"\\(?:arg)?(?:max|min)\s*(?:\\limits\s*)?_\s*(?:\{\s*([a-zA-Z])\s*\}|([a-zA-Z])(?![A-Za-z]))")
DETAIL = "the numbers that `{}` takes beside the largest or smallest value over it are not read as its range"


def over_sets(claims: Sequence[Written], page: str) -> bool:
    """Has a page such a definition?"""
    return r"\in" in page and any(True for _ in _found(claims, page))


def unless_over_a_set(link: Link, verdict: Verdict, claims: Sequence[Written]) -> Verdict:
    """The verdict; open for a link that rests on such an extremum."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    for letter, name in _found(claims, link.page):
        if rests(link.system, (link.left, link.right), name):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(letter))
    return verdict


def _found(claims: Sequence[Written], page: str) -> Iterator[tuple[str, Variable]]:
    """The letters of such extrema, each with the name that is defined by it."""
    for w in claims:
        for letter in (m[1] or m[2] for m in EXTREMUM.finditer(w.latex)) if w.defines else ():
            if re.search(rf"(?<![A-Za-z\\]){letter}\s*\\in\s*\\\{{\s*-?\d[-\d\s,]*\\\}}", page):
                yield from ((letter, entry.variable) for _, entry in w.defines)
