r"""Equality of indexed expressions, proved for all sizes.

The difference of the two sides is flattened and struck out group by group (`compare`). What is left is rewritten, by
what divides and what is assumed (`relations`), then by putting in definitions, the most downstream variable first,
then by unrolling recurrences and writing functions out, until nothing is left or nothing helps; functions with kinks
are taken cell by cell (`cells`). Every rewriting keeps the value, so "nothing left" is a proof; anything else is
`unknown`, never "wrong".

Both sides are taken to use every variable within its range (`outside` of the network aside), denominators not to
vanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

from ..affine import Affine
from ..domain import TRUE, Constraint, Context, Domain, is_empty
from ..errors import DomainTooHard
from ..expr import Expr, Var, Variable, free
from ..system import System
from ..work import WORK, worked
from .cells import Cells
from .compare import cancelled
from .covered import stray
from .factors import Entry, Term, Terms, is_placeholder
from .flatten import Flattener, Scope
from .known import Known, knowing, solved
from .limits import Budget, Unprovable
from .moves import Moves
from .poly import ONE, number
from .rates import Rates
from .terms import scale

Values: TypeAlias = tuple[tuple[Var, Expr], ...]
"""Entries with the values that they have."""
Outcome = Literal["proved", "vacuous", "unknown"]
MOST_UNROLLED = 2
MOST_CASE_SPLITS = 2
ONE_STEP = 3
"""The part of the work that is left which an attempt to unroll may take."""
ROUNDS = 3
"""So many times what it comes to is made simpler."""
REMEMBERED = 500
"""Sides of equations whose terms are kept."""


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
        self.moves = Moves(self.flattener, self.rates)
        self.cells = Cells(self.flattener)
        self.flat: dict[tuple[Expr, Domain], Terms] = {}
        self.at: Values = ()

    def prove(self, left: Expr, right: Expr, where: Domain, budget: Budget, at: Values = ()) -> Proof:
        """`left = right` wherever `where` holds, and where the entries have their values."""
        alone = (free(left) ^ free(right)) - self.system.sizes - where.letters()
        if alone:
            letter = min(s.name for s in alone)
            return Proof("unknown", f"the index {letter} is free on one side only, and nothing says its range")
        self.at = at
        with WORK.allowing(budget.work):
            found = self._prove(left, right, where, budget, worked() + budget.seconds, MOST_CASE_SPLITS)
        if found.proved:
            try:
                out = stray(self.system, left, where) or stray(self.system, right, where)
            except DomainTooHard as e:
                return Proof("unknown", e.cause)
            if out is not None:
                return Proof("unknown", f"an entry of {out.variable.name} lies outside its range")
        return found

    def _prove(self, left: Expr, right: Expr, where: Domain, budget: Budget, deadline: float, splits: int) -> Proof:
        try:
            if where.constraints and is_empty(where, self.flattener.context):
                return Proof("vacuous", "nothing satisfies the condition")
            left_over = self._difference(left, right, where, budget, deadline)
        except Unprovable as e:
            return Proof("unknown", str(e))
        except DomainTooHard as e:
            return Proof("unknown", e.cause)
        except RecursionError:
            return Proof("unknown", "nested too deeply")
        finally:
            self.flattener.known = self.flattener.general
            self.moves.fixed = {}
        if not left_over:
            return Proof("proved")
        found = Proof("unknown", "terms are left that do not cancel", tuple(left_over))
        question = _open_question(left_over) if splits else None
        if question is None:
            return found
        for answer in (Constraint("==", question), Constraint("!=", question)):
            case = self._prove(left, right, where & answer, budget, deadline, splits - 1)
            if case.outcome == "unknown":
                return found
        return Proof("proved")

    def supposing(self, where: Domain) -> Scope:
        """Takes a condition for granted (until `known` is set back); the letters that its equalities fix."""
        context = self.flattener.context
        values, rest = solved(where, self.system.sizes)
        self.flattener.known = knowing(Context(context.known & rest & where, context.positive), self.system.sizes)
        return Scope(values)

    def _difference(self, left: Expr, right: Expr, where: Domain, budget: Budget, deadline: float) -> Terms:
        """What is left of left minus right."""
        scope = self.supposing(where)
        self.moves.fixed = dict(self._fixed(scope))
        ours, theirs = self._flattened(left, where, scope), self._flattened(right, where, scope)
        rest = self.settle(ours + scale(theirs, number(-1)), budget, deadline)
        if rest and self.cells.vanish(rest, lambda terms: not self.settle(terms, budget, deadline)):
            return []
        return rest

    def _fixed(self, scope: Scope) -> Iterator[tuple[Entry, Terms]]:
        """The entries that have a value, as factors."""
        for entry, value in self.at:
            terms = self.flattener.flatten(entry, scope)
            if len(terms) != 1 or terms[0].weight != ONE or len(terms[0].powers) != 1 or terms[0].bound:
                raise Unprovable("an entry with a value is another one")
            ((factor, exponent),) = terms[0].powers
            if not isinstance(factor, Entry) or exponent != 1 or terms[0].domain.constraints:
                raise Unprovable("an entry with a value is another one")
            yield factor, self.flattener.flatten(value, scope)

    def _flattened(self, e: Expr, where: Domain, scope: Scope) -> Terms:
        """The terms of a side, remembered: many solutions say something about the same derivative."""
        key = (e, where)
        if key not in self.flat:
            if len(self.flat) >= REMEMBERED:
                self.flat.clear()
            self.flat[key] = self.flattener.flatten(e, scope)
        return self.flat[key]

    def settle(self, terms: Terms, budget: Budget, deadline: float) -> Terms:
        """What is left of a sum of terms that ought to be zero, after all that helps has been tried."""
        known = self.flattener.known
        left = cancelled(self.moves.at_values(terms), known)
        state = _State()
        for _ in range(budget.rounds):
            if not left:
                return []
            if worked() > deadline or len(left) > budget.terms:
                raise Unprovable("the budget for the proof is spent")
            new = self._next(left, known, state)
            if new is None:
                return left
            left = cancelled(self.moves.at_values(new), known)
        return left

    def _next(self, left: Terms, known: Known, state: _State) -> Terms | None:
        """The cheapest move that applies."""
        new = self.moves.simpler(left, known)
        if new is None:
            new = self.moves.unfolded(left, state.unfolded, simple=True)
        if new is None:
            new = self.moves.plain.written_out(left) or self.moves.coalesced(left, known)
        if new is None and not state.tried_unrolling:
            state.tried_unrolling = True
            if self._is_one_step(left, known):
                return []
        if new is None:
            new = self.moves.unfolded(left, state.unfolded, simple=False)
        if new is None and state.unrolled < MOST_UNROLLED:
            state.unrolled += 1
            state.unfolded.clear()  # a step brings in again what is given in places: the `a_{l-1}` of `z_l`
            new = self.moves.unrolled(left, known)
        return self.moves.functions(left) if new is None else new

    def _is_one_step(self, left: Terms, known: Known) -> bool:
        """Does one step of the derivatives around a recurrence settle it, or a second one where some are steps apart
        then? That may cost only a part of the work."""
        try:
            with WORK.allowing(WORK.left // ONE_STEP):
                new = self.moves.unrolled(left, known, self._simplified)
                if new and self.moves.are_steps_apart(new):
                    new = self.moves.unrolled(new, known, self._simplified)
                return new == []
        except Unprovable:
            return False

    def _simplified(self, left: Terms, known: Known) -> Terms:
        """What a step comes to, with the gates put in that it calls by their names."""
        for _ in range(ROUNDS):
            new = self.moves.simpler(left, known) or self.moves.unfolded(left, set(), simple=True)
            if not left or not new:
                return left
            left = cancelled(self.moves.at_values(new), known)
        return left


def _open_question(left: Terms) -> Affine | None:
    """A form of free letters whose being zero makes a difference to some term."""
    for t in left:
        for c in t.domain.constraints:
            if c.rel in ("==", "!=") and not any(is_placeholder(s) for s in c.letters()):
                return c.form
    return None


@dataclass
class _State:
    """How far a proof has gone."""

    unfolded: set[Variable] = field(default_factory=set)
    tried_unrolling: bool = False
    unrolled: int = 0


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
    at: Values = (),
) -> Proof:
    r"""Is `left = right` for all sizes, all values of the entries, all free letters in `domain` at which `where` holds?

    With `at`, for those values of the entries at which each of some entries has a value; derivatives are taken before.
    Never a false `proved`. Raises nothing: what is too hard is `unknown`.

    >>> from symderiv.expr import Variable, add, total
    >>> from symderiv.affine import affine
    >>> from symderiv.domain import interval
    >>> x = Variable("x_{#}")
    >>> split = add(total("k", 1, affine("J") - 1, x("k")), x("J"))
    >>> system = System((), context=Domain.of(*interval("J", 1, "J").constraints))
    >>> prove_equal(system, total("j", 1, "J", x("j")), split).outcome
    'proved'
    """
    return prover(system).prove(left, right, domain & Domain(where), budget, at)
