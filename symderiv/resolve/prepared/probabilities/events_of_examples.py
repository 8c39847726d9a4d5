r"""Probabilities defined for any example, `P(y = k | x; \theta) = ..`, beside `P(y^{(i)} = k | x^{(i)}; \theta)`.

What is observed and what is given stand for those of any example then, in every line: its number is put in. And
`P(y^{(i)} | x^{(i)}; \theta)` is how probable the class is that was observed, if the page defines it for every class.
So it is beside `P(y = k | x^{(i)}; \theta) = ..`, where the y of an example has no number: it is put there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import differentiated_by
from ..arguments.any_example import Number, are_apart, number_on, numbered
from .events import Event, defined_events, events_in, has_events


@dataclass(frozen=True, slots=True)
class _Defined:
    """An event of which a statement says how probable it is."""

    event: Event
    statement: Statement


@where(has_events)
def with_events_of_examples(located: Sequence[Located]) -> list[Located]:
    """The formulas with the numbers of examples in such definitions, and with the class that was observed."""
    located = _with_observed_numbered(_without_parameters(located))
    formulas = read_of(located)
    defined = [_Defined(e, s) for f in formulas for s in f.statements for e in defined_events(s)]
    numbers = _numbers(formulas, defined)
    if numbers:
        located = with_statements(located, lambda s: numbered(s, numbers))
    classes = [d.event for d in defined if _counts(d.event)]
    if not classes:
        return list(located)
    own = {d.event.about for d in defined if all(p.value is None for p in d.event.parts)}
    return with_statements(located, lambda s: rebuilt(s, lambda x: _with_classes(x, classes, own)))


def _without_parameters(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas without what the page differentiates by in events that it types with it and without: `p(y | x; w)`
    beside `p(y | x)`, `p(y | x; w, b)` beside either."""
    formulas = read_of(located)
    events = [e for f in formulas for x in t.of_kind(f, Product) for e in events_in(x).values()]
    by = {stem for f in formulas for s in f.statements for stem in differentiated_by(s)}
    about = {e.about for e in events}
    spare = {e.about: left for e in events for left in _spare(e, by) if e.less(left) in about}
    if not spare:
        return located

    def change(x: Any) -> Node | None:
        found = {n + 1: e for n, e in events_in(x).items()} if isinstance(x, Product) else {}
        told = {n: left for n, e in found.items() for left in _spare(e, by) if spare.get(e.about) == left}
        if not told:
            return None
        short = {n: _shorter(found[n].group, left) for n, left in told.items()}
        factors = tuple(replace(f, body=short.get(n, f.body)) for n, f in enumerate(x.factors))
        shorter: Node = replace(x, factors=factors)
        return shorter

    return with_statements(located, lambda s: rebuilt(s, change))


