r"""Vectors with an entry at 0: `x \\in \\mathbb{R}^{d+1}` beside `x_0 = 1` has the entries `x_0` to `x_d`.

So it has beside `\\sum_{k=0}^d w_k x_k`, if no other sum runs from 1 over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.scripts import entries_below
from ..spelled.shape import letter_of, shape_of
from ..stated import Stated
from .array import ONE, ZERO, from_zero
from .declared import Declared
from .sizes import ranges_in

Said = tuple[str, Declared]


def counted_from_zero(declared: Iterable[Said], stated: Sequence[Stated]) -> list[Said]:
    """The declarations; a size `d + 1` runs from 0 to d where an entry at 0 of something of that size is named."""
    said = list(declared)
    names = [x for s in stated for x in t.of_kind(s.statement, t.Name)]
    at_zero = {shape.base for x in names if (shape := shape_of(x)) is not None and _is_at_zero(x)}
    from_there = {d.sizes[-1] for base, d in said if base in at_zero and d.sizes and _one_less(d.sizes[-1]) is not None}
    if any(d.sizes and _one_less(d.sizes[-1]) is not None for _, d in said):
        from_there |= _summed_from_zero(said, stated)
    return [(base, replace(d, sizes=_counted(d.sizes, from_there))) for base, d in said]


def _summed_from_zero(said: Sequence[Said], stated: Sequence[Stated]) -> set[Node]:
    """The sizes `d + 1` of vectors of which sums run over the entries from 0 to d, and none from 1."""
    runs = [run for s in stated for x in t.of_kind(s.statement, t.BigSum) for run in _runs(x)]
    found: set[Node] = set()
    for base, d in said:
        last = _one_less(d.sizes[-1]) if d.sizes else None
        ends = {size for of, size in runs if of == base}
        if last is not None and ends == {from_zero(last)}:
            found.add(d.sizes[-1])
    return found


def _runs(x: t.BigSum) -> Iterator[tuple[str, Node | None]]:
    """The names that carry the letter of a sum as their last index below, and over what it runs."""
    said = dict(ranges_in(x))
    for name in t.of_kind(x.body, t.Name) if said else ():
        shape, below = shape_of(name), entries_below(name)
        letter = letter_of(below[-1]) if below else None
        if shape is not None and letter in said and letter is not None:
            yield shape.base, said[letter]


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
    below = entries_below(x)
    return bool(below) and below[-1] == ZERO
