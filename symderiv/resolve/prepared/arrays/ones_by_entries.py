r"""Matrices and vectors that are typed out with ones (`ones_typed_out`), by their entries.

The entries of a column of ones are 1, the others what stands at their place. A column in front is number 0 where what
the matrix is multiplied by has that number (the `w_0` of `Xw`), and what has it among the names of the others is 1 as
well: the `x_{i0}` of sums in which many write it. Elsewhere columns are numbered from 1. Nothing is done where the page
says something else of the matrix, or types out its rows: these bring their own ones (`augmented`).

A number beside a 1 is entry 1 of its vector, as the names in a row of a longer one are: what stands for `x_i` is
written `x_{i1}` (or `x_1` for an x without an index), and `augmented` reads what is typed then. It is read so where the
vector alone is bold, and nowhere on the page the letter of the number has other indices below; another number of it,
`x^\ast`, is none of the entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, cast

from ....latex import tree as t
from ....latex.tree import (
    ONE,
    ZERO,
    Chain,
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
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...shapes.array import from_zero
from ...shapes.declared import space
from ...spelled.scripts import entries_below
from ...spelled.shape import is_mark
from .one_more import letter_of_any_font, types_out_more
from .ones_typed_out import (
    Beside,
    Ones,
    beside_one,
    is_alike,
    is_another_number,
    is_bold_or_arrowed,
    numeral,
    ones_of,
    says_what_ones_are,
)
from .typed_cells import matrices_of_size

LETTERS = ("i", "j", "k", "l", "m", "r", "s", "q", "g", "h")
TWO = 2


def _types_ones(s: Statement) -> bool:
    return ones_of(s.chain) is not None


@where(_types_ones)
def with_ones_typed_out(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a document with matrices with ones by their entries; `ranges` are those of the front matter.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$$ X = \begin{pmatrix} 1 & x_1 \\ \vdots & \vdots \\ 1 & x_n \end{pmatrix} $$ $$ w_0 = 2 $$"
    >>> (_, f), _ = with_ones_typed_out(read_formulas(parse_document(text)), {})
    >>> [s.chain.members[-1] == ONE for s in f.statements]
    [False, False, True]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    if any(is_given(d) for d, _ in located):
        return list(located)
    found = {m.whole: m for s in statements if (m := ones_of(s.chain)) is not None and _is_alone(m, s, statements)}
    names = {x.base for s in statements for x in t.of_kind(s, Name)} | {*ranges}
    letters = [x for x in LETTERS if x not in names]
    if not found or len(letters) < TWO:
        return list(located)
    row, column = Name(letters[0]), Name(letters[1])

    def made(s: Statement) -> Iterator[Statement]:
        m = ones_of(s.chain)
        if m is None or m.whole not in found:
            yield s
            return
        written = _Written(m, row, column, m.in_front and _has_zeros(m, statements), s)
        yield from written.statements(statements)

    return [
        (d, replace(f, statements=tuple(x for s in f.statements for x in made(s))) if isinstance(f, Formula) else f)
        for d, f in located
    ]


def _has_number_beside(s: Statement) -> bool:
    return beside_one(s.chain) is not None


@where(_has_number_beside)
def with_numbers_beside_ones(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the numbers beside ones as entries.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ \mathbf{x}_i = (1, x_i)^T $$ $$ z_i = a_0 + a_1 x_i $$"))
    >>> _, (_, f) = with_numbers_beside_ones(page)
    >>> [len(x.scripts[0].entries) for x in t.of_kind(f, Name) if x.base == "x"]
    [2]
    """
    if any(is_given(d) for d, _ in located):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    found = dict.fromkeys(x for s in statements if (x := beside_one(s.chain)) is not None)
    names = [x for s in statements for x in t.of_kind(s, Name)]
    known = [x for x in found if _is_plain(x, names)]
    return with_statements(located, lambda s: _by_entries(s, known)) if known else list(located)


# ----------------------------------------------------------------------- what else stands on the page: columns of ones


def _is_alone(m: Ones, typed: Statement, statements: Sequence[Statement]) -> bool:
    """Does a page say nothing else of the matrix but how large it is, nothing but 1 of the column of ones, and does it
    type out no vector of the entries?"""
    letter = letter_of_any_font(m.entry)
    for s in statements:
        left = s.chain.members[0]
        if any(letter_of_any_font(x) == letter for x in types_out_more(s.chain)):
            return False
        if says_what_ones_are(s.chain, m) and s.chain.members[1:] != (ONE,):
            return False
        if s is typed or not s.chain.relations or not isinstance(left, Name):
            continue
        if replace(left, scripts=()) == m.whole and not (r"\in" in s.chain.relations and _is_as_large(m, s.chain)):
            return False
    return len(typed.chain.members) == TWO or _is_as_large(m, typed.chain)


