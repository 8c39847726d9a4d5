r"""Two sets of one letter, `\sum_{j \in P_i}` beside `\sum_{k \in N_i}`: what one has, the other may have, or may not.

A page that names two sets seldom says how they go together. As data they may have elements in common; a line that is
right only where each thing is in exactly one of them, or where what is in one is in the others too, is meant so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ....latex.tree import ONE, SPAN, Chain, Factor, Group, Name, Node, Number, Product, Term, Terms
from ...spelled.shape import with_any_letters

ANY = Name("#")


class Sets(Enum):
    """How the sets of a page are read: as data, as everything (where they depend on nothing, or all of them); each
    thing in one of them, or in all of them."""

    DATA = "data"
    WHOLE = "whole"
    FULL = "full"
    DISJOINT = "disjoint"
    NESTED = "nested"


@dataclass(frozen=True, slots=True)
class Related:
    r"""Sets of a page with as many letters each, by their indicators with `#` for these letters.

    >>> p, n = Name("P"), Name("N")
    >>> Related(Sets.DISJOINT, ()).factors(p) == [p]
    True
    """

    read: Sets
    indicators: tuple[Name, ...]

    def factors(self, indicator: Name) -> list[Node]:
        """What a term is multiplied by of which this is the indicator."""
        if self.read is Sets.FULL:
            return []
        if self.read is not Sets.DISJOINT:
            return [indicator]
        family = self._family(indicator)
        at = family.index(indicator)
        last = at > 0 and at + 1 == len(family)
        return [*map(_other, family[:at]), *([] if last else [indicator])]

    def elements(self, indicator: Name, is_in: bool = True) -> list[Chain]:
        """What holds of what is in the set, or is not."""
        family = self._family(indicator)
        at = family.index(indicator)
        if self.read is Sets.NESTED and is_in:
            return [_valued(x, 1) for x in family]
        if self.read is not Sets.DISJOINT:
            return [_valued(indicator, is_in)]
        if not is_in:
            return [_valued(family[0], 1)] if at == 1 and len(family) == at + 1 else [_valued(indicator, 0)]
        last = at > 0 and at + 1 == len(family)
        return [*(_valued(x, 0) for x in family[:at]), *([] if last else [_valued(indicator, 1)])]

    def _family(self, indicator: Name) -> list[Name]:
        """The indicators of all sets that are asked for as many letters, with the letters of this one."""
        letters = _letters(indicator)
        own = with_any_letters(indicator)
        alike = [x for x in self.indicators if len(_letters(x)) == len(letters)]
        return [_with(x, letters) for x in alike] if own in self.indicators else [indicator]


ALONE = Related(Sets.DATA, ())
"""Sets of which nothing is asked."""


def related(read: Sets, indicators: Iterable[Name]) -> Related:
    """The sets of a page with these indicators, in the order in which they are named."""
    return Related(read, tuple(dict.fromkeys(map(with_any_letters, indicators))))


def _letters(x: Name) -> list[Node]:
    return [e for s in x.scripts for e, y in zip(s.entries, _any(x), strict=False) if y == ANY]


def _any(x: Name) -> tuple[Node, ...]:
    return with_any_letters(x).scripts[0].entries if x.scripts else ()


def _with(x: Name, letters: Sequence[Node]) -> Name:
    """The indicator with these letters in their places."""
    rest = iter(letters)
    entries = tuple(next(rest) if e == ANY else e for e in x.scripts[0].entries)
    return replace(x, scripts=(replace(x.scripts[0], entries=entries),))


def _other(x: Name) -> Node:
    return Group("(", (Terms((Term("", ONE), Term("-", x))),), ")", span=x.span)


def _valued(x: Name, value: int) -> Chain:
    """The indicator of a set as 1, or 0."""
    return Chain((x, Number(str(int(value)), x.span)), ("=",), (x.span,), x.span)


def factored(indicators: Sequence[Node], body: Node) -> Node:
    """A term times indicators."""
    if not indicators:
        return body
    factors = tuple(Factor("", i) for i in indicators)
    if isinstance(body, Product):
        return replace(body, factors=(*factors, *body.factors))
    return Product((*factors, Factor("", body)), getattr(body, "span", getattr(indicators[0], "span", SPAN)))
