r"""Vectors with an entry at 0: `x \\in \\mathbb{R}^{d+1}` beside `x_0 = 1` has the entries `x_0` to `x_d`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ..shape import shape_of
from ..stated import Stated
from .array import ONE, ZERO, from_zero
from .declared import Declared

Said = tuple[str, Declared]


def counted_from_zero(declared: Iterable[Said], stated: Iterable[Stated]) -> list[Said]:
    """The declarations; a size `d + 1` runs from 0 to d where an entry at 0 of something of that size is named."""
    said = list(declared)
    names = [x for s in stated for x in t.of_kind(s.statement, t.Name)]
    at_zero = {shape.base for x in names if (shape := shape_of(x)) is not None and _is_at_zero(x)}
    from_there = {d.sizes[-1] for base, d in said if base in at_zero and d.sizes and _one_less(d.sizes[-1]) is not None}
    return [(base, replace(d, sizes=_counted(d.sizes, from_there))) for base, d in said]


def _counted(sizes: Sequence[Node], from_there: set[Node]) -> tuple[Node, ...]:
    return tuple(from_zero(last) if s in from_there and (last := _one_less(s)) is not None else s for s in sizes)


def _one_less(size: Node) -> Node | None:
    """The d of `d + 1`; None for anything else."""
    if not isinstance(size, t.Terms) or len(size.terms) != 2 or [x.sign for x in size.terms] != ["", "+"]:
        return None
    first, last = (x.body for x in size.terms)
    return first if last == ONE else None


def _is_at_zero(x: t.Name) -> bool:
    r"""Is the last index below a 0, as in `x_0`, `x_{i0}` and `x_0^{(i)}`?"""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    return bool(below) and below[-1] == ZERO
