r"""Definitions for one value of data and for the other as one with cases: `C = D` if `S = 1`, `C = m - D` if `S = 0`.

The two stand in one display or in one sentence, each with its condition behind it; nothing else on the page says what
the name is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from ....errors import ReadError
from ....latex import tree as t
from ....latex.joining import FOR, IF
from ....latex.statement_forms import replace_statement
from ....latex.tree import CaseRow, Cases, Chain, Formula, Name, Number, Statement
from ....pattern import lazily
from ...located import Located
from ...spelled.shape import Stem, stem_of

Pair = tuple[Fraction, Fraction]
BEHIND = lazily(rf"(?:\$|\\\)|\\\]|\\end\{{[a-z]+\*?\}})\s*[,(（]*\s*(?:{IF}|{FOR})\s*\Z", re.I)
"""Words between an equation and its condition."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A definition (by the numbers of its formula and its statement) for one value; where the condition stands."""

    formula: int
    statement: int
    name: Name
    chain: Chain
    number: Fraction
    beside: int | None


def with_cases_joined(located: Sequence[Located], pairs: Mapping[Stem, Pair]) -> list[Located]:
    """The formulas, two such definitions as the first of them with cases."""
    found = list(located)
    parts = list(_parts(located, pairs))
    for one, two in pairwise(parts):
        left = one.chain.members[0]
        same = left == two.chain.members[0] and one.name == two.name and one.number != two.number
        if not same or _count(located, left) != 2:
            continue
        rows = tuple(CaseRow(p.chain.members[1], (_condition(p),)) for p in (one, two))
        chain = replace(one.chain, members=(left, Cases(rows, one.chain.members[1].span)))
        _put(found, one, chain)
        _put(found, two, None)
    return found


def _parts(located: Sequence[Located], pairs: Mapping[Stem, Pair]) -> Iterator[_Part]:
    for n, (_, f) in enumerate(located):
        for k, s in enumerate(() if isinstance(f, ReadError) else f.statements):
            if s.chain.relations != ("=",) or not isinstance(s.chain.members[0], Name) or compared(s.chain):
                continue
            beside = None
            here = compared(s.conditions[0]) if len(s.conditions) == 1 else None
            if not s.conditions and k + 1 == len(f.statements) and n + 1 < len(located):  # type: ignore[union-attr]
                here, beside = _behind(located[n + 1]), n + 1
            if here is not None and here[1] in pairs.get(stem_of(here[0]), ()):
                yield _Part(n, k, here[0], s.chain, here[1], beside)


def _behind(next_one: Located) -> tuple[Name, Fraction] | None:
    """What a formula of a sentence compares, if it is a condition of the formula before it."""
    display, f = next_one
    if (
        isinstance(f, ReadError)
        or not display.inline
        or len(f.statements) != 1
        or BEHIND.search(display.before) is None
    ):
        return None
    return None if f.statements[0].conditions else compared(f.statements[0].chain)


def _condition(p: _Part) -> Chain:
    sign = "-" if p.number < 0 else ""
    value: t.Node = Number(str(abs(p.number)))
    return Chain((p.name, t.Terms((t.Term(sign, value),)) if sign else value), ("=",))


def _put(found: list[Located], p: _Part, chain: Chain | None) -> None:
    """Puts a chain in the place of a definition, or takes it away, with its condition."""
    display, f = found[p.formula]
    assert isinstance(f, Formula)
    statements: list[Statement] = list(f.statements)
    old = statements[p.statement]
    bare = replace(old.chain, members=old.chain.members[:1], relations=(), relation_spans=())
    statements[p.statement] = replace_statement(old, chain=bare if chain is None else chain, conditions=())
    found[p.formula] = (display, replace(f, statements=tuple(statements)))
    if p.beside is not None:
        display, condition = found[p.beside]
        assert isinstance(condition, Formula)
        found[p.beside] = (display, replace(condition, statements=()))


def _count(located: Sequence[Located], left: t.Node) -> int:
    """How many equations have this left side."""
    statements = (s for _, f in located if isinstance(f, Formula) for s in f.statements)
    return sum(s.chain.relations != () and s.chain.members[0] == left for s in statements)


def compared(condition: object) -> tuple[Name, Fraction] | None:
    """The name and the number of `y_i = 1`."""
    if not isinstance(condition, Chain) or condition.relations not in (("=",), ("==",)):
        return None
    name, value = condition.members
    sign = 1
    if isinstance(value, t.Terms) and len(value.terms) == 1 and value.terms[0].sign in ("+", "-"):
        sign, value = (-1 if value.terms[0].sign == "-" else 1), value.terms[0].body
    if not isinstance(name, Name) or not isinstance(value, Number):
        return None
    return name, sign * Fraction(value.text)
