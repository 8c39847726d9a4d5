r"""Matrices of data typed out with a column of ones, `X = \begin{pmatrix} 1 & x_{11} & \cdots & x_{1p} \\ ..`

The entries of that column are 1, the others what stands at their place. A column in front is number 0 where what the
matrix is multiplied by has that number (the `w_0` of `Xw`), and what has it among the names of the others is 1 as well:
the `x_{i0}` of sums in which many write it. Elsewhere columns are numbered from 1.

Nothing is done where the page says something else of the matrix, or types out its rows: these bring their own ones
(`augmented`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ....latex import tree as t
from ....latex.tree import (
    ONE,
    ZERO,
    Chain,
    Factor,
    Formula,
    Group,
    Name,
    Node,
    Number,
    Product,
    Script,
    Statement,
    Term,
    Terms,
)
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of
from ...shapes.array import from_zero
from ...shapes.declared import space
from ...shapes.grids import rows_of
from .one_more import letter_of_any_font, types_out_more

LETTERS = ("i", "j", "k", "l", "m", "r", "s", "q", "g", "h")
TWO = 2
Place = tuple[int, int]
"""A script of a name, and an entry of it."""


@dataclass(frozen=True, slots=True)
class _Ones:
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


def _types_ones(s: Statement) -> bool:
    return _ones(s.chain) is not None


@where(_types_ones)
def with_ones_typed_out(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a document with such matrices by their entries; `ranges` are those of the front matter.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$$ X = \begin{pmatrix} 1 & x_1 \\ \vdots & \vdots \\ 1 & x_n \end{pmatrix} $$ $$ w_0 = 2 $$"
    >>> (_, f), _ = with_ones_typed_out(read_formulas(parse_document(text)), {})
    >>> [s.chain.members[-1] == ONE for s in f.statements]
    [False, False, True]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    if any(is_given(d) for d, _ in located):
        return list(located)
    found = {m.whole: m for s in statements if (m := _ones(s.chain)) is not None and _is_alone(m, s, statements)}
    names = {x.base for s in statements for x in t.of_kind(s, Name)} | {*ranges}
    letters = [x for x in LETTERS if x not in names]
    if not found or len(letters) < TWO:
        return list(located)
    row, column = Name(letters[0]), Name(letters[1])

    def made(s: Statement) -> Iterator[Statement]:
        m = _ones(s.chain)
        if m is None or m.whole not in found:
            yield s
            return
        written = _Written(m, row, column, m.in_front and _has_zeros(m, statements), s)
        yield from written.statements(statements)

    return [
        (d, replace(f, statements=tuple(x for s in f.statements for x in made(s))) if isinstance(f, Formula) else f)
        for d, f in located
    ]


# ------------------------------------------------------------------------------------------------------ what is typed


def _ones(chain: Chain) -> _Ones | None:
    """The matrix that an equation types out; None for any other equation."""
    whole, rows = chain.members[0], _typed(chain)
    if rows is None or not isinstance(whole, Name) or whole.scripts or whole.primes:
        return None
    in_front = all(row[0] == ONE for row in rows)
    if not in_front and not all(row[-1] == ONE for row in rows):
        return None
    cells = [row[1:] if in_front else row[:-1] for row in rows]
    dots = [n for n, x in enumerate(cells[0]) if _is_dots(x)]
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
    rows = rows_of(group) if isinstance(group, Group) else None
    if rows is None or len(rows) <= TWO or not all(map(_is_dots, rows[-2])):
        return None
    return [*rows[:-2], rows[-1]]


def _is_dots(x: Node) -> bool:
    return isinstance(x, t.Symbol) and x.name == r"\dots"


def _placed(whole: Name, names: list[list[Name]], dotted: bool, in_front: bool) -> _Ones | None:
    """The matrix of such entries, where these are numbered from 1 on."""
    names = [[_parted(x) for x in row] for row in names]
    first, last = names[0][0], names[-1][-1]
    places = [(n, m) for n, s in enumerate(first.scripts) for m in range(len(s.entries))]
    if any([len(s.entries) for s in x.scripts] != [len(s.entries) for s in first.scripts] for r in names for x in r):
        return None
    for row in places:
        numbers = [*map(_number, range(1, len(names))), _at(last, row)]
        if any(_at(x, row) != n for cells, n in zip(names, numbers, strict=True) for x in cells):
            continue
        columns = [p for p in places if p != row and _is_run([[_at(x, p) for x in cells] for cells in names], dotted)]
        rest = {*places} - {row, *columns[:1]}
        plain = all(_at(x, p) == _at(first, p) for p in rest for cells in names for x in cells)
        if plain and (columns or len(names[0]) == 1) and not isinstance(_at(last, row), Number):
            column = columns[0] if columns else None
            end = _at(last, column) if column is not None else ONE
            return _Ones(whole, first, row, column, _at(last, row), end, in_front)
    return None


def _is_run(numbers: list[list[Node]], dotted: bool) -> bool:
    """Are columns numbered 1, 2 and so on, the last one behind dots by anything?"""
    first = numbers[0]
    typed = first[:-1] if dotted else first
    counted = [*map(_number, range(1, len(typed) + 1))] == typed
    return counted and all(row == first for row in numbers) and (not dotted or not isinstance(first[-1], Number))


def _number(n: int) -> Node:
    return Number(str(n))


def _parted(x: Name) -> Name:
    """An entry with the two digits of `_{12}` apart."""

    def parted(s: Script) -> Script:
        only = s.entries[0] if len(s.entries) == 1 and not s.above else None
        if not isinstance(only, Number) or len(only.text) != TWO or not only.text.isdecimal():
            return s
        return replace(s, entries=tuple(map(Number, only.text)), commas=True)

    return replace(x, scripts=tuple(map(parted, x.scripts)))


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


# ------------------------------------------------------------------------------------- what else stands on the page


def _is_alone(m: _Ones, typed: Statement, statements: Sequence[Statement]) -> bool:
    """Does a page say nothing else of the matrix but how large it is, nothing but 1 of the column of ones, and does it
    type out no vector of the entries?"""
    letter = letter_of_any_font(m.entry)
    for s in statements:
        left = s.chain.members[0]
        if any(letter_of_any_font(x) == letter for x in types_out_more(s.chain)):
            return False
        if _is_one(s.chain, m) and s.chain.members[1:] != (ONE,):
            return False
        if s is typed or not s.chain.relations or not isinstance(left, Name):
            continue
        if replace(left, scripts=()) == m.whole and not (r"\in" in s.chain.relations and _is_as_large(m, s.chain)):
            return False
    return len(typed.chain.members) == TWO or _is_as_large(m, typed.chain)


def _is_as_large(m: _Ones, chain: Chain) -> bool:
    """Does it say the size that the matrix has?"""
    return space(chain.members[-1]) == ("m", (m.rows, _one_more(m.columns)), False)


def _one_more(x: Node) -> Node:
    if isinstance(x, Number):
        return Number(str(int(x.text) + 1))
    return Terms((Term("", x), Term("+", ONE)))


def _has_zeros(m: _Ones, statements: Sequence[Statement]) -> bool:
    """Has an entry, or something that the matrix is multiplied by, the number 0, or one more entry in front?"""
    letters = {letter_of_any_font(x) for s in statements for x in _beside(m, s)} | {
        *map(letter_of_any_font, (m.entry, m.whole))
    }
    names = (x for s in statements for x in t.of_kind(s, Name) if letter_of_any_font(x) in letters)
    below = (e for x in names for s in x.scripts if not s.above for e in s.entries)
    longer = (x for s in statements for x in types_out_more(s.chain)[:1])
    return any(e == ZERO for e in below) or any(letter_of_any_font(x) in letters for x in longer)


def _beside(m: _Ones, s: Statement) -> Iterator[Name]:
    """The names that stand beside the matrix, or its transpose, in products."""
    for x in t.of_kind(s, Product):
        for a, b in pairwise(f.body for f in x.factors):
            if isinstance(a, Name) and isinstance(b, Name):
                yield from (y for y, z in ((a, b), (b, a)) if replace(z, scripts=()) == m.whole)


# ---------------------------------------------------------------------------------------------- what is written for it


@dataclass(frozen=True, slots=True)
class _Written:
    """What a statement that types out a matrix says, in letters for its rows and columns."""

    m: _Ones
    row: Name
    column: Name
    from_zero: bool
    s: Statement

    def statements(self, every: Sequence[Statement]) -> Iterator[Statement]:
        """The size of the matrix, and its entries."""
        m = self.m
        size = Product((Factor("", m.rows), Factor(r"\times", self._width())))
        yield self._said((m.whole, Name("R", (), "mathbb", 0, (Script(True, (size,)),))), r"\in")
        shift = m.in_front and not self.from_zero
        if isinstance(m.columns, Number):
            for n in range(1, int(m.columns.text) + 1):
                yield self._said((m.of_whole(self.row, _number(n + shift)), m.at(self.row, _number(n))), "=")
        else:
            sides = (
                m.of_whole(self.row, _one_more(self.column) if shift else self.column),
                m.at(self.row, self.column),
            )
            yield self._said(sides, "=", Chain((ONE, self.column, m.columns), (r"\le", r"\le"), ()))
        yield from self._ones(every)

    def _width(self) -> Node:
        """The number of columns; what counts them from 0 where this is a number."""
        if self.from_zero and isinstance(self.m.columns, Number):
            return from_zero(self.m.columns)
        return Group("(", (_one_more(self.m.columns),), ")")

    def _ones(self, every: Sequence[Statement]) -> Iterator[Statement]:
        """What the column of ones is."""
        m = self.m
        number = ZERO if self.from_zero else ONE if m.in_front else _one_more(m.columns)
        one = m.of_whole(self.row, number)
        if self.from_zero and m.column is not None:
            named = m.at(self.row, ZERO)
            yield self._said((one, named), "=")
            if not any(_is_one(s.chain, m) for s in every):
                yield self._said((named, ONE), "=")
        else:
            yield self._said((one, ONE), "=")

    def _said(self, members: tuple[Node, Node], relation: str, *conditions: Chain) -> Statement:
        rows = Chain((ONE, self.row, self.m.rows), (r"\le", r"\le"), ())
        beside = (rows, *conditions) if relation == "=" else ()
        chain = replace(self.s.chain, members=members, relations=(relation,), relation_spans=())
        return replace(self.s, chain=chain, conditions=(*self.s.conditions, *beside), separator=",")


def _is_one(chain: Chain, m: _Ones) -> bool:
    """Does it say what the name of the entries with the number 0 is?"""
    left = chain.members[0]
    if not chain.relations or not isinstance(left, Name) or m.column is None or _blank(left) != _blank(m.entry):
        return False
    fits = [len(s.entries) for s in left.scripts] == [len(s.entries) for s in m.entry.scripts]
    return fits and _at(left, m.column) == ZERO
