r"""A function that is only ever meant at one place, `f(x, \phi) = ..` beside `\frac{\partial f}{\partial \phi_0}`.

A derivative of the bare letter by what is no argument differentiates the value, not the function. Where the name stands
before the same letters everywhere else, the value is a number with the name of the function.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Derivative, Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone, arguments_of, with_values_for


def _defines(s: Statement) -> bool:
    return _defined_by(s.chain) is not None


@where(_defines)
def with_values_at_arguments(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without the arguments of such names."""
    formulas = read_of(located)
    differentiated = {stem_of(d.of) for f in formulas for d in _bare(f) if isinstance(d.of, Name)}
    found = {k for k in differentiated & set(_defined(formulas)) if _is_value(k, formulas)}

    def change(x: Any) -> Node | None:
        if isinstance(x, t.Nabla):
            return _by_its_argument(x, found)
        return with_values_for(x, lambda name, _: name if _is_of(name, found) else None, change)

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _by_its_argument(x: t.Nabla, names: set[Stem]) -> t.Nabla | None:
    r"""`\nabla f(x)` of such a name as the gradient by x, which no longer stands beside it."""
    applied = applied_alone(x.of) if x.by is None else None
    if applied is None or len(applied[1].items) != 1 or not _is_of(applied[0], names):
        return None
    return replace(x, of=applied[0], by=t.Script(False, applied[1].items))


def _bare(f: Formula) -> Iterator[Derivative]:
    """The derivatives of a bare letter."""
    for d in t.of_kind(f, Derivative):
        if isinstance(d.of, Name) and not d.of.scripts and not d.of.primes:
            yield d


def _defined(formulas: Sequence[Formula]) -> Iterator[Stem]:
    names = (_defined_by(s.chain) for f in formulas for s in f.statements)
    return (stem_of(name) for name in names if name is not None)


def _defined_by(c: Chain) -> Name | None:
    """The bare name before its arguments that an equation defines."""
    applied = applied_alone(c.members[0])
    plain = applied is not None and bool(c.relations) and c.relations[0] in EQUALITIES and not applied[0].scripts
    return applied[0] if plain and applied is not None else None


def _is_value(key: Stem, formulas: Sequence[Formula]) -> bool:
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
    others = [x for f in formulas for x in t.of_kind(f, Name) if stem_of(x) == key and id(x) not in applied | bare]
    lefts = {id(s.chain.members[0]) for f in formulas for s in f.statements if s.chain.relations[:1] == ("=",)}
    return apart and all(id(x) in lefts for x in others)  # `f = \sum_i ..` says once more what `f(x)` is


def _is_of(x: object, keys: set[Stem]) -> bool:
    return isinstance(x, Name) and not x.scripts and not x.primes and stem_of(x) in keys
