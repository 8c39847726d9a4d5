r"""Values with their parameters behind them: `\nabla f(\theta)`, `\frac{\partial f(\theta)}{\partial \theta_k}` beside
`f = \sum_i (Y_i - \sum_j X_{ij} \theta_j)^2`, or beside `f(\theta) = ..`.

Nobody differentiates the product of a value and a whole vector in parentheses. A vector of which the page has entries,
and which nothing defines, says in such a place what the value depends on, and a nabla with nothing below it is taken by
it. The value is always written with the same names behind it, or without any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Group, Nabla, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone, before_parentheses, head_of, taken_in


def _differentiates_applied(s: Statement) -> bool:
    return any(_shown(x) is not None for x in taken_in(s))


@where(_differentiates_applied)
def with_values_bare(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a page with such values alone, and `\nabla_\theta f` for `\nabla f(\theta)`."""
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    found = {stem_of(shown[0]) for s in said for x in taken_in(s) if (shown := _shown(x)) is not None}
    bare = found & _defined(said) - _elsewhere_otherwise(said, found)
    if not bare:
        return list(located)

    def change(x: Any) -> Node | None:
        shown = _shown(x.of) if isinstance(x, Nabla | Derivative) and x.of is not None else None
        if shown is None or stem_of(shown[0]) not in bare:
            return _alone(x, bare)
        value, group = shown
        if not isinstance(x, Nabla) or x.by is not None:
            bare_one: Node = replace(x, of=value)
            return bare_one
        return replace(x, of=value, by=Script(False, group.items, "", False)) if len(group.items) == 1 else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _shown(x: Node) -> tuple[Name, Group] | None:
    """A value and the plain names behind it, where it is all that stands there."""
    shown = applied_alone(x)
    if shown is None or shown[0].scripts or shown[0].primes:
        return None
    plain = all(isinstance(y, Name) and not y.scripts and not y.primes for y in shown[1].items)
    return shown if plain else None


def _alone(x: Any, bare: set[Stem]) -> Node | None:
    r"""The value that a side of an equation is: `f(\theta) = ..`."""
    if not isinstance(x, t.Chain):
        return None
    members = tuple(m if (shown := _shown(m)) is None or stem_of(shown[0]) not in bare else shown[0] for m in x.members)
    return replace(x, members=members) if members != x.members else None


def _defined(said: Sequence[Statement]) -> set[Stem]:
    """The names of which an equation says what they are, alone or with one name behind: what has two is a function."""
    lefts = (s.chain.members[0] for s in said if s.chain.relations[0] in EQUALITIES)
    heads = (shown[0] if (shown := _shown(x)) is not None and len(shown[1].items) == 1 else x for x in lefts)
    return {stem_of(x) for x in heads if isinstance(x, Name) and not x.scripts and not x.primes}


def _elsewhere_otherwise(said: Sequence[Statement], found: set[Stem]) -> set[Stem]:
    """Those that are functions somewhere, or have something behind them that is no vector of which entries stand."""
    heads = {stem_of(h) for s in said if (h := head_of(s.chain.members[0])) is not None and not _lists_own(h, s)}
    names = [x for s in said for x in t.of_kind(s, Name)]
    entries = {stem_of(x) for x in names if any(not y.above for y in x.scripts)}
    groups: dict[Stem, set[tuple[Node, ...]]] = {}
    for name, group in (pair for s in said for p in t.of_kind(s, t.Product) for pair in before_parentheses(p)):
        if stem_of(name) in found:
            groups.setdefault(stem_of(name), set()).add(group.items)
    odd = {stem_of(x) for x in names if x.primes or x.scripts}
    for stem, every in groups.items():
        items = [y for g in every for y in g]
        whole = all(isinstance(y, Name) and not y.scripts and stem_of(y) in entries - heads for y in items)
        if len(every) > 1 or not whole:
            odd.add(stem)
    return odd


def _lists_own(head: Name, s: Statement) -> bool:
    r"""Is it said only what the entries are called, `\theta = (\theta_j)`?"""
    right = s.chain.members[1]
    return isinstance(right, Group) and all(
        isinstance(y, Name) and stem_of(y) == stem_of(head) and y.scripts for y in right.items
    )
