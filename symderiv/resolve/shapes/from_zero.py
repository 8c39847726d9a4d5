r"""Arrays with an entry at 0: `x \in \mathbb{R}^{d+1}` beside `x_0 = 1` has the entries `x_0` to `x_d`.

So it has beside `\sum_{k=0}^d w_k x_k`, if no other sum runs from 1 over it; and `x \in \mathbb{R}^d` has the entries
`x_0` to `x_{d-1}` where the definitions have `\sum_{k=0}^{d-1} w_k x_k`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.scripts import entries_below
from ..spelled.shape import letter_of, shape_of
from ..stated import Stated
from .array import ONE, ZERO, before, from_zero, length
from .declared import Declared
from .entry_lengths import axes_of, letters_met
from .sizes import only_sizes, ranges_in, sizes_beside
from .unsaid import first_of_each

Said = tuple[str, Declared]
Axis = tuple[str, int]
"""The letter of an array, and which of its indices it is, counted from the last."""


def counted_from_zero(declared: Iterable[Said], stated: Sequence[Stated], ranges: Sequence[t.Chain] = ()) -> list[Said]:
    """The declarations; a size `d + 1` runs from 0 to d where an entry at 0 of something of that size is named, and a
    size d from 0 to d - 1 where definitions have entries that do."""
    said = list(declared)
    names = [x for s in stated for x in t.of_kind(s.statement, t.Name)]
    at_zero = {shape.base for x in names if (shape := shape_of(x)) is not None and _is_at_zero(x)}
    from_there = {d.sizes[-1] for base, d in said if base in at_zero and d.sizes and _one_less(d.sizes[-1]) is not None}
    if any(d.sizes and _one_less(d.sizes[-1]) is not None for _, d in said):
        from_there |= _summed_from_zero(said, stated)
    said = [(base, replace(d, sizes=_counted(d.sizes, from_there))) for base, d in said]
    return _begun_at_zero(said, stated, ranges) if any(d.kind for _, d in said) else said


def _begun_at_zero(said: Sequence[Said], stated: Sequence[Stated], ranges: Sequence[t.Chain]) -> list[Said]:
    """The declarations, with all lengths d that are counted from 0 to d - 1: those of axes on which the letters of
    definitions run so; and of others, where such a letter does on an axis as long, and none from 1 to d."""
    runs = list(_runs_met(stated, ranges))
    if not any(_is_begun(size) for _, size in runs):
        return list(said)
    begins: dict[Axis, set[bool]] = {}
    as_long: dict[object, set[bool]] = {}
    lengths = {(base, len(d.sizes) - n): size for base, d in said if not d.turned for n, size in enumerate(d.sizes)}
    for axis, size in runs:
        own = _key(lengths[axis]) if axis in lengths else None
        begun = _is_begun(size)
        if own is not None and own == _key(length(size)):
            begins.setdefault(axis, set()).add(begun)
            as_long.setdefault(own, set()).add(begun)

    def counted(size: Node, axis: Axis) -> Node:
        last = before(size)
        return from_zero(last) if last and begins.get(axis, as_long.get(_key(size))) == {True} else size

    return [
        (base, replace(d, sizes=tuple(counted(x, (base, len(d.sizes) - n)) for n, x in enumerate(d.sizes))))
        for base, d in said
    ]


def _runs_met(stated: Sequence[Stated], ranges: Sequence[t.Chain]) -> Iterator[tuple[Axis, Node]]:
    """The axes of names on which letters of definitions stand, and over what these run."""
    told: dict[str, set[Node | None]] = {}
    for letter, size in (pair for c in (*ranges, *(s.statement.chain for s in stated)) for pair in ranges_in(c)):
        told.setdefault(letter, set()).add(size)
    everywhere = only_sizes(told)
    chains = [s.statement.chain for s in stated if s.statement.chain.relations]
    first = {id(c) for c in first_of_each(chains)} if chains else set()
    for n, s in enumerate(stated):
        if id(s.statement.chain) not in first:
            continue
        own = {**everywhere, **sizes_beside(s)}
        for (base, _, _, at), (_, (letter, *_), _, bound), summed in letters_met(s.statement.chain, n, axes_of):
            size = summed if bound else own.get(letter)
            if size is not None:
                yield (base, at), size


def _is_begun(size: Node) -> bool:
    """Does it run from 0 to one less than something?"""
    return isinstance(size, t.Listing) and length(size) is not None


def _key(size: Node | None) -> object:
    """A length, that of all layers for `n_l`."""
    return size.base if isinstance(size, t.Name) else size if isinstance(size, t.Number) else None


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
    """The d of `d + 1`, and the `T - K` of `T - K + 1`; None for anything else."""
    if not isinstance(size, t.Terms) or len(size.terms) < 2 or size.terms[0].sign:
        return None
    *rest, last = size.terms
    if last.sign != "+" or last.body != ONE:
        return None
    return rest[0].body if len(rest) == 1 else replace(size, terms=tuple(rest))


def _is_at_zero(x: t.Name) -> bool:
    r"""Is the last index below a 0, as in `x_0`, `x_{i0}` and `x_0^{(i)}`?"""
    below = entries_below(x)
    return bool(below) and below[-1] == ZERO
