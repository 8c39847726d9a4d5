r"""Operators in front of an objective: `\frac{\partial}{\partial a} L \odot b` and `\frac{\partial}{\partial a} L h^T`.

An operator takes the product behind it. But where this begins with what the page minimises, it is its gradient that is
multiplied: nobody differentiates a multiple of L that depends on what L is made of. So it is where L is defined, or
stands in derivatives alone. A sum in a parenthesis behind a space, `\nabla_a L (x - m)`, is a factor where L stands
before no other parenthesis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Derivative, Nabla, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import OBJECTIVES
from ...asked import where
from ...located import Located, read_of, with_statements

Operator: TypeAlias = "Derivative | Nabla"


def _has_multiples(s: Statement) -> bool:
    return any(_objective(x) is not None for x in _operators(s))


def _operators(s: Statement) -> tuple[Operator, ...]:
    return (*t.of_kind(s, Derivative), *t.of_kind(s, Nabla))


@where(_has_multiples)
def with_operators_on_objectives(located: Sequence[Located]) -> list[Located]:
    """The formulas with the gradients of objectives multiplied."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    defined = {x for s in statements for x in _heads(s.chain.members[0])}
    taken = [y for s in statements for x in _operators(s) for y in _begun(x)]
    names = [y for s in statements for y in t.of_kind(s, Name)]
    alone = {x for x in taken if names.count(x) == taken.count(x)}
    applied = {x for s in statements for x in _applied(s)}

    def change(x: object) -> Node | None:
        if isinstance(x, Product):  # `W^T \frac{\partial}{\partial a} L \odot b` is one product
            parts = [(f, change(f.body) if isinstance(f.body, (Derivative, Nabla)) else None) for f in x.factors]
            if not any(isinstance(found, Product) for _, found in parts):
                return None
            return Product(tuple(g for f, found in parts for g in _spliced(f, found, change)), x.span)
        name = _objective(x) if isinstance(x, (Derivative, Nabla)) else None
        if name is None or not isinstance(x, (Derivative, Nabla)) or name not in (defined | alone) - applied:
            return None
        assert isinstance(x.of, Product)
        second, *rest = (rebuilt(f, change) for f in x.of.factors[1:])
        gradient = t.Factor("", replace(x, of=name))
        return Product((gradient, replace(second, joined=False), *rest), x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _spliced(f: t.Factor, found: Node | None, change: Callable[[object], Node | None]) -> tuple[t.Factor, ...]:
    """The factors in the place of one, the first of them with its sign."""
    if not isinstance(found, Product):
        own: t.Factor = rebuilt(f, change)
        return (own,)
    first, *rest = found.factors
    return (replace(first, operator=f.operator, joined=f.joined), *rest)


def _objective(x: Operator) -> Name | None:
    """The objective that an operator takes together with more, which is no argument of it."""
    if not isinstance(x.of, Product) or (isinstance(x, Derivative) and not x.front):
        return None
    name, following = x.of.factors[0].body, x.of.factors[1]
    if following.operator == "/" or (following.joined and not _is_factor(name, following.body)):
        return None  # `E / n`, and `E(w)`, but not `E (h_{t-1})^T`
    return name if isinstance(name, Name) and name.base in OBJECTIVES else None


def _is_factor(name: Node, group: Node) -> bool:
    """Is what stands right behind a name no argument of it, but for a sum typed apart, which it may be elsewhere?"""
    if isinstance(group, t.Scripted):
        return True
    one = isinstance(group, t.Group) and group.open == "(" and len(group.items) == 1
    return one and isinstance(group, t.Group) and isinstance(group.items[0], t.Terms) and _apart(name, group)


def _apart(name: Node, group: t.Group) -> bool:
    return isinstance(name, Name) and name.span[1] < group.span[0]


def _applied(s: Statement) -> Iterator[Name]:
    """The objectives that stand before what can only be their arguments."""
    for a, b in (pair for x in t.of_kind(s, Product) for pair in pairwise(x.factors)):
        if b.joined and isinstance(a.body, Name) and a.body.base in OBJECTIVES and not _is_factor(a.body, b.body):
            yield a.body


def _begun(x: Operator) -> Iterator[Name]:
    """The name that is differentiated, alone or before more."""
    name = _objective(x) or x.of
    if isinstance(name, Name):
        yield name


def _heads(x: Node) -> Iterator[Name]:
    """What a left side names, also before its arguments."""
    name = x.factors[0].body if isinstance(x, Product) and len(x.factors) > 1 and x.factors[1].joined else x
    if isinstance(name, Name):
        yield name
