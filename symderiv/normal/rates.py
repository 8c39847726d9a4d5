r"""Derivatives as sums of terms, by the exact law of occurrences.

The total derivative of an entry `u_a` by `x_b` is

    T(u_a; x_b) = [u = x][a = b] + sum over occurrences v[phi] in the definition of u_a of  L * T(v[phi]; x_b)

with `L` the derivative of the definition by that place. It ends where nothing depends on `x`, at the arguments of a
generic objective, and at recurrences: around a loop with core C (see `graph`), the *resolvent* `R(u_a, v_c)` (the
effect of `v_c` on `u_a` along the loop) stays as a factor, and everything else is exact:

    T(u_a; x_b) = sum over v in C, c of  R(u_a, v_c) * (derivative of the definition of v_c by what lies outside C) .

Then a derivative that was reached forwards and one that was reached backwards are the same sum of terms. `R` unrolls
by one step at either end: `R(u_a, v_b) = [u_a = v_b] + sum L(u_a, s) R(s, v_b) = [u_a = v_b] + sum R(u_a, s) L(s,
v_b)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

from ..affine import Sym, affine
from ..domain import Constraint, eq
from ..expr import Partial, Var, Variable
from ..functions import EXTREMA, X
from ..system import Piece
from .factors import UNIT, Call, Entry, Factor, Rate, Term, Terms, fresh
from .flatten import Flattener, Scope, is_inlined
from .graph import Graph
from .limits import Unprovable
from .poly import ONE, number, whole
from .powers import power
from .rewrite import rewrite
from .stepping import Steps
from .terms import combine, freshened, multiply, opened, restrict_all, scale, substitute_term

ByEntry: TypeAlias = Callable[[Entry], Terms]


class Rates:
    """Total and direct derivatives in one system."""

    def __init__(self, flattener: Flattener) -> None:
        self.flattener = flattener
        self.graph = Graph(flattener)
        self._jacobians: dict[tuple[Variable, Variable], Terms] = {}
        self._in_progress: set[tuple[Variable, Variable]] = set()
        self._primes: dict[tuple[str, int], Terms] = {}
        self._steps = Steps(flattener)
        flattener.derivatives = self

    # --- derivatives as written -------------------------------------------------------------------------------------

    def partial(self, e: Partial, scope: Scope) -> Terms:
        """`Partial(of, wrt)` as a sum of terms."""
        sign, x = self._root(Entry(e.wrt.variable, tuple(i.substitute(scope.letters) for i in e.wrt.indices)))
        assert isinstance(x.head, Variable)
        if e.direct:
            found = self._direct(e, x, scope)
        else:
            inside = Scope(scope.letters, scope.values, scope.keep | self._keep(x.head), scope.depth)
            of = self._stepped(self.flattener.flatten(e.of, inside))
            found = self.derive(of, lambda u: self.total(u, x))
        return scale(self._without_kept(found, x.head, scope), number(sign))

    def _stepped(self, terms: Terms) -> Terms:
        """The terms with derivatives within one step written out, before they are differentiated once more."""
        left = any(isinstance(f, Entry) and isinstance(f.head, Rate) for t in terms for f, _ in t.powers)
        if not left:
            return terms
        return rewrite(self.flattener, terms, lambda f: self.at_once(f) if isinstance(f, Entry) else None)

    def _root(self, x: Entry) -> tuple[int, Entry]:
        """What is nudged: of entries tied to each other without a root, their common representative."""
        if not any(x.head in tied for tied in self.flattener.system.ties):
            return 1, x
        assert isinstance(x.head, Variable)
        found = self.flattener.entry(x.head, x.indices, Scope())
        if len(found) == 1 and not found[0].domain.constraints and len(found[0].powers) == 1:
            factor, c = found[0].powers[0][0], found[0].weight.constant
            if isinstance(factor, Entry) and c in (1, -1):
                return int(c), factor
        raise Unprovable("a derivative by a tie that holds only in places")

    def _keep(self, x: Variable) -> frozenset[Variable]:
        pieces = self.flattener.pieces.get(x, ())
        return frozenset({x}) if any(is_inlined(p) for p in pieces) else frozenset()

    def _without_kept(self, terms: Terms, x: Variable, scope: Scope) -> Terms:
        """Entries that were kept to be nudged, replaced by what they are tied to."""
        if x in scope.keep or not self._keep(x):
            return self.flattener.known.prune_all(terms)

        def tied(f: Entry | Call) -> Terms | None:
            if isinstance(f, Entry) and f.head == x:
                return self.flattener.entry(x, f.indices, scope)
            return None

        return rewrite(self.flattener, terms, tied)

    def _direct(self, e: Partial, x: Entry, scope: Scope) -> Terms:
        system = self.flattener.system
        inside = Scope(scope.letters, scope.values, scope.keep | self._keep_of(x), scope.depth)
        if isinstance(e.of, Var):
            if system.generic and e.of.variable == system.objective:
                return self._generic_rate(x)
            here = tuple(i.substitute(scope.letters) for i in e.of.indices)
            found: Terms = []
            for p in self.flattener.pieces.get(e.of.variable, ()):
                if p.body is not None:
                    terms = self.derive(self.flattener.body(p, here, inside), lambda u: same(u, x))
                    found += restrict_all(terms, self.flattener.guard(p, here))
            if e.of.variable == x.head:
                found += same(Entry(e.of.variable, here), x)
            return found
        return self.derive(self.flattener.flatten(e.of, inside), lambda u: same(u, x))

    def _keep_of(self, x: Entry) -> frozenset[Variable]:
        assert isinstance(x.head, Variable)
        return self._keep(x.head)

    def _generic_rate(self, x: Entry) -> Terms:
        """The derivative of a generic objective by one of its arguments."""
        system = self.flattener.system
        assert system.objective is not None
        if system.objective.arity:
            raise Unprovable("a generic objective with indices")
        found: Terms = []
        for o in system.outputs:
            if o.variable == x.head:
                rate = Entry(Rate(system.objective, o.variable, True), x.indices)
                found += restrict_all([Term(ONE, ((rate, 1),))], self.flattener.guard(o, x.indices))
        return found

    # --- the law ----------------------------------------------------------------------------------------------------

    def derive(self, terms: Sequence[Term], by: ByEntry) -> Terms:
        """The derivative of a sum of terms, given that of each entry."""
        result: Terms = []
        for t in terms:
            for f, e in t.powers:
                inner = self._derive_factor(f, by)
                if inner:
                    rest = combine([(g, whole(d - 1) if g == f else d) for g, d in t.powers])
                    weight = t.weight * number(Fraction(e))
                    result += multiply([Term(weight, rest, t.bound, t.domain)], inner)
        return result

    def _derive_factor(self, f: Factor, by: ByEntry) -> Terms:
        if isinstance(f, Entry):
            return by(f)
        if not isinstance(f, Call):
            return self.derive(opened(f.inner), by)
        result: Terms = []
        for n, a in enumerate(f.args):
            inner = self.derive(opened(a), by)
            if inner:
                result += multiply(self._prime(f, n), inner)
        return result

    def _prime(self, f: Call, n: int) -> Terms:
        args = [opened(a) for a in f.args]
        itself = [Term(ONE, ((f, 1),))]
        if f.function == "^":
            by_base = multiply(multiply(itself, args[1]), power(args[0], -1, self.flattener.facts))
            return by_base if n == 0 else multiply(itself, self.flattener.apply("log", (0,), [args[0]]))
        order = tuple(o + (m == n) for m, o in enumerate(f.order))
        return self.flattener.apply(f.function, order, args)

    def prime(self, function: str, order: tuple[int, ...], args: list[Terms]) -> Terms:
        """A well-known function with primes, written out by the table of derivatives."""
        if function in EXTREMA:
            return self._extremum(function, order, args)
        n = order[0]
        if n == 1:
            return self.flattener.known_derivative(function, args[0])
        generic = self._primes.get((function, n))
        itself = Entry(X.variable, ())
        if generic is None:
            with self.flattener.in_general():
                generic = self.flattener.known_derivative(function, [Term(ONE, ((itself, 1),))])
                for _ in range(n - 1):
                    generic = self.derive(generic, lambda u: [UNIT] if u == itself else [])
            self._primes[function, n] = generic
        return rewrite(self.flattener, generic, lambda u: args[0] if u == itself else None)

    def _extremum(self, function: str, order: tuple[int, ...], args: list[Terms]) -> Terms:
        if sum(order) > 1:
            return []
        n, sign = order.index(1), EXTREMA[function][1]
        result = [UNIT]
        for m, other in enumerate(args):
            if m != n:
                lead = scale([*args[n], *scale(other, number(-1))], number(sign))
                result = multiply(result, self.flattener.apply("step", (0,), [lead]))
        return result

    # --- total derivatives --------------------------------------------------------------------------------------------

    def total(self, u: Entry, x: Entry) -> Terms:
        """`T(u_a; x_b)`."""
        assert isinstance(x.head, Variable)
        if isinstance(u.head, Rate):
            if self.graph.depends(u.head.of, x.head) or self.graph.depends(u.head.wrt, x.head):
                raise Unprovable("a derivative of a derivative that is left as it is")
            return []
        if not self.graph.depends(u.head, x.head):
            return []
        values = dict(zip((*_letters("@a", u.head), *_letters("@b", x.head)), (*u.indices, *x.indices), strict=True))
        found = [substitute_term(freshened(t), values) for t in self._jacobian(u.head, x.head)]
        return self.flattener.known.prune_all([t for t in found if t is not None])

    def _jacobian(self, u: Variable, x: Variable) -> Terms:
        """`T(u_a; x_b)` with letters `@a0..` for a and `@b0..` for b."""
        key = (u, x)
        found = self._jacobians.get(key)
        if found is None:
            if key in self._in_progress:
                raise Unprovable(f"{u.name} depends on itself")
            self._in_progress.add(key)
            try:
                with self.flattener.in_general():
                    found = self._find_jacobian(generic_entry("@a", u), generic_entry("@b", x))
            finally:
                self._in_progress.discard(key)
            self._jacobians[key] = found
        return found

    def _find_jacobian(self, u: Entry, x: Entry) -> Terms:
        assert isinstance(u.head, Variable)
        assert isinstance(x.head, Variable)
        core = self.graph.core(u.head)
        if x.head in core:
            return self._resolvent(u, x)
        if core:
            return self._around(u, x, core, lambda w: self._outside(w, x, core))
        system = self.flattener.system
        found = same(u, x)
        if system.generic and u.head == system.objective:
            for o in system.outputs:
                at = tuple(fresh() for _ in range(o.variable.arity))
                entry = Entry(o.variable, tuple(affine(s) for s in at))
                terms = multiply(self._generic_rate(entry), self.total(entry, x))
                found += _summed(terms, at, self.flattener.guard(o, entry.indices).constraints)
            return found
        return found + self._through(u, x, lambda v: self.total(v, x))

    def _through(self, u: Entry, x: Entry, by: ByEntry) -> Terms:
        """By the definitions of `u`."""
        assert isinstance(u.head, Variable)
        assert isinstance(x.head, Variable)
        found: Terms = []
        for p in self.flattener.pieces.get(u.head, ()):
            if p.body is not None:
                terms = self._through_piece(p, u, x, by)
                alone = self.flattener.is_alone(p)
                found += terms if alone else restrict_all(terms, self.flattener.guard(p, u.indices))
        return found

    def _through_piece(self, p: Piece, u: Entry, x: Entry, by: ByEntry) -> Terms:
        """By one of the definitions of `u`."""
        assert isinstance(x.head, Variable)
        # what exists lies in the domain of its piece: so fewer cases are left inside of functions
        with self.flattener.supposing(self.flattener.guard(p, u.indices)):
            terms = self.flattener.body(p, u.indices, Scope(keep=self._keep(x.head)))
        return self.derive(terms, by)

    # --- recurrences ------------------------------------------------------------------------------------------------

    def _resolvent(self, u: Entry, v: Entry) -> Terms:
        """`R(u_a, v_b)` as a factor, where time allows it."""
        assert isinstance(u.head, Variable)
        assert isinstance(v.head, Variable)
        rate = Entry(Rate(u.head, v.head, False), (*u.indices, *v.indices))
        clock = self.graph.clock(self.graph.loop(u.head))
        if clock.too_soon(u, v):
            return same(u, v)
        return restrict_all([Term(ONE, ((rate, 1),))], clock.conditions(u, v))

    def _outside(self, w: Entry, x: Entry, core: frozenset[Variable]) -> Terms:
        """The derivative of `w` by `x` along paths that meet the core at most where they start."""
        assert isinstance(x.head, Variable)
        if isinstance(w.head, Rate) or w.head in core:
            return same(w, x)
        if not self.graph.depends(w.head, x.head):
            return []
        if not self.graph.loop(w.head) & core:
            return self.total(w, x)
        return [*same(w, x), *self._through(w, x, lambda v: self._outside(v, x, core))]

    def _inside(self, w: Entry, v: Entry, core: frozenset[Variable]) -> Terms:
        """The derivative of `w` by `v` of the core, `w` being used in the core."""
        assert isinstance(w.head, Variable)
        if w.head in core:
            return self._resolvent(w, v)
        if not self.graph.loop(w.head) & core:
            return []
        return self._through(w, v, lambda s: self._inside(s, v, core))

    def _around(self, u: Entry, x: Entry, core: frozenset[Variable], by: ByEntry) -> Terms:
        """The sum over the core of `R(u, s_c)` times the derivative of the definition of `s_c`."""
        found: Terms = []
        for s in sorted(core, key=lambda v: v.key):
            for p in self.flattener.pieces[s]:
                if p.body is None or is_inlined(p):
                    continue
                at = tuple(fresh() for _ in range(s.arity))
                entry = Entry(s, tuple(affine(c) for c in at))
                terms = self._through_piece(p, entry, x, by)
                if terms:
                    terms = multiply(self._resolvent(u, entry), terms)
                    found += _summed(terms, at, self.flattener.guard(p, entry.indices).constraints)
        return found

    def at_once(self, f: Entry) -> Terms | None:
        """A resolvent between times too close for anything but the same entry, or for more than one step."""
        if not isinstance(f.head, Rate) or f.head.direct:
            return None
        u, v = ends(f)
        clock = self.graph.clock(self.graph.loop(f.head.of))
        if clock.too_soon(u, v):
            return same(u, v)
        return self.unrolled(f, forwards=True) if clock.is_one_step(u, v) else None

    def unrolled(self, f: Entry, forwards: bool) -> Terms | None:
        """A resolvent by one step: at the end of what is watched (forwards) or of what is nudged."""
        if not isinstance(f.head, Rate) or f.head.direct:
            return None
        return self._steps.taken(f, forwards, self._unrolled)

    def _unrolled(self, f: Entry, forwards: bool) -> Terms:
        u, v = ends(f)
        assert isinstance(u.head, Variable)
        core = self.graph.core(u.head)
        if forwards:
            return [*same(u, v), *self._through(u, v, lambda w: self._inside(w, v, core))]
        return [*same(u, v), *self._around(u, v, core, lambda w: self._outside(w, v, core))]


def ends(f: Entry) -> tuple[Entry, Entry]:
    """What a derivative that stays watches, and what it nudges."""
    assert isinstance(f.head, Rate)
    n = f.head.of.arity
    return Entry(f.head.of, f.indices[:n]), Entry(f.head.wrt, f.indices[n:])


def same(u: Entry, x: Entry) -> Terms:
    """`[u = x][a = b]`."""
    if u.head != x.head:
        return []
    return restrict_all([UNIT], [eq(a, b) for a, b in zip(u.indices, x.indices, strict=True)])


def _summed(terms: Terms, over: tuple[Sym, ...], where: Sequence[Constraint]) -> Terms:
    return restrict_all([Term(t.weight, t.powers, (*over, *t.bound), t.domain) for t in terms], where)


def _letters(prefix: str, v: Variable) -> tuple[Sym, ...]:
    return tuple(Sym(f"{prefix}{n}") for n in range(v.arity))


def generic_entry(prefix: str, v: Variable) -> Entry:
    """Any entry of a variable, by letters that nothing else uses."""
    return Entry(v, tuple(affine(s) for s in _letters(prefix, v)))
