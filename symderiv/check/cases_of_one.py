r"""Lines of a page with one left side and different right ones, `1. same: ..`, `2. other: ..` in whatever words.

Not both can be meant in general. So where none of them is right in general, one that is right for `i = j`, or for
`i \ne j`, is left open: nothing was understood that says which case it is of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from ..domain import eq, ne
from ..domain.constraint import Constraint, Domain
from ..errors import ReadError
from ..expr import free
from ..latex.scripts import domain as domain_latex
from ..read import Written
from ..step import Judgement, Verdict
from .assuming import Judge
from .link import Link

MOST = 6
"""So many pairs of letters are tried, and so many other lines looked at."""


def unless_of_two_cases(
    link: Link, verdict: Verdict, others: Sequence[Written], judge: Judge, linked: Callable[[Written], Link | None]
) -> Verdict:
    """The verdict; open for a wrong line that is right in a case that another line with its left side does not have."""
    mine = link.written
    if verdict.judgement is not Judgement.WRONG or mine.where or mine.given or mine.choice is not None:
        return verdict
    alike = [w for w in others if w is not mine and _is_of_same(w, mine)][:MOST]
    if not alike:
        return verdict
    for c in _cases(link):
        if judge(link.under((c,))).judgement is Judgement.RIGHT and not _has_general(alike, judge, linked):
            shown = domain_latex(Domain((c,)))
            detail = f"it is wrong in general and right for `{shown}`, which the words beside it may say of it"
            return Verdict(Judgement.UNPROVED, detail=detail)
    return verdict


def _is_of_same(w: Written, mine: Written) -> bool:
    """Has a line the same left side and another right one, and no condition that is read?"""
    if isinstance(w.members[0], ReadError) or w.members[0] != mine.members[0]:
        return False
    return w.members[1:] != mine.members[1:] and not (w.where or w.given or w.struck)


def _cases(link: Link) -> Iterator[Constraint]:
    """That two letters of the left side are the same, and that they are not."""
    letters = sorted(free(link.left) & link.domain.letters() - link.system.sizes, key=lambda s: s.key)
    for a, b in list(combinations(letters, 2))[:MOST]:
        yield eq(a, b)
        yield ne(a, b)


def _has_general(alike: Sequence[Written], judge: Judge, linked: Callable[[Written], Link | None]) -> bool:
    """Is another line right in general?"""
    found = (link for w in alike if (link := linked(w)) is not None)
    return any(judge(x).judgement is Judgement.RIGHT for x in found)
