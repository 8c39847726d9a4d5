"""Do the words around a condition turn it round, widen it or name it as an example (`restricting`)?"""

from __future__ import annotations

import re

from ..pattern import lazily
from .restricting import (
    BEFORE,
    BEHIND,
    CONCEDING,
    EXAMPLE,
    UPENDED,
    UPENDING,
    WIDENED,
    WIDENING,
    WIDENING_BEFORE,
    WIDENING_BEHIND,
)
from .said_plainly import said_plainly

IN_ENGLISH = lazily(
    r"\b(?:as for|(?!(?-i:But\s+(?:if|when)\b))but|save|such as|like|whether|regardless|irrespective|even"
    r"|also(?! (?:für|bei|wenn|falls|im)\b))\b\W*(?:\w+\W+){0,3}\Z",
    re.I,
)
"""English words by which what is said holds in a case among others, inside of a formula."""


def restricts(before: str, behind: str = "") -> bool:
    """Do the words around a condition inside of a formula make something else of it than a condition?

    >>> restricts("falls "), restricts("nicht bei "), restricts("auch wenn "), restricts("if ", " or not")
    (False, True, True, True)
    """
    if turns_round(before, behind) or widens(before, behind):
        return True
    return any(p.search(before) for p in (CONCEDING, IN_ENGLISH, EXAMPLE))


def restricting(before: str, behind: str = "", joined: bool = True) -> str:
    """The words around a condition inside of a formula by which it may be none, "" where there are none.

    >>> restricting("if "), restricting("auch für "), restricting("for ", " or not")
    ('', 'auch', 'not')
    """
    said = said_plainly(before, behind, joined)
    return said or (f"{before} {behind}".strip() if restricts(before, behind) else "")


def concedes(sentence: str) -> bool:
    """Do the words before a condition say that it is one case among others?

    >>> concedes("Auch bei "), concedes("Bei ")
    (True, False)
    """
    return CONCEDING.search(sentence) is not None


def turns_round(before: str, behind: str = "") -> bool:
    """Do the words around a condition turn it round?

    >>> turns_round("Unless "), turns_round("Tenzij ", " geldt"), turns_round("Falls ", " ist")
    (True, True, False)
    """
    return bool(UPENDING.search(before) or UPENDED.match(behind) or BEFORE.search(before) or BEHIND.match(behind))


def widens(sentence: str, behind: str) -> bool:
    """Do the words around a condition say that it may hold or not?

    >>> widens("Ob ", " ist oder nicht"), widens("Whether ", " or not"), widens("Si ", ", on a")
    (True, True, False)
    """
    if WIDENING.search(sentence) or WIDENED.match(behind):
        return True
    return bool(WIDENING_BEFORE.search(sentence) or WIDENING_BEHIND.match(behind))
