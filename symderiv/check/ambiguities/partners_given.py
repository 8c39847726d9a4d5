r"""What may be defined by what defines another one of its kind, or given: the `y_t` of `L = (y_p - y_t)^2`.

Beside `y_p = w x_p` it may be `w x_t`, or a target. A line is right or wrong if it is so in both cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ...errors import ReadError
from ...read import Reading, Written
from ..completion.clashes import Whole, read_otherwise
from ..link import Stance

_NAME = r"(?<![A-Za-z\\])(?!\\(?:sum|prod|max|min)(?![a-z]))(\\?[A-Za-z]+)"
BELOW = re.compile(rf"{_NAME}\s*\}}*\s*_\s*(?:\{{\s*([A-Za-z](?:[\s,]*[A-Za-z])*)\s*\}}|([A-Za-z]))")


def has_partners(text: str) -> bool:
    r"""Do two different runs of as many letters stand below one name?

    >>> has_partners(r"\hat{y}_p - \hat{y}_t"), has_partners("d_{ij} d_{j}"), has_partners(r"\sum_i \sum_j w_{ij}")
    (True, False, False)
    """
    found: dict[tuple[str, int], set[str]] = {}
    for m in BELOW.finditer(text):
        letters = re.sub(r"[\s,]", "", m[2] or m[3])
        found.setdefault((m[1], len(letters)), set()).add(letters)
    return any(len(x) > 1 for x in found.values())


def with_partners_given(text: str, page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which such things are given; none where that changes nothing."""
    found = read_otherwise(page, read) if has_partners(text) else None
    if found is None or is_same(found.reading, page.reading):
        return ()
    return (replace(found, stance=Stance.CROSSED),)


def is_same(one: Reading, two: Reading) -> bool:
    """Do two readings say the same, whatever could not be read?"""
    return one.draft == two.draft and [*map(_understood, one.claims)] == [*map(_understood, two.claims)]


def _understood(w: Written) -> Written:
    return replace(w, members=tuple(m for m in w.members if not isinstance(m, ReadError)))
