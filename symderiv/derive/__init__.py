r"""From a network and a goal, `\partial E / \partial w_b`, to a derivation: this file is the pipeline.

The expanded route is the lecture's: chain rule over the cut, first factor, second factor, inner derivatives, pieces put
back. Where it does not end (a recurrence) or would be longer than a person writes, the backpropagated route follows.
"""

from __future__ import annotations

from ..calculus.finish import finished
from ..calculus.flow import flow
from ..calculus.local import piece_of, relettered, wrt_of
from ..calculus.match import same
from ..domain import simplify
from ..errors import DerivationError
from ..expr import Expr, Partial, Var, free
from ..normal.prove import prove_equal
from ..step import Bindings, Claim, Derivation, Item, Remark, Route, Step
from ..system import System
from .asked import check_goal
from .backprop import Page, adjoints_towards, backprop
from .chain import Expansion
from .expand import Recursion, TooDeep

SCALAR = "define a scalar, such as one entry of it, and name that as the objective"


def derive(system: System, goal: Partial, route: Route | None = None) -> Derivation:
    r"""The derivation of a goal: expanded where that ends, else backpropagated, unless a route is asked for.

    Raises `DerivationError` if the goal is no derivative of the objective, if the objective does not depend on it, or
    if the expanded route is asked for and does not end.
    """
    check_goal(system, goal)
    assert system.objective is not None
    if system.objective.arity:
        return _of_node(system, goal, route)
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
    left_open = found.claims[-1].caption == "left open"
    return _both(found, backprop(system, goal)) if route is Route.BOTH and not left_open else found


def _of_node(system: System, goal: Partial, route: Route | None) -> Derivation:
    r"""The derivative of an entry, `\partial net_j/\partial w_b`: the second factor of a chain rule on its own."""
    assert system.objective is not None
    assert isinstance(goal.of, Var)
    if route in (Route.BACKPROP, Route.BOTH):
        raise DerivationError(
            f"only a scalar is derived backwards, and {goal.of.variable.name} has indices", hint=SCALAR
        )
    engine = Expansion(system, system.objective)
    wrt = wrt_of(engine.flow, goal.wrt, piece_of(engine.flow, goal.wrt))
    engine.letters.reserved = (wrt.letters | free(goal.of)) - system.sizes
    try:
        terms = engine.total(goal.of, wrt)
    except (Recursion, TooDeep) as reason:
        raise DerivationError(reason.cause, hint=SCALAR) from reason
    home = piece_of(engine.flow, goal.of).at(goal.of.indices)[0]
    domain = simplify(wrt.domain & home, engine.flow.known)
    result = engine.written(engine.settled(terms, wrt.known & domain), wrt.known & domain)
    said = engine.items[-1] if engine.items else None
    if not (isinstance(said, Claim) and said.left == goal and said.members[-1] == result):
        engine.items.append(Claim(goal, (Step(result, "substitution"),), domain, (), "result"))
    engine.items += engine.quoted(engine.used, wrt)
    return Derivation(system, goal, Route.EXPANDED, tuple(engine.items))


def root_of_tie(system: System, entry: Var) -> Var:
    """The entry that stands for a class of tied weights without a named root; any other entry as it is.

    By a member of such a class one means the total effect of all of them.
    """
    members = next((tie for tie in system.ties if entry.variable in tie), (entry.variable,))
    same = [link.entry for link in flow(system).links(entry) if link.entry.variable in members]
    return same[-1]


def _of_tie(goal: Partial, found: Derivation) -> Derivation:
    """The derivation by the root of a tie, as one by another member."""
    domain = found.conclusion.domain
    first = Claim(goal, (Step(found.goal, "tie"),), domain)
    last = Claim(goal, (Step(found.goal, "tie"), Step(found.result, "substitution")), domain)
    return Derivation(found.system, goal, found.route, (first, *found.items, last), found.names)


def _continued(found: Derivation, engine: Expansion, reason: Recursion | TooDeep) -> Derivation:
    """The backpropagated derivation after what the expanded one got to, and why it did not get further."""
    said: Bindings = (("variable", reason.variable),)
    items: tuple[Item, ...] = (*engine.items, Remark("recursion", said), *found.items)
    if isinstance(reason, TooDeep):
        items = (Remark("too deep", (("objective", found.goal.of), ("wrt", found.goal.wrt))), *found.items)
    return Derivation(found.system, found.goal, Route.BACKPROP, items, found.names)


def _both(found: Derivation, other: Derivation) -> Derivation:
    """One derivation after the other, and what compares their results."""
    items = (*found.items, *other.items, *agreement(found, other))
    return Derivation(found.system, found.goal, Route.BOTH, items, other.names)


def agreement(found: Derivation, other: Derivation) -> tuple[Item, ...]:
    """The claim that the backpropagated result, its names put in, is the expanded one, and that it is proved if so."""
    entry = found.goal.wrt
    made = adjoints_towards(found.system, entry)
    page = Page(made, entry)
    expanded: Expr = found.result
    domain = found.conclusion.domain
    known = page.flow.known & domain
    closed = page.closed(made.gradient(entry), domain)
    closed = finished(relettered(closed, page.letters, free(closed) | domain.letters()), known)
    steps: list[Step] = []
    # where the two differ in parentheses only, one of them is enough
    once = same(page.flat(closed, domain), expanded)
    for e, rule in ((expanded if once else closed, "substitution"), (expanded, "equal")):
        if not same(e, steps[-1].right if steps else other.result):
            steps.append(Step(e, rule))
    claims = (Claim(other.result, tuple(steps), domain, caption="routes compared"),) if steps else ()
    left = page.closed(page.named_adjoints(expanded), domain)
    proof = prove_equal(found.system, left, closed, domain)
    return (*claims, Remark("routes agree")) if proof.outcome == "proved" else claims
