"""The ends of ranges of the front matter, as they are typed."""

from __future__ import annotations

from typing import TypeAlias

from ...errors import ReadError
from ...latex.parse import parse
from ...latex.tree import Node

Ends: TypeAlias = tuple[Node, Node]


def typed_ends(text: str) -> Ends | None:
    """Where a range begins and where it ends; None for anything else.

    >>> both = typed_ends("0..N-1")
    >>> [type(x).__name__ for x in both], typed_ends("N")
    (['Number', 'Terms'], None)
    """
    low, dots, high = text.partition("..")
    if not dots:
        return None
    try:
        one, two = (parse(x.strip()).statements[0].chain.members[0] for x in (low, high))
    except (ReadError, IndexError):
        return None
    return one, two
