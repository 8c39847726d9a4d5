r"""Probabilities between a function and its formula: `g(\xi) = \Pr\{y = \xi \mid x\} = ..` says what g is.

Where the event stands nowhere else on the page, what it is called says no more than that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Node, Product, Statement
from ....notation import EQUALITIES, PROBABILITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ..arguments.arrays_shown import defined_with
from .events import Event, events_in

LINKS = 3


def _has_between(s: Statement) -> bool:
    return bool(_between(s.chain))


@where(_has_between)
def without_events_between(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such events."""
    statements = [s for f in read_of(located) for s in f.statements]
    about = [e.about for s in statements for x in t.of_kind(s, Product) for e in events_in(x).values()]

    def changed(s: Statement) -> Statement:
        gone = {n for n, e in _between(s.chain).items() if about.count(e.about) == 1}
        return replace(s, chain=_without(s.chain, gone)) if gone else s

    return with_statements(located, changed)


def _between(c: Chain) -> dict[int, Event]:
    """The members that are the probability of an event, between a function on the left and what it is."""
    if len(c.members) < LINKS or not EQUALITIES.issuperset(c.relations) or defined_with(c) is None:
        return {}
    found = {n: e for n, m in enumerate(c.members[1:-1], 1) if (e := _event(m)) is not None}
    return {
        n: e for n, e in found.items() if e.head.base in PROBABILITIES and any(p.value is not None for p in e.parts)
    }


def _event(x: Node) -> Event | None:
    return events_in(x).get(0) if isinstance(x, Product) and len(x.factors) == 2 else None


def _without(c: Chain, gone: set[int]) -> Chain:
    kept = [n for n in range(len(c.members)) if n not in gone]
    relations = tuple(c.relations[n - 1] for n in kept[1:])
    spans = tuple(c.relation_spans[n - 1] for n in kept[1:]) if c.relation_spans else ()
    return replace(c, members=tuple(c.members[n] for n in kept), relations=relations, relation_spans=spans)
