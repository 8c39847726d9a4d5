r"""Displays in a row behind words that lead to them: `If $s > 0$, the gradients are` above several, no word between.

What the sentence supposes of values holds for all of them; the ranges that it gives letters are those of lines that say
the same derivative again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...latex.clauses import STOP
from ...latex.grouping import Beat, Group
from ...latex.tree import Derivative
from ..integers.ranging import is_whole_range
from ..stated import Beside, Stated
from .headings_of_cases import HEADING, ITEM

COLONS = (":", "：")


def in_a_row(group: Group, beats: Sequence[Beat], has_own: Callable[[int], bool]) -> Iterator[int]:
    """The equations that follow the one a group leads to, up to the next word or to one that `has_own` conditions."""
    if not group.leading or len(group.targets) != 1 or group.doubt:
        return
    first = group.targets[0]
    between = beats[group.members[-1] + 1 : first]  # more conditions, `For $l < L$ and any unit ($i = 1, \\dots, N_l$)`
    ahead = first > group.members[-1] and all(b.condition for b in between)
    if not ahead or beats[first].inline or not all(_leads_on(b.gap) for b in (*between, beats[first])):
        return
    for n in range(first + 1, len(beats)):
        b = beats[n]
        if b.gap.strip() or b.inline or not b.equation or b.section != beats[first].section or has_own(b.number):
            return
        yield n


def ranges_of_row(conditions: Sequence[Beside], first: Sequence[Stated], here: Sequence[Stated]) -> list[Beside]:
    """Those of the conditions above a row that are ranges of a line in it: the first line is about the same derivative,
    and this one has no condition of its own."""
    lefts = [s.statement.chain.members[0] for s in here]
    again = all(isinstance(x, Derivative) for x in lefts) and not any(s.statement.conditions for s in here)
    same = again and lefts == [s.statement.chain.members[0] for s in first]
    return [c for c in conditions if same and is_whole_range(c[1])]


def _leads_on(words: str) -> bool:
    """Does the sentence with the condition go on in the display?"""
    return words.strip().endswith(COLONS) or STOP.search(words) is None


def of_its_item(beats: Sequence[Beat], members: Sequence[int]) -> Iterator[tuple[int, Beat]]:
    r"""The formulas behind conditions with their places; in an item of a list only as far as the next item.

    >>> gaps = ("\n- without a penalty (", "):\n", "\n so ", "\n- with a penalty:\n")
    >>> [n for n, _ in of_its_item([Beat(n, gap) for n, gap in enumerate(gaps)], [0])]
    [1, 2]
    """
    item = HEADING.search(beats[members[0]].gap) is not None
    for n, b in enumerate(beats[members[-1] + 1 :], members[-1] + 1):
        if item and ITEM.search(b.gap):
            return
        yield n, b
