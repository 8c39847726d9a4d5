"""Derivatives of which words of a page leave open how they stand: a line is judged that is the same in each layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from ...notation import BY_MATRICES, BY_VECTORS, OF_NUMBERS
from ...read import Reading
from ..completion.clashes import Whole, read_otherwise
from ..link import Stance

TURNED = ((), (OF_NUMBERS, BY_MATRICES), (BY_MATRICES, BY_VECTORS), (OF_NUMBERS, BY_VECTORS))
"""The kinds of which derivatives are transposed: of any two each stands in each way beside each way of the other."""


def with_layouts_otherwise(page: Whole, read: Callable[[frozenset[str]], Reading]) -> Iterator[Whole]:
    """The page in the readings that `read` gives, in which derivatives of such kinds are transposed."""
    turned = {page.reading.layouts.intersection(kinds) for kinds in TURNED} if page.reading.layouts else set()
    for kinds in sorted(turned, key=sorted):
        found = read_otherwise(page, partial(read, kinds))
        if found is not None:
            yield replace(found, stance=Stance.LAID)
