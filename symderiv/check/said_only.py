r"""Ranges that a sentence says only of some lines: `.. are not needed for $j = J$; here only $j = 1, \dots, J-1$.`

Where the sentence is not understood, a line that is right short of the end of its range is open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..domain import bounds
from ..domain.constraint import Context, le
from ..step import Judgement
from .judge import judge_link
from .link import Line, Outcome

MOST = 20
"""So many lines are looked at once more."""


def with_ranges_said_only(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines of a page, those open that are right in such a range.

    >>> with_ranges_said_only([], "Here only $j < J$.")
    []
    """
    wrong = [o for line in lines for o in line.outcomes if o.wrong and o.link is not None]
    said = (
        [s for s in re.split(r"[.。](?:\s|\Z)", text) if re.search(r"\b(?:only|nur|not needed)\b", s)] if wrong else []
    )
    if not said or len(wrong) > MOST:
        return list(lines)
    return [replace(line, outcomes=tuple(_beside(o, said) for o in line.outcomes)) for line in lines]


def _beside(o: Outcome, said: Sequence[str]) -> Outcome:
    if o.link is None or not o.wrong or o.link.written.where:
        return o
    link = o.link
    known = Context(link.system.context, link.system.size_functions)
    for letter in sorted(link.domain.letters() - link.system.sizes, key=lambda s: s.name):
        for upper in bounds(link.domain, letter, known).uppers:
            one = rf"(?<![A-Za-z\\]){re.escape(letter.name)}\s*(?:=|<|\\le)[^$]*{re.escape(str(upper))}\s*-\s*1"
            if not any(re.search(one, s) for s in said) or r"\dots" in link.written.latex:
                continue
            less = (le(letter, upper - 1),)
            found = judge_link(link.system, link.left, link.right, link.domain, less)
            if found.judgement is Judgement.RIGHT:
                detail = "it holds in a range of which the page says more than is understood"
                judged = replace(o.judged, judgement=Judgement.UNPROVED, detail=detail, counterexample=None)
                return replace(o, judged=judged)
    return o
