r"""Names that have one definition in one case and another in the next, with cases that only words or values tell.

`For positive examples $$E = -\log p$$ and for negative ones $$E = -\log (1 - p)$$`: neither is what E is. Cases of
indices are ranges of a definition and none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...errors import ReadError
from ...latex.grouping import Beat
from ...latex.tree import Formula
from ...pattern import lazily
from ..comparisons.supposing import left_signature
from ..located import Located
from ..stated import Stated

CASE = lazily(
    r"\b(?:for(?! (?:all|each|every|any|simplicity|convenience|example|instance|this|that|brevity|short|now)\b)|when|if"
    r"|in (?:the )?case|otherwise|else)\b|(?:とき|場合|それ以外)",
    re.I,
)
"""Words that tell a case, before its definition;"""
BEHIND = lazily(
    r"(?!\s*\n[ \t]*\n)\s*,?\s*(?-i:(?![A-Z]))"
    r"(?:for(?! (?:all|each|every|any)\b)|when|if|otherwise|else)\b|\s*(?:それ以外|その他)"
    r"|(?:の)?(?:とき|場合)",
    re.I,
)
"""and behind it."""


def told_by_cases(
    beats: Sequence[Beat], located: Sequence[Located], stated: Sequence[Stated], home: Sequence[int], tail: str
) -> Iterator[tuple[int, ReadError]]:
    """The formulas of such definitions, and what is to be said of them."""
    equations = [n for n, b in enumerate(beats) if b.equation]
    for one, two in pairwise(equations):
        first, second = (_single(beats[n].number, stated, home) for n in (one, two))
        if first is None or second is None or left_signature(first) is None:
            continue
        one_name = first.statement.chain.members[0] == second.statement.chain.members[0]
        if not one_name or first.statement.chain == second.statement.chain:
            continue
        if _is_case(beats, one, tail) and _is_case(beats, two, tail):
            for n in (one, two):
                f = located[beats[n].number][1]
                if isinstance(f, Formula):
                    here = f.here
                    yield beats[n].number, ReadError("this is so in one case only, which no formula tells", here, HINT)


HINT = r"write `\begin{cases}`, with conditions on indices or values"


def _single(number: int, stated: Sequence[Stated], home: Sequence[int]) -> Stated | None:
    """The statement that a formula is, if it is one without conditions on indices."""
    own = [s for s, at in zip(stated, home, strict=False) if at == number]
    alone = len(own) == 1 and not (own[0].conditions or own[0].statement.conditions or own[0].struck)
    return own[0] if alone else None


def _is_case(beats: Sequence[Beat], n: int, tail: str) -> bool:
    """Do words in front of an equation, or right behind it, tell a case?"""
    start = next((m for m in range(n - 1, -1, -1) if beats[m].equation), -1)
    before = " $ ".join(b.gap for b in beats[start + 1 : n + 1])
    before = re.split(r"[.。;]\s", before)[-1]
    if start >= 0 and beats[n].inline and beats[start].paragraph == beats[n].paragraph:
        before = BEHIND.sub("", before, count=1) if BEHIND.match(before) else before  # it is said of the one before
    behind = beats[n + 1].gap if n + 1 < len(beats) else tail
    return CASE.search(before) is not None or BEHIND.match(behind) is not None
