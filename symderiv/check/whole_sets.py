r"""Sets under sums, `\sum_{l \in S}`: a part of what l runs over, or all of it?

Which entries a set has is data, and so a line that leaves the set out is wrong. But an author may use the letter for
what is in the set alone, and need not say so again. A line is left open that is right where the set is everything, or
for the elements of a set that differs from row to row, or for the pairs of `\sum_{j \ne i}` alone. So is one of whole
matrices, `(\hat R - R) Q^T`, that is right if their difference has only the entries of `\sum_{(i,j) \in D}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..read import Reading
from .clashes import Whole, read_otherwise

UNDER_SUM = re.compile(
    r"\\sum(?:\\(?:no)?limits)?\s*_\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*(?:\\(?:in|neq?|not)(?![A-Za-z])|≠)"
)


PAIRS = re.compile(r"\\sum(?:\\(?:no)?limits)?\s*_\s*\{[^{}]*,[^{}]*(?:\{[^{}]*\}[^{}]*)*\\in(?![A-Za-z])")


def with_recorded_only(text: str, page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which differences of matrices have only the entries that it adds
    up; none where that changes nothing."""
    return _otherwise(page, read) if PAIRS.search(text) is not None else ()


def with_sets_whole(text: str, page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which sets are everything; none where that changes nothing."""
    return _otherwise(page, read) if UNDER_SUM.search(text) is not None else ()


def _otherwise(page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    found = read_otherwise(page, read)
    if found is None or (found.reading.draft, found.reading.claims) == (page.reading.draft, page.reading.claims):
        return ()
    return (found,)
