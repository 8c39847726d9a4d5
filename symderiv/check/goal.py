r"""Was the goal reached: does a right chain lead from it to a formula in which nothing is left to differentiate?

Open is every derivative but the leaves (`\partial E/\partial o` of a generic objective by one of its last nodes) and
those that right lines of the page derive in their turn, for every point that they stand at. A name that stands for a
derivative (`\delta_k`) is closed by right claims of its own, for every point that it is defined at. Nothing is closed
by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..affine import Affine, Sym, affine
from ..calculus.match import same
from ..domain import subset
from ..domain.constraint import Context, Domain, eq, ge, le
from ..errors import DomainTooHard
from ..expr import Expr, Labelled, Partial, Sum, Var, Variable, children, fresh, substitute, variables
from ..network.uses import uses
from ..read_part import read_variable
from ..system import Piece, System
from .link import Outcome, plainly

REACHED, INCOMPLETE = "reached", "incomplete"
MOST_TRIED = 500
"""So many derivatives inside formulas are looked up among the lines of a page."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The derivatives that are asked for, none where nothing is."""

    system: System
    wanted: tuple[Var, ...]

    def reached(self, outcomes: Iterable[Outcome]) -> str:
        """`reached`, `incomplete`, or nothing where nothing is asked for."""
        if not self.wanted or self.system.objective is None:
            return ""
        steps = tuple(s for o in outcomes if o.right and not o.label and o.link is not None for s in _steps(o))
        proofs = _Proofs(self.system, steps)
        objective = Var(self.system.objective)
        return REACHED if all(proofs.is_solved(objective, w) for w in self.wanted) else INCOMPLETE


def goal_of(system: System, of_page: tuple[Var, ...], asked: str = "") -> Goal:
    """What is asked for on the command line, else by the network, else by the page. Raises `SymderivError`."""
    if asked:
        return Goal(system, (read_variable(asked, system),))
    return Goal(system, system.wrt or of_page)


@dataclass(frozen=True, slots=True)
class Step:
    """A right equation, in one of its two directions, with the points that it is stated for."""

    left: Expr
    right: Expr
    full: Domain


def _steps(o: Outcome) -> Iterator[Step]:
    assert o.link is not None
    left, right, full = plainly(o.link.left), plainly(o.link.right), o.link.full
    if not o.judged.degenerate:
        yield Step(left, right, full)
        yield Step(right, left, full)


