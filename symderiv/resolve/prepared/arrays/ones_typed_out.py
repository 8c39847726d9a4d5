r"""What a matrix or a vector that is typed out with ones is.

A matrix of data has a column of ones, in front or at the end: `X = \begin{pmatrix} 1 & x_{11} & \cdots & x_{1p} \\ ..`;
beside it stand the entries of one name, numbered from 1 in rows and columns. A vector has one number beside a 1,
`\mathbf{x}_i = \begin{pmatrix} 1 \\ x_i \end{pmatrix}`. Vectors with a 1 beside several entries are `one_more`; what
is written for all these is said in `ones_by_entries` and `augmented`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import ONE, ZERO, Chain, Name, Node, Number, Script
from ....notation import BOLD_FONTS, EQUALITIES
from ...spelled.shape import is_mark
from .typed_cells import DOT, cells_of, column_of, digits_apart, told_by

TWO = 2
Place: TypeAlias = tuple[int, int]
"""A script of a name, and an entry of it."""


# ----------------------------------------------------------------------------------------------- a column of ones


@dataclass(frozen=True, slots=True)
class Ones:
    """Such a matrix: its name; the entry in the first row and column behind the ones; where that has the numbers of
    its row and column (None: of one row there is one entry); the last of these numbers; are the ones in front?"""

    whole: Name
    entry: Name
    row: Place
    column: Place | None
    rows: Node
    columns: Node
    in_front: bool

    def at(self, row: Node, column: Node) -> Name:
        """What stands in a row and column."""
        x = _with_entry(self.entry, self.row, row)
        return x if self.column is None else _with_entry(x, self.column, column)

    def of_whole(self, row: Node, column: Node) -> Name:
        """The matrix at a row and column."""
        return replace(self.whole, scripts=(Script(False, (row, column), commas=True),))


def ones_of(chain: Chain) -> Ones | None:
    """The matrix that an equation types out; None for any other equation."""
    whole, rows = chain.members[0], _typed(chain)
    if rows is None or not isinstance(whole, Name) or whole.scripts or whole.primes:
        return None
    in_front = all(row[0] == ONE for row in rows)
    if not in_front and not all(row[-1] == ONE for row in rows):
        return None
    cells = [row[1:] if in_front else row[:-1] for row in rows]
    dots = [n for n, x in enumerate(cells[0]) if x == DOT]
    if dots not in ([], [len(cells[0]) - TWO]):
        return None
    names = [[x for n, x in enumerate(row) if n not in dots] for row in cells]
    flat = [_blank(x) for row in names for x in row if isinstance(x, Name)]
    if len(flat) != len(names) * len(names[0]) or len(set(flat)) != 1:
        return None
    return _placed(whole, [[x for x in row if isinstance(x, Name)] for row in names], bool(dots), in_front)


def _typed(chain: Chain) -> list[tuple[Node, ...]] | None:
    """The rows of such a matrix without that of dots."""
    relations = (chain.relations[0] in EQUALITIES, *chain.relations[1:]) if chain.relations else ()
    group = chain.members[1] if relations in ((True,), (True, r"\in")) else None
    rows = cells_of(group) if group is not None else []
    if len(rows) <= TWO or any(x != DOT for x in rows[-2]):
        return None
    return [*rows[:-2], rows[-1]]


def _placed(whole: Name, names: list[list[Name]], dotted: bool, in_front: bool) -> Ones | None:
    """The matrix of such entries, where these are numbered from 1 on."""
    names = [[digits_apart(x) for x in row] for row in names]
    first, last = names[0][0], names[-1][-1]
    places = [(n, m) for n, s in enumerate(first.scripts) for m in range(len(s.entries))]
    if any([len(s.entries) for s in x.scripts] != [len(s.entries) for s in first.scripts] for r in names for x in r):
        return None
    for row in places:
        numbers = [*map(numeral, range(1, len(names))), _at(last, row)]
        if any(_at(x, row) != n for cells, n in zip(names, numbers, strict=True) for x in cells):
            continue
        columns = [p for p in places if p != row and _is_run([[_at(x, p) for x in cells] for cells in names], dotted)]
        rest = {*places} - {row, *columns[:1]}
        plain = all(_at(x, p) == _at(first, p) for p in rest for cells in names for x in cells)
        if plain and (columns or len(names[0]) == 1) and not isinstance(_at(last, row), Number):
            column = columns[0] if columns else None
            end = _at(last, column) if column is not None else ONE
            return Ones(whole, first, row, column, _at(last, row), end, in_front)
    return None


def _is_run(numbers: list[list[Node]], dotted: bool) -> bool:
    """Are columns numbered 1, 2 and so on, the last one behind dots by anything?"""
    first = numbers[0]
    typed = first[:-1] if dotted else first
    counted = [*map(numeral, range(1, len(typed) + 1))] == typed
    return counted and all(row == first for row in numbers) and (not dotted or not isinstance(first[-1], Number))


def numeral(n: int) -> Node:
    """A number as it is typed."""
    return Number(str(n))


def _blank(x: Name) -> Name:
    """An entry without its numbers."""
    return replace(x, scripts=tuple(replace(s, entries=(), commas=False) for s in x.scripts))


def _at(x: Name, place: Place) -> Node:
    return x.scripts[place[0]].entries[place[1]]


def _with_entry(x: Name, place: Place, entry: Node) -> Name:
    s = x.scripts[place[0]]
    entries = (*s.entries[: place[1]], entry, *s.entries[place[1] + 1 :])
    changed = replace(s, entries=entries, commas=s.commas or (len(entries) > 1 and not s.above))
    return replace(x, scripts=(*x.scripts[: place[0]], changed, *x.scripts[place[0] + 1 :]))


def says_what_ones_are(chain: Chain, m: Ones) -> bool:
    """Does it say what the name of the entries with the number 0 is?"""
    left = chain.members[0]
    if not chain.relations or not isinstance(left, Name) or m.column is None or _blank(left) != _blank(m.entry):
        return False
    fits = [len(s.entries) for s in left.scripts] == [len(s.entries) for s in m.entry.scripts]
    return fits and _at(left, m.column) == ZERO


# ------------------------------------------------------------------------------------------ a number beside a 1


@dataclass(frozen=True, slots=True)
class Beside:
    """A vector, and the one number in it beside a 1."""

    whole: Name
    number: Name


def beside_one(chain: Chain) -> Beside | None:
    """A bold name, and the number of its letter that stands beside a 1 in the column that defines it."""
    if (told := told_by(chain)) is None:
        return None
    whole, items = told[0], column_of(told[1])
    number = next((x for x in items if isinstance(x, Name)), None)
    if number is None or len(items) != TWO or ONE not in items or not is_alike(number, whole):
        return None
    fits = is_bold_or_arrowed(whole) and not is_bold_or_arrowed(number) and number.scripts == whole.scripts
    return Beside(whole, number) if fits else None


def is_another_number(x: Name, whole: Name) -> bool:
    r"""Is it a number by the letter of a bold vector, and none of its entries: `x^\ast` beside `\mathbf{x}_i`?

    >>> from symderiv.latex.parse import parse
    >>> typed = (r"\mathbf{x}_i", r"x^\ast", "x_i", "x^2", "x^T")
    >>> whole, *names = (parse(x).statements[0].chain.members[0] for x in typed)
    >>> [is_another_number(x, whole) for x in names]
    [True, False, False, False]
    """
    marks = [e for s in x.scripts for e in s.entries]
    above = bool(marks) and all(s.above for s in x.scripts)
    starred = above and all(isinstance(e, t.Symbol) and not is_mark(e) for e in marks)
    return is_bold_or_arrowed(whole) and not is_bold_or_arrowed(x) and starred


def is_alike(x: Name, y: Name) -> bool:
    """Have two names one letter?"""
    return (x.base, x.primes) == (y.base, y.primes)


def is_bold_or_arrowed(x: Name) -> bool:
    """Is a name set as vectors are, in bold, below an arrow or above a line?"""
    return x.font in BOLD_FONTS or any(a.strip("\\") in ("vec", "underline") for a in x.accents)
