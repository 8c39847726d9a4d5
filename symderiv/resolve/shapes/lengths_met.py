r"""The lengths over which letters run where they stand on arrays of known shape, the i of `w_{ij}` beside `W`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.shape import letter_of, shape_of
from .declared import Shapes, split
from .powers import power_of
from .small import whole_of


def lengths_met(
    shapes: Shapes, nodes: Iterable[t.Name], sizes: Mapping[str, Node] | None = None
) -> dict[str, set[Node]]:
    """The lengths over which letters run where they stand on declared arrays, and those of `sizes`; without these,
    in one formula, also on the small letters of such arrays."""
    met: dict[str, set[Node]] = {x: {s} for x, s in (sizes or {}).items()}
    for x in nodes:
        below = tuple(e for s in x.scripts if not s.above for e in s.entries)
        shape = shape_of(x)
        if shape is None or not below:
            continue
        base, pieces, _ = split(shape)
        if power_of(shapes, x, base, pieces) is not None:
            pieces = pieces[1:]  # the T of `h_T^2` is a step, and no entry of `h^{(2)}`
        for count in (1, 2):
            whole = base if sizes is not None else whole_of(base, len(below), shapes.plain)
            found = shapes.find(whole, pieces[:-count]) if len(below) >= count else None
            if found is not None and len(found.sizes) == count and shapes.find(base, pieces) is None:
                for e, size in zip(pieces[-count:], found.sizes, strict=True):  # `dd'` in `W_{h,dd'}` is two
                    name = letter_of(e)
                    if name is not None:
                        met.setdefault(name, set()).add(size)
    return met
