r"""Tables that hold all states of some units: a row for each of the `2^n` ways to give n units one of two values.

A sum over all states (`Z = \sum_{\mathbf{x}} e^{-\Phi(\mathbf{x})}`) is a sum over the rows of such a table. A proof
asks neither how many rows there are nor what stands in them: what holds for every table holds for this one. Numbers
speak of a page only where the table is the one it means: as many rows as there are states, and each of them once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ..affine import Affine, Sym, affine
from ..expr import Variable
from ..system import ALL_STATES, Piece, System
from .failures import Declined
from .tables import Tables

MOST = 256
"""So many states are drawn at most: eight units of two values."""


@dataclass(frozen=True, slots=True)
class States:
    """A table, the size that counts its rows, its width, and the values of a unit, least first."""

    table: Variable
    rows: Sym
    width: Affine
    numbers: tuple[Fraction, ...]

    def entry(self, row: int, column: int) -> Fraction:
        """What a unit is in a state: states are counted as numbers with a digit for each unit."""
        before: int = len(self.numbers) ** (column - 1)
        return self.numbers[(row - 1) // before % len(self.numbers)]


def state_tables(system: System) -> tuple[States, ...]:
    """The tables of a network that hold all states.

    Raises `Declined` where its rows count states of which it is not known what they are.
    """
    counting = {s for s in system.sizes if s.name.startswith(ALL_STATES)}
    if not counting:
        return ()
    values = {v.variable: v.numbers for v in system.values}
    found = [s for p in system.pieces for s in _table(p, values)]
    if counting - {s.rows for s in found}:
        raise Declined("it is not known which values the units take")
    return tuple(found)


def _table(p: Piece, values: dict[Variable, tuple[Fraction, ...]]) -> Iterator[States]:
    if p.body is not None or p.variable not in values or len(p.indices) != 2 or len(p.letters) != 2:
        return
    (row_first, rows), (first, width) = (_ends(p, i.letter) for i in p.indices)
    letter = rows.letter if rows is not None and row_first == 1 else None
    if letter is not None and letter.name.startswith(ALL_STATES) and width is not None and first == 1:
        yield States(p.variable, letter, width, values[p.variable])


def _ends(p: Piece, letter: Sym | None) -> tuple[int | None, Affine | None]:
    """Where an index of a piece begins, if that is a number, and where it ends, in sizes."""
    low: int | None = None
    high: Affine | None = None
    for c in p.domain.constraints:
        k = c.form.coefficient(letter) if letter is not None and c.rel == ">=" else 0
        rest = c.form - k * affine(letter) if letter is not None and k else c.form
        if k == 1 and rest.is_constant:
            low = -rest.const
        elif k == -1 and not rest.letters() & {*p.letters}:
            high = rest
    return low, high


def with_all_states(states: tuple[States, ...], sizes: dict[Sym, int], tables: Tables) -> dict[Sym, int] | None:
    """The sizes with as many rows as there are states; None where these are too many, or no size fits two tables."""
    found = dict(sizes)
    counted: dict[Sym, int] = {}
    for s in states:
        if not s.width.letters() <= found.keys():
            return None  # nothing says how many units there are
        width = tables.form(s.width, found)
        count = len(s.numbers) ** width
        if width < 1 or count > MOST or counted.setdefault(s.rows, count) != count:
            return None
        found[s.rows] = count
    return found
