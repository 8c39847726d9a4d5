r"""Which formulas stand in one of several parts of a page: `# Case 1`, `**Part (b)**`, or a heading with a counterpart.

What a sentence says of sizes there, `Here $m < N$.`, holds in that part, and not on the page. A heading has a
counterpart where another one of its level ends in the same word: `# A small network` and `# A large network`; one
below what the page displays has so, too, in the next one of its level (`# Example`, `# General case`), unless the one
is of the whole page (`# Setting`) or the other goes on with it (`# Gradients`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...document.blocks import Block, Display, Heading, Prose
from ...latex.another_case import numbers_said
from ...latex.headed import DERIVING, GOES_ON, OF_PAGE
from ...pattern import lazily
from .sizes_equated import NUMBERED_CASE

WORD = lazily(r"[^\W\d_]{2,}")
COMMAND = lazily(r"^\s*\\[a-z]+\*?\s*\{\s*")
"""How a row begins that is a heading in a command."""


def in_parts(blocks: Sequence[Block]) -> frozenset[int]:
    r"""The displays, by identity, that stand in a part.

    >>> from symderiv.document import parse_document
    >>> page = parse_document("$a < b$\n\n# Case 1\n\n$a < c$\n\n# Results\n\n$a < d$\n\n**Part (b).** $a < e$")
    >>> [d.latex for d in page.displays if id(d) in in_parts(page.blocks)]
    ['a < c', 'a < e']
    """
    return frozenset(_found(blocks))


def _found(blocks: Sequence[Block]) -> Iterator[int]:
    headings = [b for b in blocks if isinstance(b, Heading)]
    ends = Counter(x for b in headings for x in _end(b))
    within = below = False
    for b in blocks:
        below = below or (isinstance(b, Display) and not b.inline)
        if isinstance(b, Heading):
            within = begins_part(b.text) or any(ends[x] > 1 for x in _end(b)) or (below and _has_another(b, headings))
        elif isinstance(b, Prose):
            within = within or any(map(begins_part, b.text.split("\n")))
        elif within and isinstance(b, Display):
            yield id(b)


def _has_another(heading: Heading, headings: Sequence[Heading]) -> bool:
    """Is the next heading of its level one of another part?"""
    following = (x for x in headings if x.line > heading.line and x.level <= heading.level)
    other = next(following, None)
    if other is None or OF_PAGE.search(heading.text):
        return False
    return not (DERIVING.search(other.text) or GOES_ON.search(other.text))


def begins_part(row: str) -> bool:
    r"""Does a heading, or a row, begin a part?

    >>> [begins_part(x) for x in ("Case 1: few inputs", "The first case", r"\section{Part 2}", "Part of the proof")]
    [True, True, True, False]
    """
    row = COMMAND.sub("", row)
    return NUMBERED_CASE.match(row) is not None or (len(row.split()) < 4 and bool(numbers_said(row)))


def _end(heading: Heading) -> Iterator[tuple[int, str]]:
    """The level and the last of several words of a heading."""
    words = WORD.findall(heading.text)
    if len(words) > 1:
        yield heading.level, words[-1].lower()
