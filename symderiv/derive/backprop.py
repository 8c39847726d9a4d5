r"""The backpropagated route as a page: one claim for each delta, each other adjoint and each gradient.

`\delta_k` names the derivative by a pre-activation. An adjoint that is used once only is put in where it is used, so
that the page reads `\delta_i = \frac{\partial E}{\partial o_i} f'(net_i) = (\sum_k \delta_k w_{k,i}) f'(net_i)`.
"""

from __future__ import annotations

from ..calculus.contract import terms_of
from ..calculus.flow import Flow, flow
from ..calculus.letters import Letters
from ..calculus.local import relettered
from ..domain import TRUE, Constraint, Domain, simplify
from ..errors import DerivationError
from ..expr import (
    Bracket,
    Expr,
    Mul,
    Partial,
    Sum,
    Var,
    Variable,
    add,
    free,
    mul,
    rebuild,
    replace,
    variables,
    walk,
)
from ..step import Claim, Derivation, Item, Remark, Route, Step
from ..system import Piece, System
from .adjoint import Adjoints, Gradient, adjoints
from .assume import settled
from .writing import written

DEEPEST = 60
"""So many adjoints are put into each other when the result is written without names."""


class Page:
    """Writes the adjoints of a network as claims."""

    def __init__(self, found: Adjoints, goal: Var | None) -> None:
        self.found = found
        self.flow: Flow = flow(found.source)
        self.letters = Letters(found.source)
        self.named = {bar: v for v, bar in found.of.items()}
        self.wanted = self._wanted(goal.variable if goal else None)
        self.inlined = {v for v in self.wanted if self._is_inlined(v)}

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

    def _uses(self, v: Variable) -> set[Variable]:
        """The adjoints that the adjoint of a variable is made of."""
        bodies = (d.body for g in self.found.gradients[v] for d in g.definitions if d.body is not None)
        return {x for body in bodies for x in variables(body) if x in self.named}

    def _is_inlined(self, v: Variable) -> bool:
        """Is it a plain formula that only one other adjoint uses?"""
        gradients = self.found.gradients[v]
        users = [u for u in self.wanted if self.found.of[v] in self._uses(u)]
        single = len(gradients) == 1 and len(gradients[0].definitions) == 1 and len(users) == 1
        return single and v not in self.found.deltas and not self.flow.is_given(v) and users[0] in self.found.deltas

    # -------------------------------------------------------------------------------------------------------- formulas

    def shown(self, e: Expr) -> Expr:
        r"""Adjoints that have no letter of their own as derivatives, `\partial E/\partial o_k`."""
        objective = Var(self.found.objective)

        def derivative(x: Expr) -> Expr | None:
            if isinstance(x, Var) and x.variable in self.named:
                v = self.named[x.variable]
                if v in self.found.deltas:
                    return None
                entry = Var(v, x.indices)
                return Partial(objective, entry, direct=self._is_leaf(v))
            return None

        return replace(e, derivative)

    def _is_leaf(self, v: Variable) -> bool:
        """Is its adjoint nothing but the derivative of a function left open?"""
        bodies = [d.body for g in self.found.gradients[v] for d in g.definitions]
        return len(bodies) == 1 and isinstance(bodies[0], Partial)

    def put_in(self, e: Expr) -> Expr:
        """With the adjoints put in that are not written on their own."""

        def body(x: Expr) -> Expr | None:
            if isinstance(x, Var) and x.variable in self.named and self.named[x.variable] in self.inlined:
                piece = self.found.gradients[self.named[x.variable]][0].definitions[0]
                found = piece.at(x.indices)[1]
                return None if found is None else relettered(found, self.letters, free(x) | free(e))
            return None

        return replace(e, body)

    def simpler(self, e: Expr, domain: Domain) -> Expr:
        """With factors cancelled and assumptions used, if that makes it shorter."""
        known = self.flow.known & domain
        result = written(settled(terms_of(e), self.found.source, known), known, self.letters)
        return result if sum(1 for _ in walk(result)) < sum(1 for _ in walk(e)) else e

    # ---------------------------------------------------------------------------------------------------------- claims

    def items(self) -> list[Item]:
        """Every claim, from the objective backwards."""
        made: list[Item] = [Remark("backpropagation")]
        for v in self.wanted:
            if v not in self.inlined and not self._is_leaf(v):
                for gradient in self.found.gradients[v]:
                    made += [self._claim(v, gradient, d) for d in gradient.definitions]
        return made

    def _claim(self, v: Variable, gradient: Gradient, piece: Piece) -> Claim:
        assert piece.body is not None
        entry = Var(v, piece.indices)
        total = Partial(Var(self.found.objective), entry)
        left: Expr = total
        steps: list[Step] = []
        if v in self.found.deltas:
            left = Var(piece.variable, piece.indices)
            steps.append(Step(total, "definition"))
        first = self.shown(piece.body)
        steps.append(Step(first, "adjoint" if v not in self.found.deltas else "chain rule"))
        inner = self.put_in(piece.body)
        for rule, e in (("substitution", inner), ("collect", self.simpler(inner, piece.domain))):
            if self.shown(e) != steps[-1].right:
                steps.append(Step(self.shown(e), rule))
        caption = "delta" if v in self.found.deltas else "gradient" if self.flow.is_given(v) else "adjoint"
        bindings = (("wrt" if caption == "gradient" else "variable", entry),)
        where = self._where(gradient, piece)
        return Claim(left, tuple(steps), piece.domain, where, caption, bindings)

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
            raise DerivationError("the adjoints are a recursion")
        if isinstance(e, Var) and e.variable in self.named:
            return self._closed_adjoint(e, domain, depth)
        if isinstance(e, Sum):
            return Sum(e.letter, e.lowers, e.uppers, self.closed(e.body, domain & e.domain, depth), e.where)
        if isinstance(e, Mul):
            for factor in e.factors:
                domain &= Domain(factor.where) if isinstance(factor, Bracket) else TRUE
        return rebuild(e, lambda x: self.closed(x, domain, depth))

    def _closed_adjoint(self, e: Var, domain: Domain, depth: int) -> Expr:
        terms: list[Expr] = []
        for gradient in self.found.gradients[self.named[e.variable]]:
            for piece in gradient.definitions:
                guard, body = piece.at(e.indices)
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
    found = adjoints(system, () if goal is None else (goal.wrt.variable,))
    entry = None if goal is None else goal.wrt
    if entry is not None:
        found.gradient(entry)
    page = Page(found, entry)
    if goal is None:
        last = next(reversed(found.of), None)
        if last is None:
            raise DerivationError("the objective depends on no parameter")
        goal = Partial(Var(found.objective), Var(last, found.gradients[last][0].piece.indices))
    names = tuple((bar, meaning) for bar, meaning in found.names if self_named(page, bar))
    return Derivation(system, goal, Route.BACKPROP, tuple(page.items()), names)


def self_named(page: Page, bar: Variable) -> bool:
    """Does the page use that name?"""
    return page.named[bar] in page.wanted
