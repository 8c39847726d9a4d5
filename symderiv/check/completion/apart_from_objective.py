r"""Rules that stand on a page beside its network: `dz/dt = dz/dx \, dx/dt + dz/dy \, dy/dt`.

Their names depend on something, nobody says how. An objective that nothing defines is a function of the last nodes;
names that no line brings together with it, nor what they depend on, are none of these.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from ...errors import ReadError
from ...expr import Variable, variables
from ...read import Reading
from ...system import System
from ..known.dependent import above_of, hidden, made_of


def without_rules_apart(system: System, reading: Reading) -> System:
    """The network whose objective is no function of names that no line brings together with it."""
    own = hidden(system) if system.generic else frozenset()
    if system.objective is None or own.isdisjoint(e.variable for e in system.outputs):
        return system
    near, made = _beside(system.objective, reading), made_of(system)
    outputs = tuple(
        e for e in system.outputs if e.variable not in own or near & {e.variable, *above_of(e.variable, made)}
    )
    return replace(system, outputs=outputs) if outputs else system


def _beside(objective: Variable, reading: Reading) -> Set[Variable]:
    """The names that stand in one line with the objective."""
    read = ([m for m in w.members if not isinstance(m, ReadError)] for w in reading.claims)
    lines = (frozenset().union(*map(variables, members)) for members in read)
    return frozenset().union(*(x for x in lines if objective in x))
