"""Words around a formula by which it does not hold where it stands: it is hedged, denied, or weakened."""

from __future__ import annotations

from .denials import denies, weakens
from .hedged import is_hedged


def is_doubted(before: str, behind: str) -> bool:
    """Do the words before and behind a formula keep it from holding?

    >>> is_doubted("Hence", "for all i."), is_doubted("It is not true that", "")
    (False, True)
    """
    return is_hedged(before, behind) or denies(before, behind) or weakens(before, behind)
