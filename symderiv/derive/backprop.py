r"""The backpropagated route as a page: one claim for each delta, each other adjoint and each gradient.

`\delta_k` names the derivative by a pre-activation. An adjoint that is used once only is put in where it is used, so
that the page reads `\delta_i = \frac{\partial E}{\partial o_i} f'(net_i) = (\sum_k \delta_k w_{k,i}) f'(net_i)`.
"""

from __future__ import annotations

from dataclasses import replace as node_replace

from ..affine import Sym, affine
from ..calculus.contract import terms_of
from ..calculus.finish import finished
from ..calculus.flow import Flow, flow
from ..calculus.letters import Letters
from ..calculus.local import piece_of, relettered
from ..domain import TRUE, Constraint, Domain, is_empty, simplify
from ..errors import DerivationError
from ..expr import (
    Add,
    Bracket,
    Cases,
    Expr,
    Mul,
    Partial,
    Sum,
    Var,
    Variable,
    add,
    bound,
    free,
    fresh,
    mul,
    rebuild,
    replace,
    substitute,
    variables,
    walk,
)
from ..step import Bindings, Claim, Derivation, Item, Remark, Route, Step
from ..system import Piece, Role, System
from .adjoint import Adjoints, Gradient, adjoints
from .asked import left_open
from .assume import settled
from .writing import lead_shared, written

DEEPEST = 60
"""So many adjoints are put into each other when the result is written without names."""


