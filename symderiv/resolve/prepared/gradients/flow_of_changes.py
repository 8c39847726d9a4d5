r"""Which way lines go that have a d on both sides: `dQ = dS K` gives gradients where S is made of Q.

Equations of differentials go the other way: what they are about is made of what changes on their right. Only arrays are
looked at: `dx = du / 2` is solved for a differential.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ....latex import tree as t
from ....latex.tree import Chain, Name
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...shapes.differentials import CHANGE, changed, changes, fused


def flows_back(chains: Sequence[Chain], signs: set[str]) -> bool:
    """Does a line lead from what is made of an array back to it, and none the other way?"""
    return leads_back(chains, signs, arrays=True)


def leads_back(chains: Sequence[Chain], signs: set[str], arrays: bool = False) -> bool:
    """The same, whatever they are, unless only `arrays` are looked at."""
    made = made_of(chains)
    flows = [(x, y) for x, y in _flows(chains, signs) if not arrays or x.base[0].isupper() or x.font in BOLD_FONTS]
    back = any(x.base in made[y] for x, others in flows for y in others)
    return back and not flows_on(chains, signs)


def flows_on(chains: Sequence[Chain], signs: set[str]) -> bool:
    """Does a line lead from a change to that of what is made of it?"""
    made = made_of(chains)
    return any(y in made[x.base] for x, others in _flows(chains, signs) for y in others)


def _flows(chains: Sequence[Chain], signs: set[str]) -> Iterator[tuple[Name, set[str]]]:
    """What lines are about that have a d on the left, with the letters that have one on the right."""
    for c in (c for c in chains if c.relations[0] in EQUALITIES):
        left = changed(c.members[0], signs)
        if isinstance(left, Name):
            yield left, {x.base for m in c.members[1:] for x in changes(rebuilt(m, lambda y: fused(y, signs)))}


def made_of(chains: Sequence[Chain]) -> Mapping[str, set[str]]:
    """The letters of which names are made by their definitions, and by those of what these are made of."""
    made: defaultdict[str, set[str]] = defaultdict(set)
    for c in (c for c in chains if c.relations[0] in EQUALITIES):
        left = c.members[0]
        if isinstance(left, Name) and left.accents[:1] != (CHANGE,) and left.base[0] != "d":
            made[left.base] |= {x.base for m in c.members[1:] for x in t.of_kind(m, Name)} - {left.base}
    grown = True
    while grown:
        grown = False
        for found in made.values():
            more = set().union(*(made[x] for x in found if x in made)) - found
            found |= more
            grown |= bool(more)
    return made
