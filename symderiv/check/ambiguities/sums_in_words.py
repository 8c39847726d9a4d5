r"""Data that words say to add up to one, `each row of $P$ adds up to one`, `the weights $w_{ik}$ are normalised`.

What is wrong for any data and right for such is no slip, and is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...domain import bounds
from ...domain.constraint import Context
from ...expr import ONE, Var, total, variables
from ...latex.scripts import variable_latex
from ...network.graph import upstream
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement
from ...system import Assumption, Piece
from ..judge import judge_link
from ..link import Line, Link, Outcome

WORDS = lazily(
    r"\b(?:add(?:s|ing)?\s+up|sums?|summing|summed)\s+(?:up\s+)?to\s+(?:one|unity|\$?1\b)|normali[sz]ed\b|\bstochastic\b"
    r"|\bis\s+\$1\$|\b(?:row|column)?\s*sums?\s+(?:are|is|equal\w*)\s+(?:to\s+)?(?:one|unity|\$?1\b)"
    r"|summier\w*\s+(?:sich\s+)?(?:auf|zu)|normiert|normalis[ée]e?s?\b|normalizad|somm\w+\s+(?:à|a)\s+(?:un|1|\$1)"
    r"|sum\w*\s+(?:a\s+)?(?:uno|1|\$1)|нормирован|равн\w*\s+(?:единице|\$?1)|和[がは为為是等于等於]*\s*\$?[1１一]|規格化|正規化|归一化|歸一化|정규화",
    re.I,
)
MOST = 20
"""So many lines are looked at once more."""


def with_sums_in_words(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines of a page, those open that are right where such data add up to one.

    >>> with_sums_in_words([], "Each row adds up to one.")
    []
    """
    wrong = [o for line in lines for o in line.outcomes if o.wrong and o.link is not None]
    said = [s for s in re.split(r"[.。;](?:\s|\Z)", text) if WORDS.search(s)] if wrong else []
    if not said or len(wrong) > MOST:
        return list(lines)
    return [replace(line, outcomes=tuple(_beside(o, said) for o in line.outcomes)) for line in lines]


def _beside(o: Outcome, said: Sequence[str]) -> Outcome:
    if o.link is None or not o.wrong:
        return o
    for v, told in _possible(o.link, said):
        system = replace(o.link.system, assumptions=(*o.link.system.assumptions, told))
        found = judge_link(system, o.link.left, o.link.right, o.link.domain, o.link.written.where)
        if found.judgement in (Judgement.RIGHT, Judgement.UNPROVED):
            detail = f"the page says that the `{variable_latex(v.variable)}` add up to 1, which could not be used"
            return replace(
                o, judged=replace(o.judged, judgement=Judgement.UNPROVED, detail=detail, counterexample=None)
            )
    return o


def _possible(link: Link, said: Sequence[str]) -> Iterator[tuple[Var, Assumption]]:
    """What such words may say of what is given and met by a line."""
    names = {u for e in (link.left, link.right) for v in variables(e) for u in (v, *upstream(link.system, v))}
    known = Context(link.system.context, link.system.size_functions)
    used = {v for a in link.system.assumptions for side in (a.left, a.right) for v in variables(side)}
    for v in sorted(names - used, key=lambda v: v.key):
        base = split_key(v.key)[0].strip("\\")
        told = any(re.search(rf"(?<![A-Za-z]){re.escape(base)}(?![A-Za-z])", s) for s in said)
        pieces = link.system.of(v) if v.arity and told else ()
        if len(pieces) == 1 and pieces[0].body is None:
            yield from _sums(pieces[0], known)


def _sums(p: Piece, known: Context) -> Iterator[tuple[Var, Assumption]]:
    for letter in p.letters[::-1]:
        ends = bounds(p.domain, letter, known)
        if len(ends.lowers) == len(ends.uppers) == 1:
            yield p.lhs, Assumption(total(letter, ends.lowers[0], ends.uppers[0], p.lhs), ONE)