class Page:
    """Writes the adjoints of a network as claims."""

    def __init__(self, found: Adjoints, goal: Var | None) -> None:
        self.found = found
        self.goal = goal
        self.flow: Flow = flow(found.source)
        self.letters = Letters(found.source)
        self.named = {bar: v for v, bar in found.of.items()}
        self._used: dict[Variable, frozenset[Variable]] = {}
        self._used_by: dict[Variable, list[Variable]] = {}
        self.wanted = self._wanted(goal.variable if goal else None)
        self.last = goal.variable if goal is not None and not self._users(goal.variable) else None
        self.deltas = found.deltas.intersection(self.wanted) - {self.last}
        self.inlined = {v for v in self.wanted if self._is_inlined(v)}
        self._simple: dict[Piece, Piece] = {}

    def _wanted(self, goal: Variable | None) -> list[Variable]:
        """The variables whose adjoints lead to the goal's, all of them without a goal."""
        if goal is None:
            return list(self.found.of)
        needed: set[Variable] = set()
        waiting = [goal]
        while waiting:
            v = waiting.pop()
            if v not in needed:
                needed.add(v)
                waiting += [self.named[b] for b in self._uses(v)]
        return [v for v in self.found.of if v in needed]

    def _uses(self, v: Variable) -> frozenset[Variable]:
        """The adjoints that the adjoint of a variable is made of."""
        if v not in self._used:
            bodies = (d.body for g in self.found.gradients[v] for d in g.definitions if d.body is not None)
            self._used[v] = frozenset(x for body in bodies for x in variables(body) if x in self.named)
        return self._used[v]

    def _users(self, v: Variable) -> list[Variable]:
        """Those among the wanted variables whose adjoints are made of that of `v`."""
        if not self._used_by:
            for u in self.wanted:
                for bar in self._uses(u):
                    self._used_by.setdefault(bar, []).append(u)
        return self._used_by.get(self.found.of[v], [])

    def _is_inlined(self, v: Variable) -> bool:
        """Is it a plain formula that only one other adjoint uses?"""
        gradients, users = self.found.gradients[v], self._users(v)
        single = len(gradients) == 1 and len(gradients[0].definitions) == 1 and len(users) == 1
        return single and v not in self.deltas and not self.flow.is_given(v) and users[0] in self.found.deltas

    def gradients(self) -> tuple[Partial, ...]:
        """The derivative by each parameter, in the order of the network."""
        objective = Var(self.found.objective)
        given = [v for v in self.flow.pieces if v in self.wanted and self.flow.is_given(v)]
        return tuple(Partial(objective, g.piece.lhs) for v in given for g in self.found.gradients[v])

    # -------------------------------------------------------------------------------------------------------- formulas

    def shown(self, e: Expr) -> Expr:
        r"""Adjoints that have no letter of their own as derivatives, `\partial E/\partial o_k`."""
        objective = Var(self.found.objective)

        def derivative(x: Expr) -> Expr | None:
            if isinstance(x, Var) and x.variable in self.named:
                v = self.named[x.variable]
                if v in self.deltas:
                    return None
                entry = Var(v, x.indices)
                return Partial(objective, entry, direct=self._is_leaf(v))
            return None

        return replace(e, derivative)

    def _is_leaf(self, v: Variable) -> bool:
        """Is its adjoint nothing but the derivative of a function left open?"""
        bodies = [d.body for g in self.found.gradients[v] for d in g.definitions]
        return len(bodies) == 1 and isinstance(bodies[0], Partial)

    def put_in(self, e: Expr, taken: frozenset[Sym]) -> Expr:
        """With the adjoints put in that are not written on their own; `taken` are letters that no sum may bind."""

        def body(x: Expr) -> Expr | None:
            if isinstance(x, Var) and x.variable in self.named and self.named[x.variable] in self.inlined:
                piece = self.found.gradients[self.named[x.variable]][0].definitions[0]
                found = piece.at(x.indices)[1]
                return None if found is None else relettered(found, self.letters, free(x) | free(e) | taken)
            return None

        return replace(e, body)

    def simpler(self, e: Expr, domain: Domain) -> Expr:
        """With factors cancelled and assumptions used, if fewer things are left standing; not for parentheses alone."""
        result = self.flat(e, domain)
        return result if _standing(result) < _standing(e) else e

    def flat(self, e: Expr, domain: Domain) -> Expr:
        """Multiplied out, with factors cancelled and assumptions used."""
        known = self.flow.known & domain
        return written(settled(terms_of(e), self.found.source, known), known, self.letters)

    # ---------------------------------------------------------------------------------------------------------- claims

    def items(self) -> list[Item]:
        """Every claim, from the objective backwards; the goal's own is stated for the entry asked for."""
        made: list[Item] = []
        for v in self.wanted:
            if v not in self.inlined and v != self.last and not self._is_leaf(v):
                made += [
                    c for g in self.found.gradients[v] if g.piece.role is not Role.CONSTANT for c in self._all(v, g)
                ]
        if self.goal is not None and not any(self._reaches(item) for item in made):
            made.append(self._at(self.goal))
        left_open = any(isinstance(item, Claim) and item.caption == "left open" for item in made)
        return made if left_open else [Remark("backpropagation"), *made]

    def _all(self, v: Variable, gradient: Gradient) -> list[Claim]:
        """The claims for an adjoint that is used further on."""
        if self.goal == gradient.piece.lhs and v not in self.deltas:
            return [self._at(self.goal)]
        return [self._claim(v, gradient, d) for d in gradient.definitions]

    def _claim(self, v: Variable, gradient: Gradient, piece: Piece) -> Claim:
        assert piece.body is not None
        entry = Var(v, piece.indices)
        total = Partial(Var(self.found.objective), entry)
        steps = self._steps(piece.body, piece.domain, "chain rule" if v in self.deltas else "adjoint")
        where = self._where(gradient, piece)
        if v in self.deltas:
            left = Var(piece.variable, piece.indices)
            named = (Step(total, "definition"), *steps)
            return Claim(left, named, piece.domain, where, "delta", (("variable", entry),))
        return Claim(total, steps, piece.domain, where, *self._caption(entry))

    def _caption(self, entry: Var) -> tuple[str, Bindings]:
        if self.flow.is_given(entry.variable):
            return "gradient", (("wrt", entry),)
        return "adjoint", (("variable", entry),)

    def _steps(self, body: Expr, domain: Domain, rule: str) -> tuple[Step, ...]:
        """An adjoint's formula, with what is used once put in, and simplified where it can be."""
        known = self.flow.known & domain
        # no bound letter may be one of which the domain says something, even where that stands nowhere else
        body = lead_shared(finished(relettered(body, self.letters, free(body) | domain.letters()), known))
        steps = [Step(self.shown(body), rule)]
        inner = lead_shared(finished(self.put_in(body, domain.letters()), known))
        for then, e in (("substitution", inner), ("collect", self.simpler(inner, domain))):
            if self.shown(e) != steps[-1].right:
                steps.append(Step(self.shown(e), then))
        return tuple(steps)

    def _reaches(self, item: Item) -> bool:
        """Does the item say for every point what the goal is?"""
        goal = Partial(Var(self.found.objective), self.goal) if self.goal is not None else None
        return isinstance(item, Claim) and goal in item.members[:-1] and not item.where

    def _at(self, entry: Var) -> Claim:
        """The gradient at the entry that is asked for, its definitions restated there; several of them as cases."""
        goal = Partial(Var(self.found.objective), entry)
        home = piece_of(self.flow, entry)
        domain = simplify(home.at(entry.indices)[0], self.flow.known)
        known = self.flow.known & domain
        rows: list[tuple[Expr, Domain]] = []
        for piece in (d for g in self.found.gradients[entry.variable] if g.piece == home for d in g.definitions):
            guard, body = piece.at(entry.indices)
            if body is not None and not is_empty(guard & domain, self.flow.known):
                rows.append((body, simplify(guard, known)))
        if not rows:
            raise DerivationError(f"{self.found.objective.name} does not depend on {entry.variable.name} there")
        caption, bindings = self._caption(entry)
        if self._is_leaf(entry.variable):
            caption, bindings = left_open(self.found.source, goal)
        if len(rows) == 1:
            return Claim(goal, self._steps(rows[0][0], domain, "adjoint"), domain, (), caption, bindings)
        final = ((self._steps(body, domain & guard, "adjoint")[-1].right, guard.constraints) for body, guard in rows)
        return Claim(goal, (Step(Cases(tuple(final)), "adjoint"),), domain, (), caption, bindings)

    def _where(self, gradient: Gradient, piece: Piece) -> tuple[Constraint, ...]:
        """What the definition's domain says beyond the range of the variable."""
        values = {
            a.letter: b
            for a, b in zip(gradient.piece.indices, piece.indices, strict=True)
            if a.letter is not None and a != b
        }
        usual = gradient.piece.domain.substitute(values)
        return simplify(piece.domain, self.flow.known & usual).constraints

    def named_adjoints(self, e: Expr) -> Expr:
        """With derivatives of the objective as the adjoints that they are."""
        objective = Var(self.found.objective)

        def named(x: Expr) -> Expr | None:
            if isinstance(x, Partial) and x.of == objective and not x.direct and x.wrt.variable in self.found.of:
                return self.found.gradient(x.wrt)
            return None

        return replace(e, named)

    def closed(self, e: Expr, domain: Domain, depth: int = 0) -> Expr:
        """With every adjoint put in, down to the derivatives of a function left open, for the points of a domain.

        Raises `DerivationError` where that does not end.
        """
        if depth > DEEPEST:
            raise DerivationError("the adjoints are a recursion", hint="they stay as they are: --route backprop")
        if isinstance(e, Var) and e.variable in self.named:
            return self._closed_adjoint(e, domain, depth)
        if isinstance(e, Sum):
            if e.letter in domain.letters():
                letter = fresh(domain.letters() | free(e) | bound(e), e.letter)
                inside = {e.letter: affine(letter)}
                where = tuple(c.substitute(inside) for c in e.where)
                e = Sum(letter, e.lowers, e.uppers, substitute(e.body, inside), where)
            return Sum(e.letter, e.lowers, e.uppers, self.closed(e.body, domain & e.domain, depth), e.where)
        if isinstance(e, Mul):
            for factor in e.factors:
                domain &= Domain(factor.where) if isinstance(factor, Bracket) else TRUE
        return rebuild(e, lambda x: self.closed(x, domain, depth))

    def _simplest(self, piece: Piece) -> Piece:
        """A definition of an adjoint with what is used once put in, simplified where it can be."""
        if piece not in self._simple:
            body = piece.body
            assert body is not None
            body = relettered(body, self.letters, free(body) | piece.domain.letters())
            inner = self.put_in(body, piece.domain.letters())
            self._simple[piece] = node_replace(piece, body=self.simpler(inner, piece.domain))
        return self._simple[piece]

    def _closed_adjoint(self, e: Var, domain: Domain, depth: int) -> Expr:
        terms: list[Expr] = []
        for gradient in self.found.gradients[self.named[e.variable]]:
            for piece in gradient.definitions:
                guard, body = self._simplest(piece).at(e.indices)
                left = simplify(guard, self.flow.known & domain)
                if left.is_false or body is None:
                    continue
                made = self.closed(body, domain & guard, depth + 1)
                terms.append(made if left.is_true else mul(Bracket(left.constraints), made))
        return add(*terms)


