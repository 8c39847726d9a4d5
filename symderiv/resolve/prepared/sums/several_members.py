r"""Several letters that are elements of one set, `j, k \in N_i` beside `j \in N_i`: each of them is.

A pair that stands in parentheses is one element, and so are two letters where a page asks of pairs alone whether they
are in the set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Formula, Listing, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of
from .membership import set_of

IN = (r"\in",)


def _has_several(s: Statement) -> bool:
    return any(_several(c) for c in t.of_kind(s, Chain))


@where(_has_several)
def with_members_one_by_one(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with a membership for each of such letters."""
    chains = [c for f in read_of(located) for s in f.statements for c in t.of_kind(s, Chain) if c.relations == IN]
    single = {key for c in chains if letter_of(c.members[0]) is not None and (key := _set(c)) is not None}
    paired = {_set(c) for c in chains if isinstance(c.members[0], t.Group)}
    sets = single - paired

    def parted(c: object) -> list[Any]:
        if not isinstance(c, Chain) or not _several(c) or _set(c) not in sets:
            return [c]
        return [replace(c, members=(x, c.members[1])) for x in _items(c)]

    def change(x: Any) -> Node | None:
        below = tuple(y for c in x.below for y in parted(c)) if isinstance(x, BigSum) else ()
        return replace(x, below=below, body=rebuilt(x.body, change)) if below and below != x.below else None

    def put(s: Statement) -> Iterator[Statement]:
        changed = rebuilt(s, change)
        conditions = tuple(y for c in changed.conditions for y in parted(c))
        for chain in parted(changed.chain):
            yield replace(changed, chain=chain, conditions=conditions)

    found: list[Located] = []
    for display, f in located:
        if isinstance(f, Formula) and any(map(_has_several, f.statements)):
            found.append((display, replace(f, statements=tuple(x for s in f.statements for x in put(s)))))
        else:
            found.append((display, f))
    return found


def _items(c: Chain) -> tuple[Node, ...]:
    return c.members[0].items if isinstance(c.members[0], Listing) else ()


def _several(c: Chain) -> bool:
    """Are several letters said to be elements of something?"""
    return c.relations == IN and len(_items(c)) > 1 and all(letter_of(x) is not None for x in _items(c))


def _set(c: Chain) -> Stem | None:
    """The set of a membership that depends on something, `N_i` and `N(i)`."""
    told = set_of(c.members[1])
    return stem_of(told[0]) if told is not None and any(letter_of(e) for e in told[1]) else None
