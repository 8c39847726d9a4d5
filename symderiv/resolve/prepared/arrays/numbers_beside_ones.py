r"""Columns typed with two or more entries from 0 on, `\begin{pmatrix} a_0 \\ a_1 \end{pmatrix}`, or with a number below
a 1, `\mathbf{x}_i = \begin{pmatrix} 1 \\ x_i \end{pmatrix}`.

The first is the list `(a_0, a_1)^T`. In the second the number is entry 1 of the vector, as the names in a row of a
longer one are: what stands for `x_i` is written `x_{i1}` (or `x_1` for an x without an index), and `augmented` reads
what is typed then. It is read so where the vector alone is bold, and nowhere on the page the letter of the number has
other indices below; another number of it, `x^\ast`, is none of the entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from ....latex import tree as t
from ....latex.tree import ONE, Group, Name, Node, Number, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...scripts import entries_below
from ...shape import is_mark
from ...shapes.grids import rows_of

MARK = Script(True, (t.Symbol(r"\top"),))
TWO = 2


@dataclass(frozen=True, slots=True)
class _Beside:
    """A vector, and the one number in it beside a 1."""

    whole: Name
    number: Name


def _types_out(s: Statement) -> bool:
    return bool(_column(s)) or _beside_one(s) is not None


@where(_types_out)
def with_numbers_beside_ones(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such columns as lists, and the numbers as entries.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ \mathbf{x}_i = (1, x_i)^T $$ $$ z_i = a_0 + a_1 x_i $$"))
    >>> _, (_, f) = with_numbers_beside_ones(page)
    >>> [len(x.scripts[0].entries) for x in t.of_kind(f, Name) if x.base == "x"]
    [2]
    """
    if any(is_given(d) for d, _ in located):
        return list(located)
    located = with_statements(located, _in_line)
    statements = [s for f in read_of(located) for s in f.statements]
    found = dict.fromkeys(x for s in statements if (x := _beside_one(s)) is not None)
    names = [x for s in statements for x in t.of_kind(s, Name)]
    known = [x for x in found if _is_plain(x, names)]
    return with_statements(located, lambda s: _by_entries(s, known)) if known else located


# ----------------------------------------------------------------------------------------------- columns from 0


def _in_line(s: Statement) -> Statement:
    """A definition by such a column with the list of its entries."""
    items = _column(s)
    if not items:
        return s
    group = Group("(", items, ")", tuple("," for _ in items[1:]), s.chain.members[1].span)
    return replace(s, chain=replace(s.chain, members=(s.chain.members[0], Scripted(group, (MARK,), 0, group.span))))


def _column(s: Statement) -> tuple[Node, ...]:
    """The entries of a column with the letter of what it defines, from 0 on; nothing for any other equation."""
    chain = s.chain
    if len(chain.members) != TWO or chain.relations[0] not in EQUALITIES or not isinstance(chain.members[1], Group):
        return ()
    whole, rows = chain.members[0], rows_of(chain.members[1])
    if not isinstance(whole, Name) or not rows or any(len(row) != 1 for row in rows):
        return ()
    names = [row[0] for row in rows if isinstance(row[0], Name) and _is_alike(row[0], whole)]
    numbers = [below[-1] if (below := entries_below(x)) else None for x in names]
    counted = numbers == [Number(str(n)) for n in range(len(rows))]
    own = all(replace(x, scripts=_shorter(x)).scripts == whole.scripts for x in names)
    return tuple(names) if counted and own else ()


def _shorter(x: Name) -> tuple[Script, ...]:
    """The scripts of an entry without its number."""
    less = (s if s.above else replace(s, entries=s.entries[:-1]) for s in x.scripts)
    return tuple(s for s in less if s.entries)


# ------------------------------------------------------------------------------------------ a number beside a 1


def _beside_one(s: Statement) -> _Beside | None:
    """A bold name, and the number of its letter that stands beside a 1 in the column that defines it."""
    chain = s.chain
    if len(chain.members) != TWO or chain.relations[0] not in EQUALITIES:
        return None
    whole, items = chain.members[0], _listed(chain.members[1])
    if not isinstance(whole, Name) or len(items) != TWO or ONE not in items:
        return None
    number = next((x for x in items if isinstance(x, Name)), None)
    if number is None or not _is_bold(whole) or _is_bold(number) or not _is_alike(number, whole):
        return None
    return _Beside(whole, number) if number.scripts == whole.scripts else None


def _listed(x: Node) -> tuple[Node, ...]:
    """What stands in a column: in a matrix environment, or in a list that is turned."""
    if isinstance(x, Group):
        rows = rows_of(x) or []
        return tuple(row[0] for row in rows) if all(len(row) == 1 for row in rows) else ()
    turned = isinstance(x, Scripted) and len(x.scripts) == 1 and x.scripts[0].above and not x.primes
    if not isinstance(x, Scripted) or not turned or not all(map(is_mark, x.scripts[0].entries)):
        return ()
    plain = isinstance(x.base, Group) and x.base.open in ("(", "[") and ";" not in x.base.separators
    return x.base.items if isinstance(x.base, Group) and plain else ()


def _is_plain(found: _Beside, names: Iterable[Name]) -> bool:
    """Has the letter of a number as many indices below everywhere and nothing but a power above, the vector nothing but
    a transpose?"""
    for x in names:
        if not _is_alike(x, found.number) or is_another_number(x, found.whole):
            continue
        above = [s for s in x.scripts if s.above]
        marked = all(s.entries and all(map(is_mark, s.entries)) for s in above)
        fits = marked and x.font == found.whole.font if _is_bold(x) else all(map(_is_power, above))
        if not fits or len(entries_below(x)) != len(entries_below(found.number)):
            return False
    return True


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
    return _is_bold(whole) and not _is_bold(x) and starred


def _by_entries(s: Statement, known: Sequence[_Beside]) -> Statement:
    """A statement with the numbers as entries."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or _is_bold(x):
            return None
        fits = (y for y in known if _is_alike(x, y.number) and len(entries_below(x)) == len(entries_below(y.number)))
        if next(fits, None) is None:
            return None
        below = tuple(rebuilt(e, change) for e in entries_below(x))
        above = tuple(s for s in x.scripts if s.above)
        return replace(x, scripts=(Script(False, (*below, ONE), commas=True), *above))

    return cast(Statement, rebuilt(s, change))


def _is_power(s: Script) -> bool:
    return not s.bracket and len(s.entries) == 1 and isinstance(s.entries[0], Number)


def _is_alike(x: Name, y: Name) -> bool:
    """Have two names one letter?"""
    return (x.base, x.primes) == (y.base, y.primes)


def _is_bold(x: Name) -> bool:
    return x.font in BOLD_FONTS or any(a.strip("\\") in ("vec", "underline") for a in x.accents)
