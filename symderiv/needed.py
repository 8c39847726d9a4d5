r"""What a text must hold for a pattern to be found in it: one of a few words, which are looked for far more quickly.

A pattern of many words is tried at each place of a page, word for word; whether a page holds one of these words at all
is found out in a fraction of that time. They are read off the pattern as Python has parsed it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import product
from typing import Any

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # nothing is promised of it: without it patterns are tried as they are
    _parser = None

MOST_WORDS, MOST_SPELLINGS = 80, 8
"""So many words are looked for at most; one place of a pattern is spelled out in so many ways."""
ENOUGH = 4
"""A word of so many letters is as good as a longer one."""
DOTLESS, DOTTED = "ı", "İ"
"""Letters that equal an `i` where case is ignored, without being folded to it: the only ones."""
NOTHING = frozenset[str]()
ANY = frozenset([""])


def needed(pattern: str, flags: int = 0) -> frozenset[str]:
    r"""Words of which a text holds one if the pattern is found in it; none where that cannot be told.

    Where the pattern ignores case, that is so of both when folded.

    >>> sorted(needed(r"\b(?:hidden|inner)\s+layers?\b")), sorted(needed(r"(?:tied|shared) weights|\bre-?used?"))
    (['hidden', 'inner'], [' weights', 're-use', 'reuse'])
    >>> needed(r"[a-z]+"), needed("weights?|[0-9]")
    (frozenset(), frozenset())
    """
    if _parser is None:
        return NOTHING
    parsed = _parser.parse(pattern, flags)
    found = _of_all(parsed)
    if parsed.state.flags & re.I:
        if any(DOTLESS in x or DOTTED in x for x in found):
            return NOTHING
        found = frozenset(x.casefold() for x in found)
    found = frozenset(x for x in found if not any(y != x and y in x for y in found))
    return found if len(found) <= MOST_WORDS else NOTHING


def asking(words: frozenset[str], folded: bool) -> Callable[[str], bool]:
    """The question whether a text holds one of some words, or may; folded, where case is ignored.

    >>> may_hold = asking(frozenset(["layer", "unit"]), True)
    >>> may_hold("Hidden LAYERS"), may_hold("Weights")
    (True, False)
    """
    ordered = sorted(words)

    def holds_one(text: str) -> bool:
        if folded:
            text = _folded(text)
            if not text:
                return True
        for x in ordered:  # noqa: SIM110 - a generator takes twice the time
            if x in text:
                return True
        return False

    return holds_one


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """The text folded; nothing where it has one of those letters."""
    return "" if DOTLESS in text or DOTTED in text else text.casefold()


def _of_all(items: Iterable[tuple[object, Any]]) -> frozenset[str]:
    """What is needed for all of what follows each other: of one part of it what tells most."""
    best, run = NOTHING, ANY
    for op, of in (*items, ("", None)):
        ways = _spellings(op, of)
        if ways and len(run) * len(ways) <= MOST_SPELLINGS:
            run = frozenset(a + b for a, b in product(run, ways))
        elif str(op) != "AT":
            best = max(best, run if all(map(_tells, run)) else NOTHING, _of_one(str(op), of), key=_worth)
            run = ANY
    return best


def _of_one(op: str, of: Any) -> frozenset[str]:
    """What is needed for one part of a pattern."""
    if op == "SUBPATTERN":
        return _of_all(of[3]) if not of[1] and not of[2] else NOTHING  # other flags hold within
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_all(of[2]) if of[0] else NOTHING
    if op == "BRANCH":
        found = [_of_all(x) for x in of[1]]
        return NOTHING.union(*found) if all(found) else NOTHING
    if op == "IN":
        ways = _spellings(op, of)
        return ways if all(map(_tells, ways)) else NOTHING
    return _of_all(of[1]) if op == "ASSERT" else _of_all(of) if op == "ATOMIC_GROUP" else NOTHING


def _spellings(op: object, of: Any) -> frozenset[str]:
    """All that one part of a pattern may match; nothing where that is much."""
    kind = str(op)
    if kind == "LITERAL":
        return frozenset([chr(of)])
    if kind == "IN":
        return frozenset(chr(x) for _, x in of) if all(str(what) == "LITERAL" for what, _ in of) else NOTHING
    if kind in ("MAX_REPEAT", "MIN_REPEAT") and of[:2] == (0, 1) and len(of[2]) == 1:
        ways = _spellings(*of[2][0])
        return ways | ANY if ways else NOTHING
    return NOTHING


def _tells(word: str) -> bool:
    """Is a word no single letter, which most texts have?"""
    common = word.isascii() and (word.isalnum() or word.isspace())
    return len(word) > 1 or (len(word) == 1 and not common)


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """How much words tell: by the one that tells least, and how few they are."""
    return min((_letters(x) for x in words), default=0), -len(words)


def _letters(word: str) -> int:
    """How much one word tells: by its letters, those of other scripts counted twice; little what formulas have."""
    if "\\" in word or not any(map(str.isalpha, word)):
        return 1
    return min(len(word) * (2 - word.isascii()), ENOUGH)
