r"""Ranges that no definition tells and lines do, other than from 1 up to a letter: `\sum_{i=0}^{N-m}` over `x_{ij}`.

What the definitions say nothing of runs from 1 up to a size of its own. Where all the lines that are judged sum over
such an index from another number, or up to more than a letter, that is the range of the definitions with that index;
the network is completed again with it, since what is made of it (`y_{i+a}`) has other ends then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...affine import Sym
from ...draft import Draft, RawDefinition
from ...expr import Expr
from ...system import Span, System
from .lengths import ONE, Ends, ends_in, free_indices, votes_of


def ends_told(system: System, presumed: frozenset[Sym], members: Iterable[Expr]) -> dict[Sym, Ends]:
    """The ends that lines give what ends at a presumed size, where they agree and no size alone can say it."""
    members = [*members]
    indices = free_indices(members)
    votes: dict[Sym, set[Ends]] = {}
    for size, ends in (vote for m in members for vote in votes_of(system, m)):
        if size in presumed:
            votes.setdefault(size, set()).add(ends)
    agreed = {size: next(iter(found)) for size, found in votes.items() if len(found) == 1}
    return {
        size: (first, last)
        for size, (first, last) in agreed.items()
        if not first.letters()
        and (first != ONE or last.letter is None)
        and last.letters()
        and last.letters().isdisjoint(indices | presumed)
    }


def with_ends_told(draft: Draft, system: System, told: Mapping[Sym, Ends]) -> Draft:
    """The draft with these ranges beside the definitions whose letters end at the presumed sizes."""
    return replace(draft, definitions=tuple(_with_ends(d, system, told) for d in draft.definitions))


def _with_ends(d: RawDefinition, system: System, told: Mapping[Sym, Ends]) -> RawDefinition:
    known = {s.letter for s in d.ranges}
    found: dict[Sym, Span] = {}
    for p in (p for p in system.of(d.left.variable) if p.place == d.place):
        for letter in (i.letter for i in p.indices if i.letter is not None):
            first, last = ends_in(p.domain, letter) or (ONE, ONE)
            size = last.letter
            if size is not None and size in told and first == ONE and letter not in known:
                found[letter] = Span(letter, *told[size])
    return replace(d, ranges=(*d.ranges, *found.values())) if found else d
