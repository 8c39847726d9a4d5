r"""Expectations over what the page defines for each index, `\mathbb{E}_{a \sim \pi}[r_a]` beside `\pi(a) = ..`: the sum
`\sum_a \pi(a) (r_a)`.

The letter is an index where it stands below names in what defines the table, or below one of the page's sums, and is no
value there: one that has a density is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Statement, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, EXPECTATIONS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, letter_of, letters_in, stem_of, values_in
from ..applied import applied_alone

DRAWN = r"\sim"
Key = tuple[Stem, tuple[Node, ...], str]
"""The name of a table, what stands at it besides the letter that it is defined for, and that letter."""


def _is_drawn(s: Statement) -> bool:
    return any(DRAWN in c.relations for x in t.of_kind(s, Name) for c in _conditions(x))


@where(_is_drawn)
def with_expectations_written_out(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a sum for each of them."""
    statements = [s for f in read_of(located) for s in f.statements]
    run = {x for s in statements for b in t.of_kind(s, t.BigSum) for y in b.below for x in _run(y)}
    tables: dict[Key, list[tuple[Node, Node]]] = {}
    for s in statements:
        for key, left in _defined(s, run):
            tables.setdefault(key, []).append((left, s.chain.members[1]))

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        found: dict[int, Node] = {}
        for n, f in enumerate(x.factors[1:]):
            drawn = _drawn(x.factors[n].body)
            of = f.body if f.joined or not f.operator else None
            table = _table(tables, drawn) if drawn is not None else None
            if drawn is None or table is None or not isinstance(of, Group) or of.separators or len(of.items) != 1:
                continue
            inner = rebuilt(of.items[0], change)
            shares = table.factors if isinstance(table, Product) else (Factor("", table),)
            body = Product((*shares, Factor("", Group("(", (inner,), ")", (), of.span))), x.span)
            found[n] = t.BigSum(r"\sum", (Name(drawn[-1]),), None, body, x.span)
        if not found:
            return None
        kept = [(n, f) for n, f in enumerate(x.factors) if n - 1 not in found]
        enclosed = len(kept) > 1  # the sum ends where the brackets did
        bodies = [(f.operator, f.joined, found.get(n)) for n, f in kept]
        factors = tuple(
            Factor(op, Group("(", (made,), ")", (), x.span) if enclosed else made)
            if made is not None
            else Factor(op, rebuilt(f.body, change), joined)
            for (op, joined, made), (_, f) in zip(bodies, kept, strict=True)
        )
        return factors[0].body if len(factors) == 1 else Product(factors, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _table(tables: Mapping[Key, Sequence[tuple[Node, Node]]], drawn: Key) -> Node | None:
    r"""The left side of the one equation that defines a table; the `\pi_\theta` of a page that elsewhere leaves out the
    parameter is the `\pi` that is defined by `\theta`."""
    stem, marks, letter = drawn
    told = tables.get(drawn, ())
    if not told and len(marks) == 1 and isinstance(marks[0], Name):
        base = marks[0].base
        told = [x for x in tables.get((stem, (), letter), ()) if any(y.base == base for y in values_in(x[1]))]
    return told[0][0] if len(told) == 1 else None


def _conditions(x: Name) -> Iterator[t.Chain]:
    return (e for s in x.scripts if not s.above for e in s.entries if isinstance(e, t.Chain))


def _drawn(x: Node) -> Key | None:
    r"""The table and the letter of `\mathbb{E}_{a \sim \pi}`; what stands in parentheses behind a table is what it
    gives, or the letter."""
    if not isinstance(x, Name) or x.base not in EXPECTATIONS or not x.base.startswith("E") or len(x.scripts) != 1:
        return None
    entries = x.scripts[0].entries
    chain = entries[0] if len(entries) == 1 and not x.scripts[0].above else None
    if not isinstance(chain, t.Chain) or chain.relations != (DRAWN,) or (letter := letter_of(chain.members[0])) is None:
        return None
    table = chain.members[1]
    applied = applied_alone(table)
    if applied is not None:
        first = applied[1].items[0]
        if not (first == Symbol(r"\cdot") or letter_of(first) == letter):
            return None
        table = applied[0]
    return _key(table, letter) if isinstance(table, Name) else None


def _key(x: Name, letter: str) -> Key:
    return stem_of(x), tuple(e for s in x.scripts for e in s.entries if letter_of(e) != letter), letter


def _defined(s: Statement, run: Set[str]) -> Iterator[tuple[Key, Node]]:
    """The table that an equation defines for an index, with its left side."""
    c = s.chain
    if not c.relations or c.relations[0] not in EQUALITIES or s.struck:
        return
    left, body = c.members[0], c.members[1]
    name, group = applied_alone(left) or (left, None)
    if not isinstance(name, Name):
        return
    listed = entries_below(name) if group is None else group.items[:1]
    values = {x.base for x in values_in(body)}
    below = run | {x for y in t.of_kind(body, Name) for e in entries_below(y) for x in letters_in(e)}
    letters = [x for x in map(letter_of, listed) if x is not None and x in below and x not in values]
    if len(letters) == 1:
        yield _key(name, letters[0]), left


def _run(x: Node) -> Iterator[str]:
    first = x.members[0] if isinstance(x, t.Chain) else x
    if (letter := letter_of(first)) is not None:
        yield letter
