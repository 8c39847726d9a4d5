"""Inverses and determinants, computed from the matrix by elimination, nudges and all: no rule about them is asked.

The matrix is eliminated in whatever numbers are computed with; one that has no inverse is drawn anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from .failures import Redraw, TooMuchWork, Undefined
from .floats import SMALLEST, Masses, Real, Tracked
from .jets import Jet, Number, Slopes, base
from .lookup import Lookup
from .maker import IntRun
from .numbers import Numbers

MOST_ROWS = 40
"""Matrices of more rows are not inverted."""


@dataclass(frozen=True, slots=True)
class Inverting:
    """A matrix that is inverted, where its indices begin and end, whether its inverse moves with it, and whether it is
    one of `several`, told apart by the index in front."""

    matrix: int
    lower: IntRun
    upper: IntRun
    moving: bool
    several: bool = False


@dataclass(frozen=True, slots=True)
class Inverted:
    """The inverse of a matrix, row by row, and its determinant; the first row is `lower`."""

    lower: int
    rows: list[list[Number]]
    determinant: Number


class Inverter(Lookup, Protocol):
    """A way to look entries up that remembers what it inverted."""

    inverses: dict[tuple[int, ...], Inverted]


def inverted_entry(w: Inverter, of: Inverting, indices: tuple[int, ...]) -> Number:
    """An entry of the inverse of a matrix, or its determinant where no indices are left."""
    which, indices = (indices[:1], indices[1:]) if of.several else ((), indices)
    found = w.inverses.get((of.matrix, *which))
    if found is None:
        found = w.inverses[of.matrix, *which] = _inverted(w, of, which)
    if not indices:
        return found.determinant
    i, j = (n - found.lower for n in indices)
    if not (0 <= i < len(found.rows) and 0 <= j < len(found.rows)):
        raise Undefined("an inverse has no entry there")
    return found.rows[i][j]


def _inverted(w: Inverter, of: Inverting, which: tuple[int, ...]) -> Inverted:
    """The rows of the matrix beside those of the identity, until the identity stands on the left."""
    n = w.root.numbers
    lower, upper = (end(w, [*w.root.row]) for end in (of.lower, of.upper))
    span = range(lower, upper + 1)
    if len(span) > MOST_ROWS:
        raise TooMuchWork("too many rows to be inverted")
    w.root.spend(len(span) ** 3)
    rows = [[w.entry(of.matrix, (*which, i, j)) for j in span] for i in span]
    if not isinstance(n, Masses):
        return Inverted(lower, *_eliminated(rows, n))
    # step by step the sums of absolute values would grow without end: they are found at once, from the inverse
    inverse, determinant = _eliminated([[_leaves(x, lambda y: n.plain(y).v) for x in row] for row in rows], n.float)
    size = range(len(span))
    lost = sum(abs(base(inverse[j][i])) * n.plain(base(rows[i][j])).m for i in size for j in size)
    most = max((abs(y) for row in inverse for x in row for y in _parts(x)), default=0.0)
    found = [[_leaves(x, lambda y: Tracked(y, (abs(y) + most) * max(1.0, lost))) for x in row] for row in inverse]
    return Inverted(lower, found, _leaves(determinant, lambda y: Tracked(y, abs(y) * max(1.0, lost) + SMALLEST)))


def _eliminated(rows: list[list[Number]], n: Numbers) -> tuple[list[list[Number]], Number]:
    """The inverse of a matrix and its determinant."""
    rows = [[*row, *(n.plain(int(i == j)) for j in range(len(rows)))] for i, row in enumerate(rows)]
    determinant: Number = 1
    for k in range(len(rows)):
        m = _pivot(rows, k, n)
        if m != k:
            rows[k], rows[m] = rows[m], rows[k]
            determinant = -determinant
        determinant = n.reduced(determinant * rows[k][k])
        scale = n.inverse(rows[k][k])
        rows[k] = [n.reduced(x * scale) for x in rows[k]]
        for m, row in enumerate(rows):
            if m != k:
                factor = -row[k]
                rows[m] = [n.reduced(x + factor * y) for x, y in zip(row, rows[k], strict=True)]
    return [row[len(rows) :] for row in rows], determinant


def _pivot(rows: list[list[Number]], k: int, n: Numbers) -> int:
    """The row from the k-th on that begins with the number furthest from zero, or with any other than that."""
    zero = n.plain(0)
    if isinstance(n, Real):
        m = max(range(k, len(rows)), key=lambda m: abs(base(rows[m][k])))
        found = m if base(rows[m][k]) else None
    else:
        found = next((m for m in range(k, len(rows)) if not n.same(n.plain(base(rows[m][k])), zero)), None)
    if found is None:
        raise Redraw("a matrix has no inverse")
    return found


def _leaves(x: Number, f: Callable[[Number], Number]) -> Number:
    """A number with another one in the place of each that its nudges part it into."""
    if isinstance(x, Jet):
        return Jet(_leaves(x.v, f), _leaves(x.d, f), x.level)
    return Slopes({k: _leaves(y, f) for k, y in x.items()}) if isinstance(x, Slopes) else f(x)


def _parts(x: Number) -> Iterator[Number]:
    """The numbers that its nudges part a number into."""
    if isinstance(x, Jet):
        yield from (y for z in (x.v, x.d) for y in _parts(z))
    elif isinstance(x, Slopes):
        yield from (y for z in x.values() for y in _parts(z))
    else:
        yield x
