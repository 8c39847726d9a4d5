r"""A function that is only ever meant at one place, `f(x, \phi) = ..` beside `\frac{\partial f}{\partial \phi_0}`.

A derivative of the bare letter by what is no argument differentiates the value, not the function. Where the name stands
before the same letters everywhere else, the value is a number with the name of the function.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Derivative, Factor, Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ..applied import arguments_of, with_arguments

Key = tuple[str, tuple[str, ...], str]


def _defines(s: Statement) -> bool:
    return _defined_by(s.chain) is not None


@where(_defines)
def with_values_at_arguments(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without the arguments of such names."""
    formulas = read_of(located)
    differentiated = {_key(d.of) for f in formulas for d in _bare(f) if isinstance(d.of, Name)}
    found = {k for k in differentiated & set(_defined(formulas)) if _is_value(k, formulas)}

    def change(x: Any) -> Node | None:
        if isinstance(x, t.Nabla):
            return _by_its_argument(x, found)
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        for before, f in zip((None, *x.factors), x.factors, strict=False):
            group = arguments_of(f) if before is not None and _is_of(before.body, found) else None
            if group is None:
                factors.append(Factor(f.operator, rebuilt(f.body, change), f.joined))
            elif f.body is not group:
                value = t.Group("(", (factors[-1].body,), ")", (), group.span)
                factors[-1] = Factor(factors[-1].operator, with_arguments(f, value).body, factors[-1].joined)
        if len(factors) == 1:
            return factors[0].body
        return None if tuple(factors) == x.factors else Product(tuple(factors), x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _by_its_argument(x: t.Nabla, names: set[Key]) -> t.Nabla | None:
    r"""`\nabla f(x)` of such a name as the gradient by x, which no longer stands beside it."""
    if x.by is not None or not isinstance(x.of, Product) or len(x.of.factors) != 2:
        return None
    head, group = x.of.factors[0].body, arguments_of(x.of.factors[1])
    if group is None or group is not x.of.factors[1].body or len(group.items) != 1 or not _is_of(head, names):
        return None
    return replace(x, of=head, by=t.Script(False, group.items))


def _bare(f: Formula) -> Iterator[Derivative]:
    """The derivatives of a bare letter."""
    for d in t.of_kind(f, Derivative):
        if isinstance(d.of, Name) and not d.of.scripts and not d.of.primes:
            yield d


def _defined(formulas: Sequence[Formula]) -> Iterator[Key]:
    names = (_defined_by(s.chain) for f in formulas for s in f.statements)
    return (_key(name) for name in names if name is not None)


def _defined_by(c: Chain) -> Name | None:
    """The bare name before its arguments that an equation defines."""
    left = c.members[0]
    if not c.relations or c.relations[0] not in EQUALITIES or not isinstance(left, Product) or len(left.factors) != 2:
        return None
    name = left.factors[0].body
    plain = isinstance(name, Name) and not name.scripts and arguments_of(left.factors[1]) is not None
    return name if plain and isinstance(name, Name) else None


def _is_value(key: Key, formulas: Sequence[Formula]) -> bool:
    """Does the name stand before the same letters wherever it is no derivative by something else?"""
    groups: list[Group] = []
    applied = set[int]()
    for x in (x for f in formulas for x in t.of_kind(f, Product)):
        for one, two in zip(x.factors, x.factors[1:], strict=False):
            group = arguments_of(two)
            if _is_of(one.body, {key}) and group is not None:
                groups.append(group)
                applied.add(id(one.body))
    if not groups:
        return False
    first = groups[0].items
    letters = {i.base for i in first if isinstance(i, Name) and not i.scripts and not i.primes}
    if len(letters) < len(first) or any(g.items != first for g in groups):
        return False
    by = [w.body for f in formulas for d in _bare(f) if _is_of(d.of, {key}) for w in d.wrt]
    apart = all(isinstance(x, Name) and (x.scripts or x.base not in letters) for x in by)
    apart = apart and bool(letters - {x.base for x in by if isinstance(x, Name)})  # `E(w)` shows what E depends on
    bare = {id(d.of) for f in formulas for d in _bare(f)}
    others = [x for f in formulas for x in t.of_kind(f, Name) if _key(x) == key and id(x) not in applied | bare]
    lefts = {id(s.chain.members[0]) for f in formulas for s in f.statements if s.chain.relations[:1] == ("=",)}
    return apart and all(id(x) in lefts for x in others)  # `f = \sum_i ..` says once more what `f(x)` is


def _is_of(x: object, keys: set[Key]) -> bool:
    return isinstance(x, Name) and not x.scripts and not x.primes and _key(x) in keys


def _key(x: Node) -> Key:
    assert isinstance(x, Name)
    return x.base, x.accents, x.font
