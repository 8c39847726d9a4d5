r"""Sums that go on behind a sign: `\sum_i y_i \log p_i + (1 - y_i) \log (1 - p_i)`, without parentheses.

A sum takes the rest of its term. Where the next terms carry its letter, which neither the left side nor a sum around
them has, they can only be meant to be summed too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ..errors import ReadError
from ..latex import tree as t
from ..latex.tree import BigSum, Chain, Formula, Node, Product, Term, Terms
from .layout import Located
from .shapes.declared import rebuilt
from .unequal import Letters, letters_under, loose_letters

Change = Callable[[Any], Any]


def with_long_sums(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such terms inside their sum."""

    def changed(f: Formula | ReadError) -> Formula | ReadError:
        if isinstance(f, ReadError) or not any(isinstance(x, BigSum) for x in t.walk(f)):
            return f
        statements = rebuilt(f.statements, _chain)
        return f if statements is f.statements else replace(f, statements=statements)

    return [(d, changed(f)) for d, f in located]


def _chain(x: Any) -> Any:
    """A chain with the terms of every member where they belong."""
    if not isinstance(x, Chain) or not x.relations:
        return None
    around = frozenset(loose_letters(x.members[0]))
    members = rebuilt(x.members, _within(around))
    return x if members is x.members else replace(x, members=members)


def _within(around: Letters) -> Change:
    def change(x: Any) -> Any:
        if isinstance(x, BigSum):
            body = rebuilt(x.body, _within(around | letters_under(x)))
            return x if body is x.body else replace(x, body=body)
        if not isinstance(x, Terms):
            return None
        joined = _joined(x.terms, around)
        if joined == x.terms:
            return None
        whole: Node = joined[0].body if len(joined) == 1 and not joined[0].sign else replace(x, terms=joined)
        return rebuilt(whole, change)

    return change


def _joined(terms: tuple[Term, ...], around: Letters) -> tuple[Term, ...]:
    found: list[Term] = []
    at = 0
    while at < len(terms):
        term = terms[at]
        at += 1
        last = _last_sum(term.body)
        own = letters_under(last) - around if last is not None else frozenset()
        allowed = own | around | (frozenset(loose_letters(last.body)) if last is not None else frozenset())
        more: list[Term] = []
        while at < len(terms) and own & (carried := set(loose_letters(terms[at].body))) and carried <= allowed:
            more.append(terms[at])
            at += 1
        found.append(replace(term, body=_longer(term.body, tuple(more))) if more else term)
    return tuple(found)


def _last_sum(x: Node) -> BigSum | None:
    """The sum with which a term ends."""
    if isinstance(x, Product):
        x = x.factors[-1].body
    return x if isinstance(x, BigSum) else None


def _longer(x: Node, more: tuple[Term, ...]) -> Node:
    if isinstance(x, Product):
        last = x.factors[-1]
        return replace(x, factors=(*x.factors[:-1], replace(last, body=_longer(last.body, more))))
    assert isinstance(x, BigSum)
    inner = _last_sum(x.body)
    if inner is not None:
        return replace(x, body=_longer(x.body, more))
    first = x.body.terms if isinstance(x.body, Terms) else (Term("", x.body, getattr(x.body, "span", x.span)),)
    return replace(x, body=Terms((*first, *more), x.span))
