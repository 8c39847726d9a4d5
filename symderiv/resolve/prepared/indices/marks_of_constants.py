r"""A number of steps above what words call constants, `At the current strengths $w^{(k)}$ (constants)`: a label there.

So it is where nothing is said of another step, `w^{(k+1)}`, and no line with it has the letter in another place, below
a name or a sum: names with it are names of their own, `d_j^{(k)}` beside `d_j`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import Name, Node, Script, Text
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, letters_in
from ..said_in_place import gaps_of, value_alone
from ..words.zeros_in_words import CASE

CONSTANT = lazily(
    r"\s*(?:[(]\s*(?:all\s+|both\s+|these\s+are\s+)?(?:constants?|fixed|(?:held|kept)\s+fixed)\s*[),]"
    r"|(?:is|are|being)\s+(?:(?:held|kept|all|a)\s+)*(?:constants?|fixed)\s*(?:[.,;)]|\Z|\band\b))",
    re.I,
)
"""Words behind a name with such a number."""


def with_marks_of_constants(located: Sequence[Located], blocks: Sequence[Block]) -> Sequence[Located]:
    """The formulas of a page with such letters as text above all names."""
    if not any(d.inline and "^" in d.latex for d, _ in located):
        return located
    gaps = gaps_of(located, blocks)
    found: set[str] = set()
    for (n, before), (_, behind) in pairwise(gaps):
        if CONSTANT.match(behind) and CASE.search(before) is None and not is_hedged(before, behind):
            name = value_alone(located[n])
            found |= set(_marks(name)) if isinstance(name, Name) else set()
    found = {x for x in found if not any(_counts(s, x) for f in read_of(located) for s in f.statements)}
    if not found:
        return located

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or found.isdisjoint(_marks(x)):
            return None
        scripts = (_labelled(s) if set(_mark(s)) & found else rebuilt(s, change) for s in x.scripts)
        return replace(x, scripts=tuple(scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _mark(s: Script) -> Iterator[str]:
    """The letter of `^{(k)}`."""
    letter = letter_of(s.entries[0]) if s.above and s.bracket == "(" and len(s.entries) == 1 else None
    if letter is not None:
        yield letter


def _marks(x: Name) -> Iterator[str]:
    for s in x.scripts:
        yield from _mark(s)


def _counts(s: t.Statement, letter: str) -> bool:
    """Does a statement with the mark have the letter elsewhere, too: in a sum over it, in `^{(k+1)}`?"""
    marks = sum(letter in _mark(x) for x in t.of_kind(s, Script))
    names = sum(letter_of(x) == letter for x in t.of_kind(s, Name))
    return names > marks and (marks > 0 or any(_of_steps(x, letter) for x in t.of_kind(s, Script)))


def _of_steps(s: Script, letter: str) -> bool:
    return s.above and any(letter_of(e) is None and letter in letters_in(e) for e in s.entries)


def _labelled(s: Script) -> Script:
    entry = s.entries[0]
    return replace(s, entries=(Text(letter_of(entry) or "", span=getattr(entry, "span", s.span)),))
