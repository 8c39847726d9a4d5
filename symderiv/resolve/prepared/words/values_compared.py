r"""Indicators and cases of data with two values: `1\{y = 1\}` of `y \in \{0, 1\}` is y, `1\{y = 0\}` is 1 - y.

Where a page says which two values data take, and does not differentiate by them, what is compared with one of them is
written out with the data itself, so that lines with indicators and lines without them can be held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from ....latex import tree as t
from ....latex.tree import CaseRow, Cases, Indicator, Name, Node, Number, Statement, Term
from ....latex.walking import rebuilt
from ...asked import where
from ...comparisons.valued import is_conditional, numbers_listed
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from .joined_cases import Pair, compared, with_cases_joined


def _lists_numbers(s: Statement) -> bool:
    return any(isinstance(c.members[0], Name) and numbers_listed(c) is not None for c in (s.chain, *s.conditions))


@where(_lists_numbers)
def with_values_compared(located: Sequence[Located]) -> list[Located]:
    """The formulas, comparisons of data that take two values as sums of products."""
    pairs = _pairs(located)
    if not pairs:
        return list(located)
    located = with_cases_joined(located, pairs)
    return with_statements(located, lambda s: rebuilt(s, lambda x: _written_out(x, pairs)))


def _pairs(located: Sequence[Located]) -> dict[Stem, Pair]:
    """The names with two values each, and these."""
    found: dict[Stem, set[tuple[Fraction, ...]]] = {}
    for display, f in located:
        for chain in (c for s in getattr(f, "statements", ()) for c in (s.chain, *s.conditions)):
            name, numbers = chain.members[0], numbers_listed(chain)
            if isinstance(name, Name) and numbers is not None:
                found.setdefault(stem_of(name), set()).add(() if is_conditional(display.before) else numbers)
    formulas = read_of(located)
    pairs = {stem: next(iter(sets)) for stem, sets in found.items() if len(sets) == 1}
    spoilt = {x for f in formulas for x in _other_uses(f)} if pairs else set()
    return {stem: (n[0], n[1]) for stem, n in pairs.items() if len(n) == 2 and stem not in spoilt}


def _other_uses(x: object) -> Iterator[Stem]:
    """The names that are differentiated by, or stand among indices."""
    for part in t.walk(x):
        inner: tuple[object, ...] = ()
        if isinstance(part, t.Wrt):
            inner = (part.body,)
        elif isinstance(part, t.Nabla):
            inner = tuple(t.parts(part))
        elif isinstance(part, Name):
            inner = tuple(e for s in part.scripts if not s.above or s.bracket for e in s.entries)
        elif isinstance(part, t.BigSum):
            inner = (*part.below, *((part.above,) if part.above is not None else ()))
        yield from (stem_of(y) for z in inner for y in t.walk(z) if isinstance(y, Name))


def _written_out(x: Any, pairs: dict[Stem, Pair]) -> Node | None:
    if isinstance(x, Indicator) and len(x.conditions) == 1:
        return _is(x.conditions[0], pairs)
    if isinstance(x, Cases) and len(x.rows) == 2:
        return _of_rows(*x.rows, pairs)
    return None


def _of_rows(one: CaseRow, two: CaseRow, pairs: dict[Stem, Pair]) -> Node | None:
    """Two cases as a sum: the value of each times what is 1 where it holds."""
    first = _is(one.conditions[0], pairs) if len(one.conditions) == 1 and not one.in_words else None
    if first is None or two.in_words:
        return None
    here = compared(one.conditions[0])
    assert here is not None
    name, number = here
    other = next(n for n in pairs[stem_of(name)] if n != number)
    if two.conditions and (len(two.conditions) > 1 or compared(two.conditions[0]) != (name, other)):
        return None
    second = _one_at(name, other, number)
    values = ((first, one.value), (second, two.value))
    products = (
        t.Product(tuple(t.Factor("", _held(y)) for y in (held, rebuilt(v, lambda z: _written_out(z, pairs)))))
        for held, v in values
    )
    return _held(t.Terms(tuple(Term("+" if n else "", p) for n, p in enumerate(products))))


def _is(condition: object, pairs: dict[Stem, Pair]) -> Node | None:
    """What is 1 where data have one of their two values, and 0 where they have the other."""
    here = compared(condition)
    pair = pairs.get(stem_of(here[0])) if here is not None else None
    if here is None or pair is None or here[1] not in pair:
        return None
    return _one_at(*here, next(n for n in pair if n != here[1]))


def _one_at(name: Name, value: Fraction, other: Fraction) -> Node:
    """(name - other) / (value - other)."""
    if value == 1 and other == 0:
        return name
    if value == 0 and other == 1:
        return _held(t.Terms((Term("", Number("1")), Term("-", name))))
    top = t.Terms((Term("" if value > other else "-", name), *_minus(other if value > other else -other)))
    return t.Fraction(top, _number(abs(value - other)))


def _minus(number: Fraction) -> tuple[Term, ...]:
    return () if number == 0 else (Term("-" if number > 0 else "+", _number(abs(number))),)


def _number(value: Fraction) -> Node:
    whole = Number(str(value.numerator))
    return whole if value.denominator == 1 else t.Fraction(whole, Number(str(value.denominator)))


def _held(x: Node) -> Node:
    return t.Group("(", (x,), ")") if isinstance(x, (t.Terms, Cases, t.BigSum)) else x


__all__ = ["with_values_compared"]
