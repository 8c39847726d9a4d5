r"""Ranges beside which words name an index that is none of theirs: `for $t = 1, \dots, T-1$ and $t = T$`.

Whether the line is said of both, or of the range alone (`for $t = T$ see below`), is not clear; together they would
hold of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from ...latex.clauses import STOP
from ...latex.grouping import Beat, Group
from ...latex.joining import AND
from ...latex.tree import Chain, Name, Number, walk
from ...notation import EQUALITIES
from ...pattern import lazily
from ..integers.ranging import is_range, is_whole_range
from ..located import Located
from ..spelled.shape import letter_of

STARTING = lazily(
    r"\b(?:start|begin|initial|anfang|angefangen|beginn|commen|empez|comenz|começ|inizi|partir|partiendo|начин)|始|开始|開始|부터",
    re.I,
)
"""Words before the index at which a range begins."""
CLOSED = lazily(r"[)）]\s*[^\s),;）]|ただし|但|however", re.I)
"""What stands in parentheses is said apart from what is said behind them."""
ALSO = (
    rf"[\s,;(（$)]*(?:(?:{AND}|or|oder|ou|o|as well as|sowie|also|plus)\s+)+"
    r"(?:(?:also|too|even|auch|aussi|también|também|anche|for|für|pour|para|per|at|in|the|last|final|step|case)\s+){0,4}"
)
"""Words that join a letter to a range."""
ALONE = r"\$?(?![\w^{(]|\s*(?:[=<>≤≥≠+*/]|\\(?:l|g|n)eq?\b|\\in\b|,\s*\$?\w))"


def with_ranges_doubted(
    groups: list[Group], beats: Sequence[Beat], located: Sequence[Located], chains: Callable[[int], list[Chain]]
) -> list[Group]:
    """The groups of conditions; in doubt those of a range beside which one more index is named."""
    own = {m: chains(beats[m].number) for g in groups for m in g.members}
    said = [(m, g) for g in groups for m in g.members]
    for (one, first), (other, second) in _side_by_side(said, beats):
        pairs = ((a, b) for a in own[one] for b in own[other])
        if any(_is_beyond(a, b) or _is_beyond(b, a) for a, b in pairs):
            first.doubt, second.doubt = first.doubt or "or", second.doubt or "or"
    for m, group in said:
        behind = located[beats[m].number][0].after
        if any(_named_too(c, behind) for c in own[m]):
            group.doubt = group.doubt or "or"
    return groups


def _side_by_side(
    said: Sequence[tuple[int, Group]], beats: Sequence[Beat]
) -> Iterator[tuple[tuple[int, Group], tuple[int, Group]]]:
    """The pairs of conditions of a sentence between which nothing is claimed."""
    for one, other in combinations(said, 2):
        between = beats[one[0] + 1 : other[0] + 1]
        gaps = [b.gap for b in between]
        if beats[one[0]].paragraph != beats[other[0]].paragraph or any(b.equation for b in between):
            continue
        if not any(STOP.search(x) or STARTING.search(x) or CLOSED.search(x) for x in gaps):
            yield one, other


def _is_beyond(ranged: Chain, single: Chain) -> bool:
    """Is the second an index that the first, a range of the same letter, names as an end, or may leave out?"""
    if len(single.relations) != 1 or single.relations[0] not in EQUALITIES or not is_range(ranged):
        return False
    letter, end = letter_of(single.members[0]), single.members[1]
    inside = _letters(ranged)
    if letter is None or letter not in set(map(letter_of, ranged.members)) or is_whole_range(single):
        return False
    return isinstance(end, Number) or (bool(_letters(single) - {letter}) and _letters(single) <= inside)


def _letters(chain: Chain) -> set[str]:
    return {x.base for m in chain.members for x in walk(m) if isinstance(x, Name)}


def _named_too(chain: Chain, behind: str) -> bool:
    """Is an end of a range named behind it, `and also for $T$`?"""
    if not chain.relations or not is_range(chain):
        return False
    ends = {x.base for m in chain.members[1:] for x in walk(m) if isinstance(x, Name)}
    return any(re.match(rf"{ALSO}\$?{re.escape(x)}{ALONE}", behind, re.I) for x in ends)