@dataclass(slots=True)
class _Proofs:
    system: System
    steps: Sequence[Step]
    known: Context = field(init=False)
    names: dict[Variable, bool] = field(default_factory=dict)
    derived: set[tuple[Expr, Domain]] = field(default_factory=set)
    within: list[tuple[object, ...]] = field(default_factory=list)
    ways: dict[tuple[object, ...], int] = field(default_factory=dict)
    tried: int = 0

    def __post_init__(self) -> None:
        self.known = Context(self.system.context, self.system.size_functions)

    # ---------------------------------------- what is asked for

    def is_solved(self, objective: Var, wanted: Var) -> bool:
        """Do right chains lead from the derivative to closed formulas, at every point of the variable?"""
        sort = kind(Partial(objective, wanted))
        starts = [(s.left.wrt.indices, s) for s in self.steps if isinstance(s.left, Partial) and kind(s.left) == sort]
        starts += self._by_names(sort)
        pieces = self.system.of(wanted.variable)
        self.within = [sort]
        points = [p.at(wanted.indices)[0] for p in pieces if p.body is None] or [
            p.at(wanted.indices)[0] for p in pieces
        ]
        return bool(points) and all(self._covered(wanted.indices, d, starts, None) for d in points)

    def _by_names(self, sort: tuple[object, ...]) -> Iterator[tuple[tuple[Affine, ...], Step]]:
        """The steps that begin with a name for a derivative of a kind, with the entry that it is by."""
        named = {p.variable: p for p in self.system.pieces if isinstance(p.body, Partial) and kind(p.body) == sort}
        for s in self.steps:
            p = named.get(s.left.variable) if isinstance(s.left, Var) else None
            if p is None or not isinstance(p.body, Partial) or not isinstance(s.left, Var):
                continue
            values = {
                given.letter: i
                for given, i in zip(p.indices, s.left.indices, strict=True)
                if given.letter is not None and given.letter in p.letters
            }
            if len(values) == len(p.indices) == len(p.letters):
                yield tuple(a.substitute(values) for a in p.body.wrt.indices), s

    def _is_name_solved(self, variable: Variable) -> bool:
        """Is a name that stands for a derivative closed by claims of its own?"""
        if variable not in self.names:
            self.names[variable] = False  # a name that is explained by itself is not explained
            starts = [(e.indices, s) for s in self.steps if isinstance(e := s.left, Var) and e.variable == variable]
            pieces = [p for p in self.system.of(variable) if p.nominal]
            for p in pieces:
                starts += [(p.indices, s) for s in self.steps if p.body is not None and same(s.left, p.body)]
            self.names[variable] = all(self._covered(p.indices, p.domain, starts, variable) for p in pieces)
        return self.names[variable]

    def _is_derived(self, e: Partial, full: Domain, name: Variable | None) -> bool:
        """Do right lines of their own derive a derivative that stands in a formula, wherever it stands there?

        One that is on the way to itself explains nothing.
        """
        sort = kind(e)
        if (e, full) in self.derived:
            return True
        if sort in self.within or self.tried >= MOST_TRIED:
            return False
        self.tried += 1
        starts = [(places(s.left), s) for s in self.steps if isinstance(s.left, Partial) and kind(s.left) == sort]
        self.within.append(sort)
        found = self._covered(places(e), full, starts, name)
        self.within.pop()
        if found:
            self.derived.add((e, full))
        return found

    # ---------------------------------------- chains

    def _covered(
        self,
        at: tuple[Affine, ...],
        points: Domain,
        starts: Sequence[tuple[tuple[Affine, ...], Step]],
        name: Variable | None,
    ) -> bool:
        """Do the closed chains from the starts cover all the points?"""
        sizes = self.system.sizes
        allowed = points.letters() | sizes | {a for i in at for a in i.letters()}
        placed_all = [placed(indices, at, full, sizes) for indices, s in starts for full in self._closed(s, name)]
        found = [d for d in placed_all if d is not None and d.letters() <= allowed]
        try:
            return bool(found) and subset(points, found, self.known)
        except DomainTooHard:
            return False

    def _closed(self, start: Step, name: Variable | None) -> Iterator[Domain]:
        """The points for which some chain from a start ends in a closed formula."""
        reached = [(start.right, start.full)]
        seen = [start.left, start.right]
        for e, full in reached:
            if self._is_closed(e, full, name, start.left):
                yield full
                return
            for s in self.steps:
                if same(s.left, e) and not any(same(s.right, x) for x in seen):
                    seen.append(s.right)
                    reached.append((s.right, full & s.full))

    def _is_closed(self, e: Expr, full: Domain, name: Variable | None, start: Expr) -> bool:
        if isinstance(e, Labelled):
            return self._is_closed(e.body, full, name, start) or self._is_closed(e.label, full, name, start)
        if isinstance(e, Partial):
            return self._is_leaf(e) or self._is_step(e, start) or self._is_derived(e, full, name)
        if isinstance(e, Sum):
            return self._is_closed(*_inside(e, full), name, start)
        if isinstance(e, Var):
            if e.variable == name:
                return isinstance(start, Var) and _is_shifted(e, start)
            return e.variable not in hiding(self.system) or self._is_open_name_closed(e.variable, full, start)
        return all(self._is_closed(x, full, name, start) for x in children(e))

    def _is_open_name_closed(self, variable: Variable, full: Domain, start: Expr) -> bool:
        """Is a name closed that stands for a derivative, or for something with such a name in it?"""
        pieces = self.system.of(variable)
        if any(p.nominal for p in pieces):
            return self._is_name_solved(variable)
        if variable not in self.names:
            self.names[variable] = False
            bodies = [p.body for p in pieces if p.body is not None]
            self.names[variable] = all(self._is_closed(b, full, None, start) for b in bodies)
        return self.names[variable]

    def _is_step(self, e: Partial, start: Expr) -> bool:
        r"""Is it the derivative by another step, `\partial E/\partial h_{t+1}` for h_t, always in one direction?"""
        if not isinstance(start, Partial) or kind(e) != kind(start):
            return False
        steps = [(a - b).const for a, b in zip(places(e), places(start), strict=True) if not (a - b).terms]
        way = next((1 if step > 0 else -1 for step in steps if step), 0)
        return way != 0 and self.ways.setdefault(kind(e), way) == way

    def _is_leaf(self, e: Partial) -> bool:
        """A derivative of a generic objective by one of the nodes that it is a function of."""
        system = self.system
        if not system.generic or not isinstance(e.of, Var) or e.of.variable != system.objective:
            return False
        last = [p for p in system.outputs if p.variable == e.wrt.variable]
        if not last or any(_uses(p, e.wrt.variable) for p in system.pieces):
            return bool(last) and e.direct
        return True


