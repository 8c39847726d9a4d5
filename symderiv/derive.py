r"""From a network and a goal, `\partial E / \partial w_b`, to a derivation: this file is the pipeline.

The expanded route is the lecture's: chain rule over the cut, first factor, second factor, inner derivatives, pieces put
back. Where it does not end (a recurrence) or would be longer than a person writes, the backpropagated route follows.
"""

from __future__ import annotations

from .chain import expanded
from .expr import Partial
from .step import Derivation, Route
from .system import System


def derive_expanded(system: System, goal: Partial) -> Derivation:
    """The expanded route alone.

    Raises `Recursion` or `TooDeep` where it does not end.
    """
    engine, _ = expanded(system, goal)
    return Derivation(system, goal, Route.EXPANDED, tuple(engine.items))
