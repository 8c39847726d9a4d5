"""What depends on what, and which way time runs around a recurrence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..affine import Sym, affine
from ..domain import Constraint
from ..expr import Variable, variables
from ..system import System
from .flatten import Flattener, Scope, is_inlined
from .terms import Base, Call, Entry, Factor, Terms


@dataclass(frozen=True, slots=True)
class Clock:
    """Which index of each variable of a recurrence is its time, which way time runs, and the least delay between any
    two of them (`delay[u, v]`: how much later `u` is than a `v` that it depends on)."""

    position: dict[Variable, int]
    sign: int
    delay: dict[tuple[Variable, Variable], int]

    def after(self, u: Entry, v: Entry) -> Constraint | None:
        """The condition on times without which `u` cannot depend on `v`."""
        assert isinstance(u.head, Variable)
        assert isinstance(v.head, Variable)
        if (u.head, v.head) not in self.delay:
            return None
        lag = 0 if u.head == v.head else self.delay[u.head, v.head]
        difference = u.indices[self.position[u.head]] - v.indices[self.position[v.head]]
        return Constraint(">=", difference * self.sign - lag)


class Graph:
    """The dependence of the variables of a system on each other."""

    def __init__(self, flattener: Flattener) -> None:
        self.flattener = flattener
        self.system: System = flattener.system
        self._reach: dict[Variable, frozenset[Variable]] = {}
        self._clocks: dict[frozenset[Variable], Clock | None] = {}

    @cached_property
    def uses(self) -> dict[Variable, frozenset[Variable]]:
        """The variables in each variable's own definitions."""
        found: dict[Variable, frozenset[Variable]] = {}
        for p in self.system.pieces:
            here = variables(p.body) if p.body is not None else frozenset()
            found[p.variable] = found.get(p.variable, frozenset()) | here
        objective = self.system.objective
        if objective is not None and self.system.generic:
            outputs = frozenset(o.variable for o in self.system.outputs)
            found[objective] = found.get(objective, frozenset()) | outputs
        return found

    def reach(self, u: Variable) -> frozenset[Variable]:
        """Every variable on which `u` depends, itself only if it does."""
        found = self._reach.get(u)
        if found is None:
            seen: set[Variable] = set()
            todo = list(self.uses.get(u, ()))
            while todo:
                v = todo.pop()
                if v not in seen:
                    seen.add(v)
                    todo.extend(self.uses.get(v, ()))
            found = self._reach[u] = frozenset(seen)
        return found

    def depends(self, u: Variable, x: Variable) -> bool:
        """May an entry of `u` depend on one of `x`, or be one?"""
        return u == x or x in self.reach(u)

    def loop(self, u: Variable) -> frozenset[Variable]:
        """The variables that `u` depends on and that depend on `u`: empty unless `u` is recurrent. Variables that are
        never more than another name are left out."""
        if u not in self.reach(u):
            return frozenset()
        return frozenset(v for v in self.reach(u) if u in self.reach(v) and self._is_node(v))

    def _is_node(self, v: Variable) -> bool:
        return any(p.body is not None and not is_inlined(p) for p in self.flattener.pieces.get(v, ()))

    def downstream_order(self) -> dict[Variable, int]:
        """How many variables each one depends on: what is further downstream has more."""
        return {v: len(self.reach(v)) for v in self.uses}

    def clock(self, loop: frozenset[Variable]) -> Clock | None:
        """The time of a recurrence, None if there is no such index."""
        if loop not in self._clocks:
            self._clocks[loop] = self._find_clock(loop)
        return self._clocks[loop]

    def _edges(self, loop: frozenset[Variable]) -> list[tuple[Variable, tuple[Sym, ...], Entry]]:
        """Each occurrence of one of the variables in the definition of another, with the letters of the latter."""
        found = []
        for u in sorted(loop, key=lambda v: v.key):
            letters = tuple(Sym(f"@{n}") for n in range(u.arity))
            for p in self.flattener.pieces[u]:
                if p.body is None or is_inlined(p):
                    continue
                body = self.flattener.body(p, tuple(affine(s) for s in letters), Scope())
                found += [(u, letters, e) for e in entries(body) if e.head in loop]
        return found

    def _find_clock(self, loop: frozenset[Variable]) -> Clock | None:
        edges = self._edges(loop)
        first = min(loop, key=lambda v: v.key)
        for start in range(first.arity):
            lags = _lags(edges, first, start)
            if lags is None:
                continue
            position, delays = lags
            for sign in (1, -1):
                if all(d * sign >= 0 for d in delays.values()):
                    return Clock(position, sign, _shortest(loop, {k: d * sign for k, d in delays.items()}))
        return None


def _lags(
    edges: list[tuple[Variable, tuple[Sym, ...], Entry]], first: Variable, start: int
) -> tuple[dict[Variable, int], dict[tuple[Variable, Variable], int]] | None:
    """Time positions that all edges agree on, and the least and only delays of the edges."""
    position = {first: start}
    todo = True
    while todo:
        todo = False
        for u, letters, e in edges:
            assert isinstance(e.head, Variable)
            if u in position and e.head not in position:
                found = next((q for q in range(len(e.indices)) if _delay(letters[position[u]], e, q) is not None), None)
                if found is None:
                    return None
                position[e.head] = found
                todo = True
    delays: dict[tuple[Variable, Variable], int] = {}
    for u, letters, e in edges:
        assert isinstance(e.head, Variable)
        if u not in position or e.head not in position:
            return None
        lag = _delay(letters[position[u]], e, position[e.head])
        if lag is None:
            return None
        old = delays.get((u, e.head))
        if old is not None and (old < 0) != (lag < 0) and old and lag:
            return None
        delays[u, e.head] = lag if old is None or abs(lag) < abs(old) else old
    return position, delays


def _delay(letter: Sym, e: Entry, q: int) -> int | None:
    difference = affine(letter) - e.indices[q]
    return difference.const if difference.is_constant else None


def _shortest(
    loop: frozenset[Variable], delays: dict[tuple[Variable, Variable], int]
) -> dict[tuple[Variable, Variable], int]:
    found = dict(delays)
    for m in loop:
        for u in loop:
            for v in loop:
                if (u, m) in found and (m, v) in found:
                    through = found[u, m] + found[m, v]
                    if through < found.get((u, v), through + 1):
                        found[u, v] = through
    return found


def entries(terms: Terms) -> Iterator[Entry]:
    """Every entry in a sum of terms, those inside functions included."""
    for t in terms:
        for f, _ in t.powers:
            yield from _entries_of(f)


def _entries_of(f: Factor) -> Iterator[Entry]:
    if isinstance(f, Entry):
        yield f
    elif isinstance(f, Call):
        for a in f.args:
            yield from entries(list(a.terms))
    elif isinstance(f, Base):
        yield from entries(list(f.inner.terms))
