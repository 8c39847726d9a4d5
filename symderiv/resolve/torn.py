r"""Formulas that are torn apart: what is added to an equation, or multiplied with it, outside its dollar signs.

`$$a = b$$ + 3`, `$a = b$ $+ 3$` and `-$$a = b$$` say something else than `a = b`. Such an equation is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..document.blocks import Display
from ..errors import ReadError
from ..latex.clauses import Beat
from ..latex.tree import Formula, Number, Terms

Located = tuple[Display, "Formula | ReadError"]

BEHIND = re.compile(r"\A[ \t]*(?:[+*/×·]|plus|minus|times|divided by|multiplied by)[ \t]*\d", re.I)
"""Arithmetic behind a formula."""
LESS = re.compile(r"\A[ \t]*[-−][ \t]*\d+(?:\.\d+)?[ \t]*(?:[.;]?[ \t]*(?:\n|\Z))")
BEFORE = re.compile(r"(?:\A|[\s(])(?:[-−+]|\d+)\Z")
"""A sign or a number right before a formula."""
JOINED = re.compile(r"[ \t\n]*(?:plus|minus|times|divided by|multiplied by|over|mal|かける|足す|引く)?[ \t\n]*", re.I)
WORDLESS = re.compile(r"[ \t\n]*")
HINT = "write all of it between one pair of `$`"


def torn_apart(beats: Sequence[Beat], located: Sequence[Located], tail: str) -> Iterator[ReadError]:
    """What belongs to an equation and stands outside of it."""
    for n, beat in enumerate(beats):
        formula = located[beat.number][1]
        if not beat.equation or isinstance(formula, ReadError):
            continue
        here = formula.place((0, len(formula.source.text)))
        after = beats[n + 1].gap if n + 1 < len(beats) else tail
        if BEFORE.search(beat.gap) or BEHIND.match(after) or LESS.match(after):
            yield ReadError("arithmetic beside this formula stands outside the `$` signs", here, HINT)
        for other, gap in ((n + 1, after), (n - 1, beat.gap)):
            if not 0 <= other < len(beats) or beats[other].paragraph != beat.paragraph:
                continue
            part = located[beats[other].number][1]
            if isinstance(part, Formula) and _is_part(part, gap, behind=other > n):
                yield ReadError("a part of this formula stands between `$` signs of its own", here, HINT)


def _is_part(part: Formula, gap: str, behind: bool) -> bool:
    """Is a formula without a relation added to the one beside it, or multiplied with it?"""
    if len(part.statements) != 1 or part.statements[0].chain.relations or JOINED.fullmatch(gap) is None:
        return False
    (member,) = part.statements[0].chain.members
    if WORDLESS.fullmatch(gap) is None:
        return behind
    if behind:
        return isinstance(member, Terms) and member.terms[0].sign != ""
    return isinstance(member, Number)


__all__ = ["torn_apart"]
