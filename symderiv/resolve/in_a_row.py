r"""Displays in a row behind a colon: `If $s > 0$, the gradients are:` above several, without a word between them.

What the sentence supposes of values holds for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..latex.clauses import Beat, Group

COLONS = (":", "：")


def in_a_row(group: Group, beats: Sequence[Beat]) -> Iterator[int]:
    """The equations that follow the one a group leads to, up to the next word."""
    if not group.leading or len(group.targets) != 1 or group.doubt:
        return
    first = group.targets[0]
    if first != group.members[-1] + 1 or beats[first].inline or not beats[first].gap.strip().endswith(COLONS):
        return
    for n in range(first + 1, len(beats)):
        b = beats[n]
        if b.gap.strip() or b.inline or not b.equation or b.section != beats[first].section:
            return
        yield n
