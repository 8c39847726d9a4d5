r"""Derivatives by the value of a function, `\frac{\partial E}{\partial \sigma(z_j)}`: the value is given a name.

The page defines what the function is applied to, and writes no other name for the value in that place. Behind each such
definition stands then what the named value is, and the name wherever the function is applied to the entry: E depends on
it as it depends on a name that the author might have given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any, TypeAlias

from ....errors import ReadError
from ....latex import tree as t
from ....latex.scripts import value_of
from ....latex.statement_forms import is_equation, replace_statement
from ....latex.tree import Chain, Derivative, Formula, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import LOGARITHMS
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone, with_values_for

Scripts: TypeAlias = tuple[t.Script, ...]
Value: TypeAlias = tuple[Name | str, Stem]
"""A function, a name or a well-known one, and the name that it is applied to."""


def _has_one(s: Statement) -> bool:
    return any(True for _ in _differentiated_by(s))


@where(_has_one)
def with_derivatives_by_values(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with names for such values."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = {stem_of(left) for s in statements if (left := _defined(s)) is not None}
    values = {v for s in statements for v in _differentiated_by(s) if v[1] in defined}
    if not values:
        return list(located)

    by = {e.scripts for s in statements for _, e in _applied_below(s)}
    lefts = [left for s in statements if (left := _defined(s)) is not None]
    own = {stem_of(x) for x in lefts if x.scripts in by}
    others = {(stem_of(x), x.scripts) for x in lefts if stem_of(x) in own and x.scripts not in by}

    def written(f: Formula) -> Formula:
        return replace(f, statements=tuple(x for s in f.statements for x in _written(s, values, others)))

    return [(d, f if isinstance(f, ReadError) else written(f)) for d, f in located]


def _defined(s: Statement) -> Name | None:
    left = s.chain.members[0]
    plain = isinstance(left, Name) and not left.primes and is_equation(s.chain) and not s.struck
    return left if plain and isinstance(left, Name) else None


def _differentiated_by(s: Statement) -> Iterator[Value]:
    """The values by which a statement differentiates."""
    for function, entry in _applied_below(s):
        yield function, stem_of(entry)


def _applied_below(s: Statement) -> Iterator[tuple[Name | str, Name]]:
    """The functions by whose values a statement differentiates, with the entries that they are applied to."""
    found = (_applied(w.body) for d in t.of_kind(s.chain, Derivative) for w in d.wrt)
    yield from (x for x in found if x is not None)


def _applied(x: object) -> tuple[Name | str, Name] | None:
    """A function and the entry that it is applied to, and nothing else: no derivative or power of it; no logarithm,
    which has rules of its own (`derivatives_by_logarithms`)."""
    if isinstance(x, t.Call):
        head: Name | str = x.function
        args = () if x.scripts or x.primes or x.function in LOGARITHMS else x.args
    else:
        head, group = applied_alone(x) or ("", None)
        args = group.items if group is not None and isinstance(head, Name) and _is_bare(head) else ()
    argument = args[0] if len(args) == 1 else None
    return (head, argument) if isinstance(argument, Name) and argument.scripts and not argument.primes else None


def _is_bare(x: Name) -> bool:
    return not x.scripts and not x.primes


def _named(function: Name | str, entry: Name) -> Name:
    base = rf"\{function}" if isinstance(function, str) else function.base
    return replace(entry, base=value_of(base, entry.base))


def _written(s: Statement, values: set[Value], others: Set[tuple[Stem, Scripts]]) -> Iterator[Statement]:
    """A statement with the names, and behind what defines an entry, what the values of functions of it are; but for
    `others`, entries of other kinds."""

    def value(x: object) -> Name | None:
        found = _applied(x)
        if found is None or (stem_of(found[1]), found[1].scripts) in others:
            return None
        return _named(*found) if (found[0], stem_of(found[1])) in values else None

    def change(x: Any) -> Node | None:
        if isinstance(x, t.Call):
            named = value(x)
            return None if named is None else replace(named, span=x.span)
        if not isinstance(x, t.Product):
            return None
        return with_values_for(x, lambda name, group: value(_call(name, group)), change)

    yield replace_statement(s, chain=rebuilt(s.chain, change))
    left = _defined(s)
    if left is not None and (stem_of(left), left.scripts) not in others:
        for function in sorted((f for f, stem in values if stem == stem_of(left)), key=str):
            body = (
                t.Call(function, (left,)) if isinstance(function, str) else _call(function, t.Group("(", (left,), ")"))
            )
            chain = Chain((_named(function, left), body), ("=",), (left.span,), left.span)
            yield replace_statement(s, chain=chain, words=(), tag="", labels=())


def _call(name: Name, group: t.Group) -> t.Product:
    return t.Product((t.Factor("", name), t.Factor("", group, True)))
