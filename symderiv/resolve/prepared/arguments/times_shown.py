r"""The moment at which a page takes everything: the t of `y(t) = \sum_j w_j h_j`, `E(t)` and `\Delta w_j(t)`.

Where t stands nowhere but alone in parentheses behind names, it is one moment, and each name its value there. So the
bare E of a derivative is `E(t)`. A name that stands without it elsewhere, before something else or with a prime may be
another thing at another time, and then all of them stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import applied_alone, arguments_of, with_values_for

TIME = "t"
CHANGE = r"\Delta"
Value: TypeAlias = tuple[bool, Stem]
"""A name, and whether it is the change of that name."""


def _defines(s: Statement) -> bool:
    """Does a statement say what something is at that time?"""
    applied = applied_alone(s.chain.members[0])
    return applied is not None and _is_time(applied[1]) and bool(EQUALITIES & {*s.chain.relations[:1]})


@where(_defines)
def with_times_dropped(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without such a time."""
    statements = [s for f in read_of(located) for s in f.statements]
    if not _is_one_moment(statements):
        return list(located)

    def change(x: Any) -> Node | None:
        return with_values_for(x, lambda name, group: name if _is_time(group) else None, change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_time(group: Group) -> bool:
    return len(group.items) == 1 and letter_of(group.items[0]) == TIME


def _is_one_moment(statements: Sequence[Statement]) -> bool:
    """Does the letter stand behind names only, and no name of these without it?"""
    applied = [x for s in statements for y in t.of_kind(s, Product) for x in _applied(y)]
    at_time = [x for x in applied if _is_time(x[2])]
    mentioned = {id(s.chain.members[0]) for s in statements if not s.chain.relations}
    times = {id(i) for *_, group in at_time for i in group.items} | mentioned
    names = [x for s in statements for x in t.of_kind(s, Name)]
    if any(x.base == TIME and id(x) not in times for x in names) or any(name.primes for name, *_ in at_time):
        return False
    values = {value for _, value, _ in at_time}
    if any(value in values and not _is_time(group) for _, value, group in applied):
        return False
    changes = {id(b.body) for s in statements for x in t.of_kind(s, Product) for b in _changes(x)}
    differentiated = {id(d.of) for s in statements for d in t.of_kind(s, t.Derivative)}
    there = {id(name) for name, *_ in at_time} | mentioned | differentiated
    return not any((id(x) in changes, stem_of(x)) in values for x in names if id(x) not in there)


def _applied(x: Product) -> Iterator[tuple[Name, Value, Group]]:
    """The names of a product that stand before arguments, with these."""
    changes = {id(b.body) for b in _changes(x)}
    for a, b in pairwise(x.factors):
        group = arguments_of(b)
        if group is not None and isinstance(a.body, Name):
            yield a.body, (id(a.body) in changes, stem_of(a.body)), group


def _changes(x: Product) -> Iterator[t.Factor]:
    r"""What stands behind a Delta, the `w_j` of `\Delta w_j(t)`."""
    return (b for a, b in pairwise(x.factors) if isinstance(a.body, Name) and a.body.base == CHANGE)
