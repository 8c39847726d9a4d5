r"""What may be defined by what defines another one of its kind, or given: the `y_t` of `L = (y_p - y_t)^2`.

Beside `y_p = w x_p` it may be `w x_t`, or a target. A line is right or wrong if it is so in both cases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...errors import ReadError
from ...read import Reading, Written
from ..completion.clashes import Whole, read_otherwise
from ..link import Stance


def with_partners_given(page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which such things are given; none where that changes nothing."""
    found = read_otherwise(page, read) if page.reading.partners else None
    if found is None or is_same(found.reading, page.reading):
        return ()
    return (replace(found, stance=Stance.CROSSED),)


def is_same(one: Reading, two: Reading) -> bool:
    """Do two readings say the same, whatever could not be read?"""
    return one.draft == two.draft and [*map(_understood, one.claims)] == [*map(_understood, two.claims)]


def _understood(w: Written) -> Written:
    return replace(w, members=tuple(m for m in w.members if not isinstance(m, ReadError)))
