r"""The kinds of letters of no stated range where letters tell names apart: the places in which they stand tell.

In `\sum_l v_{lj} \partial y_k/\partial a_l`, where `v_{kj}` has outputs k in its first place and hidden units j in its
second, l runs over outputs, and `a_l` is the a of an output.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ..facts import Facts, Occurrence

Signature: TypeAlias = "tuple[str, int, int]"
Kinds: TypeAlias = "tuple[str | None, ...]"


def told_by_places(facts: Facts, kinds: Mapping[str, str]) -> dict[str, str]:
    """The kinds of bound letters that have none: the only one that fits wherever they stand.

    A letter on the left of what the page defines may be of a kind of its own. Letters that are told so tell others.
    """
    defined = {x for o in facts.occurrences if o.left and o.args is None for x in o.shape.letters if x}
    asked = facts.bound - kinds.keys() - defined
    found: dict[str, str] = {}
    while new := dict(_told(facts, {**kinds, **found}, asked - found.keys())):
        found |= new
    return found


def _told(facts: Facts, kinds: Mapping[str, str], asked: set[str]) -> Iterator[tuple[str, str]]:
    if not asked:
        return
    met: dict[Signature, set[Kinds]] = {}
    of_lines: dict[Signature, set[Kinds]] = {}
    defining = {o.statement for o in facts.occurrences if o.left}
    places: dict[str, list[tuple[Signature, Kinds, int]]] = {}
    for o in facts.occurrences:
        name = (o.shape.base, len(o.shape.uppers), o.shape.below)
        own = _kinds(o, kinds)
        if any(own) and all(x is None or x in kinds for x in o.shape.letters):
            (met if o.statement in defining else of_lines).setdefault(name, set()).add(own)
        for place, letter in enumerate(o.shape.letters):
            if letter in asked:
                places.setdefault(letter, []).append((name, own, place))
    met = of_lines | met  # a line that defines nothing may have an index in the wrong place
    for letter, here in places.items():
        fits = [f for name, own, place in here if (f := {x[place] for x in met.get(name, ()) if _alike(x, own)})]
        both = set.intersection(*fits) if fits else set()
        if len(both) == 1 and (kind := both.pop()) is not None:
            yield letter, kind


def _kinds(o: Occurrence, kinds: Mapping[str, str]) -> Kinds:
    return tuple(kinds.get(x) if x is not None else None for x in o.shape.letters)


def _alike(one: Kinds, two: Kinds) -> bool:
    """May two occurrences of a name be of one array, as far as the kinds of their letters are known?"""
    return len(one) == len(two) and all(a is None or b is None or a == b for a, b in zip(one, two, strict=True))
