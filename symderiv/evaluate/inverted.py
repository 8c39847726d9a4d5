"""Inverses and determinants, computed from the matrix by elimination, nudges and all: no rule about them is asked.

The matrix is eliminated in whatever numbers are computed with; one that has no inverse is drawn anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .failures import Redraw, TooMuchWork, Undefined
from .jets import Number, base
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
    rows = [[w.entry(of.matrix, (*which, i, j)) for j in span] + [n.plain(int(i == j)) for j in span] for i in span]
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
    return Inverted(lower, [row[len(rows) :] for row in rows], determinant)


def _pivot(rows: list[list[Number]], k: int, n: Numbers) -> int:
    """The first row from the k-th on that does not begin with zero."""
    zero = n.plain(0)
    found = next((m for m in range(k, len(rows)) if not n.same(n.plain(base(rows[m][k])), zero)), None)
    if found is None:
        raise Redraw("a matrix has no inverse")
    return found
