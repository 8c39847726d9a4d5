r"""Which sentences say that some things are a part of others: `The first $M$ of the $N$ units are visible, $M < N$.`

A comparison of sizes may be one of a case. So only sentences count that hold nothing but the words listed here, and
formulas; those that suppose it say also that it holds throughout. Words by which a part is taken out of a whole,
`the first $M$ of the $N$`, say by themselves that it is no larger, in whatever case they stand.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .clauses import STOP
from .neutral_words import COMMAND, FORMULA, LETTER
from .sentences import END
from .sizes_said import asks_of_sizes

PHRASES = lazily(
    r"\bof all\b|\bonly the\b|\b(?:we |let us )?(?:assume|suppose|require|take|have)(?: that)?\b(?=.*\bthroughout\b)"
    r"|\bthroughout(?:,?\s+we (?:assume|suppose|require|take|have)(?: that)?\b)?",
    re.I | re.DOTALL,
)
WORDS = lazily(
    r"\b(?:here|where|with|and|so|the|an?|our|of|out|by|to|as|all|which|that|is|are|be|has|have|there|first|last|remaining"
    r"|rest|others?|latter|former|numbers?|denotes?|from|among|visible|observed|unobserved|hidden|latent|outputs?|inputs?"
    r"|clamped|free|given|known|labell?ed|unlabell?ed|masked|unmasked|total|network|layers?|units?|neurons?|nodes?"
    r"|examples?|samples?|points?|observations?|items?|tokens?|positions?|entries|components?|features?|class(?:es)?|words?"
    r"|targets?|stat(?:e|es|ions)|variables?|times?|steps?|columns?|rows?"
    r"|hier|wobei|mit|und|der|die|das|den|von|ist|sind|ersten?|letzten?|übrigen?|Einheiten|Neuronen|Ausgabe(?:einheiten)?"
    r"|Eingabe(?:einheiten)?|sichtbare?n?|versteckte?n?|verborgene?n?|Beispiele|Punkte|Knoten|Anzahl|insgesamt|alle[rn]?"
    r"|ici|où|avec|et|les?|des?|la|du|dont|est|sont|premi(?:er|ère)s?|derni(?:er|ère)s?|unités|neurones|visibles?|cachée?s?"
    r"|observée?s?|sortie|entrée|aquí|donde|con|los|las|el|y|de|primer[oa]s|unidades|salida|entrada)\b",
    re.I,
)
"""Words that only say so,"""
ASIAN = lazily(
    r"ここで|ただし|のうち|最初|初め|先頭|残り|ユニット|ニューロン|素子|サンプル|データ|出力|入力|可視|観測|隠れ|単位|全部で|合計"
    r"|である|です|ある|あり|および|個|層|は|が|の|で|と|、"
    r"|其中|这里|前|后|个|单元|神经元|样本|输出|输入|可见|隐藏|有|为|是|的|中|共|，"
)
"""and so in Japanese and Chinese."""
PART_FIRST = lazily(
    r"\b(?:first|last|ersten|letzten)\s+\$([A-Za-z])\$\s+(?:(?!not\b)[^\W\d_]+\s+)?(?:(?:out\s+)?of|der|von|aller)"
    r"\s+(?:(?:the|our|all|these|those)\s+){0,2}\Z"
    r"|\b(?:les|des)\s+\$([A-Za-z])\$\s+(?:premi|derni)[eè]re?s\s+(?:[^\W\d_]+\s+)?(?:des|de\s+nos)\s+\Z",
    re.I,
)
"""A part, right before the whole;"""
WHOLE_FIRST = lazily(
    r"\bof\s+(?:(?:the|our|all|these|those)\s+){0,2}\$([A-Za-z])\$\s+[^\W\d_]+,?\s+(?:only\s+)?the\s+(?:first|last)\s+\Z"
    r"|\$([A-Za-z])\$\s*個の[^\W\d_]{0,12}?のうち、?\s*(?:最初|初め|先頭|最後)の\s*\Z"
    r"|\$([A-Za-z])\$\s*个[^\W\d_]{0,8}?中，?的?前\s*\Z",
    re.I,
)
"""a whole, right before a part."""


def are_parts_said(before: str, behind: str) -> bool:
    """Does the sentence around a comparison of sizes say nothing but which part of things is meant?

    >>> are_parts_said(r"The units $1, ..., M$ are the output units, ", ".")
    True
    >>> are_parts_said("Often ", "."), are_parts_said("We assume ", "."), are_parts_said("We assume ", " throughout.")
    (False, False, True)
    """
    lead = STOP.split(FORMULA.sub(" ", END.split(before)[-1]))[-1]
    rest = STOP.split(FORMULA.sub(" ", behind))[0]
    if asks_of_sizes(lead, FORMULA.sub(" ", behind)):
        return False
    words = COMMAND.sub(" ", f"{lead} | {rest}")
    for neutral in (PHRASES, WORDS, ASIAN):
        words = neutral.sub(" ", words)
    return LETTER.search(words) is None


def part_and_whole(before: str, letter: str) -> tuple[str, str] | None:
    """The sizes of a part and of its whole that the words before a letter say, the letter being one of them.

    >>> part_and_whole("The first $M$ of the ", "N"), part_and_whole("Of the $N$ units the first ", "M")
    (('M', 'N'), ('M', 'N'))
    >>> part_and_whole("The length $M$ of the ", "N") is None
    True
    """
    if (found := PART_FIRST.search(before)) is not None:
        return next(filter(None, found.groups())), letter
    if (found := WHOLE_FIRST.search(before)) is not None:
        return letter, next(filter(None, found.groups()))
    return None
