r"""Sums below which `j \ne y` stands: they run over j alone, where y is the true class, or over pairs of both letters.

Few pages mean pairs by such letters, and few say which they mean. Where words do not say that it is the class, a line
is right or wrong if it is so in both readings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...pattern import lazily
from ...read import Reading
from ...resolve.integers.unequal import SINGLED_OUT
from ..completion.clashes import Whole, read_otherwise
from ..link import Stance
from .partners_given import is_same

KEPT_OUT = lazily(
    r"\\sum\s*(?:\\(?:no)?limits\s*)?_\s*\{\s*\\?\w+\s*(?:\\neq?(?![a-z])|\\not\s*=|≠)"
    rf"\s*\{{?\s*[{''.join(sorted(SINGLED_OUT))}]\s*\}}"
)
"""Such a sum, as typed."""


def with_classes_in_pairs(text: str, page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which such sums run over both letters; none where that changes
    nothing."""
    found = read_otherwise(page, read) if KEPT_OUT.search(text) else None
    if found is None or is_same(found.reading, page.reading):
        return ()
    return (replace(found, stance=Stance.CROSSED),)
