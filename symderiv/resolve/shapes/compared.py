r"""Indicators of arrays: `\mathbb{1}[u > 0]` of a vector is the vector of the indicators of its entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from .algebra import common_sizes
from .array import Array, number


def compared(x: t.Indicator, read: Callable[[Node], Array]) -> Array:
    """The array that an indicator is; `read` reads a member of its comparison."""
    chain = x.conditions[0] if len(x.conditions) == 1 else None
    if not isinstance(chain, t.Chain):
        return number(x)
    members = [read(m) for m in chain.members]
    arrays = [a for a in members if a.kind]
    if not arrays:  # the members are numbers, of arrays too: `[y_n w^T x_n < 1]`
        return number(replace(x, conditions=(replace(chain, members=tuple(a.entry() for a in members)),)))
    sizes = common_sizes(arrays, lambda a, b: f"{a} is compared with {b}", x.span)

    def entry(*indices: Node) -> Node:
        here = tuple(a.entry(*indices) if a.kind else a.entry() for a in members)
        return replace(x, conditions=(replace(chain, members=here),))

    return Array(arrays[0].kind, sizes, entry)
