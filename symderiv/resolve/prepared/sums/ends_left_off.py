r"""Sums that say where they begin and not where they end, `\sum_{k=1} x_k^2`.

They end where all the other sums over that letter do, else where the front matter says that the letter does. Where
neither says anything, or the others differ, such a sum is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Node
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements
from ...shape import letter_of


def with_ends_left_off(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a document with upper bounds for such sums; `ranges` are those of letters, as typed.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.tree import of_kind
    >>> page = read_formulas(parse_document(r"$a = \sum_{k=1}^n x_k$ $b = \sum_{k=1} x_k^2$"))
    >>> (_, f) = with_ends_left_off(page, {})[1]
    >>> [x.above.base for x in of_kind(f, BigSum)]
    ['n']
    """
    sums = [x for f in read_of(located) for x in t.of_kind(f, BigSum)]
    if not any(_begun(x) for x in sums):
        return list(located)
    ends: dict[str, set[Node]] = {}
    for x in sums:
        for letter in _letters(x) if x.above is not None else ():
            ends.setdefault(letter, set()).add(x.above)  # type: ignore[arg-type]
    for letter, text in ranges.items():
        last = str(text).split("..")[-1].strip()
        if len(last) == 1 and last.isalpha():
            ends.setdefault(letter, {t.Name(last)})

    def change(x: Any) -> Node | None:
        found = ends.get(_begun(x), set()) if isinstance(x, BigSum) else set()
        return replace(x, above=next(iter(found)), body=rebuilt(x.body, change)) if len(found) == 1 else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _begun(x: BigSum) -> str:
    """The letter of a sum that begins at a number and has no end, else nothing."""
    first = x.below[0] if len(x.below) == 1 and x.above is None and x.operator == r"\sum" else None
    if not isinstance(first, Chain) or first.relations != ("=",) or not isinstance(first.members[1], t.Number):
        return ""
    return letter_of(first.members[0]) or ""


def _letters(x: BigSum) -> Iterator[str]:
    """The letters that a sum runs over."""
    for item in x.below:
        name = letter_of(item.members[0] if isinstance(item, Chain) and item.relations == ("=",) else item)
        if name is not None:
            yield name
