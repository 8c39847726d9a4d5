r"""Where the chain rule cuts the network: between a weight and the objective.

*Users* of `w` are the variables whose definition reaches `w` through aliases only. A user is *covered* if every path
from it to the objective meets another user. If no uncovered user reaches another one or itself, the uncovered users are
the cut: each path from `w` to the objective crosses them exactly once. Otherwise the nearest variable that all paths
cross and that no recurrence leads back to; the objective itself always serves.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..calculus.flow import Flow
from ..expr import Variable


@dataclass(frozen=True)
class Cut:
    """The variables of the cut in document order, whether the objective uses the weight itself, and all users."""

    variables: tuple[Variable, ...]
    direct: bool
    users: tuple[Variable, ...]


def cut(flow: Flow, root: Variable, objective: Variable) -> Cut:
    """The cut between `root` and the objective; empty variables where the objective alone serves."""
    reaching = flow.upstream(objective)
    users = tuple(v for v in _in_order(flow, flow.users(root)) if v in reaching)
    inner = tuple(v for v in users if v != objective)
    direct = objective in users
    uncovered = tuple(v for v in inner if _reaches(flow, v, objective, avoiding=frozenset(inner) - {v}))
    if not any(_leads_to(flow, v, frozenset(uncovered)) for v in uncovered):
        return Cut(uncovered, direct, users)
    crossing = _crossing(flow, inner, objective)
    if crossing is None or direct:
        return Cut((), direct, users)
    return Cut((crossing,), direct, users)


def _in_order(flow: Flow, variables: frozenset[Variable]) -> list[Variable]:
    known = [v for v in flow.pieces if v in variables]
    return known + [v for v in variables if v not in flow.pieces]


def _reaches(flow: Flow, start: Variable, end: Variable, avoiding: frozenset[Variable]) -> bool:
    """Is there a path that meets none of `avoiding`?"""
    seen: set[Variable] = set()
    waiting = [start]
    while waiting:
        v = waiting.pop()
        if v == end:
            return True
        if v not in seen and v not in avoiding:
            seen.add(v)
            waiting.extend(flow.users(v))
    return False


def _leads_to(flow: Flow, start: Variable, ends: frozenset[Variable]) -> bool:
    """Does a path of at least one step lead to one of `ends`?"""
    return bool(flow.downstream(flow.users(start)) & ends)


def _crossing(flow: Flow, users: tuple[Variable, ...], objective: Variable) -> Variable | None:
    """The first variable on all paths from the users to the objective that does not lead back to itself."""
    after = flow.downstream(frozenset(users)) & flow.upstream(objective) - {objective}
    found = [
        v
        for v in after
        if not _leads_to(flow, v, frozenset({v}))
        and not any(_reaches(flow, u, objective, frozenset({v})) for u in users)
    ]
    return next((v for v in found if all(w == v or _reaches(flow, v, w, frozenset()) for w in found)), None)
