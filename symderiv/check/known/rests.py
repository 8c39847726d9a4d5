"""Does an expression rest on a name: does it depend on it, or differentiate by it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...expr import Expr, Partial, Var, Variable, variables, walk
from ...system import System


def rests(system: System, sides: Iterable[Expr], name: Variable) -> bool:
    """Do some expressions depend on a name, or differentiate by it?"""
    waiting = {v for e in sides for x in walk(e) for v in _of(x)}
    seen: set[Variable] = set()
    while waiting:
        v = waiting.pop()
        if v == name:
            return True
        seen.add(v)
        waiting |= {u for p in system.of(v) if p.body is not None for u in variables(p.body)} - seen
    return False


def _of(x: Expr) -> Iterator[Variable]:
    if isinstance(x, Var):
        yield x.variable
    elif isinstance(x, Partial):
        yield x.wrt.variable
