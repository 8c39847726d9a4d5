"""Which lines of a page are said together: those of one display, and the items of one list."""

from __future__ import annotations

from ..pattern import lazily
from ..read import Written

ITEM = lazily(r"\s*(?:(?:\d+|[a-zA-Z])[.)]\s|[-*+]\s|\(\w{1,3}\)\s|\\item\b)")
"""How an item of a list begins."""
CONTINUED = lazily(r"\s+\S")


def said_together(page: str, one: Written, two: Written) -> bool:
    """Do two lines stand in one display, or in items of one list?"""
    if one.place.file != two.place.file:
        return False
    if one.number == two.number:
        return True
    first, last = sorted((one.line, two.line))
    rows = page.split("\n")[first - 1 : last]
    return bool(rows) and _is_list(rows)


def _is_list(rows: list[str]) -> bool:
    """Do rows of a page belong to one list?

    >>> _is_list(["1. a", "   and", "2. b"]), _is_list(["1. a", "", "2. b"]), _is_list(["1. a", "So", "2. b"])
    (True, True, False)
    """
    if ITEM.match(rows[0]) is None or ITEM.match(rows[-1]) is None:
        return False
    return all(not row.strip() or ITEM.match(row) or CONTINUED.match(row) for row in rows)
