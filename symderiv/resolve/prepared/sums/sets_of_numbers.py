r"""Sets that are ranges, `$U = \{1, \dots, n\}$` and `$I = \{n+1, \dots, n+q\}$`: `j \in U`, `\sum_{m \in U \cup I}`.

The range stands for the set wherever something lies in it, and the number of its elements for `|U|`. Two sets, of which
one begins behind the other, are one range together; `U \setminus \{k\}` is the range without k. A letter that also is
anything else than a set stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import ONE, BigSum, Chain, Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import shifted

IN = frozenset([r"\in", r"\notin"])


def _tells(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_tells)
def with_sets_of_numbers(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with such ranges for their sets, without what only says which they are."""
    chains = [c for f in read_of(located) for s in f.statements for c in (s.chain, *s.conditions)]
    told: dict[Name, Group] = {}
    for name, group in (pair for c in chains if (pair := _told(c)) is not None):
        if told.setdefault(name, group).items != group.items:
            return located
    others = {x for c in chains for x in _otherwise(c)}
    sets = {name: group for name, group in told.items() if name not in others}
    return [(d, _changed(f, sets)) for d, f in located] if sets else located


def _changed(f: Formula | ReadError, sets: Mapping[Name, Group]) -> Formula | ReadError:
    if isinstance(f, ReadError):
        return f

    def change(x: Any) -> Node | None:
        if isinstance(x, BigSum):
            below = tuple(y for item in x.below for y in _items(item, sets))
            above = None if x.above is None else rebuilt(x.above, change)
            return replace(x, below=below, above=above, body=rebuilt(x.body, change)) if below != x.below else None
        if isinstance(x, Chain) and x.relations[-1:] and x.relations[-1] in IN:
            return _within(x, sets)
        part = _parted(x) if isinstance(x, Product) else None
        if isinstance(x, Product) and part is not None and (whole := sets.get(part)) is not None:
            return replace(x, factors=(replace(x.factors[0], body=whole), *x.factors[1:]))
        counted = isinstance(x, Group) and x.open == "|" and len(x.items) == 1
        group = sets.get(x.items[0]) if counted and isinstance(x.items[0], Name) else None
        return group.items[-1] if group is not None and group.items[0] == ONE else None

    def statement(s: Statement) -> Statement:
        pair = _told(s.chain)
        if pair is not None and pair[0] in sets and s.chain.relations[0] in IN:
            members = (s.chain.members[0], pair[1])
            return replace(s, chain=Chain(members, s.chain.relations[:1], s.chain.relation_spans[:1], s.chain.span))
        found: Statement = rebuilt(s, change)
        return found

    kept = [s for s in f.statements if (p := _told(s.chain)) is None or p[0] not in sets or s.chain.relations[0] in IN]
    return replace(f, statements=tuple(map(statement, kept)))


def _told(c: Chain) -> tuple[Name, Group] | None:
    r"""The set and its range in `U = \{1, \dots, n\}` and `k \in U = \{1, \dots, n\}`."""
    if len(c.members) not in (2, 3) or c.relations[-1] not in EQUALITIES or c.relations[0] not in IN | EQUALITIES:
        return None
    if len(c.members) == 3 and c.relations[0] != r"\in":
        return None
    name, group = c.members[-2:]
    if not isinstance(name, Name) or name.scripts or name.primes or not isinstance(group, Group):
        return None
    dots = [n for n, i in enumerate(group.items) if isinstance(i, t.Symbol) and i.name.endswith("dots")]
    whole = group.open == r"\{" and all(s == "," for s in group.separators) and len(dots) == 1
    return (name, group) if whole and 0 < dots[0] == len(group.items) - 2 else None


def _otherwise(c: Chain) -> Iterator[Name]:
    """The names that stand in a chain for anything but a set."""
    if _told(c) is not None:
        members: tuple[Node, ...] = c.members[:-2]
    elif c.relations and c.relations[-1] in IN:
        members = c.members[:-1]
    elif not c.relations and isinstance(c.members[0], Name):
        return  # a mention
    else:
        members = c.members
    for m in members:
        yield from _names(m)


def _names(x: object) -> Iterator[Name]:
    """The names in a tree but for what stands behind a sign of membership, or is counted."""
    if isinstance(x, Chain) and x.relations and x.relations[-1] in IN:
        yield from (n for m in x.members[:-1] for n in _names(m))
    elif isinstance(x, Group) and x.open == "|" and len(x.items) == 1 and isinstance(x.items[0], Name):
        return
    elif isinstance(x, Product) and _parted(x) is not None:
        yield from _names(x.factors[1].body)
    else:
        if isinstance(x, Name):
            yield replace(x, scripts=(), primes=0)
        for part in t.parts(x):
            yield from _names(part)


def _parted(x: Product) -> Name | None:
    r"""The set of `I \setminus \{k\}`."""
    whole = x.factors[0].body
    parted = len(x.factors) == 2 and x.factors[1].operator == r"\setminus"
    return whole if parted and isinstance(whole, Name) else None


def _items(item: Node | Chain, sets: Mapping[Name, Group]) -> tuple[Node | Chain, ...]:
    r"""What stands below a sum: of `m \in U \setminus \{k\}` the range and `m \ne k`."""
    if not isinstance(item, Chain) or item.relations != (r"\in",):
        return (item,)
    x = item.members[1]
    parted = isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].operator == r"\setminus"
    out = x.factors[1].body if isinstance(x, Product) and parted else None
    if isinstance(x, Product) and isinstance(out, Group) and out.open == r"\{" and len(out.items) == 1:
        whole = _set(x.factors[0].body, sets)
        if whole is None:
            return (item,)
        without = replace(item, members=(item.members[0], out.items[0]), relations=(r"\ne",))
        return replace(item, members=(item.members[0], whole)), without
    return (_within(item, sets) or item,)


def _within(c: Chain, sets: Mapping[Name, Group]) -> Chain | None:
    found = _set(c.members[-1], sets)
    return None if found is None else replace(c, members=(*c.members[:-1], found))


def _set(x: Node, sets: Mapping[Name, Group]) -> Group | None:
    """The range that a set is, or two of them together."""
    if isinstance(x, Name):
        return sets.get(x)
    if not isinstance(x, Product) or any(f.operator != r"\cup" for f in x.factors[1:]):
        return None
    parts = [sets.get(f.body) if isinstance(f.body, Name) else None for f in x.factors]
    found = parts[0]
    for more in parts[1:]:
        if found is None or more is None or not _is_next(found.items[-1], more.items[0]):
            return None
        found = replace(found, items=(*found.items[:-1], more.items[-1]))
    return found


def _is_next(end: Node, begin: Node) -> bool:
    """Is one whole number the one behind another, n + 1 behind n?"""
    (one, here), (two, there) = shifted(end), shifted(begin)
    return one is not None and one == two and there == here + 1
