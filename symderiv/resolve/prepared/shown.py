r"""Arguments of an objective that are arrays or numbered: `J(\theta)` with `\theta_{kj}`, `\ell(\beta_0, \beta_1)`.

Written the same wherever they stand, they say what the objective depends on and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import Formula, Group, Name, Node, Product
from ...latex.walking import rebuilt
from ..located import Located, read_of, with_statements
from ..shape import letter_of

Key = tuple[str, tuple[str, ...], str, tuple[t.Script, ...]]


def without_shown(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such arguments."""
    formulas = read_of(located)
    uses: dict[Key, list[Group]] = {}
    primed: set[str] = set()
    asked: set[str] = set()
    carrying: set[str] = set()
    for x in (x for f in formulas for x in t.walk(f)):
        if isinstance(x, Product):
            for key, group in _applied(x):
                uses.setdefault(key, []).append(group)
        elif isinstance(x, t.Nabla) and x.by is None:
            asked |= {y.base for y in t.walk(x.of) if isinstance(y, Name)}
        elif isinstance(x, Name):
            primed |= {x.base} if x.primes else set()
            carrying |= {x.base} if any(letter_of(e) for s in x.scripts for e in s.entries) else set()
    lefts = [s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations[:1] in (("=",), (":=",))]
    defined = {key for x in lefts if isinstance(x, Product) and len(x.factors) == 2 for key, _ in _applied(x)}
    entries = {i.base for groups in uses.values() for g in groups for i in g.items if isinstance(i, Name) and i.scripts}
    numbers = _of_numbers(formulas, entries)
    names = {
        key for key in defined if key[0] not in primed | carrying | asked | numbers and _is_shown(uses[key], carrying)
    }
    if not names:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        dropped = {id(group) for key, group in _applied(x) if key in names}
        if not dropped:
            return None
        factors = tuple(f for f in x.factors if id(f.body) not in dropped)
        left: Node = factors[0].body if len(factors) == 1 else replace(x, factors=factors)
        found: Node = rebuilt(left, change)
        return found

    return with_statements(located, lambda s: rebuilt(s, change))


def _of_numbers(formulas: Sequence[Formula], entries: set[str]) -> set[str]:
    """Functions of one number on a page that applies such to entries: r of `r(u) = e^{-u^2}` beside `q(u_i)`."""
    found: set[str] = set()
    for chain in (s.chain for f in formulas for s in f.statements if len(s.chain.members) > 1):
        left = chain.members[0]
        for (base, *_), group in _applied(left) if isinstance(left, Product) and len(left.factors) == 2 else ():
            shown = {i.base for i in group.items if isinstance(i, Name) and not i.scripts} & entries
            if any(isinstance(x, Name) and x.base in shown and _is_bare(x) for x in t.walk(chain.members[1])):
                found.add(base)
    return found


def _is_bare(x: Name) -> bool:
    return all(s.above and all(isinstance(e, t.Number) for e in s.entries) for s in x.scripts)


def _applied(x: Product) -> list[tuple[Key, Group]]:
    """The names of a product that stand right before a parenthesis, with it."""
    found = []
    for a, b in zip(x.factors, x.factors[1:], strict=False):
        if isinstance(a.body, Name) and b.joined and isinstance(b.body, Group) and b.body.open == "(":
            found.append(((a.body.base, a.body.accents, a.body.font, a.body.scripts), b.body))
    return found


def _is_shown(groups: list[Group], carrying: set[str]) -> bool:
    """Are the arguments the same everywhere, all names, and one of them no single number?"""
    first = groups[0]
    if any(g != first for g in groups) or not all(isinstance(i, Name) for i in first.items):
        return False
    items = [i for i in first.items if isinstance(i, Name)]
    lettered = any(letter_of(e) for i in items for s in i.scripts for e in s.entries)
    return not lettered and any(i.scripts or i.font or i.base in carrying for i in items)