def _is_as_large(m: Ones, chain: Chain) -> bool:
    """Does it say the size that the matrix has?"""
    return space(chain.members[-1]) == ("m", (m.rows, _one_more(m.columns)), False)


def _one_more(x: Node) -> Node:
    if isinstance(x, Number):
        return Number(str(int(x.text) + 1))
    return Terms((Term("", x), Term("+", ONE)))


def _has_zeros(m: Ones, statements: Sequence[Statement]) -> bool:
    """Has an entry, or something that the matrix is multiplied by, the number 0, or one more entry in front?"""
    letters = {letter_of_any_font(x) for s in statements for x in _beside(m, s)} | {
        *map(letter_of_any_font, (m.entry, m.whole))
    }
    names = (x for s in statements for x in t.of_kind(s, Name) if letter_of_any_font(x) in letters)
    below = (e for x in names for s in x.scripts if not s.above for e in s.entries)
    longer = (x for s in statements for x in types_out_more(s.chain)[:1])
    return any(e == ZERO for e in below) or any(letter_of_any_font(x) in letters for x in longer)


def _beside(m: Ones, s: Statement) -> Iterator[Name]:
    """The names that stand beside the matrix, or its transpose, in products."""
    for x in t.of_kind(s, Product):
        for a, b in pairwise(f.body for f in x.factors):
            if isinstance(a, Name) and isinstance(b, Name):
                yield from (y for y, z in ((a, b), (b, a)) if replace(z, scripts=()) == m.whole)


# ---------------------------------------------------------------------------- what is written for it: columns of ones


@dataclass(frozen=True, slots=True)
class _Written:
    """What a statement that types out a matrix says, in letters for its rows and columns."""

    m: Ones
    row: Name
    column: Name
    from_zero: bool
    s: Statement

    def statements(self, every: Sequence[Statement]) -> Iterator[Statement]:
        """The size of the matrix, and its entries."""
        m = self.m
        yield self._said((m.whole, matrices_of_size(m.rows, self._width(), t.SPAN)), r"\in")
        shift = m.in_front and not self.from_zero
        if isinstance(m.columns, Number):
            for n in range(1, int(m.columns.text) + 1):
                yield self._said((m.of_whole(self.row, numeral(n + shift)), m.at(self.row, numeral(n))), "=")
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
            if not any(says_what_ones_are(s.chain, m) for s in every):
                yield self._said((named, ONE), "=")
        else:
            yield self._said((one, ONE), "=")

    def _said(self, members: tuple[Node, Node], relation: str, *conditions: Chain) -> Statement:
        rows = Chain((ONE, self.row, self.m.rows), (r"\le", r"\le"), ())
        beside = (rows, *conditions) if relation == "=" else ()
        chain = replace(self.s.chain, members=members, relations=(relation,), relation_spans=())
        return replace(self.s, chain=chain, conditions=(*self.s.conditions, *beside), separator=",")


# ------------------------------------------------------------------------------------------ numbers beside a 1


def _is_plain(found: Beside, names: Iterable[Name]) -> bool:
    """Has the letter of a number as many indices below everywhere and nothing but a power above, the vector nothing but
    a transpose?"""
    for x in names:
        if not is_alike(x, found.number) or is_another_number(x, found.whole):
            continue
        above = [s for s in x.scripts if s.above]
        marked = all(s.entries and all(map(is_mark, s.entries)) for s in above)
        fits = marked and x.font == found.whole.font if is_bold_or_arrowed(x) else all(map(_is_power, above))
        if not fits or len(entries_below(x)) != len(entries_below(found.number)):
            return False
    return True


def _by_entries(s: Statement, known: Sequence[Beside]) -> Statement:
    """A statement with the numbers as entries."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or is_bold_or_arrowed(x):
            return None
        fits = (y for y in known if is_alike(x, y.number) and len(entries_below(x)) == len(entries_below(y.number)))
        if next(fits, None) is None:
            return None
        below = tuple(rebuilt(e, change) for e in entries_below(x))
        above = tuple(s for s in x.scripts if s.above)
        return replace(x, scripts=(Script(False, (*below, ONE), commas=True), *above))

    return cast(Statement, rebuilt(s, change))


def _is_power(s: Script) -> bool:
    return not s.bracket and len(s.entries) == 1 and isinstance(s.entries[0], Number)
