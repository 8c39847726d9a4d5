r"""Ranges said of one name: `入力を $x_{ij}$（$0 \le i \le H-1$）とする` beside `$u_{ij} = ..$ ($0 \le i \le H-F$)`.

A range in a sentence holds for the page. One right behind a name that is only mentioned is that of its indices; where
an equation gives the same letter another range, it says nothing of the other names with that letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..latex.grouping import Beat
from ..latex.tree import Chain, Formula, Name
from .conditions import subjects
from .located import Located
from .shape import letters_in
from .stated import Beside, Stated, names_of, names_of_left

ASIDE = frozenset(["(", "（", ",", "、", "，", "for", "für", "pour", "para"])
"""What stands between a name and its range."""


def without_mentioned(
    ranges: Sequence[Beside], beats: Sequence[Beat], located: Sequence[Located], beside: Sequence[Chain]
) -> list[Beside]:
    """The ranges of the page without those of one name whose letters have another range beside an equation."""
    own = set(of_mentions(beats, located)) if ranges else set()
    if not own:
        return list(ranges)
    return [r for r in ranges if id(r[0]) not in own or not any(_differ(r[1], c) for c in beside)]


def of_mentions(beats: Sequence[Beat], located: Sequence[Located]) -> Iterator[int]:
    """The formulas that stand aside right behind a name with indices."""
    for one, two in pairwise(beats):
        formula, here = located[one.number][1], located[two.number][1]
        if not two.condition or not isinstance(formula, Formula) or not _is_aside(two.gap.strip(), here):
            continue
        chains = [s.chain for s in formula.statements]
        name = chains[0].members[0] if len(chains) == 1 and not chains[0].relations else None
        if isinstance(name, Name) and any(letters_in(e) for s in name.scripts for e in s.entries):
            yield id(here)


def _is_aside(gap: str, here: object) -> bool:
    r"""Does it stand in a parenthesis, `$x_i$ ($i = ..$)` or `$x_i$ $(i = ..)$`, behind a comma, or `for`?"""
    alone = isinstance(here, Formula) and all(s.parenthesised for s in here.statements)
    return gap in ASIDE or (not gap and alone)


def _differ(one: Chain, two: Chain) -> bool:
    """Are two conditions ranges of one letter that are not the same?"""
    letters = [set(subjects(c, set())[0]) for c in (one, two)]
    return bool(letters[0] & letters[1]) and (one.members, one.relations) != (two.members, two.relations)


def in_headings(beats: Sequence[Beat], own: Sequence[Stated], home: Sequence[int]) -> set[int]:
    """The formulas of headings, by number, that only name what a section is about: `# Chain rule for $y = Wx$`, where
    nothing else on the page speaks of y."""
    headed = {b.number for b in beats if b.in_heading and b.equation}
    below = frozenset(x for n, s in enumerate(own) if home[n] not in headed for x in names_of(s.statement.chain))
    if not below:
        return set()
    said = ((home[n], names_of_left(s)) for n, s in enumerate(own) if home[n] in headed)
    return {number for number, left in said if left and left.isdisjoint(below)}
