"""What index letters run over, as bounds of sums and ranges say it: data for the shapes of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..shape import letter_of


def sizes_of_letters(statements: Sequence[object]) -> dict[str, set[Node | None]]:
    r"""For each letter that runs over something from 1 to what; None where it begins elsewhere."""
    found: dict[str, set[Node | None]] = {}
    for s in statements:
        for x in t.walk(s):
            for name, size in _ranges(x):
                found.setdefault(name, set()).add(size)
    return found


def _ranges(x: object) -> Iterator[tuple[str, Node | None]]:
    if isinstance(x, t.BigSum):
        for item in x.below:
            if isinstance(item, Chain) and len(item.members) == 2 and item.relations == ("=",):
                name = letter_of(item.members[0])
                if name is not None:
                    one = isinstance(item.members[1], t.Number) and item.members[1].text == "1"
                    yield name, x.above if one else None
    elif isinstance(x, Chain) and len(x.members) == 3 and set(x.relations) <= {r"\le", "<"}:
        low, middle, high = x.members
        one = isinstance(low, t.Number) and low.text == "1" and x.relations == (r"\le", r"\le")
        for item in middle.items if isinstance(middle, t.Listing) else (middle,):
            name = letter_of(item)
            if name is not None:
                yield name, high if one else None
    elif isinstance(x, Chain) and len(x.members) == 2 and isinstance(x.members[1], t.Listing):
        items, first = x.members[1].items, x.members[0]
        one = isinstance(items[0], t.Number) and items[0].text == "1"
        if len(items) >= 2 and x.relations == ("=",):
            for item in first.items if isinstance(first, t.Listing) else (first,):
                name = letter_of(item)
                if name is not None:
                    yield name, items[-1] if one else None
