r"""Formulas that are torn apart: what is added to an equation, or multiplied with it, outside its dollar signs.

`$$a = b$$ + 3`, `$a = b$ $+ 3$` and `-$$a = b$$` say something else than `a = b`, and `$a$ = $b$` is an equation. Such
an equation is not read, nor is one that the text denies (`$a = b$ is wrong`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..errors import ReadError
from ..latex.clauses import Beat
from ..latex.tree import Formula, Number, Terms
from .located import Located

BEHIND = re.compile(r"\A[ \t]*(?:[+*/×·]|plus|minus|times|divided by|multiplied by)[ \t]*\d", re.I)
"""Arithmetic behind a formula."""
LESS = re.compile(r"\A[ \t]*[-−][ \t]*\d+(?:\.\d+)?[ \t]*(?:[.;]?[ \t]*(?:\n|\Z))")
BEFORE = re.compile(r"(?:\A|[\s(])(?:[-−+]|\d+)\Z")
"""A sign or a number right before a formula."""
JOINED = re.compile(r"[ \t\n]*(?:plus|minus|times|divided by|multiplied by|over|mal|かける|足す|引く)?[ \t\n]*", re.I)
WORDLESS = re.compile(r"[ \t\n]*")
SIGN = re.compile(r"\s*(?:[=＝≠<>≤≥≈≡~∼]|:=|[-−+*/×·])\s*")
"""A sign between two formulas that makes one of them."""
DENYING = re.compile(
    r"(?:\b(?:not|never) (?:true|correct|right|valid|the case|so|hold)\w*|\b(?:untrue|wrong|incorrect|false)"
    r"|\b(?:mistake|fallacy))\b(?:\s+(?:that|is|to|write|claim|say|conclude|think|put|for|it|would|be|in|here))*"
    r"[\s,:]*\Z|\bnot\s*\Z|(?:次|以下|下)の(?:式|等式|関係)は[^。]*(?:成り立たない|誤り|正しくない|間違い)[^。]*[。．:：]?\s*\Z",
    re.I,
)
DENIED = re.compile(
    r"(?!\s*\n[ \t]*\n)[\s,;(]*(?:(?:but|and|which|this|that|it|the (?:above|line|equation))\s+)*"
    r"(?:is|are|does|do|would be|was)"
    r"(?:\s+(?:of course|clearly|obviously|simply|also))?"
    r"(?:(?:\s+not|n't)\s+(?:hold|true|correct|right|valid|the case)"
    r"|\s+(?:wrong|false|incorrect|untrue|a mistake))\b(?! (?:to|that)\b)"
    r"|[\s、,（(]*(?:(?:これ|この式)?は(?:誤り|間違い|正しくな|成り立たな|成立しな)|(?:は|が)成り立たな|ではない|ではなく)",
    re.I,
)
"""Words before and behind an equation by which it does not hold."""
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
            if not 0 <= other < len(beats):
                continue
            if beats[other].paragraph != beat.paragraph and (other < n or beat.inline or beats[other].inline):
                continue
            part = located[beats[other].number][1]
            if isinstance(part, Formula) and _is_part(part, gap, behind=other > n):
                yield ReadError("a part of this formula stands between `$` signs of its own", here, HINT)


def equated(beats: Sequence[Beat], located: Sequence[Located]) -> Iterator[ReadError]:
    """Equations whose sign stands outside: `$a$ = $b$`."""
    for one, two in pairwise(beats):
        second = located[two.number][1]
        if isinstance(second, Formula) and one.paragraph == two.paragraph and SIGN.fullmatch(two.gap) is not None:
            here = second.place((0, len(second.source.text)))
            yield ReadError("the sign before this formula stands outside the `$` signs", here, HINT)


def denied(beats: Sequence[Beat], located: Sequence[Located], tail: str) -> Iterator[tuple[int, ReadError]]:
    """The formulas with equations of which the text says that they do not hold, and what is to be said of it."""
    for n, beat in enumerate(beats):
        formula = located[beat.number][1]
        after = beats[n + 1].gap if n + 1 < len(beats) else tail
        if not beat.equation or isinstance(formula, ReadError):
            continue
        if DENYING.search(beat.gap) or DENIED.match(after):
            here = formula.place((0, len(formula.source.text)))
            hint = "strike it out, or say what holds"
            yield beat.number, ReadError("the text says that this does not hold", here, hint)


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


__all__ = ["denied", "equated", "torn_apart"]
