r"""A derivative by any of several variables, in cases: `\frac{\partial y}{\partial \theta}` is 1 for `\theta = w_0`,
and `x_i` for `\theta = w_i`.

The letter stands for whichever is differentiated by, and nowhere else but in such derivatives: each row is an equation
of its own, `\frac{\partial y}{\partial w_i} = x_i`, with the rest of its conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.joining import FOR
from ....latex.joining import IF as ONLY_IF
from ....latex.statement_forms import replace_statement
from ....latex.tree import CaseRow, Cases, Chain, Derivative, Formula, Name, Node, Statement, Wrt
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import letter_of, stem_of

IF = lazily(rf"\s*(?:{ONLY_IF}|{FOR})\s*", re.I)
"""Words before the condition of a row."""


def _has_cases(s: Statement) -> bool:
    return _variable(s) is not None


@where(_has_cases)
def with_cases_of_variables(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a page, each row of such cases as an equation."""
    statements = [s for f in read_of(located) for s in f.statements]
    found = {name for s in statements if (name := _variable(s)) is not None}
    taken = {x.base for s in statements for x in _values(s) if any(stem_of(x) == stem_of(name) for name in found)}
    found = {name for name in found if name.base not in taken}
    if not found:
        return located
    return [(d, _parted(f, found) if isinstance(f, Formula) else f) for d, f in located]


def _variable(s: Statement) -> Name | None:
    r"""The \theta by which the left side differentiates, and of which every row says what it is."""
    left, *rows = s.chain.members
    if not isinstance(left, Derivative) or len(left.wrt) != 1 or left.order != 1 or s.chain.relations != ("=",):
        return None
    name = left.wrt[0].body
    if not isinstance(name, Name) or letter_of(name) is None or not isinstance(rows[0], Cases):
        return None
    return name if all(_told(row, name) is not None for row in rows[0].rows) else None


def _told(row: CaseRow, name: Name) -> Name | None:
    r"""The `w_i` of `\theta = w_i`, the first condition of a row."""
    first = row.conditions[0] if row.conditions else None
    if not isinstance(first, Chain) or first.relations != ("=",) or first.members[0] != name or row.otherwise:
        return None
    plain = all(not x.math and IF.fullmatch(x.content) for x in row.words)
    other = any(x == name for c in row.conditions[1:] for x in t.of_kind(c, Name))
    return first.members[1] if plain and not other and isinstance(first.members[1], Name) else None


def _values(s: Statement) -> Iterator[Name]:
    """The names of a statement, but for what it differentiates by and what rows tell; none of a mention."""
    name = _variable(s)
    parts: Sequence[object] = s.chain.members if s.chain.relations else ()
    if name is not None and isinstance(s.chain.members[1], Cases):
        rows = s.chain.members[1].rows
        parts = (s.chain.members[0], *(x for r in rows for x in (r.value, *r.conditions[1:])))
    by = {id(w.body) for p in (*parts, *s.conditions) for w in t.of_kind(p, Wrt)}
    yield from (x for p in (*parts, *s.conditions) for x in t.of_kind(p, Name) if id(x) not in by)


def _parted(f: Formula, found: set[Name]) -> Formula:
    if not any(_variable(s) in found for s in f.statements):
        return f
    return replace(f, statements=tuple(x for s in f.statements for x in _rows(s, found)))


def _rows(s: Statement, found: set[Name]) -> Iterator[Statement]:
    """The equations of a statement."""
    name, rows = _variable(s), s.chain.members[-1]
    if name not in found or name is None or not isinstance(rows, Cases):
        yield s
        return
    for row in rows.rows:
        told = _told(row, name)
        assert told is not None
        left, value = (_with(x, name, told) for x in (s.chain.members[0], row.value))
        chain = replace(s.chain, members=(left, value))
        yield replace_statement(s, chain=chain, conditions=(*row.conditions[1:], *s.conditions))


def _with(x: Node, name: Name, told: Name) -> Any:
    """A tree differentiated by what a row tells."""

    def change(y: Any) -> Any:
        return replace(y, body=replace(told, span=name.span)) if isinstance(y, Wrt) and y.body == name else None

    return rebuilt(x, change)
