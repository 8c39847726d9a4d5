r"""Ranges of a section, `Here $i, j = 0, \dots, n-1$.` at its beginning: the same letters run elsewhere on other pages.

They are those of every line of the section. For the rest of the page they stand only where nothing else is said of
their letters, by a range of the page or of another section. A range in a heading that keeps out an end which the page
names, `Hidden layers ($1 \le l < L$)` beside `h^{(L)}`, is that of the lines below the heading alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...latex.grouping import Beat, Group
from ...latex.tree import Chain, Name, of_kind
from ..facts import Facts
from ..integers.conditions import subjects
from ..integers.ranging import is_whole_range
from ..spelled.scripts import entries_of
from ..spelled.shape import letter_of
from ..stated import Beside, Stated


def is_of_section(group: Group, chain: Chain) -> bool:
    """Is it a range that a group of conditions says of its section?"""
    return group.local and is_whole_range(chain)


def with_ranges_of_sections(ranges: Sequence[Beside], local: Sequence[Beside]) -> list[Beside]:
    """The ranges of a page, with those of its sections that hold all over it."""
    told = {x for _, c in ranges for x in _letters(c)}
    found = list(ranges)
    for one in local:
        mine = _letters(one[1])
        others = (c for _, c in local if c is not one[1] and mine & _letters(c))
        if not mine & told and all(c.members[1:] == one[1].members[1:] for c in others):
            found.append(one)
    return found


def beside_lines(stated: Sequence[Stated], local: Sequence[Beside]) -> Iterator[Chain]:
    """The conditions beside the lines of a page that are their own."""
    of_sections = {id(c) for _, c in local}
    for s in stated:
        yield from (c for _, c in s.conditions if id(c) not in of_sections)
        yield from s.statement.conditions


def is_of_heading(beats: Sequence[Beat], group: Group, chain: Chain, facts: Facts) -> bool:
    r"""Is it a range in a heading that keeps out an end which the page names, the L of `l < L` beside `h^{(L)}`?"""
    if not beats[group.members[0]].in_heading or chain.relations[-1] != "<":
        return False
    end = letter_of(chain.members[-1])
    names = (x for s in facts.stated for x in of_kind(s.statement, Name))
    return end is not None and any(letter_of(e) == end for x in names for e in entries_of(x))


def _letters(chain: Chain) -> set[str]:
    return set(subjects(chain, set())[0])
