"""The clause around conditions of a page, of the texts between its formulas (`grouping`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from ..pattern import lazily
from .clauses import APART, FORMULA, STOP
from .conditional_clause import unlike_a_condition
from .led_elsewhere import led_elsewhere

NEXT_CLAUSE = lazily(
    r"\s*[,;，；、]?\s*(?<![^\W_])(?:and|while|whereas|but|und|während|aber|et|mais|tandis|y|pero|mientras|e|ma|mentre|mas|enquanto|и|а)(?![^\W_])"
    r"|[,;，；、]",
    re.I,
)
"""What begins the clause of the next line."""


class Beat(Protocol):
    """What of a formula of `grouping` is looked at."""

    gap: str
    paragraph: int
    equation: bool
    inline: bool
    compared: bool
    equal: bool


class Group(Protocol):
    """What of conditions that are said together is."""

    members: list[int]
    targets: list[int]
    leading: bool


def said_elsewhere(beats: Sequence[Beat], group: Group, behind: str) -> str:
    """Words around the comparison of an index by which it is none of its equation, "" where there are none.

    `behind` is the text behind it.
    """
    before, until = APART.split(beats[group.members[0]].gap)[-1], text_until(beats, group, behind)
    if found := led_elsewhere(before, until, group.leading):
        return found
    if group.leading and group.targets and beats[group.targets[0]].inline:
        return ""  # `We write $i$ for a unit ($i \\le q$), $Z$ for $\\sum_k a_k$`: no display is meant
    if group.leading and any(b.compared for b in _between(beats, group)):
        return until.strip()
    if group.leading:
        before = _sentence_before(beats, group)
    elif _is_followed(beats, group):
        until = NEXT_CLAUSE.split(until)[0]
    return unlike_a_condition(before, until, group.leading, all(beats[m].equal for m in group.members))


def _is_followed(beats: Sequence[Beat], group: Group) -> bool:
    """Does a line follow, of which the next clause is: `for $i = j$, while off the diagonal [display]`?"""
    behind = group.members[-1] + 1
    return behind < len(beats) and beats[behind].equation


def text_until(beats: Sequence[Beat], group: Group, behind: str) -> str:
    """The text between a group and the equation that it leads to; behind another, the rest of its sentence."""
    between = [*_between(beats, group), beats[group.targets[0]]] if group.leading and group.targets else []
    return FORMULA.join(b.gap for b in between) if between else STOP.split(APART.split(behind)[0])[0]


def _between(beats: Sequence[Beat], group: Group) -> Sequence[Beat]:
    return beats[group.members[-1] + 1 : group.targets[0]] if group.targets else ()


def _sentence_before(beats: Sequence[Beat], group: Group) -> str:
    """The text before a group, with that before the formulas in front of it in its sentence."""
    at = group.members[0]
    text = APART.split(beats[at].gap)[-1]
    while at and text == beats[at].gap + text[len(beats[at].gap) :] and STOP.search(text) is None:
        above = beats[at - 1]
        if not above.inline or above.equation or above.paragraph != beats[group.members[0]].paragraph:
            break
        at -= 1
        text = APART.split(above.gap)[-1] + (above.gap and FORMULA) + text
        if above.compared:
            return f"{UNREAD_COMPARISON} {text}"
    return text


UNREAD_COMPARISON = "="
"""What stands for another comparison in the same sentence."""
