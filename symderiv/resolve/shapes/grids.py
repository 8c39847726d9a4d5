r"""Matrices typed entry by entry, `\begin{pmatrix} a_1 & 0 \\ 0 & a_2 \end{pmatrix}`: their sizes are numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...latex import tree as t
from ...latex.source import Offsets
from ...latex.tree import Node
from ...notation import EQUALITIES, GRID
from ..stated import Stated
from .array import ZERO, Array, equal, product


def rows_of(x: t.Group) -> list[tuple[Node, ...]] | None:
    """The rows of such a matrix; None for any other parenthesis."""
    if x.open != GRID:
        return None
    return [row.items for row in x.items if isinstance(row, t.Group) and row.open == GRID]


def has_grids(stated: Iterable[Stated]) -> bool:
    """Does an equation have such a matrix?"""
    chains = (s.statement.chain for s in stated)
    return any(x.open == GRID for c in chains if EQUALITIES & {*c.relations} for x in t.of_kind(c, t.Group))


def grid(cells: Sequence[Sequence[Array]], span: Offsets) -> Array:
    """The matrix with such numbers, a column or a row where it is one."""
    rows, columns = len(cells), len(cells[0])
    if columns == 1:
        return Array(
            "c", (_size(rows),), lambda i: _entry([((i, n),) for n in range(rows)], [c[0] for c in cells], span)
        )
    if rows == 1:
        return Array("r", (_size(columns),), lambda j: _entry([((j, n),) for n in range(columns)], cells[0], span))
    flat = [c for row in cells for c in row]

    def entry(i: Node, j: Node) -> Node:
        places = [((i, n), (j, m)) for n in range(rows) for m in range(columns)]
        return _entry(places, flat, span)

    return Array("m", (_size(rows), _size(columns)), entry)


def is_askew(cells: Sequence[Sequence[Array]]) -> bool:
    """Is it square, and another matrix if it is transposed?"""
    square = len(cells) == len(cells[0]) > 1
    return square and any(a.entry() != cells[m][n].entry() for n, row in enumerate(cells) for m, a in enumerate(row))


def _size(count: int) -> Node:
    return t.Number(str(count))


def _entry(places: Sequence[tuple[tuple[Node, int], ...]], cells: Sequence[Array], span: Offsets) -> Node:
    """The number at the place that indices name: one cell where they are numbers, else a sum of each where it is."""
    terms: list[t.Term] = []
    for place, cell in zip(places, cells, strict=True):
        value = cell.entry()
        numbered = [(i, t.Number(str(n + 1))) for i, n in place]
        if any(isinstance(i, t.Number) and i != n for i, n in numbered) or value == ZERO:
            continue
        tests = [equal(i, n, span) for i, n in numbered if not isinstance(i, t.Number)]
        terms.append(t.Term("+" if terms else "", product(span, *tests, value), span))
    return t.Terms(tuple(terms), span) if len(terms) > 1 else terms[0].body if terms else ZERO
