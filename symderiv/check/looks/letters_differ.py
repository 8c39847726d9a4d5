r"""Letters that words tell apart: `Here $j$ and $k$ are different`, which is a condition of no line in particular.

A line that is wrong only where the two are one is left open. So is any line of a page on which they tell apart what a
sum leaves out, `\sum_{i \ne j, k}` with an i and a k that differ: it may be a sum over both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...affine import Sym
from ...domain import ne
from ...expr import free
from ...pattern import lazily
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..link import Link

DIFFER = "are `{}` and `{}` different here, as the text says?"
_LETTER = r"\$\s*(?P<{}>\\?[A-Za-z]+'*)\s*\$"
_AND = r"\s*(?:,|and|und|et|y|e|och|en)\s*"
_APART = (
    r"(?:differ\b|different\b|distinct\b|unequal\b|not (?:equal|the same)\b|verschieden|ungleich|distincts?\b"
    r"|différents?\b|distintos?\b|diferentes?\b|diversi\b)"
)
_FROM = r"(?:differs? from|different from|distinct from|other than|not equal to|unequal to|verschieden von)"
APART = (
    lazily(_LETTER.format("a") + _AND + _LETTER.format("b") + r"[^.;$\n]{0,30}?\b" + _APART, re.I),
    lazily(_LETTER.format("a") + r"[^.;$\n]{0,20}?\b" + _FROM + r"\s+" + _LETTER.format("b"), re.I),
    lazily(r"\b(?:different|distinct|unequal)\s+" + _LETTER.format("a") + _AND + _LETTER.format("b"), re.I),
)
LEFT_OUT = r"\\sum\s*(?:\\limits\s*)?_\s*\{\s*NAME\s*(?:\\neq?|≠)\s*[^{}]*,[^{}]*\bOTHER\b[^{}]*\}"


def unless_apart(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a line that is wrong where letters are one of which the text says that they differ."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    scope = free(link.left) | free(link.right)
    for a, b in letters_told(link.page):
        here = {Sym(a), Sym(b)} <= scope
        if _is_left_out(a, b, link.page) or _is_left_out(b, a, link.page):
            return Verdict(Judgement.UNPROVED, detail=DIFFER.format(a, b))
        if here and verdict.judgement is Judgement.WRONG:
            other = judge(link.under((ne(Sym(a), Sym(b)),)))
            if other.judgement is not Judgement.WRONG:
                return Verdict(Judgement.UNPROVED, detail=DIFFER.format(a, b))
    return verdict


@lru_cache(maxsize=64)
def letters_told(page: str) -> tuple[tuple[str, str], ...]:
    """The pairs of letters of which sentences say that they differ.

    >>> letters_told("Here $j$ and $k$ are different. Let $i$ be other than $l$.")
    (('j', 'k'), ('i', 'l'))
    >>> letters_told("Here $j$ and $k$ are equal.")
    ()
    """
    return tuple(dict.fromkeys(_told(page)))


def _told(page: str) -> Iterator[tuple[str, str]]:
    for form in APART:
        yield from ((found["a"], found["b"]) for found in form.finditer(page))


def _is_left_out(a: str, b: str, page: str) -> bool:
    """Is it said of the letter of a sum, and of one that the sum leaves out?"""
    form = LEFT_OUT.replace("NAME", re.escape(a)).replace("OTHER", re.escape(b))
    return re.search(form, page) is not None
