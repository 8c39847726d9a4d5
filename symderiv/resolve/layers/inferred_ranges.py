"""Ranges of letters that a page does not state and that how it is written tells, one kind after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document.blocks import Block
from ...latex.tree import Chain, Formula
from ..located import Located
from ..prepared.words.cases_in_words import with_cases_in_words
from ..ranges.averages import ranges_of_averages
from ..ranges.listed_ranges import ranges_listed
from ..ranges.ranges_before_ends import ranges_before_ends
from ..ranges.ranges_in_words import ranges_in_words
from ..ranges.ranges_of_arrays import ranges_of_arrays
from ..ranges.ranges_of_classes import ranges_of_classes
from .layers_of_one_name import layers_of_one_name


def inferred_ranges(
    located: Sequence[Located], blocks: Sequence[Block], ranges: list[tuple[Formula, Chain]]
) -> tuple[Sequence[Located], Iterator[str]]:
    """The formulas of a page, with the definitions of every layer that it has letters for, and notes on these; what
    is found is added to `ranges`, those of the front matter."""
    ranges += ranges_in_words(located, blocks, [c for _, c in ranges])
    for found in (ranges_listed, ranges_of_averages, ranges_of_arrays, ranges_before_ends):
        ranges += found(located, [c for _, c in ranges])
    ranges += ranges_of_classes(with_cases_in_words(located, blocks), [c for _, c in ranges])
    located, more, moved = layers_of_one_name(located, blocks, [c for _, c in ranges])
    ranges += more
    return located, filter(None, (moved,))
