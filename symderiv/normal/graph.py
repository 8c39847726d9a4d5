"""What depends on what, and which way time runs around a recurrence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from ..affine import Affine
from ..domain import Constraint, eq
from ..expr import Expr, Sum, Var, Variable, of_kind, variables, walk
from ..system import System
from .factors import Base, Call, Entry, Factor, Terms
from .flatten import Flattener, is_inlined

Edge: TypeAlias = tuple[Var, Var]
Delays: TypeAlias = dict[tuple[Variable, Variable], int]
Positions: TypeAlias = dict[Variable, int]


MANY = 3
"""A core of so many variables is worth a look at the states alone."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How the indices of the variables of a recurrence bear on what depends on what.

    - `position`: which index of each variable is its time; empty if there is no such index. Time runs with `sign`.
    - `delay`: how much later at least `u` is than a `v` that it depends on, other than by being it.
    - `lanes`: indices that no step changes (the example in a batch): positions by variable.
    """

    position: Positions
    sign: int
    delay: Delays
    lanes: tuple[Positions, ...]

    def conditions(self, u: Entry, v: Entry) -> list[Constraint]:
        """The conditions on indices without which `u` cannot depend on `v`."""
        found = [eq(_at(lane, u), _at(lane, v)) for lane in self.lanes]
        if self.position:
            lag = 0 if u.head == v.head else self.delay[_variable(u), _variable(v)]
            found.append(Constraint(">=", self._difference(u, v) - lag))
        return found

    def too_soon(self, u: Entry, v: Entry) -> bool:
        """Are the times visibly too close for `u` to depend on `v` other than by being it?"""
        if not self.position:
            return False
        difference = self._difference(u, v)
        return difference.is_constant and difference.const < self.delay[_variable(u), _variable(v)]

    def is_one_step(self, u: Entry, v: Entry) -> bool:
        """Are the times visibly so close that no way from `v` to `u` goes around the recurrence more than once?"""
        if not self.position:
            return False
        difference = self._difference(u, v)
        around = min(self.delay[w, w] for w in self.position)
        return difference.is_constant and difference.const < self.delay[_variable(u), _variable(v)] + around

    def time(self, v: Variable) -> int | None:
        """Which index of a variable is its time."""
        return self.position.get(v)

    def _difference(self, u: Entry, v: Entry) -> Affine:
        return (_at(self.position, u) - _at(self.position, v)) * self.sign


def _variable(e: Entry) -> Variable:
    assert isinstance(e.head, Variable)
    return e.head


def _at(positions: Positions, e: Entry) -> Affine:
    return e.indices[positions[_variable(e)]]


class Graph:
    """The dependence of the variables of a system on each other."""

    def __init__(self, flattener: Flattener) -> None:
        self.flattener = flattener
        self.system: System = flattener.system
        self._reach: dict[Variable, frozenset[Variable]] = {}
        self._cores: dict[frozenset[Variable], frozenset[Variable]] = {}
        self._clocks: dict[frozenset[Variable], Clock] = {}

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
        return frozenset(v for v in self.reach(u) if u in self.reach(v) and self.is_node(v))

    def core(self, u: Variable) -> frozenset[Variable]:
        """The variables of the loop through `u` that carry it; empty if `u` is on no loop, or is one that goes away by
        putting in its definition (`h_t = f(a_t)` in a recurrence of `a` and `h`)."""
        loop = self.loop(u)
        if not loop:
            return loop
        found = self._cores.get(loop)
        if found is None:
            found = self._cores[loop] = self._find_core(loop)
        return found if u in found else frozenset()

    def _find_core(self, loop: frozenset[Variable]) -> frozenset[Variable]:
        """All but simple variables; or the states, of which a later time makes use, if those are few beside many gates.

        Every way around the loop takes some time, so that it meets a state.
        """
        core = loop - self._simple_in(loop)
        clock = self.clock(loop) if len(core) >= MANY else None
        if clock is None or not clock.position:
            return core
        states = frozenset(
            used.variable
            for left, used in self._edges(loop)
            if left.indices[clock.position[left.variable]] != used.indices[clock.position[used.variable]]
        )
        return states if len(states) < len(core) else core

    def _simple_in(self, loop: frozenset[Variable]) -> frozenset[Variable]:
        """Variables without sums in their definitions that do not close a loop among themselves."""
        chosen: set[Variable] = set()
        for v in self.uses:
            if v in loop and self.is_simple(v) and not self._closes(v, chosen | {v}):
                chosen.add(v)
        return frozenset(chosen)

    def _closes(self, v: Variable, among: set[Variable]) -> bool:
        todo, seen = [v], set[Variable]()
        while todo:
            for w in self.uses.get(todo.pop(), ()):
                if w == v:
                    return True
                if w in among and w not in seen:
                    seen.add(w)
                    todo.append(w)
        return False

    def is_simple(self, v: Variable) -> bool:
        """Are all its definitions without sums?"""
        return all(p.body is None or not of_kind(p.body, Sum) for p in self.flattener.pieces.get(v, ()))

    def rank(self, v: Variable) -> tuple[int, int]:
        """What is further downstream has a higher rank; so has what uses another of a loop that is not in its core."""
        return (len(self.reach(v)), self._depth(v))

    def _depth(self, v: Variable) -> int:
        loop = self.loop(v)
        if not loop or self.core(v):
            return 0
        return 1 + max((self._depth(w) for w in self.uses[v] if w in loop and not self.core(w)), default=0)

    def is_node(self, v: Variable) -> bool:
        """Is a variable computed, by a definition that is not put in wherever it is used?"""
        return any(p.body is not None and not is_inlined(p) for p in self.flattener.pieces.get(v, ()))

    def clock(self, loop: frozenset[Variable]) -> Clock:
        """How time runs around a recurrence."""
        if loop not in self._clocks:
            self._clocks[loop] = self._find_clock(loop)
        return self._clocks[loop]

    def _edges(self, loop: frozenset[Variable]) -> list[Edge]:
        """Each use of one of the variables in a definition of another: the left side and what is used."""
        found: list[Edge] = []
        for u in sorted(loop, key=lambda v: v.key):
            for p in self.flattener.pieces[u]:
                if p.body is not None and not is_inlined(p):
                    found += [(p.lhs, used) for used in self._uses_of(p.body, loop, 0)]
        return found

    def _uses_of(self, e: Expr, loop: frozenset[Variable], depth: int) -> Iterator[Var]:
        """Entries of the loop's variables in an expression, seen through other names."""
        for x in walk(e):
            if isinstance(x, Var) and x.variable in loop:
                yield x
            elif isinstance(x, Var) and depth < 8 and not loop.isdisjoint(self.reach(x.variable)):
                for p in self.flattener.pieces.get(x.variable, ()):
                    body = p.at(x.indices)[1] if is_inlined(p) else None
                    if body is not None:
                        yield from self._uses_of(body, loop, depth + 1)

    def _find_clock(self, loop: frozenset[Variable]) -> Clock:
        edges = self._edges(loop)
        first = min(loop, key=lambda v: v.key)
        time: tuple[Positions, int, Delays] = ({}, 1, {})
        lanes: list[Positions] = []
        for start in range(first.arity):
            position = _positions(edges, first, start)
            if position is None or len(position) < len(loop):
                continue  # a name that only starts another is reached by none
            lags = _lags(edges, position)
            if lags is None:
                continue
            if not any(lag for _, lag in lags):
                lanes.append(position)
            for sign in (1, -1):
                if not time[0] and all(lag * sign >= 0 for _, lag in lags):
                    delays = _shortest(loop, [(key, lag * sign) for key, lag in lags])
                    if all(delays.get((v, v), 0) > 0 for v in loop):
                        time = (position, sign, delays)
        return Clock(*time, tuple(lanes))


