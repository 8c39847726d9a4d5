r"""Values told below the heading of a case: `# Positive example` and `Here $t = 1$.` hold as far as the next heading.

The name stands in a formula above the heading, so that the value is one of several; below the next heading of the same
level a line is looked at without it, too. A heading of what the whole page supposes (`# Setting`, `# Notation`) is none
of a case, nor is one that is followed by the derivation itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...errors import ReadError
from ...expr import Partial, variables, walk
from ...latex.headed import DERIVING, GOES_ON, OF_PAGE
from ...read import Written
from ...resolve.sizes.parts_headed import begins_part
from .sections_alike import LEVELS, headings_of


def values_in_sections(chains: Sequence[Written], rows: Sequence[str]) -> Iterator[tuple[Written, list[Written]]]:
    """Every definition that is such a value, with the chains below the section in which it holds."""
    told = [w for w in chains if w.inline and w.defines and _is_value(w)]
    headings = _headings(rows) if told else []
    for w in told:
        above = [h for h in headings if h[0] <= w.line]
        if not above:
            continue
        row, level, text = above[-1]
        below = next((h for h in headings if h[0] > w.line and h[1] <= level), None)
        if below is None or OF_PAGE.search(text) or not _stands_above(w, chains, row):
            continue
        if any(_derives(x) for x in chains if row < x.line < below[0]) or not _goes_on(below[2]):
            yield w, [x for x in chains if x.line > below[0] and x.place.file == w.place.file]


def _headings(rows: Sequence[str]) -> list[tuple[int, int, str]]:
    """The headings of a page, and rows that begin a part, each with its row, its level and its text."""
    headed = headings_of(rows)
    known = {row for row, _, _ in headed}
    parts = [(n, len(LEVELS), x) for n, x in enumerate(rows, 1) if n not in known and begins_part(x.strip())]
    return sorted([*headed, *parts])


def _is_value(w: Written) -> bool:
    """Is it a number that is all that it says?"""
    return len(w.members) == 2 and not isinstance(w.members[1], ReadError) and not variables(w.members[1])


def _stands_above(w: Written, chains: Sequence[Written], row: int) -> bool:
    told = {entry.variable for _, entry in w.defines}
    return any(told & variables(m) for x in chains if x.line < row for m in x.members if not isinstance(m, ReadError))


def _derives(w: Written) -> bool:
    return any(isinstance(x, Partial) for m in w.members if not isinstance(m, ReadError) for x in walk(m))


def _goes_on(text: str) -> bool:
    return DERIVING.search(text) is not None or GOES_ON.search(text) is not None
