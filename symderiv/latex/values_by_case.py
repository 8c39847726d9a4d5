r"""Cases of values that a sentence names, `it is $a$ if $y = 1$ and $b$ if $y = 0$`, which are none of a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from .clauses import OTHER_VALUE, REMAINING, VALUED, VALUED_IF


class Beat(Protocol):
    """What of a formula of `grouping` is looked at."""

    gap: str
    equation: bool
    condition: bool
    inline: bool


def is_of_a_value(beats: Sequence[Beat], at: int, tail: str) -> bool:
    """Is it the case of one of two values that a sentence names: `the reward is $a$ if $y = 1$ and $b$ if $y = 0$`?

    >>> from symderiv.latex.grouping import Beat
    >>> said = ("The reward is ", False), (" if ", True), (" and ", False), (" if ", True)
    >>> is_of_a_value([Beat(0, gap, condition=c, inline=True) for gap, c in said], 1, ".")
    True
    """
    two = any(_are_two_values(beats, first) for first in (at - 1, at - 3) if first >= 0)
    return two or (is_case_of_a_value(beats, at) and _is_told_otherwise(beats, at + 1, tail))


def is_case_of_a_value(beats: Sequence[Beat], at: int) -> bool:
    r"""Is it the case of a value that a sentence names, `$\delta_{ij}$ is $1$ if $i = j$`?

    >>> from symderiv.latex.grouping import Beat
    >>> is_case_of_a_value([Beat(0, " is ", inline=True), Beat(1, " if ", condition=True, inline=True)], 1)
    True
    """
    value = beats[at - 1] if at else None
    if value is None or value.equation or value.condition or not (value.inline and beats[at].inline):
        return False
    return bool(VALUED.search(value.gap) and VALUED_IF.fullmatch(beats[at].gap))


def _is_told_otherwise(beats: Sequence[Beat], at: int, tail: str) -> bool:
    """Is it the value in all other cases, `and $0$ otherwise`, `else $0$`?"""
    other = beats[at] if at < len(beats) else None
    if other is None or other.equation or other.condition or not other.inline:
        return False
    behind = beats[at + 1].gap if at + 1 < len(beats) else tail
    between = REMAINING.sub("", other.gap)
    return bool(OTHER_VALUE.fullmatch(between)) and (between != other.gap or REMAINING.match(behind) is not None)


def _are_two_values(beats: Sequence[Beat], first: int) -> bool:
    here = beats[first : first + 4]
    if len(here) < len(KINDS) or [b.condition for b in here] != KINDS or any(b.equation or not b.inline for b in here):
        return False
    joined = OTHER_VALUE.fullmatch(here[2].gap) and here[2].gap.strip() and VALUED.search(here[0].gap)
    return bool(joined) and all(VALUED_IF.fullmatch(b.gap) for b in (here[1], here[3]))


KINDS = [False, True, False, True]
"""A value, its case, the other value, its case."""
