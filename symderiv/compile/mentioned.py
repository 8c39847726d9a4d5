"""Which sizes a program needs: those that stand in its lengths, places, conditions and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..affine import Affine, Sym
from .arrays import Along, Array, At, Counter, Dim, Fork, Mask, Read, Whole, Window, walk
from .program import Allocate, Assign, Integer, Loop, Statement, Storage, Store


def letters_in(statements: Iterable[Statement], storages: Mapping[str, Storage]) -> set[Sym]:
    """Every letter of the statements that an integer is needed for."""
    return {s for form in _forms(statements, storages) for s in form.letters()}


def _forms(statements: Iterable[Statement], storages: Mapping[str, Storage]) -> Iterator[Affine]:
    for s in statements:
        if isinstance(s, Integer):
            yield from s.forms
        elif isinstance(s, Allocate):
            yield from storages[s.name].counts
        elif isinstance(s, (Assign, Store)):
            if isinstance(s, Store):
                yield from (f for d in s.dims for f in _of_dim(d))
            else:
                yield from storages[s.name].counts
            yield from _of_array(s.value)
        elif isinstance(s, Loop):
            yield from (s.lower, s.upper)
            yield from _forms(s.body, storages)
        else:
            yield from (c.form for c in s.where)
            yield from _forms(s.body, storages)


def _of_array(a: Array) -> Iterator[Affine]:
    for x in walk(a):
        if isinstance(x, Whole):
            yield x.form
        elif isinstance(x, Counter):
            yield from (x.lower, x.count)
        elif isinstance(x, Read):
            yield from (f for d in x.dims for f in _of_dim(d))
            yield from (f for pad in x.pads for f in pad)
        elif isinstance(x, Mask):
            yield from (c.form for c in x.where)
            yield from (f for _, lo, n in x.ranges for f in (lo, n))
        elif isinstance(x, Fork):
            yield from (f for cost in x.costs for term in cost for f in term)


def _of_dim(d: Dim) -> Iterator[Affine]:
    if isinstance(d, At):
        yield d.offset
    elif isinstance(d, Along):
        yield from (d.start, d.count)
    elif isinstance(d, Window):
        yield d.start
        yield from (n for _, n, _ in d.parts)
    else:
        yield from (d.form - d.lower, *(f for _, lo, n in d.ranges for f in (lo, n)))
        if d.clipped is not None:
            yield d.clipped
