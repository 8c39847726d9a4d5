"""A network prepared for evaluation: its pieces as closures, who depends on whom, ranges as nested loops.

A `Program` holds what does not depend on the sizes, so it is made once for a network and used for every draw.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from ..affine import Sym
from ..expr import Apply, Expr, Variable, free, of_kind, variables
from ..size_steps import size_steps
from ..system import Piece, Role, System, alias_of
from .all_states import States, state_tables
from .closures import CLOSURES
from .failures import STRANGE, Declined
from .inverted import Inverting
from .lookup import Env, Lookup, Run
from .loops import Loops
from .maker import HOLE, Hole, IntRun, Maker, Test
from .scope import Scope


@dataclass(frozen=True)
class Made:
    """A piece as closures. `alias` is the sign, the variable and the indices of the entry that it is a copy of."""

    fills: tuple[tuple[int, int], ...]
    fixed: tuple[tuple[int, IntRun], ...]
    domain: Test | None
    body: Run | None
    room: int
    alias: tuple[int, int, tuple[IntRun, ...]] | None

    def at(self, w: Lookup, indices: tuple[int, ...]) -> Env | None:
        """The environment at some indices, None if they lie outside the domain."""
        row = w.root.row
        env: Env = [*row, *[0] * (self.room - len(row))]
        for position, slot in self.fills:
            env[slot] = indices[position]
        for position, form in self.fixed:
            if form(w, env) != indices[position]:
                return None
        if self.domain is not None and not self.domain(w, env):
            return None
        return env


class Program:
    """The closures of a network, made when first needed."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.sizes = tuple(sorted(system.sizes, key=lambda s: s.name))
        self.names = list(dict.fromkeys([p.variable for p in system.pieces] + [p.variable for p in system.outputs]))
        if system.objective is not None and system.objective not in self.names:
            self.names.append(system.objective)
        self.numbers = {v: n for n, v in enumerate(self.names)}
        self.pieces: dict[int, tuple[Made, ...]] = {}
        self._affected: dict[int, frozenset[int]] = {}
        self.bodies: dict[str, tuple[int, Run] | None] = {}
        self.maker = Maker(self.number, self.bodies, CLOSURES)
        for f in system.functions:
            self.bodies[f.name] = None
        for f in system.functions:
            if f.body is not None:
                scope = self.scope()
                scope.locals = {p: scope.new() for p in f.parameters}
                # a list, so that functions may use each other in whatever order they are declared
                self.bodies[f.name] = self._late(f.name, f.body, scope)

    def _late(self, name: str, body: Expr, scope: Scope) -> tuple[int, Run]:
        made: list[Run] = []

        def run(w: Lookup, env: Env) -> object:
            if not made:
                made.append(self.maker.run(body, scope))
            if len(env) < scope.room:
                env.extend([0] * (scope.room - len(env)))
            return made[0](w, env)

        return scope.room, run

    def number(self, variable: Variable) -> int:
        """The place of a variable in the tables."""
        found = self.numbers.get(variable)
        if found is None:
            raise Declined(f"{variable.name} {STRANGE}")
        return found

    def scope(self, *letters: Sym, shared: bool = False) -> Scope:
        """A scope of the sizes and some letters; one that is `shared` serves many expressions, part by part."""
        indices = (s for s in dict.fromkeys(letters) if s not in self.system.sizes)
        return Scope((*self.sizes, *indices), len(self.sizes), shared=shared)

    def made(self, variable: int) -> tuple[Made, ...]:
        """The pieces of a variable."""
        found = self.pieces.get(variable)
        if found is None:
            found = self.pieces[variable] = tuple(self._make(p) for p in self.system.of(self.names[variable]))
        return found

    def _make(self, piece: Piece) -> Made:
        scope = self.scope(*piece.letters)
        fills: list[tuple[int, int]] = []
        fixed: list[tuple[int, IntRun]] = []
        seen: set[Sym] = set()
        for position, form in enumerate(piece.indices):
            letter = form.letter
            if letter in piece.letters and letter not in seen:
                assert letter is not None
                seen.add(letter)
                fills.append((position, scope.slots[letter]))
            else:
                fixed.append((position, self.maker.form(form, scope)))
        domain = self.maker.tests(piece.domain.constraints, scope)
        body = None if piece.body is None else self.maker.run(piece.body, scope)
        tie = alias_of(piece) if piece.role is Role.ALIAS else None
        alias = None
        if tie is not None:
            forms = tuple(self.maker.form(i, scope) for i in tie[1].indices)
            alias = (tie[0], self.number(tie[1].variable), forms)
        return Made(tuple(fills), tuple(fixed), domain, body, scope.room, alias)

    @cached_property
    def generic(self) -> int:
        """The place of the generic objective, -1 if the objective is defined."""
        s = self.system
        return self.numbers[s.objective] if s.generic and s.objective is not None else -1

    @cached_property
    def outputs(self) -> tuple[tuple[int, tuple[IntRun, ...], Loops], ...]:
        """For each last node: its variable, its indices, the loops over its entries."""
        made = []
        for p in self.system.outputs:
            loops = Loops(self.maker, p.domain, p.letters, self.scope())
            forms = tuple(self.maker.form(i, loops.scope) for i in p.indices)
            made.append((self.numbers[p.variable], forms, loops))
        return tuple(made)

    @cached_property
    def values(self) -> dict[int, tuple[Fraction, ...]]:
        """The few values of those given variables that take no others."""
        return {self.numbers[v.variable]: v.numbers for v in self.system.values if v.variable in self.numbers}

    @cached_property
    def inverted(self) -> dict[int, Inverting]:
        """The inverses and determinants, and their values, by the matrix that they are of."""
        found: dict[int, Inverting] = {}
        for x in self.system.inverses:
            scope = self.scope()
            ends = self.maker.form(x.lower, scope), self.maker.form(x.upper, scope)
            for moving, names in (
                (True, (x.inverse, x.determinant)),
                (False, (x.inverse_value, x.determinant_value)),
            ):
                made = Inverting(self.number(x.matrix), *ends, moving, x.matrix.arity > 2)
                found |= {self.numbers[v]: made for v in names if v in self.numbers}
        return found

    @cached_property
    def inverted_of(self) -> frozenset[int]:
        """The matrices that are inverted, or what they are made of where words make them symmetric."""
        of = {x.matrix for x in self.system.inverses}
        made = {v for x in of for p in self.system.of(x) if p.body is not None for v in variables(p.body)}
        return frozenset(self.numbers[v] for v in of | made if v in self.numbers and v.arity > 1)

    @cached_property
    def states(self) -> dict[int, States]:
        """The tables that hold all states of some units."""
        return {self.numbers[s.table]: s for s in state_tables(self.system) if s.table in self.numbers}

    @cached_property
    def positive(self) -> frozenset[int]:
        """The given variables that are positive."""
        return frozenset(self.numbers[v] for v in self.system.positive if v in self.numbers)

    @cached_property
    def stepped(self) -> frozenset[int]:
        """The names of sizes of layers that an equation gives by others."""
        names = {s.name for s in size_steps(self.system)}
        defined = {p.variable for p in self.system.pieces if p.body is not None and p.variable.name in names}
        return frozenset(self.numbers[v] for v in defined if v in self.numbers and v.arity == 1)

    @cached_property
    def uses(self) -> dict[int, set[int]]:
        """Which variables stand in the definitions of each."""
        found: dict[int, set[int]] = {n: set() for n in range(len(self.names))}
        for p in self.system.pieces:
            if p.body is not None:
                found[self.numbers[p.variable]] |= set(self._mentioned(p.body))
        if self.generic >= 0:
            found[self.generic] |= {n for n, _, _ in self.outputs}
        return found

    def _mentioned(self, e: Expr) -> Iterator[int]:
        for v in variables(e):
            if v in self.numbers:
                yield self.numbers[v]
        for call in {x.function for x in of_kind(e, Apply)}:
            f = self.system.function(call)
            if f is not None and f.body is not None:
                yield from (self.numbers[v] for v in variables(f.body) if v in self.numbers)

    def affected(self, variable: int) -> frozenset[int]:
        """Every variable that may depend on the given one, itself included."""
        if variable not in self._affected:
            self._affected[variable] = self._reach(variable)
        return self._affected[variable]

    def _reach(self, variable: int) -> frozenset[int]:
        users: dict[int, set[int]] = {}
        for user, used in self.uses.items():
            for v in used:
                users.setdefault(v, set()).add(user)
        found, todo = {variable}, [variable]
        while todo:
            for user in users.get(todo.pop(), ()):
                if user not in found:
                    found.add(user)
                    todo.append(user)
        return frozenset(found)

    @cached_property
    def classes(self) -> dict[int, frozenset[int]]:
        """For each member of an unrooted tie: the members of its class."""
        found: dict[int, frozenset[int]] = {}
        for tie in self.system.ties:
            members = frozenset(self.numbers[v] for v in tie if v in self.numbers)
            found.update(dict.fromkeys(members, members))
        return found

    def expression(self, e: Expr, letters: tuple[Sym, ...], scope: Scope | None = None) -> Closed:
        """An expression with its free letters, in order; in a scope of these that other expressions share."""
        scope = scope or self.scope(*letters)
        run = self.maker.run(e, scope)
        return Closed(run, tuple(scope.slots[s] for s in letters), scope.room)

    def holed(self, e: Expr, letters: tuple[Sym, ...], scope: Scope, bound: tuple[Sym, ...]) -> Holed:
        """An expression with a hole under the letters `bound`, in a scope that is shared."""
        closed = self.expression(e, letters, scope)
        assert scope.kept is not None
        hole = scope.kept[bound][HOLE]
        assert isinstance(hole, Hole)
        return Holed(self.maker, closed, hole, scope)

    def free_letters(self, e: Expr) -> frozenset[Sym]:
        """The index letters that are free in an expression."""
        return free(e) - self.system.sizes


@dataclass(frozen=True)
class Closed:
    """An expression as a closure, and the slots of its free letters."""

    run: Run
    slots: tuple[int, ...]
    room: int

    def environment(self, row: list[int], point: tuple[int, ...]) -> Env:
        """The environment for sizes and values of the letters."""
        env: Env = [*row, *[0] * (self.room - len(row))]
        for slot, x in zip(self.slots, point, strict=True):
            env[slot] = x
        return env


@dataclass(frozen=True)
class Holed:
    """An expression with a hole, as a closure."""

    maker: Maker
    closed: Closed
    hole: Hole
    scope: Scope

    def filled(self, part: Expr) -> Closed:
        """The expression with a part in its hole, until another one is."""
        self.hole.run = self.maker.run(part, self.hole.scope)
        self.scope.room = max(self.scope.room, self.hole.scope.room)  # for what was made here and is met again
        return Closed(self.closed.run, self.closed.slots, self.scope.room)


@lru_cache(maxsize=8)
def program(system: System) -> Program:
    """The program of a network, remembered."""
    return Program(system)


__all__ = ["Closed", "Made", "Program", "program"]
