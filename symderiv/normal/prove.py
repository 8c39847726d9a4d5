r"""Equality of indexed expressions, proved for all sizes.

The difference of the two sides is flattened and struck out group by group (`compare`). What is left is rewritten, by what
divides and what is assumed (`relations`), then by putting in definitions, the most downstream variable first, then by
unrolling recurrences and writing functions out, until nothing is left or nothing helps. Every rewriting keeps the value,
so "nothing left" is a proof; anything else is `unknown`, never "wrong".

Both sides are taken to use every variable within its range (`outside` of the network aside), denominators not to vanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from time import perf_counter
from typing import Literal

from ..affine import Affine, Sym, affine
from ..domain import TRUE, Constraint, Context, Domain, is_empty
from ..errors import DomainTooHard
from ..expr import Expr, Variable
from ..system import System
from .compare import cancelled
from .flatten import Flattener, Scope, is_inlined
from .graph import Graph, entries
from .known import Known, knowing
from .limits import Budget, Unprovable
from .poly import ONE, number
from .powers import power, written_out
from .rates import Rates
from .relations import Relation, reduced, relation
from .terms import UNIT, Base, Call, Entry, Rate, Term, Terms, collect, restrict_all, scale, term_letters

Outcome = Literal["proved", "vacuous", "unknown"]
MOST_UNROLLED = 2


@dataclass(frozen=True)
class Proof:
    """What came of it: `proved` for all sizes, `vacuous` (the condition holds nowhere), or `unknown` and why.

    `left` is what could not be struck out (left side minus right side), when that is the reason.
    """

    outcome: Outcome
    why: str = ""
    left: tuple[Term, ...] = ()

    @property
    def proved(self) -> bool:
        """Is it a proof?"""
        return self.outcome == "proved"


class Prover:
    """Proofs in one system; what is found about its derivatives is kept between them."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.flattener = Flattener(system)
        self.rates = Rates(self.flattener)
        self.graph: Graph = self.rates.graph
        self._assumed: tuple[Relation, ...] | None = None

    @property
    def assumed(self) -> tuple[Relation, ...]:
        """The assumptions of the system as relations."""
        if self._assumed is None:
            found = []
            for a in self.system.assumptions:
                terms = collect(self.flattener.flatten(a.left) + scale(self.flattener.flatten(a.right), number(-1)))
                free = frozenset().union(*(_free_letters(t) for t in terms)) - self.system.sizes
                r = relation(terms, free)
                if r is not None:
                    found.append(r)
            self._assumed = tuple(found)
        return self._assumed

    def prove(self, left: Expr, right: Expr, where: Domain, budget: Budget) -> Proof:
        """`left = right` wherever `where` holds."""
        try:
            context = self.flattener.context
            if where.constraints and is_empty(where, context):
                return Proof("vacuous", "nothing satisfies the condition")
            values, rest = solved(where, self.system.sizes)
            self.flattener.known = knowing(Context(context.known & rest, context.positive))
            scope = Scope(values)
            terms = self.flattener.flatten(left, scope) + scale(self.flattener.flatten(right, scope), number(-1))
            left_over = self.settle(terms, budget)
        except Unprovable as e:
            return Proof("unknown", str(e))
        except DomainTooHard as e:
            return Proof("unknown", e.cause)
        except RecursionError:
            return Proof("unknown", "nested too deeply")
        finally:
            self.flattener.known = knowing(self.flattener.context)
        if not left_over:
            return Proof("proved")
        return Proof("unknown", "terms are left that do not cancel", tuple(left_over))

    def settle(self, terms: Terms, budget: Budget) -> Terms:
        """What is left of a sum of terms that ought to be zero, after all that helps has been tried."""
        known = self.flattener.known
        deadline = perf_counter() + budget.seconds
        left = cancelled(terms, known)
        unrolled = 0
        unfolded: set[Variable] = set()
        for _ in range(budget.rounds):
            if not left:
                return []
            if perf_counter() > deadline or len(left) > budget.terms:
                raise Unprovable("the budget for the proof is spent")
            new = self._simpler(left, known)
            if new is None:
                new = self._unfolded(left, unfolded)
            if new is None and unrolled < MOST_UNROLLED:
                unrolled += 1
                new = self._unrolled(left, known)
            if new is None:
                new = self._functions(left)
            if new is None:
                return left
            left = cancelled(new, known)
        return left

    # --- what helps ---------------------------------------------------------------------------------------------------

    def _simpler(self, left: Terms, known: Known) -> Terms | None:
        """Powers of sums written out, denominators and assumptions used."""
        written = [x for t in left for x in written_out(t, self.flattener.declared)]
        changed = len(written) != len(left) or any(a is not b for a, b in zip(written, left, strict=True))
        found = reduced(written, self.assumed, known)
        if found is None:
            return known.prune_all(written) if changed else None
        return found

    def _unfolded(self, left: Terms, done: set[Variable]) -> Terms | None:
        """One variable's definition put in (recurrences aside): one without sums if there is one, the most downstream
        of these. One that is given in places is put in only once."""
        present = {e.head for e in entries(left) if isinstance(e.head, Variable)}
        nodes = [v for v in present if v not in done and self._has_body(v) and not self.graph.core(v)]
        if not nodes:
            return None
        chosen = max(nodes, key=lambda v: (self.graph.is_simple(v), self.graph.rank(v), v.key))
        if any(p.body is None for p in self.flattener.pieces[chosen]):
            done.add(chosen)

        def by_definition(f: Entry | Call) -> Terms | None:
            return self._definition(f) if isinstance(f, Entry) and f.head == chosen else None

        return self.flattener.rewrite(left, by_definition)

    def _has_body(self, v: Variable) -> bool:
        return any(p.body is not None and not is_inlined(p) for p in self.flattener.pieces.get(v, ()))

    def _definition(self, f: Entry) -> Terms | None:
        """What the definitions say about an entry."""
        assert isinstance(f.head, Variable)
        pieces = self.flattener.pieces[f.head]
        if len(pieces) == 1 and not self.system.outside_zero:
            return self.flattener.body(pieces[0], f.indices, Scope())
        found: Terms = []
        for p in pieces:
            guard = self.flattener.guard(p, f.indices)
            body = [Term(ONE, ((f, 1),))] if p.body is None else self.flattener.body(p, f.indices, Scope())
            found += restrict_all(body, guard)
        return self.flattener.known.prune_all(found)

    def _unrolled(self, left: Terms, known: Known) -> Terms | None:
        """One step of a recurrence, at the entries for which that leaves least."""
        best: tuple[int, Terms] | None = None
        for chosen, forwards in self._candidates(left):
            try:
                new = cancelled(self._unroll(left, chosen, forwards), known)
            except Unprovable:
                continue
            if best is None or len(new) < best[0]:
                best = (len(new), new)
            if not new:
                return []
        return None if best is None else best[1]

    def _candidates(self, left: Terms) -> Iterator[tuple[frozenset[Entry], bool]]:
        """Entries to unroll together: of one head, at the earliest or the latest time of those that occur."""
        by_head: dict[Variable | Rate, set[Entry]] = {}
        for e in entries(left):
            h = e.head
            recurrent = bool(self.graph.core(h)) if isinstance(h, Variable) else not h.direct
            if recurrent and (isinstance(h, Rate) or self._has_body(h)):
                by_head.setdefault(h, set()).add(e)
        for h, found in by_head.items():
            for forwards in (True, False) if isinstance(h, Rate) else (True,):
                yield from ((group, forwards) for group in self._by_time(h, found, forwards))

    def _by_time(self, h: Variable | Rate, found: set[Entry], forwards: bool) -> list[frozenset[Entry]]:
        """The entries by their time, those first that the others may come from."""
        v = h if isinstance(h, Variable) else (h.of if forwards else h.wrt)
        clock = self.graph.clock(self.graph.loop(v))
        if clock is None:
            return [frozenset(found)]
        at = clock.position[v] + (0 if isinstance(h, Variable) or forwards else h.of.arity)
        times: dict[Affine, set[Entry]] = {}
        for e in found:
            times.setdefault(e.indices[at], set()).add(e)
        return [frozenset(g) for g in times.values()]

    def _unroll(self, left: Terms, chosen: frozenset[Entry], forwards: bool) -> Terms:
        def step(f: Entry | Call) -> Terms | None:
            if not isinstance(f, Entry) or f not in chosen:
                return None
            return self.rates.unrolled(f, forwards) if isinstance(f.head, Rate) else self._definition(f)

        return self.flattener.rewrite(left, step)

    def _functions(self, left: Terms) -> Terms | None:
        """Functions that the network defines by a formula, then those that exponentials express."""
        bodies = {f.name: f for f in self.system.functions if f.body is not None}
        present = {c.function for c in calls(left)}
        for name in present:
            if name in bodies or (name in BY_EXP and name not in self.flattener.declared):

                def written(f: Entry | Call, name: str = name) -> Terms | None:
                    return self._written(f) if isinstance(f, Call) and f.function == name else None

                return self.flattener.rewrite(left, written)
        return None

    def _written(self, f: Call) -> Terms | None:
        declared = self.system.function(f.function)
        args = [list(a.terms) for a in f.args]
        if declared is None:
            return by_exponentials(f.function, args[0], self.flattener)
        if declared.body is None:
            return None
        entry = [Entry(p, ()) for p in declared.parameters]
        body = self.flattener.flatten(declared.body, Scope())
        for e, n in zip(entry, f.order, strict=True):
            for _ in range(n):
                body = self.rates.derive(body, lambda u, e=e: [UNIT] if u == e else [])  # type: ignore[misc]
        values = dict(zip(entry, args, strict=True))
        return self.flattener.rewrite(body, lambda u: values.get(u) if isinstance(u, Entry) else None)


