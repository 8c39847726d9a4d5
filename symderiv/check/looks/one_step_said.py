r"""Lines of a recurrence of which words say that it is about one step: `For a single time step, $h_{t-1}$ is given`.

Where all names carry the step, `h_t = \tanh(w x_t + u h_{t-1})`, the state before is made of the same weights, and a
derivative by them goes on through it. Who says that there is one step, or that the state before is given, may mean the
part of it at that step alone.
"""

from __future__ import annotations

import re

from ...document import parse_document
from ...expr import Expr, Partial, Var, of_kind
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.told.earlier_steps import SAID_GIVEN, is_of_one_step, speaks_of_more
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

_NAME = r"\$[^$=<>]*\$"
_BEFORE = r"\$[^$=<>]*-\s*1[^$=<>]*\$"
GIVEN = lazily(rf"{_BEFORE}(?:[\s,、，]*(?:and|und|et|y|と|和|与|及び)?\s*{_NAME})*\s*(?:{SAID_GIVEN})", re.I)
"""A value of a step before that words call given, alone or as the first of several,"""
GIVEN_LAST = lazily(rf"{_BEFORE}\s*(?:{SAID_GIVEN})", re.I)
"""or as the last one."""
_CELL = r"(?:(?:LSTM|GRU|RNN|recurrent|memory|gated)[- ])?(?:cell|unit|block|module|gate)"
INPUTS = lazily(
    rf"\binputs\s+(?:of|to|for)\s+(?:the|this|our|an?|each)\s+{_CELL}s?\s+are\b[^.;!?]*?{_BEFORE}"
    rf"|\b{_CELL}\s+(?:takes|receives|gets)\b[^.;!?]*?{_BEFORE}[^.;!?]*?\bas\s+(?:its\s+)?inputs?\b"
    rf"|\bEingaben\s+der\s+Zelle\s+sind\b[^.;!?]*?{_BEFORE}"
    rf"|\bentrées\s+de\s+la\s+cellule\s+sont\b[^.;!?]*?{_BEFORE}|\bentradas\s+de\s+la\s+celda\s+son\b[^.;!?]*?{_BEFORE}"
    rf"|(?:セル|ユニット|ブロック)(?:へ)?の入力は[^。]*?{_BEFORE}|(?:单元|單元|细胞|細胞)的输入(?:是|为|有)[^。]*?{_BEFORE}"
    rf"|셀의\s*입력은[^.]*?{_BEFORE}",
    re.I,
)
"""A value of a step before that words call an input of the cell, on a page that speaks of no other step."""
HELD = lazily(r"constant|fixed|konstant|\bfest|fixé|fij|定数|常数|固定|фиксир|постоян|상수|고정", re.I)
"""What is held fixed is told by `direct_words`."""
DETAIL = "words say that there is one step, or that what comes from the step before is given: it may be held fixed here"


def unless_of_one_step(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong line with a derivative where what comes from the step before may be held fixed."""
    if verdict.judgement is not Judgement.WRONG or not _recurs(link.system) or not _is_said(link.page):
        return verdict
    return Verdict(Judgement.UNPROVED, detail=DETAIL) if _derives(link) else verdict


@of_this_object(8)
def _is_said(page: str) -> bool:
    said = " ".join(page.split())
    given = (m[0] for x in (GIVEN, GIVEN_LAST) for m in x.finditer(said))
    if any(HELD.search(x) is None for x in given):
        return True
    blocks = parse_document(page).blocks
    return is_of_one_step(blocks) or (INPUTS.search(said) is not None and not speaks_of_more(blocks))


@of_this_object(8)
def _recurs(system: System) -> bool:
    """Is anything that the page defines used one step before?"""
    made = {p.variable for p in system.pieces if p.body is not None}
    bodies = (p.body for p in system.pieces if p.body is not None)
    return any(x.variable in made and any(i.const == -1 for i in x.indices) for b in bodies for x in of_kind(b, Var))


def _derives(link: Link) -> bool:
    """Does a derivative stand in a line, or in what its names are made of?"""
    bodies: dict[object, list[Expr]] = {}
    for p in link.system.pieces:
        if p.body is not None:
            bodies.setdefault(p.variable, []).append(p.body)
    known: set[object] = set()
    pending: list[Expr] = [link.left, link.right]
    while pending:
        e = pending.pop()
        if of_kind(e, Partial):
            return True
        new = {x.variable for x in of_kind(e, Var)} - known
        known |= new
        pending += [b for v in new for b in bodies.get(v, ())]
    return False
