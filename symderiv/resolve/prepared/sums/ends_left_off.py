r"""Sums that say where they begin and not where they end, `\sum_{k=1} x_k^2`.

They end where the front matter says that their letter does, else where all the other sums end that begin there and run
over the same places of the same names. Where neither says anything, or the others differ, such a sum is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Node
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of

Place: TypeAlias = tuple[str, int]


def with_ends_left_off(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a document with upper bounds for such sums; `ranges` are those of letters, as typed.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.tree import of_kind
    >>> page = read_formulas(parse_document(r"$a = \sum_{k=1}^n x_k$ $b = \sum_{i=1} x_i^2$"))
    >>> (_, f) = with_ends_left_off(page, {})[1]
    >>> [x.above.base for x in of_kind(f, BigSum)]
    ['n']
    """
    sums = [x for f in read_of(located) for x in t.of_kind(f, BigSum)]
    if not any(_begun(x) for x in sums):
        return list(located)
    told = {letter: str(text).split("..")[-1].strip() for letter, text in ranges.items()}
    ends: dict[tuple[t.Number, Place], set[Node]] = {}
    for x in sums:
        for letter, first in _letters(x) if x.above is not None else ():
            for place in _places(x.body, letter):
                ends.setdefault((first, place), set()).add(x.above)  # type: ignore[arg-type]

    def end(x: BigSum, letter: str) -> Node | None:
        if letter in told:
            return t.Name(told[letter]) if len(told[letter]) == 1 and told[letter].isalpha() else None
        ((_, first),) = _letters(x)
        found = {e for place in _places(x.body, letter) for e in ends.get((first, place), ())}
        return next(iter(found)) if len(found) == 1 else None

    def change(x: Any) -> Node | None:
        letter = _begun(x) if isinstance(x, BigSum) else ""
        above = end(x, letter) if letter else None
        return None if above is None else replace(x, above=above, body=rebuilt(x.body, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _begun(x: BigSum) -> str:
    """The letter of a sum that begins at a number and has no end, else nothing."""
    first = x.below[0] if len(x.below) == 1 and x.above is None and x.operator == r"\sum" else None
    if not isinstance(first, Chain) or first.relations != ("=",) or not isinstance(first.members[1], t.Number):
        return ""
    return letter_of(first.members[0]) or ""


def _letters(x: BigSum) -> Iterator[tuple[str, t.Number]]:
    """The letters that a sum runs over from a number on, with that number."""
    for item in x.below:
        if isinstance(item, Chain) and item.relations == ("=",) and isinstance(item.members[1], t.Number):
            name = letter_of(item.members[0])
            if name is not None:
                yield name, item.members[1]


def _places(body: Node, letter: str) -> Iterator[Place]:
    """Where the letter stands alone among the scripts of names."""
    for name in t.of_kind(body, t.Name):
        entries = [e for s in name.scripts for e in s.entries]
        yield from ((name.base, n) for n, e in enumerate(entries) if letter_of(e) == letter)
