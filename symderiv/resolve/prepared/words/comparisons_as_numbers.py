r"""Comparisons in parentheses that stand where a number does, `c \cdot (x > 0)`, `(u > 0) + a \cdot (u \le 0)`: 1 where
they hold, and 0 elsewhere.

Nobody multiplies by a condition, or adds one: so it is an indicator behind a sign, as a term, as all that a sum adds
up, or as a whole side. What stands behind a name is a condition, or what a function is applied to. A sentence that says
so of one, `$(x > 0)$ is 1 where it holds`, supposes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ....latex import tree as t
from ....latex.parse import parse
from ....latex.tree import BigSum, Chain, Factor, Formula, Group, Indicator, Node, Product, Statement, Terms
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, with_statements

ORDERED = frozenset(["<", ">", r"\le", r"\ge"])
COMPARING = ORDERED | {"=", r"\ne"}
SAID = lazily(
    r"\s*,?\s*(?:is|are|equals?|means|denotes?|stands for|=)\s+(?:(?:an?|the)\s+)?"
    r"(?:\$?1\$?|one|indicators?|Iverson|characteristic|boolean|binary|mask)\b",
    re.I,
)
"""Words behind one that say what it is."""


def _has_any(s: Statement) -> bool:
    return s.parenthesised or any(_is_comparison(g) for g in t.of_kind(s, Group))


@where(_has_any)
def with_comparisons_as_numbers(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with indicators for such comparisons."""
    located = [(d, _without_said(f) if d.inline and SAID.match(d.after) else f) for d, f in located]
    return with_statements(located, lambda s: replace(s, chain=_sides(rebuilt(s.chain, _changed))))


def _without_said(f: Any) -> Any:
    """The formula, empty where it is nothing but such a comparison."""
    alone = isinstance(f, Formula) and len(f.statements) == 1 and f.statements[0].parenthesised
    return replace(f, statements=()) if alone and COMPARING.issuperset(f.statements[0].chain.relations) else f


def _is_comparison(x: Node, relations: frozenset[str] = COMPARING) -> bool:
    if not isinstance(x, Group) or x.open != "(" or len(x.items) != 1 or not isinstance(x.items[0], Chain):
        return False
    chain = x.items[0]
    return len(chain.relations) == 1 and chain.relations[0] in relations


def _sides(c: Chain) -> Chain:
    r"""Also a whole side, `\frac{\partial r}{\partial u} = (u > 0)`; `a = (b = c)` may be anything."""
    if not c.relations or c.relations[0] not in ("=", r"\equiv", ":="):
        return c
    first, *rest = c.members
    return replace(c, members=(first, *(_indicator(m) if _is_comparison(m, ORDERED) else m for m in rest)))


def _changed(x: Any) -> Node | None:
    if isinstance(x, Product):
        factors = tuple(_factor(f, n) for n, f in enumerate(x.factors))
        return None if factors == x.factors else replace(x, factors=tuple(rebuilt(f, _changed) for f in factors))
    if isinstance(x, Terms) and any(_is_comparison(term.body) for term in x.terms):
        terms = (replace(y, body=_indicator(y.body)) if _is_comparison(y.body) else y for y in x.terms)
        return replace(x, terms=tuple(rebuilt(y, _changed) for y in terms))
    if isinstance(x, BigSum) and _is_comparison(x.body, ORDERED):
        return replace(x, body=_indicator(x.body))
    return None


def _factor(f: Factor, n: int) -> Factor:
    """A factor behind a sign, or the first of several."""
    sure = not f.joined and (f.operator not in ("", "/") or (n == 0 and _is_comparison(f.body, ORDERED)))
    return replace(f, body=_indicator(f.body)) if sure and _is_comparison(f.body) else f


def _indicator(x: Node) -> Indicator:
    assert isinstance(x, Group)
    return replace(any_indicator(), conditions=x.items, span=x.span)


@lru_cache(maxsize=1)
def any_indicator() -> Indicator:
    """One that says that two letters are equal, to be filled with other conditions."""
    made = parse("y = [i = j]").statements[0].chain.members[1]
    assert isinstance(made, Indicator)
    return made
