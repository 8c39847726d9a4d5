r"""Names that are 0 where their indices lie outside a list: `$k_{ij} = 0$ wherever $i$ or $j$ lies outside $1, 2, 3$`.

The list is the range of these letters elsewhere on the page, and all indices of the name are told. Then the name is 0
beyond its range; anything else would be a claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ...latex.grouping import Beat
from ...latex.tree import ZERO, BigSum, Chain, Group, Listing, Name, Node, walk
from ...pattern import lazily
from ..spelled.shape import letter_of
from ..stated import Stated
from .beyond import DENIED, WITHOUT_RANGE, signals_zero_outside

ZERO_BEYOND = "what lies beyond its range is 0, as the page says"
"""What is noted where a page says so."""
WHENEVER = lazily(
    r"\s*,?\s*(?:whenever|wherever|when|where|if|as soon as|once)\s+(?:either\s+|one of\s+|any of\s+)?", re.I
)
"""Words between the equation and the letters,"""
OR = lazily(r"\s*(?:,|or|,\s*or|and|,\s*and)\s*", re.I)
"""between these,"""
LIES = r"\s+(?:is|are|lies?|falls?|goes|go|runs?)\s+"
OUTSIDE = lazily(
    rf"{LIES}(?:outside|beyond|out|not in|not among)(?: of)?(?: the (?:range|set|indices|numbers))?(?: of)?\s*", re.I
)
"""between them and the list,"""
OUTSIDE_ITS_RANGE = lazily(rf"{LIES}{WITHOUT_RANGE}\s*(?=[.;)]|\Z|\n)", re.I)
"""or behind them, where no list is typed;"""
ENDS = lazily(r"\s*(?:[.;)]|\Z|\n\s*\n)")
BROKEN = lazily(r"\s*\n")
"""and behind the list; where a section begins behind it, its stop is none of the words between."""


def zero_beyond(
    beats: Sequence[Beat], tail: str, chains: Callable[[int], list[Chain]], stated: Sequence[Stated]
) -> Iterator[int]:
    """The formulas beyond which all signals are 0, and those that say so of a name; no conditions any more."""
    yield from signals_zero_outside(beats, tail, chains)
    yield from outside_a_list(beats, tail, chains, (s.statement.chain for s in stated))


def outside_a_list(
    beats: Sequence[Beat], tail: str, chains: Callable[[int], list[Chain]], stated: Iterable[Chain]
) -> Iterator[int]:
    """The formulas that say so; they are no conditions any more. `chains` are the statements of a formula, `stated`
    those of the page."""
    every: list[Chain] | None = None
    for n, beat in enumerate(beats):
        own = chains(beat.number) if beat.inline else []
        if len(own) != 1 or own[0].relations != ("=",) or own[0].members[1] != ZERO:
            continue
        letters, behind = _letters(beats, n, chains)
        if not letters or DENIED.search(re.split(r"[.;]", beat.gap)[-1]) or letters != _indices(own[0].members[0]):
            continue
        gap = beats[behind].gap if behind < len(beats) else tail
        listed = OUTSIDE.fullmatch(gap) is not None and behind < len(beats)
        if listed:
            every = list(stated) if every is None else every
            told = _ends(beats, behind, tail) and _is_range(chains(beats[behind].number), letters, every)
        else:
            told = OUTSIDE_ITS_RANGE.match(gap) is not None
        if told:
            beat.condition = False
            yield beat.number


def _letters(beats: Sequence[Beat], at: int, chains: Callable[[int], list[Chain]]) -> tuple[set[str], int]:
    """The letters named behind an equation, and where the next formula is."""
    found: set[str] = set()
    behind = at + 1
    while behind < len(beats) and beats[behind].inline and (OR if found else WHENEVER).fullmatch(beats[behind].gap):
        members = [m for c in chains(beats[behind].number) for m in c.members if not c.relations]
        letters = [letter_of(m) for m in members]
        if not letters or None in letters or len(members) != len(chains(beats[behind].number)):
            break
        found.update(x for x in letters if x is not None)
        behind += 1
    return found, behind


def _ends(beats: Sequence[Beat], at: int, tail: str) -> bool:
    """Does a sentence end behind a formula?"""
    if at + 1 == len(beats):
        return ENDS.match(tail) is not None
    one, two = beats[at], beats[at + 1]
    apart = one.section != two.section or one.paragraph != two.paragraph
    return ENDS.match(two.gap) is not None or (apart and BROKEN.match(two.gap) is not None)


def _indices(left: Node) -> set[str | None]:
    """The letters that a name has for indices; none where they are not all letters."""
    entries = [e for s in left.scripts for e in s.entries] if isinstance(left, Name) else []
    letters = {letter_of(e) for e in entries}
    return set() if None in letters else letters


def _is_range(listed: Sequence[Chain], letters: Iterable[str], every: Sequence[Chain]) -> bool:
    """Do the first and the last thing of a list begin and end sums over each of these letters, or ranges of them?"""
    members = [m for c in listed for m in c.members] if not any(c.relations for c in listed) else []
    if len(members) == 1 and isinstance(members[0], (Group, Listing)):
        members = list(members[0].items)
    if len(members) < len(("1", "N")):
        return False
    spans = set(_spans(every))
    return all((x, members[0], members[-1]) in spans for x in letters)


def _spans(every: Sequence[Chain]) -> Iterator[tuple[str | None, Node, Node]]:
    """The letters of sums and ranges, with where they begin and end."""
    for x in (x for c in every for x in walk(c)):
        if isinstance(x, BigSum) and x.above is not None:
            below = [c for c in x.below if isinstance(c, Chain) and c.relations == ("=",)]
            yield from ((letter_of(c.members[0]), c.members[1], x.above) for c in below)
        elif isinstance(x, Chain) and x.relations == ("=",) and isinstance(x.members[1], Listing):
            heads = x.members[0].items if isinstance(x.members[0], Listing) else (x.members[0],)
            yield from ((letter_of(h), x.members[1].items[0], x.members[1].items[-1]) for h in heads)
