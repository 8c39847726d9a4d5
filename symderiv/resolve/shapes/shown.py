r"""Names that show what they depend on: `f(x) = x^T A x`, `J(\theta) = ..`, where f and J stand for the value.

One that carries indices, `k_{ij}(A) = ..`, shows it with any letters in their place, `k_{il}(A)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Node
from ...latex.walking import rebuilt
from ..spelled.shape import shape_of, with_any_letters
from .declared import Declared, Shapes, declarations, split

Arguments: TypeAlias = "dict[t.Name, tuple[Node, ...]]"
"""What names are shown with; they are keys `with_any_letters`."""


def shown_arguments(statements: Iterable[t.Statement], shapes: Shapes) -> Arguments:
    """For each such name the arrays that it is always shown with; a function has a prime or other arguments too."""
    statements = list(statements)
    met: dict[t.Name, set[tuple[Node, ...]]] = {}
    primed: set[str] = set()
    for s in statements:
        for x in t.walk(s.chain):
            for head, group in _applications(x):
                met.setdefault(with_any_letters(head), set()).add(group.items)
                if head.primes:
                    primed.add(head.base)
    lefts = [head for s in statements for head, _ in _applications(s.chain.members[0]) if len(s.chain.members) > 1]
    return {
        head: next(iter(met[head]))
        for head in map(with_any_letters, lefts)
        if len(met[head]) == 1 and head.base not in primed and _are_arrays(next(iter(met[head])), shapes)
    }


def declared_as_shown(statements: Iterable[t.Statement], shown: Arguments) -> Iterator[tuple[str, Declared]]:
    r"""What `E_i(x) \in \mathbb{R}^{P}` says of E, which is the value: it is always shown so, or also bare."""
    statements = list(statements)
    said = [(x, s.chain) for s in statements if s.chain.relations == (r"\in",) and (x := _alone(s.chain)) is not None]
    if not said:
        return
    applied = {id(head) for s in statements for x in t.walk(s.chain) for head, _ in _applications(x)}
    names = (x for s in statements if s.chain.relations for x in t.of_kind(s.chain, t.Name) if id(x) not in applied)
    values = {*map(with_any_letters, names), *shown}
    for name, chain in said:
        if with_any_letters(name) in values:
            yield from declarations([replace(chain, members=(name, chain.members[1]))])


def _alone(chain: t.Chain) -> t.Name | None:
    """The name at the beginning of a chain where it stands before nothing but names."""
    left = chain.members[0]
    found = list(_applications(left)) if isinstance(left, t.Product) and len(left.factors) == len(("E", "(x)")) else []
    names = [head for head, group in found if all(isinstance(i, t.Name) for i in group.items) and not head.primes]
    return names[0] if names else None


def _applications(x: object) -> Iterable[tuple[t.Name, t.Group]]:
    if isinstance(x, t.Product):
        for f, following in zip(x.factors, x.factors[1:], strict=False):
            if following.joined and isinstance(f.body, t.Name) and isinstance(following.body, t.Group):
                yield f.body, following.body


def _are_arrays(items: tuple[Node, ...], shapes: Shapes) -> bool:
    found = [split(shape) for x in items if isinstance(x, t.Name) and (shape := shape_of(x)) is not None]
    known = [shapes.find(base, pieces) for base, pieces, _ in found]
    return len(found) == len(items) and any(d is not None and d.kind for d in known)


def only_array(
    chains: Sequence[t.Chain], shapes: Shapes, lefts: Iterable[tuple[str, tuple[Node, ...]] | None]
) -> Arguments:
    r"""For each `\nabla E` that names nothing the one array without an index, if just one has no definition.

    `lefts` are the names that equations define, with their scripts.
    """
    defined = {x[0] for x in lefts if x is not None and not x[1]}
    taken = {x.of for c in chains for x in t.of_kind(c, t.Nabla) if x.by is None and isinstance(x.of, t.Name)}
    found: dict[str, t.Name] = {}
    for x in (x for c in chains if taken and c.relations for x in t.of_kind(c, t.Name)):
        shape = shape_of(x)
        base, pieces, _ = split(shape) if shape is not None else ("", (x,), False)
        declared = shapes.find(base, pieces) if not pieces else None
        if declared is not None and declared.kind and base not in defined:
            found.setdefault(base, replace(x, scripts=()))
    return {with_any_letters(of): tuple(found.values()) for of in taken} if len(found) == 1 else {}


def without_arguments(s: t.Statement, shown: Arguments) -> t.Statement:
    """The statement with the names alone."""
    if not shown:
        return s
    found: t.Statement = rebuilt(s, lambda x: _bare(x, shown))
    return found


def _bare(x: object, shown: Arguments) -> Node | None:
    if not isinstance(x, t.Product) or not any(with_any_letters(head) in shown for head, _ in _applications(x)):
        return None
    factors: list[t.Factor] = []
    for f in x.factors:
        before = factors[-1].body if factors else None
        applied = f.joined and isinstance(before, t.Name) and isinstance(f.body, t.Group)
        if not (applied and isinstance(before, t.Name) and with_any_letters(before) in shown):
            factors.append(f)
    return factors[0].body if len(factors) == 1 else t.Product(tuple(factors), x.span)
