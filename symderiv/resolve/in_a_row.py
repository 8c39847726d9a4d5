r"""Displays in a row behind words that lead to them: `If $s > 0$, the gradients are` above several, no word between.

What the sentence supposes of values holds for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..latex.clauses import STOP
from ..latex.grouping import Beat, Group

COLONS = (":", "：")


def in_a_row(group: Group, beats: Sequence[Beat], has_own: Callable[[int], bool]) -> Iterator[int]:
    """The equations that follow the one a group leads to, up to the next word or to one that `has_own` conditions."""
    if not group.leading or len(group.targets) != 1 or group.doubt:
        return
    first = group.targets[0]
    if first != group.members[-1] + 1 or beats[first].inline or not _leads_on(beats[first].gap):
        return
    for n in range(first + 1, len(beats)):
        b = beats[n]
        if b.gap.strip() or b.inline or not b.equation or b.section != beats[first].section or has_own(b.number):
            return
        yield n


def _leads_on(words: str) -> bool:
    """Does the sentence with the condition go on in the display?"""
    return words.strip().endswith(COLONS) or STOP.search(words) is None
