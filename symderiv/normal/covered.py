"""Is every entry used within its range? What lies outside has no value, so nothing can be proved about it."""

from __future__ import annotations

from functools import lru_cache

from ..domain import Context, Domain, subset
from ..expr import Expr, Var
from ..network.uses import uses
from ..system import System
from .known import Known, knowing


@lru_cache(maxsize=2000)
def stray(system: System, e: Expr, where: Domain) -> Var | None:
    """An entry in the expression that may lie outside its range somewhere in `where`, if there is one."""
    if system.outside_zero:
        return None
    for use in uses(e, where.letters()):
        pieces = system.of(use.entry.variable)
        if not pieces:
            continue
        around = Context(system.context & where & use.where, system.size_functions)
        guards = [p.at(use.entry.indices)[0] for p in pieces]
        known: Known = knowing(around)
        if any(all(known.decide(c) for c in g.constraints) for g in guards):
            continue
        if not subset(Domain(()), guards, around):
            return use.entry
    return None
