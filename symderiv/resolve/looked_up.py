r"""Indices that are data, the `o_t` of `b_j(o_t)` beside `b_j(k)` and the `S_t` of `x_i(S_t)` beside `x_i(s)`."""

from __future__ import annotations

from collections.abc import Set

from ..latex import tree as t
from ..latex.tree import Node
from .facts import Facts
from .shape import letters_in, shape_of


def is_looked_up(x: Node, indices: Set[str], facts: Facts) -> bool:
    """Is it an entry that stands in such lists only, with nothing but indices of its own?"""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    if shape is None or not shape.pieces or shape.uppers or shape.primes:
        return False
    own = {letter for p in shape.pieces for letter in letters_in(p)}
    mine = [o for o in facts.occurrences if o.shape.base == shape.base]
    return bool(own) and own <= indices and all(o.within and not o.left for o in mine)
