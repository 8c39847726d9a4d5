"""Is every entry used within its range? What lies outside has no value, so nothing can be proved about it."""

from __future__ import annotations

from functools import lru_cache

from ..affine import IntFn
from ..domain import Context, Domain, subset
from ..expr import Expr, Var
from ..network.uses import uses
from ..system import System
from .known import Known, knowing


def _trusting(guard: Domain, lookups: frozenset[str]) -> Domain:
    """The guard without bounds on indices that are looked up (`p_{c_k}`): they are data, and lie in range.

    What is defined at one value alone, `P_{y_i}`, is not defined at another that is looked up.
    """
    if not lookups:
        return guard
    given = [
        c
        for c in guard.constraints
        if c.rel == "==" or not any(isinstance(a, IntFn) and a.name in lookups for a in c.form.atoms())
    ]
    return Domain(tuple(given)) if len(given) < len(guard.constraints) else guard


@lru_cache(maxsize=2000)
def stray(system: System, e: Expr, where: Domain, values: bool = False) -> Var | None:
    """An entry in the expression that may lie outside its range somewhere in `where`, if there is one; with `values`
    only one whose value counts, no derivative and no name for one."""
    if system.outside_zero:
        return None
    for use in uses(e, where.letters()):
        pieces = system.of(use.entry.variable)
        if not pieces or (values and (use.nominal or all(p.nominal for p in pieces))):
            continue
        around = Context(system.context & where & use.where, system.size_functions)
        guards = [p.at(use.entry.indices)[0] for p in pieces]
        guards = [_trusting(g, system.lookups) for g in guards] if len(pieces) == 1 else guards
        known: Known = knowing(around)
        if any(all(known.decide(c) for c in g.constraints) for g in guards):
            continue
        if not subset(Domain(()), guards, around):
            return use.entry
    return None
