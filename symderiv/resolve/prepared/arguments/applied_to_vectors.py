r"""Functions of vectors that one equation each defines, `d(x, y) = \sum_k (x_k - y_k)^2`, and a name for each value.

What stands before other vectors, `d(a, p)`, is a value: a name of its own, defined by the formula about these vectors.
The equation that says what the function is gives way to those of its values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....errors import ReadError
from ....latex.doubted import is_doubted
from ....latex.tree import Formula, Group, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...located import Located
from ..applied import applied_alone, with_values_for

Vectors: TypeAlias = tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class OfVectors:
    """What an equation says of a function: its letters, its formula, and where that stands."""

    letters: Vectors
    body: Node
    statement: Statement


def says_what(s: Statement) -> tuple[Name, Group, Node] | None:
    """The function, its letters and its formula, where a statement is one equation without conditions that has nothing
    but the function before letters on its left."""
    applied = applied_alone(s.chain.members[0])
    plain = len(s.chain.members) == 2 and s.chain.relations[0] in EQUALITIES and not (s.struck or s.conditions)
    return (*applied, s.chain.members[1]) if applied is not None and plain else None


def said_once(
    located: Sequence[Located], definition: Callable[[Statement], tuple[Name, OfVectors] | None]
) -> dict[Name, OfVectors]:
    """The functions of which one equation says what they are, and nothing doubts that it holds."""
    found: dict[Name, list[OfVectors | None]] = {}
    for display, f in located:
        for s in f.statements if isinstance(f, Formula) else ():
            made = definition(s)
            if made is not None:
                doubted = is_doubted(display.before, display.after)
                found.setdefault(made[0], []).append(None if doubted else made[1])
    return {head: one[0] for head, one in found.items() if len(one) == 1 and one[0] is not None}


def with_values_defined(
    located: Sequence[Located],
    functions: Mapping[Name, OfVectors],
    given: Mapping[Name, Iterable[Vectors]],
    value: Callable[[Name, Vectors], Name],
    placed: Callable[[OfVectors, Vectors], Node],
) -> list[Located]:
    """The formulas of a document with `value` for a function before vectors, and for the equation that says what the
    function is an equation for each value of those that are `given`: its right side is the formula as `placed`."""

    def change(x: Any) -> Node | None:
        def named(name: Name, group: Group) -> Node | None:
            vectors = tuple(i for i in group.items if isinstance(i, Name))
            if name not in functions or len(vectors) < len(group.items):
                return None
            return value(name, vectors)

        return with_values_for(x, named, change)

    def values(s: Statement, head: Name, one: OfVectors) -> Iterable[Statement]:
        span = getattr(s.chain.members[0], "span", head.span)
        for vectors in given[head]:
            members = replace(value(head, vectors), span=span), rebuilt(placed(one, vectors), change)
            yield replace(s, chain=replace(s.chain, members=members))

    def written(f: Formula) -> Formula:
        found: list[Statement] = []
        for s in f.statements:
            mine = [(head, one) for head, one in functions.items() if one.statement is s]
            found += [x for head, one in mine for x in values(s, head, one)] if mine else [rebuilt(s, change)]
        return replace(f, statements=tuple(found))

    return [(d, f if isinstance(f, ReadError) else written(f)) for d, f in located]
