"""The formulas of a page in order, each with the text before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence, Set

from ..document.blocks import Block, Display, Heading, Prose
from ..latex.beside_words import INDICES
from ..latex.grouping import Beat
from ..latex.tree import Chain, Name, of_kind
from .facts import Facts
from .integers.ranging import is_whole_range
from .located import Located
from .stated import Beside


def beats_of(blocks: Sequence[Block], located: Sequence[Located]) -> tuple[list[Beat], str]:
    r"""The formulas, and the text behind the last one.

    One between single dollar signs that is a paragraph of its own stands there as a display does.
    """
    shared = Counter(b.paragraph for b in blocks if isinstance(b, Display | Prose) and not _is_silent(b))
    numbers = {id(d): n for n, (d, _) in enumerate(located)}
    found: list[Beat] = []
    gap, section, lines = "", 0, set[int]()
    for block in blocks:
        if isinstance(block, Heading):
            gap, section, lines = "", section + 1, {block.line}
        elif isinstance(block, Prose):
            gap += block.text
        elif isinstance(block, Display) and id(block) in numbers:
            beat = Beat(numbers[id(block)], gap, block.paragraph, section)
            beat.inline = block.inline and shared[block.paragraph] > 1
            beat.names = frozenset(x.base for x in of_kind(located[beat.number][1], Name))
            beat.in_heading = block.inline and block.line in lines
            if beat.in_heading:
                beat.headed = block.before, block.after
            found.append(beat)
            gap = ""
    return found, gap


def _is_silent(block: Block) -> bool:
    """Does it hold no word: a full stop behind a formula?"""
    return isinstance(block, Prose) and not any(c.isalnum() for c in block.text)


def mark(
    beats: Sequence[Beat],
    equations: Container[int],
    conditions: Mapping[int, Sequence[Beside]],
    of_data: Callable[[int], bool],
    facts: Facts,
) -> None:
    """Say of every formula what it is, by the numbers of the equations and the conditions alone of every formula; what
    is said of sizes is said of the page."""
    numbering = (facts.numbering() & INDICES) - facts.range_ends - facts.ends
    for beat in beats:
        beat.equation, beat.condition = beat.number in equations, beat.number in conditions
        beat.whole = beat.condition and all(is_whole_range(c) for _, c in conditions[beat.number])
        beat.compared = beat.condition and any(_compares_an_index(c, numbering) for _, c in conditions[beat.number])
        beat.equal = beat.condition and all(c.relations == ("=",) for _, c in conditions[beat.number])
        beat.of_data = beat.inline and beat.equation and of_data(beat.number)


def _compares_an_index(chain: Chain, numbering: Set[str]) -> bool:
    """Is one letter that may number something compared with something else, `i = j`, `t < T`?"""
    first = chain.members[0]
    plain = len(chain.relations) == 1 and isinstance(first, Name) and not first.scripts
    return plain and isinstance(first, Name) and first.base in numbering
