r"""Arrays with a label whose entries stand behind a parenthesis: the `U_c` of `(U_c)_{ij}`."""

from __future__ import annotations

from collections.abc import Iterable

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.shape import Shape, shape_of


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
