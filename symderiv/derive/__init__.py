r"""From a network and a goal, `\partial E / \partial w_b`, to a derivation: this file is the pipeline.

The expanded route is the lecture's: chain rule over the cut, first factor, second factor, inner derivatives, pieces put
back. Where it does not end (a recurrence) or would be longer than a person writes, the backpropagated route follows.
"""

from __future__ import annotations

from ..calculus.flow import flow
from ..domain import TRUE
from ..errors import DerivationError
from ..expr import Expr, Partial, Var
from ..normal.prove import prove_equal
from ..step import Claim, Derivation, Item, Remark, Route, Step
from ..system import System
from .adjoint import adjoints
from .backprop import Page, backprop
from .chain import Expansion
from .expand import Recursion, TooDeep


def derive(system: System, goal: Partial, route: Route | None = None) -> Derivation:
    r"""The derivation of a goal: expanded where that ends, else backpropagated, unless a route is asked for.

    Raises `DerivationError` if the goal is no derivative of the objective, if the objective does not depend on it, or
    if the expanded route is asked for and does not end.
    """
    if system.objective is None or goal.of != Var(system.objective):
        raise DerivationError("only the objective can be derived", hint="name it with --objective")
    if not flow(system).reaches(goal.wrt.variable, system.objective):
        raise DerivationError(f"{system.objective.name} does not depend on {goal.wrt.variable.name}")
    root = root_of_tie(system, goal.wrt)
    if root != goal.wrt:
        return _of_tie(goal, derive(system, Partial(goal.of, root), route))
    if route is Route.BACKPROP:
        return backprop(system, goal)
    engine = Expansion(system, system.objective)
    try:
        engine.gradient(goal.wrt, top=True)
    except (Recursion, TooDeep) as reason:
        if route is Route.EXPANDED:
            raise
        return _continued(backprop(system, goal), engine, reason)
    found = Derivation(system, goal, Route.EXPANDED, tuple(engine.items))
    return _both(found, backprop(system, goal)) if route is Route.BOTH else found


def root_of_tie(system: System, entry: Var) -> Var:
    """The entry that stands for a class of tied weights without a named root; any other entry as it is.

    By a member of such a class one means the total effect of all of them.
    """
    members = next((tie for tie in system.ties if entry.variable in tie), (entry.variable,))
    same = [link.entry for link in flow(system).links(entry) if link.entry.variable in members]
    return same[-1]


def _of_tie(goal: Partial, found: Derivation) -> Derivation:
    """The derivation by the root of a tie, as one by another member."""
    domain = next((c.domain for c in reversed(found.claims) if c.left == found.goal), TRUE)
    first = Claim(goal, (Step(found.goal, "tie"),), domain)
    last = Claim(goal, (Step(found.goal, "tie"), Step(found.result, "substitution")), domain)
    items = (first, *found.items, *(() if found.result == found.goal else (last,)))
    return Derivation(found.system, goal, found.route, items, found.names)


def _continued(found: Derivation, engine: Expansion, reason: Recursion | TooDeep) -> Derivation:
    """The backpropagated derivation after what the expanded one got to."""
    if isinstance(reason, TooDeep):
        return found
    items: tuple[Item, ...] = (*engine.items, Remark("recursion", (("variable", reason.variable),)), *found.items)
    return Derivation(found.system, found.goal, Route.BACKPROP, items, found.names)


def _both(found: Derivation, other: Derivation) -> Derivation:
    """One derivation after the other, and what compares their results."""
    items = (*found.items, *other.items, *agreement(found))
    return Derivation(found.system, found.goal, Route.BOTH, items, other.names)


def agreement(found: Derivation) -> tuple[Item, ...]:
    """The claim that the expanded result equals the backpropagated one, and that it is proved if it is."""
    entry = found.goal.wrt
    made = adjoints(found.system, (entry.variable,))
    page = Page(made, entry)
    left: Expr = found.result
    domain = next(c.domain for c in reversed(found.claims) if c.left == found.goal)
    right = page.closed(made.gradient(entry), domain)
    claim = Claim(left, (Step(right, "equal"),), domain, caption="routes compared")
    proof = prove_equal(found.system, page.closed(page.named_adjoints(left), domain), right, domain)
    return (claim, Remark("routes agree")) if proof.outcome == "proved" else (claim,)
