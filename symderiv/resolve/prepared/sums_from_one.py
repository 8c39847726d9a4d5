r"""Sums of which only the end is typed, `\sum_i^n`: they begin at 1.

Not where a name that the letter numbers stands with a 0, too (`\theta_0` beside `\theta_j`), nor where another sum over
it begins elsewhere: this one may begin there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Name, Node, Number, Statement
from ...latex.walking import rebuilt
from ..asked import where
from ..located import Located, read_of, with_statements
from ..shape import letter_of, stem_of


def _has_half_bounds(s: Statement) -> bool:
    return any(_letter(x) is not None for x in t.of_kind(s, BigSum))


@where(_has_half_bounds)
def with_sums_from_one(located: Sequence[Located]) -> list[Located]:
    """The formulas with the beginning of such sums."""
    sums = [x for f in read_of(located) for x in t.of_kind(f, BigSum)]
    letters = {letter for x in sums if (letter := _letter(x)) is not None}
    begins = {letter: {b for x in sums for b in _begin(x, letter)} for letter in letters}
    places = [p for f in read_of(located) for x in t.of_kind(f, Name) for p in _places(x)]
    zero = {place for place, e in places if e == Number("0")}
    open_ = {letter for place, e in places if place in zero and (letter := letter_of(e)) is not None}
    known = {x for x, found in begins.items() if found <= {Number("1")} and x not in open_}

    def change(x: Any) -> Node | None:
        letter = _letter(x) if isinstance(x, BigSum) else None
        if letter is None or letter not in known:
            return None
        (item,) = x.below
        chain = Chain((item, Number("1")), ("=",), (item.span,), item.span)
        found: Node = replace(x, below=(chain,), body=rebuilt(x.body, change))
        return found

    return with_statements(located, lambda s: rebuilt(s, change))


def _letter(x: BigSum) -> str | None:
    """The letter of a sum of which only the end is typed."""
    half = x.above is not None and len(x.below) == 1 and not isinstance(x.below[0], Chain)
    return letter_of(x.below[0]) if half else None


def _begin(x: BigSum, letter: str) -> Iterator[Node]:
    for c in x.below if x.above is not None else ():
        if isinstance(c, Chain) and c.relations[:1] == ("=",) and letter_of(c.members[0]) == letter:
            yield c.members[1]


def _places(x: Name) -> Iterator[tuple[tuple[object, ...], Node]]:
    """The places of a name for indices, with what stands in them."""
    for s in x.scripts:
        yield from (((stem_of(x), s.above, n), e) for n, e in enumerate(s.entries) if not s.above or s.bracket)
