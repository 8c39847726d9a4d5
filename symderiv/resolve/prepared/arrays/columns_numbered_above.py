r"""Columns of a matrix in its own letter: `$A^{[l](i)}$ is the $i$-th column of $A^{[l]}$`, `the columns $Y^{(i)}$`.

Where words say so, and name the matrix, what stands in parentheses above it numbers a column wherever it stands:
`A_k^{[l](i)}` is the entry `A_{k,i}^{[l]}`, and `A^{[l](i)}` the column `A_{:,i}^{[l]}`. So it is with the derivatives
by these that have a d before the letter, `dA^{[l](i)}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.parse import parse
from ....latex.tree import Formula, Group, Name, Node, Script
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, with_statements
from ...spelled.shape import letter_of

FORMULAS = r"(?:\$[^$]+\$\s*(?:,|;|and|und|bzw\.|respectively)?\s*)"
COLUMN = r"(?:columns?|Spalten?)"
NUMBERED = lazily(
    rf"(?P<run>{FORMULAS}+)(?:is|are|be|denotes?|ist|sind|sei|seien|bezeichne[nt])\s+(?:the|die|der)\s+"
    rf"\$?(?P<n>[a-z])\$?\s*[-‐–]?\s*(?:th|te[nr]?)\s+{COLUMN}\s+(?:of|in|von)\s+(?:the\s+|der\s+|den\s+)?(?:matri\w+\s+)?"
    rf"{FORMULAS}*\$?\Z",
    re.I,
)
"""Before a matrix, behind the names of its columns."""
NAMED = lazily(rf"(?P<before>[^.;]*)\b{COLUMN}\s+\$?\Z", re.I)
"""Before the name of one, where nothing else is said: `the columns $Y^{(i)}$`."""
DENIED = lazily(r"\b(?:not|no|never|nicht|kein\w*|if|unless|falls|wenn|instead)\b|n't\b", re.I)
"""Words by which it is not so, or in a case only."""
Stem: TypeAlias = tuple[str, str, tuple[str, ...], int]


def with_columns_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the numbers of such columns behind the indices below."""
    if not any(d.inline and re.search(COLUMN, f"{d.before}{d.after}", re.I) for d, _ in located):
        return list(located)
    told = set(_told(located))
    if not told:
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, lambda x: _placed(x, told)))


def _told(located: Sequence[Located]) -> Iterator[Stem]:
    """The matrices with such columns, by letter, accents, font and how many scripts these have above."""
    names = [(d, x) for d, f in located if (x := _name(f)) is not None]
    wholes = {_stem(x) for _, f in located for x in t.of_kind(f, Name) if isinstance(f, Formula)}
    for display, x in names:
        if not display.inline:
            continue
        numbered = NUMBERED.search(display.before)
        if numbered is not None and not DENIED.search(numbered[0]):
            mine = (y for d, y in names if d.paragraph == display.paragraph and f"${d.latex}$" in numbered["run"])
            columns = (_parted(y) for y in mine if (k := _number(y)) is not None and letter_of(k) == numbered["n"])
            yield from (_stem(c) for c in columns if c is not None and _stem(c) == _stem(x))
        named = NAMED.search(display.before)
        column = _parted(x) if named is not None and not DENIED.search(named["before"]) else None
        if column is not None and _stem(column) in wholes:
            yield _stem(column)


def _name(f: object) -> Name | None:
    """The name that a formula consists of."""
    chain = f.statements[0].chain if isinstance(f, Formula) and len(f.statements) == 1 else None
    found = chain.members[0] if chain is not None and not chain.relations else None
    return found if isinstance(found, Name) and not found.primes else None


def _stem(x: Name) -> Stem:
    return x.base, x.font, x.accents, sum(len(s.entries) for s in x.scripts if s.above)


def _number(x: Name) -> Node | None:
    """What stands in parentheses last above a name."""
    above = [s for s in x.scripts if s.above and s.entries]
    if not above:
        return None
    if above[-1].bracket == "(":
        return above[-1].entries[0] if len(above[-1].entries) == 1 else None
    last = above[-1].entries[-1]
    return last.items[0] if isinstance(last, Group) and last.open == "(" and len(last.items) == 1 else None


def _parted(x: Name) -> Name | None:
    """The name without this number; None where it has none."""
    if _number(x) is None:
        return None
    last = [s for s in x.scripts if s.above and s.entries][-1]
    return replace(x, scripts=tuple(y for s in x.scripts for y in (_left(s) if s is last else (s,))))


def _left(s: Script) -> tuple[Script, ...]:
    """What is left of a script without its last entry."""
    rest = s.entries[:-1]
    if len(rest) == 1 and isinstance(rest[0], Group) and not s.bracket:
        return (replace(s, entries=rest[0].items, bracket=rest[0].open),)
    return (replace(s, entries=rest),) if rest else ()


def _placed(x: Any, told: set[Stem]) -> Node | None:
    """A column, or one of its entries, as those of the matrix."""
    if not isinstance(x, Name) or (number := _number(x)) is None or (matrix := _parted(x)) is None:
        return None
    base, *rest = _stem(matrix)
    below = [s for s in x.scripts if not s.above]
    known = any((y, *rest) in told for y in (base, base.removeprefix("d")))
    if not known or len(below) > 1 or (below and (len(below[0].entries) != 1 or below[0].bracket)):
        return None
    place = replace(below[0], entries=(*below[0].entries, number), commas=True) if below else _whole(number)
    return replace(matrix, scripts=(place, *(s for s in matrix.scripts if s.above)))


def _whole(number: Node) -> Script:
    column = _any_column()
    return replace(column, entries=(column.entries[0], number))


@lru_cache(maxsize=1)
def _any_column() -> Script:
    name = parse("x_{:,i}").statements[0].chain.members[0]
    assert isinstance(name, Name)
    return name.scripts[0]
