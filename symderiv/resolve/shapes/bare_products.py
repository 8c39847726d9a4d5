r"""Vectors and matrices that a page writes without bold and without a transpose: the x of `a = W x + b`.

Where entries `W_{kj}` are met elsewhere, a bare capital before a bare small letter is a matrix before a vector; so is
what softmax is taken of, and what it comes to, where neither carries a letter below; and where the sum is a vector.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ...latex import tree as t
from ...latex.tree import Chain
from ..shape import Shape, letter_of, shape_of
from .declared import split
from .neighbours import SMALL
from .untold import CAPITAL

Value = tuple[str, int]
"""A name by its letter and the number of its scripts."""


def bare_vectors(chains: Sequence[Chain]) -> set[Value]:
    """The vectors that such products and softmax show."""
    names = [x for c in chains for x in t.of_kind(c, t.Name)]
    entries = {_value(s, 2) for x in names if (s := shape_of(x)) is not None and s.below > 1 and _are_letters(s, 2)}
    found = {_value(x) for c in chains for one, x in _pairs(c) if _value(one) in entries} if entries else set()
    return found.union(*map(_softmax, chains))


def behind_vectors(chains: Sequence[Chain], vectors: Collection[Value]) -> set[Value]:
    """The x of `h = f(W x + b)` with an h that is a vector, and what they are made of likewise."""
    found: set[Value] = {*vectors}
    made = [(_value(left), c) for c in chains if len(c.members) > 1 and (left := _bare(c.members[0])) is not None]
    while more := {_value(x) for left, c in made if left in found for _, x in _pairs(c)} - found:
        found |= more
    return found - {*vectors}


def _pairs(c: Chain) -> Iterator[tuple[Shape, Shape]]:
    """A bare capital and the bare small letter behind it."""
    for x in t.of_kind(c, t.Product):
        for a, b in pairwise(x.factors):
            one, two = (_bare(f.body) for f in (a, b))
            if one is not None and two is not None and not b.operator and not b.joined:
                yield from [(one, two)] if CAPITAL.fullmatch(one.base) and SMALL.fullmatch(two.base) else ()


def _softmax(c: Chain) -> Iterator[Value]:
    if len(c.members) == 2 and c.relations == ("=",) and isinstance(x := c.members[1], t.Call):
        whole = x.function == "softmax" and len(x.args) == 1 and not x.scripts
        pair = [_bare(y) for y in (c.members[0], x.args[0])] if whole else []
        yield from (_value(s) for s in pair if s is not None and SMALL.fullmatch(s.letter)) if None not in pair else ()


def _bare(x: object) -> Shape | None:
    """A name without letters below it."""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    return shape if shape is not None and not shape.primes and all(_is_label(p) for p in split(shape)[1]) else None


def _is_label(p: t.Node) -> bool:
    return letter_of(p) is None


def _are_letters(s: Shape, count: int) -> bool:
    return all(letter_of(p) is not None for p in s.pieces[-count:])


def _value(s: Shape, less: int = 0) -> Value:
    return s.base, len(split(s)[1]) - less
