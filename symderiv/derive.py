r"""From a network and a goal, `\partial E / \partial w_b`, to a derivation: this file is the pipeline.

The expanded route is the lecture's: chain rule over the cut, first factor, second factor, inner derivatives, pieces put
back. Where it does not end (a recurrence) or would be longer than a person writes, the backpropagated route follows.
"""

from __future__ import annotations

from .adjoint import adjoints
from .backprop import Page, backprop
from .chain import Expansion
from .errors import DerivationError
from .expand import Recursion, TooDeep
from .expr import Expr, Partial, Var
from .normal.prove import prove_equal
from .step import Claim, Derivation, Item, Remark, Route, Step
from .system import System


def derive(system: System, goal: Partial, route: Route | None = None) -> Derivation:
    r"""The derivation of a goal: expanded where that ends, else backpropagated, unless a route is asked for.

    Raises `DerivationError` if the goal is no derivative of the objective, if the objective does not depend on it, or
    if the expanded route is asked for and does not end.
    """
    if goal.of != (Var(system.objective) if system.objective else None):
        raise DerivationError("only the objective can be derived", hint="name it with --objective")
    if route is Route.BACKPROP:
        return backprop(system, goal)
    engine = Expansion(system, goal.of.variable)
    try:
        engine.gradient(goal.wrt, top=True)
    except (Recursion, TooDeep) as reason:
        if route is Route.EXPANDED:
            raise
        return _continued(backprop(system, goal), engine, reason)
    found = Derivation(system, goal, Route.EXPANDED, tuple(engine.items))
    return _both(found, backprop(system, goal)) if route is Route.BOTH else found


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
    left: Expr = found.result
    right = Page(made, entry).closed(made.gradient(entry))
    domain = next(c.domain for c in reversed(found.claims) if c.left == found.goal)
    claim = Claim(left, (Step(right, "equal"),), domain, caption="routes compared")
    proof = prove_equal(found.system, left, right, domain)
    return (claim, Remark("routes agree")) if proof.outcome == "proved" else (claim,)