BY_EXP = frozenset({"sigma", "tanh", "sinh", "cosh", "softplus"})


def by_exponentials(function: str, x: Terms, flattener: Flattener) -> Terms:
    r"""Functions that exponentials express: `\sigma(x) = 1/(1 + e^{-x})` and its like."""
    up = flattener.apply("exp", (0,), [x])
    down = power(up, -1)
    if function == "sigma":
        return power([UNIT, *down], -1)
    if function == "softplus":
        return flattener.apply("log", (0,), [[UNIT, *up]])
    if function == "tanh":
        twice = power([UNIT, *flattener.apply("exp", (0,), [scale(x, number(-2))])], -1)
        return [*scale(twice, number(2)), Term(number(-1))]
    sign = number(-1 if function == "sinh" else 1)
    return scale([*up, *scale(down, sign)], number(Fraction(1, 2)))


def calls(terms: Terms) -> Iterator[Call]:
    """Every function in a sum of terms, those inside others included."""
    for t in terms:
        for f, _ in t.powers:
            if isinstance(f, Call):
                yield f
                for a in f.args:
                    yield from calls(list(a.terms))
            elif isinstance(f, Base):
                yield from calls(list(f.inner.terms))


def _free_letters(t: Term) -> frozenset[Sym]:
    return frozenset(s for s in term_letters(t) if s not in t.bound)


