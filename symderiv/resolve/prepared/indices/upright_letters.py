r"""Upright letters in scripts with which a page counts: the L of `\text{H}_{\text{L}}` beside `\text{L} - 1`.

An upright letter below a name is a word as a rule, the o of `w_{\text{o}}`, and one that is all of a script a text. One
that numbers are added to, or that ends a range or a sum, is a number there as it is elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shape import PLAIN_FONTS

UPRIGHT = PLAIN_FONTS - {""}
ENDING = re.compile(rf"\.\s*\\(?:{'|'.join(sorted(UPRIGHT))})\s*\{{\s*([A-Za-z])\s*\}}")
"""Such a letter at the end of a range in the front matter, `1..\\text{L}`."""


def _has_upright(s: Statement) -> bool:
    return any(_upright(e) for x in t.of_kind(s, Script) for e in x.entries)


@where(_has_upright)
def with_upright_letters_counting(located: Sequence[Located], ranges: Mapping[str, object]) -> Sequence[Located]:
    """The formulas of a document with upright letters that it, or its front matter, counts with as plain in scripts."""
    counting = {x for f in read_of(located) for s in f.statements for x in _counting(s)}
    counting |= {letter for r in ranges.values() for letter in ENDING.findall(str(r))}
    if not counting:
        return located

    def plain(x: Any) -> Node | None:
        return Name(letter, span=x.span) if (letter := _upright(x)) in counting else None

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not x.scripts:
            return None
        scripts = tuple(s if s.above else rebuilt(s, plain) for s in x.scripts)
        return None if scripts == x.scripts else replace(x, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change))


def _upright(x: Any) -> str:
    """The upright letter that something is, alone in a script or as an entry."""
    if isinstance(x, t.Text) and not x.math:
        letter = x.content.strip()
    else:
        letter = x.base if isinstance(x, Name) and x.font in UPRIGHT and not (x.scripts or x.accents) else ""
    return letter if len(letter) == 1 and letter.isalpha() else ""


def _counting(s: Statement) -> Iterator[str]:
    """The upright letters that end ranges and sums, and those that numbers are added to there and in scripts."""
    ends: list[Node] = [x.above for x in t.of_kind(s, t.BigSum) if x.above is not None]
    ends += [x.items[-1] for x in t.of_kind(s, t.Listing)]
    entries = (e for x in t.of_kind(s, Script) if not x.above for e in x.entries)
    sums = (x for e in (*ends, *entries) for x in t.of_kind(e, t.Terms))
    added = (y.body for x in sums if any(isinstance(y.body, t.Number) for y in x.terms) for y in x.terms)
    yield from (letter for x in (*ends, *added) if (letter := _upright(x)))
