r"""Entries of an array that is shown with its arguments, `f_W(x)[i, j] = ..`, `f(x)_{ij} = ..`.

Several things in a bracket right behind arguments are indices, and so is what stands below the parenthesis where an
equation defines the entry. Where the name stands before the same arrays wherever it has a value, and before as many
indices, these arrays only say on what it depends, which its definition says too; so does an array below the name, the
`W` of `f_W`. Where several arrays stand there, they are labels, each with a definition of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Script, Scripted, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import arguments_of

SEVERAL = 2
"""So many things in a bracket are no factor."""


class _Use(NamedTuple):
    """A name, its arguments, and the indices in a bracket behind them, or below them."""

    name: Name
    arguments: Group
    indices: tuple[Node, ...]
    below: bool = False


def _has_entries(s: Statement) -> bool:
    return any(True for x in t.of_kind(s, Product) for _ in _uses(x))


@where(_has_entries)
def with_entries_of_values(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with `f[i, j]` for such entries."""
    statements = [s for f in read_of(located) for s in f.statements]
    uses = [u for s in statements for x in t.of_kind(s, Product) for _, u in _uses(x)]
    arrays = {stem_of(x) for s in statements for x in _arrays(s)}
    places = {id(u.name) for u in uses}
    spaces = [s for s in statements if not s.chain.relations or s.chain.relations == (r"\in",)]
    mentions = {id(x) for s in spaces for p in t.of_kind(s, Product) for x, _ in _applied(p)}
    names = [x for s in statements for x in t.of_kind(s, Name)]
    bare = {stem_of(x) for x in names if id(x) not in places | mentions}
    running = {stem_of(n) for s in statements for b in t.of_kind(s, t.BigSum) for n in t.of_kind(b.below, Name)}
    arrays -= running
    lefts = [s.chain.members[0] for s in statements if s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES]
    defined = {u.name for x in lefts if isinstance(x, Product) for _, u in _uses(x) if _is_whole(x, u)}
    meant: dict[Stem, bool] = {}
    for stem in {stem_of(u.name) for u in uses} - bare:
        own = [u for u in uses if stem_of(u.name) == stem]
        if {u.name for u in own} <= defined and _are_alike(own, arrays):
            meant[stem] = len({u.name for u in own}) == 1

    def change(x: Any) -> Node | None:
        return _without_arguments(x, meant, arrays, change) if isinstance(x, Product) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)


def _uses(x: Product) -> Iterator[tuple[int, _Use]]:
    """The entries of applied names in a product, each with the place of the name."""
    for n, (a, b, c) in enumerate(zip(x.factors, x.factors[1:], (*x.factors[2:], None), strict=False)):
        group = arguments_of(b) if isinstance(a.body, Name) else None
        indices = _bracket(c) if c is not None else None
        if isinstance(a.body, Name) and group is not None and group is b.body and indices is not None:
            yield n, _Use(a.body, group, indices.items)
        elif isinstance(a.body, Name) and (entry := _entry(b)) is not None:
            yield n, _Use(a.body, entry[0], entry[1].entries, True)


def _entry(f: Factor) -> tuple[Group, Script] | None:
    """The arguments and the indices below them of `(x)_{ij}`, also where it is raised to a power."""
    group = f.body.base if isinstance(f.body, Scripted) and f.joined and not f.body.primes else None
    below = [s for s in f.body.scripts if not s.above] if isinstance(f.body, Scripted) else []
    fits = isinstance(group, Group) and group.open == "(" and group.items and len(below) == 1
    return (group, below[0]) if fits and isinstance(group, Group) else None


def _applied(x: Product) -> Iterator[tuple[Name, int]]:
    """The names of a product before arguments, each with its place."""
    for n, (a, b) in enumerate(pairwise(x.factors)):
        if isinstance(a.body, Name) and arguments_of(b) is not None:
            yield a.body, n


def _bracket(f: Factor) -> Group | None:
    """What a bracket with several things in it holds, also where it is raised to a power."""
    body = f.body.base if isinstance(f.body, Scripted) and all(s.above for s in f.body.scripts) else f.body
    fits = not f.operator and isinstance(body, Group) and (body.open, body.close) == ("[", "]")
    return body if fits and isinstance(body, Group) and len(body.items) >= SEVERAL else None


def _are_alike(uses: Sequence[_Use], arrays: set[Stem]) -> bool:
    """Are the arguments the same arrays everywhere, beside as many indices, of a name without a prime?"""
    alike = len({u.arguments for u in uses}) == len({(len(u.indices), u.below) for u in uses}) == 1
    plain = all(not u.name.primes and not any(s.above for s in u.name.scripts) for u in uses)
    items = uses[0].arguments.items
    return alike and plain and all(isinstance(x, Name) and not x.scripts and stem_of(x) in arrays for x in items)


def _arrays(s: Statement) -> Iterator[Name]:
    """The names with indices, below them or in a bracket behind."""
    for x in t.of_kind(s, Product):
        for a, b in pairwise(x.factors):
            if isinstance(a.body, Name) and b.joined and _bracket(b) is not None:
                yield a.body
    yield from (x for x in t.of_kind(s, Name) if any(not e.above for e in x.scripts))


def _is_whole(x: Product, u: _Use) -> bool:
    """Is a product nothing but the entry?"""
    return x.factors[0].body is u.name and len(x.factors) == (2 if u.below else 3)


def _without_arguments(x: Product, meant: Mapping[Stem, bool], arrays: set[Stem], change: Any) -> Node:
    """A product without the arguments of such names; the indices stand right behind the name then, or below it."""
    found: list[Factor] = []
    entry: Node | None = None
    for f in x.factors:
        last = found[-1].body if found else None
        named = last is not entry and isinstance(last, Name) and stem_of(last) in meant
        if isinstance(last, Name) and named and (arguments_of(f) is not None or _entry(f) is not None):
            below = (_told(s, arrays, meant[stem_of(last)]) for s in last.scripts)
            name = replace(last, scripts=tuple(s for s in below if s is not None))
            found[-1] = replace(found[-1], body=_with_indices(name, f))
            entry = found[-1].body if _entry(f) is not None else None
        else:
            beside = (named and _bracket(f) is not None) or (f.joined and last is not entry)
            found.append(replace(f, body=rebuilt(f.body, change), joined=beside))
    return found[0].body if len(found) == 1 else replace(x, factors=tuple(found))


def _with_indices(name: Name, f: Factor) -> Node:
    """The entry of a name that stands below its arguments, and its power; the name where none stands there."""
    entry = _entry(f)
    if entry is None or not isinstance(f.body, Scripted):
        return name
    span = (name.span[0], f.body.span[1])
    above = tuple(s for s in f.body.scripts if s.above)
    if not name.scripts:
        found: Node = replace(name, scripts=(entry[1],), span=span)
    else:
        found = Scripted(Group("(", (name,), ")", (), name.span), (entry[1],), 0, span)
    return Scripted(Group("(", (found,), ")", (), span), above, 0, span) if above else found


def _told(s: Script, arrays: set[Stem], always: bool) -> Script | None:
    """What stands below such a name: an array that is `always` there is left out, one of several is a label."""
    entry = s.entries[0] if len(s.entries) == 1 else None
    if not isinstance(entry, Name) or entry.scripts or stem_of(entry) not in arrays:
        return s
    return None if always else replace(s, entries=(Text(entry.base, span=entry.span),))
