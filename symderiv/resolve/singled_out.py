r"""Entries that one-hot data single out: the c of `t_i = [i = c]` and of `t_i = \delta_{ic}`."""

from __future__ import annotations

from collections.abc import Iterator

from ..latex.tree import Chain, Indicator, Name, Node
from .shape import letter_of, shape_of


def classes_in(c: Chain) -> Iterator[tuple[str, str]]:
    r"""The i and the c of `t_i = [i = c]` and of `t_i = \delta_{ic}`."""
    left, right = (c.members[0], c.members[1]) if c.relations[:1] == ("=",) else (None, None)
    if not isinstance(left, Name) or right is None:
        return
    own, delta = shape_of(left), shape_of(right) if isinstance(right, Name) and right.base == r"\delta" else None
    compared: tuple[Node, ...] = delta.pieces if delta is not None else ()
    if isinstance(right, Indicator) and len(right.conditions) == 1 and isinstance(only := right.conditions[0], Chain):
        compared = only.members if only.relations == ("=",) else ()
    if own is not None and len(compared) == 2:
        one, two = map(letter_of, compared)
        mine = {letter_of(p) for p in own.pieces}
        yield from ((x, y) for x, y in ((one, two), (two, one)) if x is not None and y is not None and x in mine - {y})