def backprop(system: System, goal: Partial | None = None) -> Derivation:
    """The backpropagated derivation: of every parameter, or of what leads to the goal.

    Raises `DerivationError` if the objective does not depend on the goal.
    """
    found = adjoints(system) if goal is None else adjoints_towards(system, goal.wrt)
    page = Page(found, None if goal is None else goal.wrt)
    goals = (goal,) if goal is not None else page.gradients()
    if not goals:
        raise DerivationError("the objective depends on no parameter", hint="name what to differentiate by: --wrt x")
    names = tuple((bar, meaning) for bar, meaning in found.names if page.named[bar] in page.deltas)
    return Derivation(system, goals[0], Route.BACKPROP, tuple(page.items()), names, goals[1:])


def adjoints_towards(system: System, entry: Var) -> Adjoints:
    """The adjoints with that of an entry, whatever it is.

    Raises `DerivationError` if the objective does not depend on it.
    """
    constant = piece_of(flow(system), entry).role is Role.CONSTANT
    found = adjoints(system, (entry.variable,), constants=constant)
    found.gradient(entry)
    return found


def _standing(e: Expr) -> int:
    """How many names, numbers and calls stand in an expression: what parentheses and plus signs do not change."""
    return sum(1 for x in walk(e) if not isinstance(x, (Add, Mul, Sum)))
