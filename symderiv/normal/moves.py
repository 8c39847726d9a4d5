"""What can be done to a sum of terms that ought to be zero and does not show it: the moves of a proof.

Each move keeps the value. `None` says that it does not apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from ..affine import Affine, affine
from ..expr import Variable
from ..functions import CHANGE
from ..work import Memory
from .angles import angles_apart
from .coalesce import coalesced
from .compare import cancelled
from .factors import UNIT, Base, Call, Entry, Rate, Term, Terms, fresh, is_placeholder, term_letters
from .few_values import roots
from .flatten import Flattener, Scope
from .graph import Graph, entries
from .hinges import by_steps, hinged
from .inverses import identities
from .known import Known
from .limits import Unprovable
from .plain_recurrences import PlainRecurrences
from .poly import ONE, number
from .powers import power, written_out
from .rates import Rates
from .relations import Relation, reduced, relation
from .rewrite import rebuilt, rewrite
from .terms import canonical, collect, restrict_all, scale

MOST_TRIED = 2
Step: TypeAlias = tuple[frozenset[Entry], bool]
"""A step of a recurrence: the entries to unroll, and whether forwards."""
Simplify: TypeAlias = Callable[[Terms, Known], Terms]
ANY = affine(fresh())
"""Stands for whatever is summed over."""


class Moves:
    """The moves in one system."""

    def __init__(self, flattener: Flattener, rates: Rates) -> None:
        self.flattener = flattener
        self.rates = rates
        self.graph: Graph = rates.graph
        self.system = flattener.system
        self.plain = PlainRecurrences(flattener, rates)
        self.fixed: dict[Entry, Terms] = {}  # entries that have a value where the proof is about
        # what single steps come to, of the terms that were looked at last: a proof asks for the same ones twice
        self.left: Terms = []
        self.steps: Memory[Terms] = Memory()
        self.forms: dict[int, Memory[Term]] = {}

    @cached_property
    def assumed(self) -> tuple[Relation, ...]:
        """The assumptions of the system as relations, what inverses are, and few values as roots of a polynomial."""
        found = []
        of_inverses = (a for x in self.system.inverses for a in identities(x))
        for a in (*self.system.assumptions, *of_inverses, *(roots(v) for v in self.system.values)):
            with self.flattener.in_general():
                terms = collect(self.flattener.flatten(a.left) + scale(self.flattener.flatten(a.right), number(-1)))
            free = frozenset(s for t in terms for s in term_letters(t) if s not in t.bound) - self.system.sizes
            r = relation(terms, free)
            if r is not None:
                found.append(r)
        return tuple(found)

    def simpler(self, left: Terms, known: Known) -> Terms | None:
        """Powers of sums written out, denominators and assumptions used, resolvents that are a delta put in."""
        declared = self.flattener.facts.declared
        plain = by_steps([hinged(t, declared) for t in left], self.flattener.facts)
        written = [x for t in plain for x in written_out(t, self.flattener.facts)]
        if any(isinstance(f, Entry) and isinstance(f.head, Rate) for t in written for f, _ in t.powers):
            written = rewrite(
                self.flattener, written, lambda f: self.rates.at_once(f) if isinstance(f, Entry) else None
            )
        found = reduced(written, self.assumed, known)
        if found is not None:
            return found
        changed = len(written) != len(left) or any(a is not b for a, b in zip(written, left, strict=True))
        return known.prune_all(written) if changed else None

    def at_values(self, left: Terms) -> Terms:
        """The terms with the values of entries put in, at any time: no move differentiates terms."""
        if self.system.inverses:
            left = rewrite(self.flattener, left, _at_rest)
        if not self.fixed:
            return left
        return rewrite(self.flattener, left, self._value, frozenset(e.head for e in self.fixed))

    def _value(self, f: Entry | Call) -> Terms | None:
        return self.fixed.get(f) if isinstance(f, Entry) else None

    def coalesced(self, left: Terms, known: Known) -> Terms | None:
        """Adjacent sums inside functions joined."""
        context = known.context
        return rebuilt(self.flattener, left, lambda n, outside: coalesced(n, context & outside))

    def unfolded(self, left: Terms, done: set[Variable], simple: bool) -> Terms | None:
        """Definitions put in, recurrences aside: all that have no sums, or else the most downstream one that has. What
        is given in places is put in only once (`done`)."""
        found: Terms | None = None
        while True:
            present = {e.head for e in entries(left if found is None else found) if isinstance(e.head, Variable)}
            nodes = [v for v in present if v not in done and self.graph.is_node(v) and not self.graph.core(v)]
            nodes = [v for v in nodes if self.graph.is_simple(v) == simple]
            if not nodes:
                return found
            chosen = max(nodes, key=lambda v: (self.graph.rank(v), v.key))
            if any(p.body is None for p in self.flattener.pieces[chosen]):
                done.add(chosen)
            found = self._put_in(left if found is None else found, chosen)
            if not simple:
                return found

    def _put_in(self, terms: Terms, v: Variable) -> Terms:
        def by_definition(f: Entry | Call) -> Terms | None:
            if not isinstance(f, Entry) or f.head != v:
                return None
            return self.fixed[f] if f in self.fixed else self._definition(f)

        return rewrite(self.flattener, terms, by_definition, frozenset((v,)))

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

    def unrolled(self, left: Terms, known: Known, of_rates: Simplify | None = None) -> Terms | None:
        """One step of a recurrence, at the entries for which that leaves least.

        With `of_rates` a step of derivatives only, and what it comes to simplified so.
        """
        if self.left is not left:
            self.left, self.steps, self.forms = left, Memory(), {id(t): Memory() for t in left}
        tried: list[tuple[Step, Terms]] = []
        for step in self._candidates(left, of_rates is not None):
            try:
                terms = self.steps.recall(step, lambda step=step: self._collected(self._unroll(left, *step)))  # type: ignore[misc]
            except Unprovable:
                continue
            if not terms:
                return []
            tried.append((step, terms))
        best: Terms | None = None
        for step, terms in sorted(tried, key=lambda x: len(x[1]))[:MOST_TRIED]:
            new = self.steps.recall((step, known), lambda terms=terms: cancelled(terms, known))  # type: ignore[misc]
            new = of_rates(new, known) if of_rates is not None else new
            if not new:
                return []
            if best is None or len(new) < len(best):
                best = new
        return best

    def _collected(self, terms: Terms) -> Terms:
        """The terms collected; those that a step leaves as they are were made canonical for the step before."""

        def form(t: Term, high: int) -> Term:
            mine = self.forms.get(id(t))
            return canonical(t, high) if mine is None else mine.recall(high, lambda: canonical(t, high))

        return collect(terms, form=form)

    def _candidates(self, left: Terms, rates_only: bool) -> Iterator[Step]:
        """Entries to unroll together: of one head, at the time from which unrolling leads to the others."""
        by_head: dict[Variable | Rate, dict[Entry, None]] = {}
        for e in entries(left):
            h = e.head
            recurrent = bool(self.graph.core(h)) if isinstance(h, Variable) else not h.direct
            if recurrent and (isinstance(h, Rate) or (not rates_only and self.graph.is_node(h))):
                by_head.setdefault(h, {})[e] = None
        for h, found in by_head.items():
            for forwards in (False, True) if isinstance(h, Rate) else (True,):
                yield from ((group, forwards) for group in self._outermost(h, list(found), forwards))

    def are_steps_apart(self, left: Terms) -> bool:
        """Are there derivatives around a recurrence of what is computed a known number of steps apart?"""
        times: dict[Rate, set[Affine]] = {}
        for e in entries(left):
            h = e.head
            if isinstance(h, Rate) and not h.direct:
                time = self.graph.clock(self.graph.loop(h.of)).time(h.of)
                times.setdefault(h, set()).update([] if time is None else [e.indices[time]])
        return any((a - b).is_constant and a != b for at in times.values() for a in at for b in at)

    def _outermost(self, h: Variable | Rate, found: list[Entry], forwards: bool) -> list[frozenset[Entry]]:
        """The entries at the latest time (backwards: at the earliest); several groups where times do not compare.

        In a sum over all times those go together that are the same but for the letters they are summed over.
        """
        v = h if isinstance(h, Variable) else (h.of if forwards else h.wrt)
        clock = self.graph.clock(self.graph.loop(v))
        time = clock.time(v)
        if time is None:
            return [frozenset(found)]
        at = time + (0 if isinstance(h, Variable) or forwards else h.of.arity)
        sign = clock.sign if forwards else -clock.sign
        end = slice(None) if isinstance(h, Variable) else slice(h.of.arity) if forwards else slice(h.of.arity, None)
        times: dict[Affine, list[Entry]] = {}
        alike: dict[tuple[Affine, ...], list[Entry]] = {}
        for e in found:
            if any(is_placeholder(s) for s in e.indices[at].letters()):
                alike.setdefault(tuple(map(_anyhow, e.indices[end])), []).append(e)
            else:
                times.setdefault(e.indices[at] * sign, []).append(e)
        latest = [
            group
            for time, group in times.items()
            if not any((other - time).is_constant and (other - time).const > 0 for other in times)
        ]
        return [frozenset(group) for group in (*latest, *alike.values())]

    def _unroll(self, left: Terms, chosen: frozenset[Entry], forwards: bool) -> Terms:
        def step(f: Entry | Call) -> Terms | None:
            if not isinstance(f, Entry) or f not in chosen:
                return None
            return self.rates.unrolled(f, forwards) if isinstance(f.head, Rate) else self._definition(f)

        return rewrite(self.flattener, left, step, frozenset(e.head for e in chosen))

    def functions(self, left: Terms) -> Terms | None:
        """Functions that the network defines by a formula written out, or those that exponentials express, where more
        than one of their family occurs; sines and cosines of sums."""
        bodies = frozenset(f.name for f in self.system.functions if f.body is not None)
        present = dict.fromkeys(c.function for c in calls(left))
        known = [name for name in present if name not in self.flattener.facts.declared]
        by_exp = [name for name in known if name in BY_EXP] if len(FAMILY.intersection(known)) > 1 else []
        chosen = next((name for name in (*present, *by_exp) if name in bodies or name in by_exp), None)
        if chosen is None:
            return angles_apart(self.flattener, left)

        def written(f: Entry | Call) -> Terms | None:
            return self._written(f) if isinstance(f, Call) and f.function == chosen else None

        return rewrite(self.flattener, left, written)

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
        return rewrite(self.flattener, body, lambda u: values.get(u) if isinstance(u, Entry) else None)


BY_EXP = frozenset({"sigma", "tanh", "sinh", "cosh", "softplus"})
FAMILY = BY_EXP | {"exp", "log"}


def _at_rest(f: Entry | Call) -> Terms | None:
    """Nothing has been moved where a line is about (see `functions.CHANGE`)."""
    return [] if isinstance(f, Call) and f.function == CHANGE and not any(f.order) else None


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


def _anyhow(form: Affine) -> Affine:
    """A form with one letter for all that are summed over."""
    return form.substitute({s: ANY for s in form.letters() if is_placeholder(s)})


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