def kind(e: Partial) -> tuple[object, ...]:
    """What is differentiated by what, whatever the entries."""
    of = e.of.variable if isinstance(e.of, Var) else e.of
    return of, e.wrt.variable, e.direct


def places(e: Partial) -> tuple[Affine, ...]:
    """The indices of what is differentiated and of what it is differentiated by."""
    return (*(e.of.indices if isinstance(e.of, Var) else ()), *e.wrt.indices)


def _inside(e: Sum, full: Domain) -> tuple[Expr, Domain]:
    """What is summed, and the points at which it stands."""
    letter = fresh(full.letters(), e.letter)
    values = {e.letter: affine(letter)}
    ends = (*(ge(letter, a) for a in e.lowers), *(le(letter, a) for a in e.uppers))
    return substitute(e.body, values), full & Domain((*ends, *(c.substitute(values) for c in e.where)))


@lru_cache(maxsize=64)
def hiding(system: System) -> frozenset[Variable]:
    """The names that stand for a derivative, or for something that is made of such a name."""
    found = {p.variable for p in system.pieces if p.nominal}
    while True:
        bodies = ((p.variable, p.body) for p in system.pieces if p.body is not None and p.variable not in found)
        more = {v for v, body in bodies if not variables(body).isdisjoint(found)}
        if not more:
            return frozenset(found)
        found |= more


def _uses(piece: Piece, variable: Variable) -> bool:
    return piece.body is not None and any(u.entry.variable == variable and not u.nominal for u in uses(piece.body))


def _is_shifted(e: Var, start: Var) -> bool:
    """Is it the same name at another step (`\\delta^{(l+1)}` for `\\delta^{(l)}`), so that a recurrence explains it?"""
    return any(not (a - b).terms and (a - b).const for a, b in zip(e.indices, start.indices, strict=True))


def placed(indices: tuple[Affine, ...], at: tuple[Affine, ...], full: Domain, sizes: frozenset[Sym]) -> Domain | None:
    """The points `at` that a claim about the entry `indices` covers, None where its indices are not plain letters."""
    values: dict[Sym, Affine] = {}
    fixed = []
    for given, wanted in zip(indices, at, strict=True):
        letter = given.letter
        if letter is not None and letter not in sizes and letter not in values:
            values[letter] = wanted
        else:
            fixed.append((given, wanted))
    if any(given.letters() - sizes - values.keys() for given, _ in fixed):
        return None
    more = tuple(eq(given.substitute(values), wanted) for given, wanted in fixed)
    return full.substitute(values) & Domain(more)
