r"""Matrices typed entry by entry whose entries carry the number of the column first, beside rows in parentheses.

`W = \begin{pmatrix} w_{11} & w_{21} \\ w_{12} & w_{22} \\ w_{13} & w_{23} \end{pmatrix}` calls the entry in row 1 and
column 2 `w_{21}`: where a page types a matrix so, all of its entries are written the other way round. On a page that
multiplies it by such a matrix behind it, `X W`, and by none before it, `X = (x_1, x_2, x_3)` of a capital and its small
letter is a row, as it is typed; so are other lists of a capital there, and those of the derivatives by their entries,
`(\frac{\partial L}{\partial x_1}, \dots)`. `matrices_typed_out` reads what is typed then. Where the
same entries are numbered by rows in another matrix, or have another number of indices, such a matrix is not read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias, cast

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Derivative, Formula, Group, Name, Node, Number, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES, GRID
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...shapes.grids import rows_of

Letter: TypeAlias = tuple[str, tuple[str, ...], int]
TWO = 2


def _types_out(s: Statement) -> bool:
    return _matrix(s) is not None


@where(_types_out)
def with_numbers_by_columns(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the entries of such matrices numbered by rows, and such lists as rows.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$$ W = \begin{pmatrix} w_{11} & w_{21} \\ w_{12} & w_{22} \end{pmatrix} $$ $$ z = w_{21} $$"
    >>> _, (_, f) = with_numbers_by_columns(read_formulas(parse_document(text)))
    >>> [e.text for x in t.of_kind(f, Name) for s in x.scripts for e in s.entries]
    ['1', '2']
    """
    if any(is_given(d) for d, _ in located):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    matrices = {x for s in statements if (x := _matrix(s)) is not None}
    names = [x for s in statements for x in t.of_kind(s, Name)]
    letters = {x for x, by_columns in matrices if by_columns and (x, False) not in matrices}
    turned = {x for x in letters if all(len(_below(y)) in (0, TWO) for y in names if _letter(y) == x)}
    wholes = {
        s.chain.members[0].base
        for s in statements
        if (m := _matrix(s)) is not None and m[1] and m[0] not in turned and isinstance(s.chain.members[0], Name)
    }
    if wholes:  # the same entries are numbered by rows elsewhere: nothing may be taken for what the capital says
        return [(d, _unread(f, wholes)) for d, f in located]
    rows = {letter for s in statements if (letter := _row(s)) is not None} if _are_rows(statements) else set()
    return with_statements(located, lambda s: _statement(s, turned, rows))


def _unread(f: Formula | ReadError, wholes: Collection[str]) -> Formula | ReadError:
    """A formula, or why it is not read where such a matrix is in it."""
    if isinstance(f, ReadError) or not any(s.chain.relations for s in f.statements):
        return f
    met = next((x.base for x in t.of_kind(f, Name) if x.base in wholes), None)
    return f if met is None else ReadError(f"it is not clear what the rows of `{met}` are", f.here)


