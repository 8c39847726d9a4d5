r"""Diagonal matrices that a page gives a name with an argument: `\Sigma'(z^l) = \mathrm{diag}(\sigma'(z^l))`.

A name before one array would be a function by entries. So the matrix is put where the name stands, before the argument
that it has there. That is all that the name means if it is defined once, and stands before one argument wherever it
stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Call, Chain, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letters_in, stem_of
from ..applied import applied_alone, arguments_of, with_values_for


@dataclass(frozen=True, slots=True)
class _Diagonal:
    """Such a matrix: the name and its primes, the argument in its definition, and what it is."""

    name: Name
    argument: Name
    value: Call

    def at(self, argument: Node) -> Node:
        """The matrix of another argument."""
        put: Node = rebuilt(self.value, lambda x: argument if x == self.argument else None)
        return put


def _has_any(s: Statement) -> bool:
    return _defined(s) is not None


@where(_has_any)
def with_diagonals_applied(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such matrices for their names.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ D(x) = \mathrm{diag}(f'(x)) $$ $$ e = D(z) W^T d $$"))
    >>> _, (_, f) = with_diagonals_applied(page)
    >>> f.statements[0].chain.members[1].factors[0].body.function
    'diag'
    """
    statements = [s for f in read_of(located) for s in f.statements]
    found = {stem_of(x.name): x for s in statements if (x := _defined(s)) is not None}
    met = [y for s in statements for y in t.of_kind(s, Name) if stem_of(y) in found]
    applied = [y for s in statements for y in _applied(s) if stem_of(y) in found]
    kept = {stem: x for stem, x in found.items() if _is_all(x, stem, met, applied, statements)}

    def value(x: Name, group: Group) -> Node | None:
        d = kept.get(stem_of(x))
        return d.at(group.items[0]) if d is not None and len(group.items) == 1 else None

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    def changed(s: Statement) -> Statement:
        d = _defined(s)
        if d is not None and stem_of(d.name) in kept:
            return replace(s, chain=Chain((d.argument,), (), (), s.chain.span))
        put: Statement = rebuilt(s, change)
        return put

    return with_statements(located, changed) if kept else list(located)


def _is_all(
    d: _Diagonal, stem: Stem, met: Sequence[Name], applied: Sequence[Name], statements: Sequence[Statement]
) -> bool:
    """Is it the only meaning of the name, which stands before an argument wherever it stands?"""
    names = [x for x in met if stem_of(x) == stem]
    before = [x for x in applied if stem_of(x) == stem]
    lefts = [pair[0] for s in statements if s.chain.relations and (pair := applied_alone(s.chain.members[0]))]
    once = sum(stem_of(x) == stem for x in lefts) == 1
    return once and len(names) == len(before) and all(x == d.name for x in names)


def _defined(s: Statement) -> _Diagonal | None:
    """What a statement defines as a diagonal matrix, if it does."""
    c = s.chain
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES or s.conditions:
        return None
    pair, value = applied_alone(c.members[0]), c.members[1]
    if pair is None or not isinstance(value, Call) or value.function != "diag" or len(value.args) != 1:
        return None
    name, group = pair
    argument = group.items[0] if len(group.items) == 1 else None
    if name.scripts or value.scripts or value.primes or not isinstance(argument, Name):
        return None
    own = {x for script in argument.scripts for e in script.entries for x in letters_in(e)}
    inner = {id(y) for x in t.of_kind(value, Name) if x == argument for y in t.of_kind(x, Name)}
    others = [x for x in t.of_kind(value, Name) if id(x) not in inner]
    return _Diagonal(name, argument, value) if inner and not any(x.base in own for x in others) else None


def _applied(s: Statement) -> Iterator[Name]:
    """The names that stand right before one argument."""
    for x in t.of_kind(s, Product):
        for a, b in pairwise(x.factors):
            group = arguments_of(b)
            if isinstance(a.body, Name) and group is not None and len(group.items) == 1:
                yield a.body
