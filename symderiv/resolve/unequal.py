r"""Sums over two letters that differ: `Z = \sum_{k \ne l} w_{kl}`, `\sum_{i<j} d_{ij}`.

The sign says nothing but how the two compare. Where both index the summand and neither is bound around the sum, on the
left of the equation, or a fixed entry on the page (`L = -\log p_y`), the sum runs over both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..latex import tree as t
from ..latex.tree import Chain
from .conditions import INEQUALITIES
from .shape import letter_of, letters_in

Letters = frozenset[str]


def bound_by_differing(chains: Iterable[Chain]) -> frozenset[str]:
    """The letters that such sums bind, on a page with these equations."""
    equations = [c for c in chains if c.relations]
    if not any(isinstance(x, t.BigSum) and len(pair_of(x)) == 2 for c in equations for x in t.walk(c)):
        return frozenset()
    found = {x for c in equations for x in _pairs(c, frozenset(_free(c.members[0], frozenset())))}
    return frozenset(found - {x for c in equations for x in _loose(c)})


def _pairs(x: object, around: Letters) -> Iterator[str]:
    if isinstance(x, t.BigSum):
        pair = pair_of(x)
        if len(pair) == 2 and not pair & around:
            yield from pair
        yield from _pairs(x.body, around | letters_under(x))
        return
    for part in t.parts(x):
        yield from _pairs(part, around)


def pair_of(x: t.BigSum) -> Letters:
    r"""The two letters of `\sum_{k \ne l}` or `\sum_{i<j}`, both of which index the summand."""
    if x.above is not None or len(x.below) != 1:
        return frozenset()
    (item,) = x.below
    if not isinstance(item, Chain) or len(item.relations) != 1 or item.relations[0] not in INEQUALITIES:
        return frozenset()
    scripts = [e for y in t.walk(x.body) if isinstance(y, t.Script) for e in y.entries]
    inside = {letter for e in scripts if (letter := letter_of(e)) is not None}
    return frozenset(letter for m in item.members if (letter := letter_of(m)) is not None and letter in inside)


def letters_under(x: t.BigSum) -> Letters:
    """The letters that stand under a sum sign."""
    items = [m for item in x.below for m in (item.members if isinstance(item, Chain) else (item,))]
    return frozenset(letter for m in items for letter in letters_in(m))


def _loose(chain: Chain) -> Iterator[str]:
    """The letters that index something on the right of an equation, no sum binding them, and nothing on its left."""
    left = frozenset(_free(chain.members[0], frozenset()))
    for member in chain.members[1:]:
        yield from (x for x in _free(member, frozenset()) if x not in left)


def _free(x: object, bound: Letters) -> Iterator[str]:
    """The letters of scripts outside the sums that name them."""
    if isinstance(x, t.Script):
        yield from (letter for e in x.entries for letter in letters_in(e) if letter not in bound)
    if isinstance(x, t.BigSum):
        yield from _free(x.body, bound | letters_under(x))
        return
    for part in t.parts(x):
        yield from _free(part, bound)


def loose_letters(x: object) -> Iterator[str]:
    """The letters of scripts in a formula that no sum in it names."""
    return _free(x, frozenset())
