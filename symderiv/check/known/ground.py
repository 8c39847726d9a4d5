r"""What an expression rests on: the names in it, those that they are defined by, and what is not told of any of them.

A name whose definition could not be read looks like one that is given, and an objective that nothing defines looks like
a function of the last nodes that could be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ...affine import ZERO, Sym
from ...expr import Apply, Expr, Partial, Var, Variable, bound, free, holds_derivative, of_kind, variables, walk
from ...functions import letter_of
from ...resolve.spelled.keys import split_key
from ...resolve.told.untold import ALTERED, CHANGED, DEPENDENT, LOOSE, NORMALISER, Untold
from ...system import System
from .dependent import hidden, is_shared
from .symmetric import of_array
from .twins import are_twins, labels_of

VALUE, FUNCTION, LETTER, LOST, DERIVED = "value ", "function ", "letter ", "lost ", "derivative"
"""What a name is, the letter of a function, or the number of a name that is not told; the last stands among the names
that an expression rests on where it holds a derivative."""


@dataclass(slots=True)
class Ground:
    """What the lines of one page rest on.

    `known` are names of a network that was given: what the page says of them defines nothing.
    """

    system: System
    known: frozenset[Variable]
    untold: tuple[Untold, ...]
    hidden: frozenset[Variable] = field(init=False)
    _twins: dict[Variable, str] = field(init=False)
    _below: dict[Variable, frozenset[str]] = field(default_factory=dict)
    _above: dict[Variable, frozenset[Variable]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hidden = frozenset() if self.known else hidden(self.system)
        twins = {} if self.known else self._of_other_arity()
        self._twins = {v: f"{LOST}{n}" for n, v in enumerate(twins, len(self.untold))}
        self.untold = (*self.untold, *twins.values())

    def _of_other_arity(self) -> dict[Variable, Untold]:
        """Given names that have a definition with another number of indices: `net_{jj}` beside `net_j = ..`.

        One that the definition is made of is meant so: `x_{ij} = x_i - x_j`.
        """
        lines = {p.variable: p.place.line if p.place else 1 for p in self.system.pieces if p.body is not None}
        alike: dict[tuple[object, ...], list[Variable]] = {}
        for u in lines:
            alike.setdefault(labels_of(u), []).append(u)
        found: dict[Variable, Untold] = {}
        for v in (v for v in self.system.variables() if v not in lines):
            likes = (u for u in alike.get(labels_of(v), ()) if are_twins(u, v))
            twin = next((u for u in likes if v not in self._upstream(u)), None)
            if twin is not None:
                found[v] = Untold(split_key(v.key)[0], lines[twin], sure=True, kind="twin")
        return found

    def untold_below(self, sides: Sequence[Expr], *, wrong: bool) -> Untold | None:
        """A name that is not known to mean what it seems to, on which a verdict on some expressions rests.

        Two equal formulas are equal whatever a function means, and without derivatives whatever any name means; but
        nothing holds of a name whose definition is left out: another line may define it now.
        """
        if self.hidden and (name := self._of_hidden(sides, wrong)) is not None:
            return Untold(split_key(name.key)[0], 0, kind=DEPENDENT)
        if wrong and not self.known and (name := self._of_objective(sides) or self._of_steps(sides)) is not None:
            return Untold(split_key(name.key)[0], 0, kind=DEPENDENT)
        if not self.untold:
            return None
        names = self._names(sides)
        letters = self._letters(sides) if any(u.kind == "range" for u in self.untold) else frozenset()
        for n, u in enumerate(self.untold):
            if u.kind == DEPENDENT:
                if any(self._depends(u, p) for p in self._partials(sides)) or (wrong and self._is_set_by(u, sides)):
                    return u
                continue
            if u.kind in (ALTERED, CHANGED):
                if any(u.concerns(v.key) for side in sides for v in self._reached(side)) or FUNCTION + u.base in names:
                    return u
                continue
            if u.kind == LOOSE:
                if any(self._may_reach(u, p) for p in self._partials(sides)):
                    return u
                continue
            if u.kind in ("fact", "range"):
                if wrong if u.kind == "fact" else u.base in letters:
                    return u
                continue
            value = f"{LOST}{n}" in names or (not u.sure and _as_value(u, names))
            called = u.kind == "name" and FUNCTION + u.base in names
            called = called or (wrong and u.kind == "name" and not u.sure and LETTER + u.base in names)
            derived = value and DERIVED in names and not self._only_above(u, sides)
            # a list says which entries there are, and in what order; a function is no factor
            if (value or called) and (wrong or u.sure or derived or u.is_list or u.applied):
                return u
        return None

    def claimed_below(self, sides: Sequence[Expr]) -> dict[Variable, Untold]:
        """The names in some expressions, or in what they are made of, of which a line says what they are that stands
        below one that could not be read: that is a claim about them, if the one above defines them."""
        if all(u.kind != "name" for u in self.untold):
            return {}
        reached = dict.fromkeys(x for e in sides for v in variables(e) for x in (v, *self._upstream(v)))
        late = [v for v in reached if any(self._bodies(v)) and self._is_late(v)]
        return {v: next(u for u in self.untold if u.kind == "name" and u.concerns(v.key)) for v in late}

    def _only_above(self, name: Untold, sides: Sequence[Expr]) -> bool:
        r"""Do derivatives rest on a name only in what they are taken by, and in what that is made of?

        What it is made of is then of no matter: `\partial S_i/\partial a_j` is what it is, whatever a is computed from,
        where no line between a and S is lost and what could not be read ties a to nothing that S is made of besides.
        """
        for p in self._partials(sides):
            by, reached = p.wrt.variable, self._reached(p.of)
            generic = self.system.generic and self.system.objective in variables(p.of)
            if generic or by not in reached:
                return False
            above = {by, *self._upstream(by)}
            if any(name.concerns(v.key) or name.mentions(split_key(v.key)[0]) for v in reached - above):
                return False
            lost = [v for v in above if name.concerns(v.key)]
            if lost and self._leads_back(name, by):
                return False
            if any(name.mentions(split_key(v.key)[0]) or any(self._bodies(v)) for v in lost):
                return False
        return True

    def _made_with(self, by: Variable) -> Iterator[Variable]:
        """The names that something is made into."""
        return (v for v in self.system.variables() if by in self._upstream(v))

    def _leads_back(self, name: Untold, by: Variable) -> bool:
        """May what could not be read of a name be made of something, at a step before, or of what is made of that?"""
        made = {by, *self._made_with(by)}
        seen, pending = {name}, [name]
        while pending:
            one = pending.pop()
            named = {v for v in (by, *self.system.variables()) if one.mentions(split_key(v.key)[0])}
            if named & made:
                return True
            above = named.union(*map(self._upstream, named))
            more = {u for u in self.untold if one.mentions(u.base) or any(u.concerns(v.key) for v in above)} - seen
            seen |= more
            pending += more
        return False

    def _is_set_by(self, name: Untold, sides: Sequence[Expr]) -> bool:
        r"""Is it a normaliser, and the line says what it is there for, `\sum_n p_n = 1`?"""
        if name.base != NORMALISER or name.text or all(map(variables, sides)):
            return False
        return any(name.concerns(v.key) and self._is_open(v) for side in sides for v in self._reached(side))

    def _partials(self, sides: Iterable[Expr]) -> Iterator[Partial]:
        """The derivatives in some expressions and in what they are made of."""
        sides = [*sides]
        made_of = {x for side in sides for v in variables(side) for x in (v, *self._upstream(v))}
        for e in (*sides, *(body for v in made_of for body in self._bodies(v))):
            yield from of_kind(e, Partial)

    def _of_hidden(self, sides: Sequence[Expr], wrong: bool) -> Variable | None:
        """A name that may be any function of others, on which a verdict rests that not all such functions have.

        Second derivatives are not any, nor is that by something of which no line says that it depends on it, and that
        is no such function beside it in a definition. A line may be right for the function that is meant where only one
        side rests on its derivative, or where each entry may depend on some entries alone.
        """
        for p in self._partials(sides):
            by = p.wrt.variable
            for v in self._reached(p.of) & self.hidden - {by} - self._upstream(by):
                if holds_derivative(p.of) or not (by in self._upstream(v) or self._stand_together(v, by)):
                    return v
        if not wrong:
            return None
        first, *others = (self._resting(side) for side in sides)
        # `\sum_i p_i = 1` says something of the derivatives, too
        bound_by = {v for a in self.system.assumptions for x in (a.left, a.right) for v in variables(x)}
        told = next((v for rest in (first, *others) for v, _ in rest if v in bound_by), None)
        if told is not None:
            return told
        apart = [v for other in others for v, _ in first ^ other]
        return next((v for v in (*apart, *(v for v, _ in first if is_shared(self.system, v)))), None)

    def _of_objective(self, sides: Sequence[Expr]) -> Variable | None:
        r"""An objective that no line defines, where one side alone rests on its derivatives: such a line,
        `\partial E/\partial y_i = y_i - t_i`, may be right for the one that is meant."""
        objective = self.system.objective
        if objective is None or not self.system.generic:
            return None
        resting = {any(objective in variables(p.of) for p in self._partials([side])) for side in sides}
        return objective if len(resting) > 1 else None

    def _of_steps(self, sides: Sequence[Expr]) -> Variable | None:
        r"""A name that no line defines and that is differentiated by what it is at another step,
        `\partial x_{l+1,i}/\partial x_{l,j}`: whoever does so has a line in mind by which it is computed."""
        for p in self._partials(sides):
            if isinstance(p.of, Var) and p.of.variable == p.wrt.variable and not any(self._bodies(p.wrt.variable)):
                shifts = (a - b for a, b in zip(p.of.indices, p.wrt.indices, strict=True))
                if any(x.is_constant and x != ZERO for x in shifts):
                    return p.wrt.variable
        return None

    def _stand_together(self, v: Variable, by: Variable) -> bool:
        """Are two names that may be any functions the x and the y of one definition, `z = x^2 + y^2`?"""
        bodies = (p.body for p in self.system.pieces if p.body is not None and p.variable not in self.hidden)
        return {v, by} <= self.hidden and any({v, by} <= variables(body) for body in bodies)

    def _resting(self, side: Expr) -> frozenset[tuple[Variable, Variable]]:
        """The names that may be any functions, with that by which an expression rests on their derivatives."""
        found: set[tuple[Variable, Variable]] = set()
        for p in self._partials([side]):
            by = p.wrt.variable
            for v in self._reached(p.of) & self.hidden:
                direct = {x for body in self._bodies(v) for x in variables(body)}
                found |= {(v, x) for x in direct if x == by or by in self._upstream(x)}
        return frozenset(found)

    def _reached(self, e: Expr) -> frozenset[Variable]:
        """The names that an expression is made of; an objective that nothing defines is made of the last nodes."""
        of = variables(e)
        if self.system.generic and self.system.objective in of:
            of |= {x.variable for x in self.system.outputs}
        return frozenset(x for v in of for x in (v, *self._upstream(v)))

    def _depends(self, name: Untold, p: Partial) -> bool:
        """Does a derivative, by something else, rest on a name that is given and yet said to depend on that?"""
        by = p.wrt.variable
        if name.text and not any(name.mentions(split_key(v.key)[0]) for v in (by, *self._made_with(by))):
            return False
        reached = {v for v in self._reached(p.of) if name.concerns(v.key) and self._is_open(v)}
        known = {by, self.system.objective, *self._upstream(by)}
        return any(v not in known and by not in self._upstream(v) for v in reached)

    def _may_reach(self, name: Untold, p: Partial) -> bool:
        """Does a derivative lack paths, or all of them, if a name that nothing defines is made of a loose end?"""
        by, reached = p.wrt.variable, self._reached(p.of)
        ends = (v for v in self.system.variables() if v.key == name.text and v not in reached)
        open_ = any(name.concerns(v.key) and self._is_open(v) for v in reached)
        return open_ and any(
            (by == v or by in self._upstream(v)) and (by not in reached or name.concerns(by.key)) for v in ends
        )

    def _is_open(self, v: Variable) -> bool:
        return v in self.hidden or not any(self._bodies(v))

    def typed_in(self, variable: Variable) -> Untold | None:
        """The line that could not be read and in which a name stands that is nowhere else."""
        base = split_key(variable.key)[0]
        return next((u for u in self.untold if u.kind == "name" and not u.sure and u.mentions(base)), None)

    def lost_below(self, sides: Sequence[Expr]) -> Untold | None:
        """The definition that could not be read where a name in some expressions stands that is nowhere else, or one
        of what they rest on."""
        strange = frozenset().union(*map(variables, sides)) - self.system.variables()
        typed = (self.typed_in(v) for v in sorted(strange, key=lambda v: v.key))
        found = next((u for u in typed if u is not None), None) or self.untold_below(sides, wrong=True)
        return found if found is not None and found.kind == "name" else None

    def _letters(self, sides: Iterable[Expr]) -> frozenset[str]:
        """The letters that some expressions hold, and those with which the names in them are defined."""
        found: set[Sym] = set()
        for side in sides:
            found |= free(side) | bound(side)
            below = {x for v in variables(side) for x in (v, *self._upstream(v))}
            for p in (p for x in below for p in self.system.of(x)):
                found |= {*p.letters, *p.domain.letters(), *(free(p.body) if p.body is not None else ())}
        return frozenset(s.name for s in found)

    def _names(self, sides: Iterable[Expr]) -> frozenset[str]:
        """The letters of the names and functions that some expressions rest on and nothing defines."""
        found: set[str] = set()
        for e in (x for side in sides for x in walk(side)):
            if isinstance(e, Var):
                found |= self._rest(e.variable)
            elif isinstance(e, Apply):
                found |= {FUNCTION + letter_of(e.function), LETTER + split_key(e.function)[0]}
            elif isinstance(e, Partial):
                found |= self._rest(e.wrt.variable)
                found.update(self._derived(e))
        return frozenset(found)

    def _derived(self, e: Partial) -> Iterator[str]:
        yield DERIVED
        if self.system.generic and isinstance(e.of, Var) and e.of.variable == self.system.objective:
            yield from self._between(e.wrt.variable)

    def _between(self, variable: Variable) -> Iterator[str]:
        """What lies between a variable and an objective of which nothing is said: the last nodes, and what is not told.

        A node that could not be read may be a last one; it makes no difference where it is made of last nodes alone.
        """
        outputs = {e.variable for e in self.system.outputs}
        for v in outputs:
            yield from self._rest(v)
        for n, u in enumerate(self.untold):
            if u.kind != "name" or u.inner or u.names_derivative or (not u.sure and self._is_told(u)):
                continue
            used = [v for v in self.system.variables() if v not in outputs and u.mentions(split_key(v.key)[0])]
            if any(v == variable or variable in self._upstream(v) for v in used):
                yield f"{LOST}{n}"

    def _is_told(self, name: Untold) -> bool:
        """Does a line above define a name, so that what could not be read is a claim about it?"""
        own = [v for v in self.system.variables() if name.concerns(v.key)]
        return any(any(self._bodies(v)) and not self._is_late(v) for v in own)

    def _rest(self, variable: Variable) -> frozenset[str]:
        """What a name rests on, itself included."""
        if variable not in self._below:
            whole = (variable, *self._upstream(variable))
            self._below[variable] = frozenset().union(*(self._own(v) for v in whole))
        return self._below[variable]

    def _upstream(self, variable: Variable) -> frozenset[Variable]:
        """Every name on which a name rests."""
        if variable not in self._above:
            found: set[Variable] = set()
            waiting = [variable]
            while waiting:
                more = {v for body in self._bodies(waiting.pop()) for v in variables(body)} - found
                found |= more
                waiting += more
            self._above[variable] = frozenset(found)
        return self._above[variable]

    def _own(self, variable: Variable) -> frozenset[str]:
        """What is not told of a name itself, and what stands in its definition beside names."""
        bodies = list(self._bodies(variable))
        found = {FUNCTION + letter_of(e.function) for body in bodies for e in of_kind(body, Apply)}
        found |= {f"{LOST}{n}" for n, u in enumerate(self.untold) if u.defines(variable.key)}
        found |= {label for body in bodies for e in of_kind(body, Partial) for label in self._derived(e)}
        if variable in self._twins:
            found.add(self._twins[variable])
        given_in_part = variable not in self.known and any(p.body is None for p in self.system.of(variable))
        if not bodies or given_in_part or self._is_late(variable) or self._only_begins(variable):
            # data may be what that line defines, whatever its scripts; so may the rest of what has a boundary
            found.add(VALUE + (variable.key if bodies else split_key(of_array(variable.key))[0]))
        return frozenset(found)

    def _only_begins(self, variable: Variable) -> bool:
        """Is a name defined at some constants alone? What could not be read may say what it is elsewhere."""
        own = [p for p in self.system.of(variable) if p.body is not None]
        begins = all(any(form.letters().isdisjoint(p.letters) for form in p.indices) for p in own)
        return variable not in self.known and bool(own) and begins

    def _is_late(self, variable: Variable) -> bool:
        """Does what seems to define a name stand below a line that could not be read and may define it?

        Above a line that calls a derivative by that name, what is given by derivatives is a claim.
        """
        if variable in self.known:
            return False
        own = (u for u in self.untold if u.kind == "name" and u.concerns(variable.key))
        named = all(isinstance(body, Partial) for body in self._bodies(variable))
        defining = [u for u in own if u.sure or not (named and u.is_result)]
        places = [p.place for p in self.system.of(variable) if p.place is not None]
        return any(u.is_before(place) for u in defining for place in places)

    def _bodies(self, variable: Variable) -> Iterator[Expr]:
        for piece in self.system.of(variable):
            if piece.body is not None:
                yield piece.body


def _as_value(name: Untold, found: Iterable[str]) -> bool:
    """Does a name stand for a value among those that an expression rests on?"""
    return any(x.startswith(VALUE) and name.concerns(x.removeprefix(VALUE)) for x in found)
