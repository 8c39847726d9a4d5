r"""Recurrences: what does not change with the step first and for all steps at once, then a loop for each stretch."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..affine import Affine, Sym, affine
from ..domain import Context, Domain, ge, le
from ..expr import Add, Apply, Div, Expr, Index, Mul, Num, Pow, Var, Variable, add, free, mul, rebuild, substitute
from ..latex.write import write
from ..system import Piece, Role, System
from .arrays import Array, Dim, Read
from .gather import shared, terms_of
from .lookups import Granted
from .names import comment
from .prepare import used
from .program import Allocate, Assign, Loop, Statement, Storage, Store, When
from .schedule import Circle, Segment
from .stores import box
from .wanted import said


class Recurrences(ABC):
    """Adds the statements of a recurrence to those of an assembly."""

    system: System
    known: Context
    granted: Granted
    storages: dict[str, Storage]
    of: dict[Variable, str]
    statements: list[Statement]
    bases: dict[Variable, Piece]

    @abstractmethod
    def name(self, latex: str) -> str:
        """A new identifier."""

    @abstractmethod
    def dims(
        self,
        name: str,
        indices: Iterable[Affine],
        ranges: Mapping[Sym, tuple[Affine, Affine]],
        known: Context | None = None,
    ) -> tuple[Dim, ...]:
        """The places of an array that some indices name."""

    @abstractmethod
    def value(
        self, p: Piece, known: Context, scalars: frozenset[Sym] = frozenset()
    ) -> tuple[Array, dict[Sym, tuple[Affine, Affine]]]:
        """The body of a piece as an array, and the ranges of its letters that are axes."""

    @abstractmethod
    def when(
        self,
        p: Piece,
        ranges: Mapping[Sym, tuple[Affine, Affine]],
        body: tuple[Statement, ...],
        known: Context | None = None,
    ) -> tuple[Statement, ...]:
        """The statements, under the conditions on sizes that the piece has, or needs not to be empty."""

    @abstractmethod
    def covers(self, p: Piece) -> bool:
        """Is the piece the whole array?"""

    @abstractmethod
    def beside_others(self, p: Piece, value: Array) -> bool:
        """Must the value be added, since it is 0 at places that other definitions of the variable fill?"""

    def circle(self, circle: Circle) -> None:
        """A recurrence: what does not change with the step first, then a loop for each stretch."""
        for v in sorted(circle.variables, key=lambda v: v.key):
            if not any(isinstance(s, Allocate) and s.name == self.of[v] for s in self.statements):
                self.statements.append(Allocate(self.of[v]))
        inner: dict[Piece, tuple[Expr | None, bool]] = {}
        nested = any(isinstance(i, Circle) for s in circle.segments for i in s.items)
        left = {} if nested else self._common(circle)
        for p in circle.pieces:
            inner[p] = (p.body, False) if nested else self._hoisted(p, circle, left.get(p))
        for segment in circle.segments:
            self._segment(segment, circle, inner, self.known)

    def _common(self, circle: Circle) -> dict[Piece, tuple[Expr, ...]]:
        """Computes at once what no step changes and all steps have; the terms that are left of each definition."""
        found: dict[Piece, tuple[Expr, ...]] = {}
        for v in sorted(circle.variables, key=lambda v: v.key):
            own = [p for p in circle.pieces if p.variable == v]
            both = shared(own, self.known, self.granted, lambda e: not used(e) & circle.variables)
            if both is None:
                continue
            self.bases[v] = both.base
            found |= both.more
            outside, self.statements = self.statements, []
            value, _ = self.value(both.base, self.known)
            ahead, self.statements = self.statements, outside
            self.statements.remove(Allocate(self.of[v]))
            told = (p for p in own if all(used(t) & circle.variables for t in both.more[p]))
            notes = tuple(dict.fromkeys(map(said, told)))
            made = Assign(self.of[v], both.base.letters, value, notes, copy=isinstance(value, Read))
            self.statements += [*ahead, made]
        return found

    def _hoisted(self, p: Piece, circle: Circle, left: tuple[Expr, ...] | None) -> tuple[Expr | None, bool]:
        """Computes for all steps at once what no step changes; what is left for each step, and whether it is added.

        `left` are the terms that are left of a definition that shares others with those of other steps.
        """
        assert p.body is not None
        terms = terms_of(p.body) if left is None else left
        still = [t for t in terms if not used(t) & circle.variables]
        moving = [t for t in terms if used(t) & circle.variables]
        if still:
            first = Piece(p.variable, p.indices, p.letters, p.domain, add(*still), p.role)
            outside, self.statements = self.statements, []
            value, ranges = self.value(first, self.known)
            ahead, self.statements = self.statements, outside
            name = self.of[p.variable]
            letters = tuple(i.letter for i in p.indices if i.letter is not None and i.letter in ranges)
            note = (said(p),)
            if self.covers(p):
                self.statements = [s for s in self.statements if not (isinstance(s, Allocate) and s.name == name)]
                self.statements += ahead
                self.statements.append(Assign(name, letters, value, note, copy=isinstance(value, Read)))
            else:
                made = Store(name, self.dims(name, p.indices, ranges, self.known & p.domain), letters, value, note)
                made = replace(made, add=self.beside_others(p, value))
                self.statements += self.when(p, ranges, (*ahead, made))
        if not moving:
            return None, False
        return add(*(self._ahead(t, p, circle) for t in moving)), bool(still) or left is not None

    def _ahead(self, e: Expr, p: Piece, circle: Circle) -> Expr:
        """A term with the factors, and the terms inside, that no step changes replaced by arrays over all steps."""
        if circle.letter not in p.letters:
            return e

        def is_still(x: Expr) -> bool:
            parts = [f for f in (x.factors if isinstance(x, Mul) else (x,)) if not isinstance(f, (Var, Num, Index))]
            return bool(parts) and not used(x) & circle.variables and circle.letter in free(x)

        def visit(x: Expr) -> Expr:
            if is_still(x):
                return self._over_all_steps(x, p, "factor")
            if isinstance(x, Mul):
                return mul(*map(visit, x.factors))
            if isinstance(x, Add) and any(map(is_still, x.terms)):
                still = [t for t in x.terms if not used(t) & circle.variables]
                ahead = self._over_all_steps(add(*still), p, "ahead")
                return add(ahead, *(visit(t) for t in x.terms if t not in still))
            return rebuild(x, visit) if isinstance(x, (Add, Apply, Div, Pow)) else x

        return visit(e) if isinstance(e, (Mul, Apply, Div, Pow)) else e

    def _over_all_steps(self, e: Expr, p: Piece, what: str) -> Expr:
        """An entry of a new array that holds an expression for all steps."""
        letters = tuple(s for s in p.letters if s in free(e))
        name = self.name(f"{self.of[p.variable]}_{what}")
        v = Variable(name + "_{" + ",".join("#" * len(letters)) + "}")
        part = Piece(v, tuple(map(affine, letters)), letters, p.domain, e, Role.NODE)
        ranges = box(part, self.known)
        self.storages[name] = Storage(name, "", tuple(ranges[s] for s in letters), v)
        self.of[v] = name
        value, _ = self.value(part, self.known)
        self.statements.append(Assign(name, letters, value, (comment(write(e)),)))
        return v(*letters)

    def _segment(
        self, segment: Segment, circle: Circle, inner: Mapping[Piece, tuple[Expr | None, bool]], known: Context
    ) -> None:
        single = segment.lower == segment.upper
        t = circle.letter
        here = known & Domain.of(ge(t, segment.lower), le(t, segment.upper)) & segment.where
        outside, self.statements = self.statements, []
        for item in segment.items:
            if isinstance(item, Circle):
                for deeper in item.segments:
                    self._segment(deeper, item, inner, here)
                continue
            body, adding = inner[item]
            if body is None:
                continue
            values = {t: segment.lower} if single else {}
            indices = tuple(i.substitute(values) for i in item.indices)
            domain = item.domain.substitute(values)
            scalars = frozenset({t}) | (frozenset(known.known.letters()) - self.system.sizes)
            letters = tuple(s for s in item.letters if s not in scalars)
            step = Piece(item.variable, indices, letters, domain, substitute(body, values), item.role)
            before, self.statements = self.statements, []
            value, ranges = self.value(step, here, scalars)
            ahead, self.statements = self.statements, before
            name = self.of[item.variable]
            positions = tuple(i.letter for i in indices if i.letter is not None and i.letter in ranges)
            note = () if adding else (said(item),)
            within = here & domain
            made = Store(name, self.dims(name, indices, ranges, within), positions, value, note)
            made = replace(made, add=adding or self.beside_others(item, value))
            self.statements += self.when(step, ranges, (*ahead, made), here)
        body_, self.statements = tuple(self.statements), outside
        if not body_:
            return
        if not single:
            body_ = (Loop(t, segment.lower, segment.upper, circle.down, body_),)
        where = segment.where.constraints
        self.statements += (When(where, body_),) if where else body_
