"""Derivatives of which words of a page leave open how they stand: a line is judged that is the same in each layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ...notation import BY_MATRICES, BY_VECTORS, OF_NUMBERS, TRANSPOSED
from ...read import Reading
from ..completion.clashes import Whole, read_otherwise
from ..link import Line, Stance

TURNED = ((), (OF_NUMBERS, BY_MATRICES), (BY_MATRICES, BY_VECTORS), (OF_NUMBERS, BY_VECTORS))
"""The kinds of which derivatives are transposed: of any two each stands in each way beside each way of the other."""


def with_layouts_otherwise(
    lines: Sequence[Line], page: Whole, read: Callable[[frozenset[str]], Reading]
) -> Iterator[Whole]:
    """The page in the readings that `read` gives, in which derivatives of such kinds are transposed.

    Where words call gradients transposed an error may still be typed as a column: what is wrong is open if it is not
    in the reading in which they may stand in either way.
    """
    turned = {page.reading.layouts.intersection(kinds) for kinds in TURNED} if page.reading.layouts else set()
    for kinds in sorted(turned, key=sorted):
        found = read_otherwise(page, partial(read, kinds))
        wrong = frozenset(x.written.number for x in lines if any(o.wrong for o in x.outcomes))
        if found is not None and TRANSPOSED not in page.reading.layouts:
            yield replace(found, stance=Stance.LAID)
        elif found is not None and wrong:
            yield replace(found, stance=Stance.LAID, of=wrong)