def _statement(s: Statement, turned: Collection[Letter], rows: Collection[Letter]) -> Statement:
    """A statement with the numbers of such entries the other way round, and such lists as rows."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or _letter(x) not in turned or not (below := _below(x)):
            return None
        numbers = tuple(rebuilt(e, change) for e in reversed(below))
        scripts = (replace(y, entries=numbers, commas=True) if not y.above else y for y in x.scripts)
        return replace(x, scripts=tuple(scripts))

    s = cast(Statement, rebuilt(s, change)) if turned else s
    left, *others = s.chain.members
    if not rows or not s.chain.relations or not EQUALITIES.issuperset(s.chain.relations):
        return s
    made = [_as_row(x) if _is_row(x, left, rows) else x for x in others]
    return replace(s, chain=replace(s.chain, members=(left, *made))) if made != others else s


def _is_row(x: Node, left: Node, rows: Collection[Letter]) -> bool:
    """Is it such a list, or one of the derivatives by its entries behind that by all of them?"""
    listed = _listed(x)
    if isinstance(left, Name):
        return _of_entries(left, listed) in rows
    by = [w.body for w in left.wrt] if isinstance(left, Derivative) else []
    one = [d.wrt[0].body for d in listed if isinstance(d, Derivative) and len(d.wrt) == 1]
    whole = len(by) == 1 and isinstance(by[0], Name) and len(one) == len(listed)
    return whole and _of_entries(cast(Name, by[0]), one) in rows


def _are_rows(statements: Sequence[Statement]) -> bool:
    """Does a list stand before a matrix with as many rows, and none behind a matrix?"""
    lists = {s.chain.members[0]: len(_listed(s.chain.members[1])) for s in statements if _row(s) is not None}
    matrices = {s.chain.members[0]: _size(s.chain.members[1]) for s in statements if _matrix(s) is not None}
    pairs = [(a.body, b.body) for s in statements for x in t.of_kind(s, t.Product) for a, b in pairwise(x.factors)]
    before = any(a in lists and matrices.get(b, (0,))[0] == lists[a] for a, b in pairs)
    return before and not any(_bare(a) in matrices and b in lists for a, b in pairs)


def _size(x: Node) -> tuple[int, int]:
    rows = rows_of(x) or [()] if isinstance(x, Group) else [()]
    return len(rows), len(rows[0])


def _bare(x: Node) -> Node:
    """A name without a transpose."""
    return replace(x, scripts=()) if isinstance(x, Name) else x


def _as_row(x: Node) -> Node:
    assert isinstance(x, Group)
    row = Group(GRID, x.items, GRID, x.separators, x.span)
    return Group(GRID, (row,), GRID, (), x.span)


def _row(s: Statement) -> Letter | None:
    """The letter of the entries that a definition of a capital lists."""
    chain = s.chain
    fits = len(chain.members) == TWO and chain.relations[0] in EQUALITIES and isinstance(chain.members[0], Name)
    return _of_entries(cast(Name, chain.members[0]), _listed(chain.members[1])) if fits else None


def _listed(x: Node) -> tuple[Node, ...]:
    plain = isinstance(x, Group) and x.open in ("(", "[") and set(x.separators) == {","}
    return x.items if isinstance(x, Group) and plain else ()


def _of_entries(whole: Name, listed: Sequence[Node]) -> Letter | None:
    """The letter of names that are numbered from 1 on, if it is the small one of a capital."""
    names = [x for x in listed if isinstance(x, Name)]
    counted = all(_below(x) == [Number(str(n))] for n, x in enumerate(names, 1)) and len(names) == len(listed) > 1
    letters = {_letter(x) for x in names if len(x.scripts) == 1 and x.font not in BOLD_FONTS}
    if not counted or len(letters) != 1 or whole.scripts or not whole.base.isupper():
        return None
    (letter,) = letters
    return letter if letter == (whole.base.lower(), *_letter(whole)[1:]) else None


def _matrix(s: Statement) -> tuple[Letter, bool] | None:
    """The letter of the entries of a matrix that an equation types out, and whether it is numbered by columns."""
    chain = s.chain
    if len(chain.members) != TWO or chain.relations[0] not in EQUALITIES or not isinstance(chain.members[1], Group):
        return None
    rows = rows_of(chain.members[1]) or []
    if not isinstance(chain.members[0], Name) or len(rows) < TWO or len(rows[0]) < TWO:
        return None
    names = [x for row in rows for x in row if isinstance(x, Name)]
    letters = {_letter(x) for x in names}
    numbers = [tuple(_texts(x)) for x in names]
    places = [(n, m) for n in range(1, len(rows) + 1) for m in range(1, len(rows[0]) + 1)]
    counted = [[(str(a), str(b)) for a, b in places], [(str(b), str(a)) for a, b in places]]
    return (letters.pop(), numbers == counted[1]) if len(letters) == 1 and numbers in counted else None


def _texts(x: Name) -> Iterator[str]:
    return (e.text for e in _below(x) if isinstance(e, Number))


def _below(x: Name) -> list[Node]:
    """The indices below a name, `_{12}` as two."""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    only = below[0] if len(below) == 1 else None
    if isinstance(only, Number) and len(only.text) == TWO and only.text.isdecimal():
        return [Number(digit, only.span) for digit in only.text]
    return below


def _letter(x: Name) -> Letter:
    return x.base, x.accents, x.primes
