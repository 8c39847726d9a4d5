r"""Does a sentence do nothing but hold something fixed, or name a direct derivative?

All of its words have to be known (`direct_plain_words`), and no formula stands in it but what is held and what is
differentiated, `the direct derivative of $u$ by $w$ is`. With one word more that denies it, it says that the
derivative is no direct one. What any other sentence means is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from ...pattern import lazily
from .direct_plain_words import (
    AROUND,
    CHINESE,
    CHINESE_HOLDING,
    DENYING,
    HOLDING,
    JAPANESE,
    JAPANESE_DENYING,
    JAPANESE_HOLDING,
    KOREAN,
    KOREAN_HOLDING,
)

HERE = " \N{BULLET} "
"""What is put for the formulas and the words that are looked for."""
WORD = lazily(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
EAST = lazily(r"[぀-ヿ一-鿿가-힣]")
MARKS = lazily(r"[*_`\s,:.;、，。；：()（）]|\\(?:emph|textbf|textit|text)\b|[{}]|•")
BY = lazily(
    r"\b(?:of|by|with respect to|w\.?r\.?t\.?|relative to|von|nach|par rapport à|de|di|del|respecto (?:a|de)|rispetto a"
    r"|em relação a|da|по)\s*\$[^$]*\$"
    r"|\bwith respect to (?:the )?(?:weights?|bias|inputs?|parameters?)\b"
    r"|\$[^$]*\$\s*(?:に(?:関する|ついての|よる|対する)|に関し(?:て|ての)|の|에\s*대한|의|对|對|关于|關於)"
    r"|(?:对|對|关于|關於)\s*\$[^$]*\$\s*的?",
    re.I,
)
"""What is differentiated, and by what."""
DEPENDS = lazily(r"\b(?:since|because|as)\s*\$[^$]*\$\s*depends on\s*\$[^$]*\$\s*,?", re.I)
FACTORS = lazily(r"\bwith the\s*•\s*in the (?:last|second|first) (?:factor|place)\b", re.I)
CHAIN = lazily(r"\b(?:by|using|with) the chain rule\b|\bthe chain rule(?= gives| yields)", re.I)
DENIALS = lazily(  # in several words
    r"\b(?:do|does|must|may|should|can)\s+not\b|\bno longer\b|\b(?:do|does|is|are|ca)n[’']t\b", re.I
)
TOTAL = lazily(
    r"(?:\A|[,;:])\s*(?:the|its)\s+(?:total|full)\s+derivatives?\s*(?:•\s*)?(?:is|are|equals)\s*:?\s*\Z", re.I
)
"""How a sentence ends that leads to another derivative."""


class Manner(Enum):
    """How a sentence speaks of direct derivatives."""

    PLAIN = "plain"
    DENIED = "denied"
    OTHER = "other"  # anything else


@lru_cache(maxsize=1024)
def holds_plainly(words: str, held: tuple[str, ...]) -> Manner:
    r"""How a sentence says that the names found in it are held; each of `held` is such a piece of it.

    >>> piece = ("$m$ held fixed",)
    >>> [holds_plainly(f"{x} $m$ held fixed, we get", piece).value for x in ("With", "Without", "Who has")]
    ['plain', 'denied', 'other']
    """
    if len(held) != 1:
        return Manner.OTHER
    inside = re.sub(r"\$[^$]*\$", " ", held[0])
    return _manner(words.replace(held[0], f"{HERE}{inside} ", 1), HOLDING, holding=True)


@lru_cache(maxsize=1024)
def calls_plainly(words: str, called: str) -> Manner:
    """How a sentence calls a derivative direct by such a piece of it.

    >>> say = "The direct derivative {} is".format
    >>> [calls_plainly(say(x), "direct derivative").value for x in ("of $u$ by $w$", "and the rest")]
    ['plain', 'other']
    """
    if words.count(called) == 1 and TOTAL.search(BY.sub(HERE, words)):
        return Manner.DENIED
    return _manner(words.replace(called, HERE, 1), AROUND, holding=False)


def _manner(words: str, known: frozenset[str], *, holding: bool) -> Manner:
    words = CHAIN.sub(" ", DEPENDS.sub(" ", words)) if holding else FACTORS.sub(HERE, words)
    words = BY.sub(" ", words)
    if re.search(r"[$?!~？！]", words):
        return Manner.OTHER
    if EAST.search(words):
        return _of_the_east(words, holding)
    words = DENIALS.sub(" not ", words)
    found = [w.lower() for w in WORD.findall(words)]
    denials = sum(w in DENYING for w in found)
    own = next((c for c in re.split(r"[,;:.()]", words) if HERE.strip() in c), "")
    if denials != sum(w.lower() in DENYING for w in WORD.findall(own)):
        return Manner.OTHER  # something else is denied
    if any(w not in known and w not in DENYING for w in found) or re.search(r"\d", words):
        return Manner.OTHER
    return (Manner.PLAIN, Manner.DENIED)[denials] if denials < 2 else Manner.OTHER


def _of_the_east(words: str, holding: bool) -> Manner:
    """The same, where words need no spaces between them: what is left without the known ones."""
    if re.search(r"[぀-ヿ]", words):
        known: Sequence[str] = (JAPANESE_HOLDING, JAPANESE) if holding else (JAPANESE,)
    elif re.search(r"[가-힣]", words):
        known = (KOREAN_HOLDING, KOREAN) if holding else (KOREAN,)
    else:
        known = (CHINESE_HOLDING, CHINESE) if holding else (CHINESE,)
    denials = 0
    if JAPANESE in known:
        words, denials = re.subn(JAPANESE_DENYING, " ", words)
    left = MARKS.sub("", re.sub("|".join(known), " ", words))
    if left or denials > 1:
        return Manner.OTHER
    return Manner.DENIED if denials else Manner.PLAIN
