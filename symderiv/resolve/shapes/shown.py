r"""Names that show what they depend on: `f(x) = x^T A x`, `J(\theta) = ..`, where f and J stand for the value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Node
from ...latex.walking import rebuilt
from ..shape import shape_of
from .declared import Shapes, split

Arguments: TypeAlias = "dict[t.Name, tuple[Node, ...]]"


def shown_arguments(statements: Iterable[t.Statement], shapes: Shapes) -> Arguments:
    """For each such name the arrays that it is always shown with; a function has a prime or other arguments too."""
    statements = list(statements)
    met: dict[t.Name, set[tuple[Node, ...]]] = {}
    primed: set[str] = set()
    for s in statements:
        for x in t.walk(s.chain):
            for head, group in _applications(x):
                met.setdefault(head, set()).add(group.items)
                if head.primes:
                    primed.add(head.base)
    lefts = [head for s in statements for head, _ in _applications(s.chain.members[0]) if len(s.chain.members) > 1]
    return {
        head: next(iter(met[head]))
        for head in lefts
        if len(met[head]) == 1 and head.base not in primed and _are_arrays(next(iter(met[head])), shapes)
    }


def _applications(x: object) -> Iterable[tuple[t.Name, t.Group]]:
    if isinstance(x, t.Product):
        for f, following in zip(x.factors, x.factors[1:], strict=False):
            if following.joined and isinstance(f.body, t.Name) and isinstance(following.body, t.Group):
                yield f.body, following.body


def _are_arrays(items: tuple[Node, ...], shapes: Shapes) -> bool:
    found = [split(shape) for x in items if isinstance(x, t.Name) and (shape := shape_of(x)) is not None]
    known = [shapes.find(base, pieces) for base, pieces, _ in found]
    return len(found) == len(items) and any(d is not None and d.kind for d in known)


def without_arguments(s: t.Statement, shown: Arguments) -> t.Statement:
    """The statement with the names alone."""
    if not shown:
        return s
    found: t.Statement = rebuilt(s, lambda x: _bare(x, shown))
    return found


def _bare(x: object, shown: Arguments) -> Node | None:
    if not isinstance(x, t.Product) or not any(head in shown for head, _ in _applications(x)):
        return None
    factors: list[t.Factor] = []
    for f in x.factors:
        before = factors[-1].body if factors else None
        if not (f.joined and isinstance(before, t.Name) and before in shown and isinstance(f.body, t.Group)):
            factors.append(f)
    return factors[0].body if len(factors) == 1 else t.Product(tuple(factors), x.span)
