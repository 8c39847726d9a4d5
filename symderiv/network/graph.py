r"""Which variables of a network depend on which: small questions about a `System`, answered once.

Here a variable is one node, whatever its index: `h` reaches itself in a recurrence. Abbreviations (names of
derivatives) are no nodes, and a generic objective depends on its last nodes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..digraph import components, reachable
from ..domain.constraint import Context
from ..expr import Variable
from ..memo import of_this_object
from ..system import Piece, Role, System
from .uses import uses

Graph = dict[Variable, tuple[Variable, ...]]


@lru_cache(maxsize=64)
def knowledge(system: System) -> Context:
    """What every question about domains is asked within: the context, and which functions are sizes."""
    return Context(system.context, system.size_functions)


@of_this_object(64)
def dependencies(system: System) -> Graph:
    """For each variable those that its definitions mention, in document order."""
    found: dict[Variable, dict[Variable, None]] = {v: {} for v in system.variables()}
    for piece in system.pieces:
        if piece.body is not None and not piece.nominal:
            found[piece.variable].update({use.entry.variable: None for use in uses(piece.body)})
    if system.generic and system.objective is not None:
        found[system.objective] = {p.variable: None for p in system.outputs}
    return {v: tuple(used) for v, used in found.items()}


@of_this_object(64)
def dependents(system: System) -> Graph:
    """For each variable those whose definitions mention it."""
    found: dict[Variable, dict[Variable, None]] = {v: {} for v in dependencies(system)}
    for v, used in dependencies(system).items():
        for u in used:
            found.setdefault(u, {})[v] = None
    return {v: tuple(users) for v, users in found.items()}


@of_this_object(1 << 10)
def upstream(system: System, variable: Variable) -> frozenset[Variable]:
    """What a variable depends on, directly or not; itself only in a recurrence."""
    return reachable(dependencies(system), variable)


def parameters(system: System) -> tuple[Piece, ...]:
    """The parameters that the objective depends on, in document order; all of them where there is no objective."""
    found = (p for p in system.pieces if p.role is Role.PARAMETER)
    if system.objective is None:
        return tuple(found)
    reached = upstream(system, system.objective)
    return tuple(p for p in found if p.variable in reached)


def downstream(system: System, variable: Variable) -> frozenset[Variable]:
    """What depends on a variable, directly or not; itself only in a recurrence."""
    return reachable(dependents(system), variable)


def depends(system: System, variable: Variable, on: Variable) -> bool:
    """Is there a path from `on` to the variable?"""
    return variable in downstream(system, on)


def users(system: System, variable: Variable) -> tuple[Variable, ...]:
    """The variables that compute with it, directly or through aliases only: both `net` for a tied weight."""
    aliases = {p.variable for p in system.pieces if p.role is Role.ALIAS}
    nodes = {p.variable for p in system.pieces if p.role is Role.NODE}
    found: dict[Variable, None] = {}
    seen: set[Variable] = set()
    todo = [variable]
    while todo:
        v = todo.pop()
        for user in reversed(dependents(system).get(v, ())):
            if user in aliases and user not in nodes:
                if user not in seen:
                    seen.add(user)
                    todo.append(user)
            else:
                found[user] = None
    order = list(dependencies(system))
    return tuple(sorted(found, key=order.index))


def uncovered(system: System, variables: Iterable[Variable]) -> tuple[Variable, ...]:
    """Those of the variables with a path to the objective that avoids the others."""
    own = tuple(variables)
    return tuple(v for v in own if _arrives(system, v, frozenset(own) - {v}))


def _arrives(system: System, start: Variable, avoid: frozenset[Variable]) -> bool:
    graph = {v: [u for u in users if u not in avoid] for v, users in dependents(system).items()}
    return start == system.objective or system.objective in reachable(graph, start)


@lru_cache(maxsize=64)
def stages(system: System) -> tuple[tuple[Variable, ...], ...]:
    """The variables in an order in which they can be computed; those of one recurrence together."""
    return components(dependencies(system))


def recurrences(system: System) -> tuple[tuple[Variable, ...], ...]:
    """The groups of variables that depend on themselves, at other indices."""
    graph = dependencies(system)
    return tuple(g for g in stages(system) if len(g) > 1 or g[0] in graph.get(g[0], ()))
