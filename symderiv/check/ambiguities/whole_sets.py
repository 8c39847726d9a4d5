r"""Sets under sums, `\sum_{l \in S}`: a part of what l runs over, or all of it? And how do two of them go together?

Which entries a set has is data, and so a line that leaves the set out is wrong. But an author may use the letter for
what is in the set alone, and need not say so again. A line is left open that is right where the set is everything, or
for the elements of a set that differs from row to row, or for the pairs of `\sum_{j \ne i}` alone. Of several sets
an author may know that each thing is in one of them, or that one holds another: what is right then is open, too. So is
a line of whole matrices, `(\hat R - R) Q^T`, that is right if their difference has only the entries of
`\sum_{(i,j) \in D}`. A set without elements has no largest one: a line that is right where these sets are everything
may be wrong only there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ...pattern import lazily
from ...read import Reading
from ...resolve.prepared.sums.sets_related import Sets
from ..completion.clashes import Whole, read_otherwise

UNDER_SUM = lazily(r"\\sum(?:\\(?:no)?limits)?\s*_\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*(?:\\(?:in|neq?|not)(?![A-Za-z])|≠)")
LARGEST = lazily(r"\\(?:max|min)(?![A-Za-z])(?:\\(?:no)?limits)?\s*_\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\\in(?![A-Za-z])")
SET = lazily(r"_\s*\{[^{}]*\\in(?![A-Za-z])\s*([^\s,}]+)")
"""The beginning of what stands behind the letter of a sum."""


PAIRS = lazily(r"\\sum(?:\\(?:no)?limits)?\s*_\s*\{[^{}]*,[^{}]*(?:\{[^{}]*\}[^{}]*)*\\in(?![A-Za-z])")


def with_recorded_only(text: str, page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which differences of matrices have only the entries that it adds
    up; none where that changes nothing."""
    if PAIRS.search(text) is None:
        return ()
    found = read_otherwise(page, read)
    return (found,) if found is not None and _is_another(found, page) else ()


def with_sets_otherwise(text: str, page: Whole, read: Callable[[Sets], Reading]) -> tuple[Whole, ...]:
    """The page as `read` reads it with sets that are everything, or go together; none where that changes nothing."""
    largest = LARGEST.search(text) is not None
    if UNDER_SUM.search(text) is None and not largest:
        return ()
    several = len({m[1] for m in SET.finditer(text)}) > 1
    found = [page]
    for sets in (Sets.WHOLE, *([Sets.DISJOINT, Sets.NESTED] if several else []), *([Sets.FULL] if largest else [])):
        other = read_otherwise(page, partial(read, sets))
        if other is not None and all(_is_another(other, x) for x in found):
            found.append(other)
    return tuple(found[1:])


def _is_another(one: Whole, two: Whole) -> bool:
    return (one.reading.draft, one.reading.claims) != (two.reading.draft, two.reading.claims)