def _with_observed_numbered(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas with `y^{(i)} = k` for the `y = k` of an event in which something else of that example is given, on
    a page that has a number on every other y."""
    formulas = read_of(located)
    groups = {e.group: e for f in formulas for x in t.of_kind(f, Product) for e in events_in(x).values()}
    bare = {k for e in groups.values() if (k := _bare(e)) is not None}
    names = {x for f in formulas for x in t.of_kind(f, Name) if stem_of(x) in bare}
    inside = {id(p.name) for f in formulas for x in t.of_kind(f, Product) for e in _equating(x) for p in e.parts}
    equated = (s for f in formulas for s in f.statements if EQUALITIES & {*s.chain.relations})
    alone = {stem_of(x) for s in equated for x in t.of_kind(s, Name) if not x.scripts and id(x) not in inside}
    layouts = {(stem_of(x), n.above, n.bracket) for x in names if (n := number_on(x, replace(x, scripts=())))}

    def change(x: Any) -> Node | None:
        e = groups.get(x) if isinstance(x, Group) else None
        key = _bare(e) if e is not None else None
        number = _given_number(e) if e is not None and key is not None and key not in alone else None
        if e is None or number is None or (key, number.above, number.bracket) not in layouts:
            return None
        items = tuple(
            _numbered_chain(i, number) if p.value is not None else i for i, p in zip(x.items, e.parts, strict=True)
        )
        numbered_there: Node = replace(x, items=items)
        return numbered_there

    return with_statements(located, lambda s: rebuilt(s, change)) if bare - alone else located


def _equating(x: Product) -> Iterator[Event]:
    """The events of a product in which something is equated."""
    yield from (e for e in events_in(x).values() if any(p.value is not None for p in e.parts))


def _bare(e: Event) -> Stem | None:
    """What an event equates, if it is one thing without an index that is not given, and something with one is."""
    equated = [p for p in e.parts if p.value is not None]
    given = [p for p in e.parts if p.given]
    if len(equated) != 1 or equated[0].given or equated[0].name.scripts or not any(p.name.scripts for p in given):
        return None
    return stem_of(equated[0].name)


def _given_number(e: Event) -> Number | None:
    """The number of the example in what is given, if it is the same in all that has one."""
    found = [number_on(p.name, replace(p.name, scripts=())) for p in e.parts if p.given and p.name.scripts]
    same = all(n is not None and n == found[0] for n in found)
    return found[0] if same and found else None


def _numbered_chain(item: Node, number: Number) -> Node:
    assert isinstance(item, Chain)
    name, *values = item.members
    assert isinstance(name, Name)
    return replace(item, members=(number.on(name, number.letter), *values))


def _spare(e: Event, by: set[Stem]) -> Iterator[tuple[int, ...]]:
    """The parts of an event that only show on what the model depends: each of them alone, and all together."""
    found = tuple(n for n in range(len(e.parts)) if _is_spare(e, n, by))
    yield from ((n,) for n in found)
    if len(found) > 1:
        yield found


def _is_spare(e: Event, n: int, by: set[Stem]) -> bool:
    """Does a name behind the bar only show on what the model depends?"""
    p = e.parts[n]
    return p.given and p.value is None and not (p.name.scripts or p.name.primes) and stem_of(p.name) in by


def _shorter(group: Group, left_out: Sequence[int]) -> Group:
    """The parenthesis without some items and the signs before them, but for the bar."""
    kept = [n for n in range(len(group.items)) if n not in left_out]
    between = [group.separators[a:b] for a, b in pairwise(kept)]
    signs = tuple("|" if "|" in x else x[-1] for x in between)
    return replace(group, items=tuple(group.items[n] for n in kept), separators=signs)


def _numbers(formulas: Sequence[Formula], defined: Sequence[_Defined]) -> dict[Stem, Number]:
    """The names that carry the number of an example wherever the event is not the one that is defined."""
    events = [e for f in formulas for x in t.of_kind(f, Product) for e in events_in(x).values()]
    found: dict[Stem, Number] = {}
    for d in defined:
        if any(p.name.scripts for p in d.event.parts):
            continue
        here: dict[Stem, Number] = {}
        for e in (e for e in events if e.about == d.event.about):
            for own, other in zip(d.event.parts, e.parts, strict=True):
                number = number_on(other.name, own.name)
                key = stem_of(own.name)
                if number is not None and here.setdefault(key, number) != number:
                    return {}
        told = {stem_of(x) for m in d.statement.chain.members[1:] for x in t.of_kind(m, Name)}
        given = {stem_of(p.name) for p in d.event.parts if p.given} & here.keys()
        if not given <= told or len({n.letter for n in here.values()}) > 1:
            return {}  # what is given acts through a name that says nothing of examples
        found |= here if given else {}
    return found if are_apart(formulas, found) else {}


def _counts(e: Event) -> bool:
    """Is one thing equated, with a letter, so that the event is defined for every class?"""
    values = [p.value for p in e.parts if p.value is not None]
    return len(values) == 1 and letter_of(values[0]) is not None


def _with_classes(x: Any, classes: Sequence[Event], own: set[object]) -> Node | None:
    """A product with the class that was observed in its events: `P(y_i = y_i | x_i)` for `P(y_i | x_i)`."""
    if not isinstance(x, Product):
        return None
    found = dict(_observed(x, classes, own))
    if not found:
        return None
    factors = [replace(f, body=found.get(n, f.body)) for n, f in enumerate(x.factors)]
    return replace(x, factors=tuple(factors))


def _observed(x: Product, classes: Sequence[Event], own: set[object]) -> Iterator[tuple[int, Node]]:
    for n, e in events_in(x).items():
        like = next((c for c in classes if c.about == e.about), None)
        if like is None or e.about in own or any(p.value is not None for p in e.parts):
            continue
        items = tuple(
            Chain((p.name, p.name), ("=",), (p.name.span,), p.name.span) if q.value is not None else i
            for p, q, i in zip(e.parts, like.parts, e.group.items, strict=True)
        )
        yield n + 1, replace(e.group, items=items)