def solved(where: Domain, sizes: frozenset[Sym]) -> tuple[dict[Sym, Affine], Domain]:
    """Letters that equalities of a condition fix, with their values, and the other conditions with these put in."""
    values: dict[Sym, Affine] = {}
    rest = where
    while True:
        chosen = _fixed_letter(rest, sizes)
        if chosen is None:
            return values, rest
        sym, value, used = chosen
        step = {sym: value}
        rest = Domain(tuple(c for c in rest.constraints if c is not used)).substitute(step)
        values = {s: v.substitute(step) for s, v in values.items()}
        values[sym] = value


def _fixed_letter(d: Domain, sizes: frozenset[Sym]) -> tuple[Sym, Affine, Constraint] | None:
    for want_size in (False, True):
        for c in d.constraints:
            if c.rel != "==":
                break
            for atom, k in reversed(c.form.terms):
                if k in (1, -1) and isinstance(atom, Sym) and (atom in sizes) == want_size:
                    value = affine(atom) - c.form * k
                    if atom not in value.letters():
                        return atom, value, c
    return None


@lru_cache(maxsize=32)
def prover(system: System) -> Prover:
    """The prover of a system."""
    return Prover(system)


def prove_equal(
    system: System,
    left: Expr,
    right: Expr,
    domain: Domain = TRUE,
    where: tuple[Constraint, ...] = (),
    budget: Budget = Budget(),  # noqa: B008
) -> Proof:
    r"""Is `left = right` for all sizes, all values of the entries, and all free letters in `domain` at which `where` holds?

    Never a false `proved`. Raises nothing: what is too hard is `unknown`.

    >>> from symderiv.expr import Variable, add, total
    >>> from symderiv.domain import interval
    >>> x = Variable("x_{#}")
    >>> split = add(total("k", 1, affine("J") - 1, x("k")), x("J"))
    >>> prove_equal(System((), context=Domain.of(*interval("J", 1, "J").constraints)), total("j", 1, "J", x("j")), split).outcome
    'proved'
    """
    return prover(system).prove(left, right, domain & Domain(where), budget)