def _positions(edges: list[Edge], first: Variable, start: int) -> Positions | None:
    """An index of each variable, such that the edges change it by a number only, if they all agree."""
    position = {first: start}
    todo = True
    while todo:
        todo = False
        for left, used in edges:
            if left.variable in position and used.variable not in position:
                here = left.indices[position[left.variable]]
                found = next((q for q, i in enumerate(used.indices) if (here - i).is_constant), None)
                if found is None:
                    return None
                position[used.variable] = found
                todo = True
    return position


def _lags(edges: list[Edge], position: Positions) -> list[tuple[tuple[Variable, Variable], int]] | None:
    """By how much each edge changes the index."""
    found = []
    for left, used in edges:
        lag = left.indices[position[left.variable]] - used.indices[position[used.variable]]
        if not lag.is_constant:
            return None
        found.append(((left.variable, used.variable), lag.const))
    return found


def _shortest(loop: frozenset[Variable], lags: list[tuple[tuple[Variable, Variable], int]]) -> Delays:
    """The least sum of lags from any variable to any other, along one step or more."""
    found: Delays = {}
    for key, lag in lags:
        found[key] = min(lag, found.get(key, lag))
    for m in loop:
        for u in loop:
            for v in loop:
                if (u, m) in found and (m, v) in found:
                    through = found[u, m] + found[m, v]
                    found[u, v] = min(through, found.get((u, v), through))
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
