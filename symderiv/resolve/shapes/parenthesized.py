r"""Arrays with a label whose entries stand behind a parenthesis: the `U_c` of `(U_c)_{ij}`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import Node, Statement
from ...latex.walking import rebuilt
from ..spelled.shape import Shape, letter_of, shape_of
from ..stated import whole_of_entry
from .declared import Shapes, array_of, split

AXES = {"c": 1, "r": 1, "m": 2}


def wholes_of_entries(nodes: Iterable[object]) -> frozenset[tuple[str, tuple[Node, ...]]]:
    """The names of such arrays, by letter and what stands below."""
    found = set()
    for x in nodes:
        if isinstance(x, t.Scripted) and isinstance(x.base, t.Group) and len(x.base.items) == 1:
            [whole] = x.base.items
            shape = shape_of(whole) if isinstance(whole, t.Name) else None
            if shape is not None and shape.lowers and any(not s.above for s in x.scripts):
                found.add((shape.base, below_of(shape)))
    return frozenset(found)


def below_of(shape: Shape) -> tuple[Node, ...]:
    """What stands below a name."""
    return tuple(p for item in shape.lowers for p in item)


def with_entries_named(s: Statement, shapes: Shapes) -> Statement:
    """A statement with such entries of arrays of known shapes by the names that lines with these arrays are given, also
    where it could not be read as one about arrays: else the two are no longer the same."""
    if not shapes.wholes:
        return s
    changed: Statement = rebuilt(s, lambda x: _named(x, shapes))
    return changed


def _named(x: Any, shapes: Shapes) -> Node | None:
    whole = whole_of_entry(x) if isinstance(x, t.Scripted) and not x.primes else None
    shape = shape_of(whole) if whole is not None else None
    if whole is None or shape is None:
        return None
    base, pieces, marked = split(shape)
    found = shapes.find(base, pieces) if not marked else None
    indices = tuple(p for s in x.scripts if not s.above for p in s.entries)
    if found is None or AXES.get(found.kind) != len(indices) or None in map(letter_of, indices):
        return None
    entry = array_of(whole, found, shapes.plain).entry(*indices)
    above = tuple(s for s in x.scripts if s.above)
    if not isinstance(entry, t.Name):
        return None
    entry = replace(entry, span=x.span)
    return t.Scripted(t.Group("(", (entry,), ")", span=x.span), above, span=x.span) if above else entry
