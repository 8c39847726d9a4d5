"""Names whose definition could not be read and of which a line makes another node: these are no last nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...errors import ReadError
from ...expr import Var, Variable, holds_derivative, variables
from ...read import Reading
from ...resolve.told.untold import Untold
from ...system import System


def with_inner_names(reading: Reading, system: System) -> Reading:
    r"""The reading in which such names are `inner`: the W of `z_k = \sum_j w_{kj} \sigma(W + b_j)`.

    An objective that nothing defines is a function of the last nodes, so that it depends on these through others.
    """
    if not (system.generic and any(u.kind == "name" for u in reading.untold)):
        return reading
    used = frozenset(_computed_with(reading, system))
    return replace(reading, untold=tuple(replace(u, inner=True) if _is_inner(u, used) else u for u in reading.untold))


def _is_inner(u: Untold, used: frozenset[Variable]) -> bool:
    return u.kind == "name" and any(u.concerns(v.key) for v in used)


def _computed_with(reading: Reading, system: System) -> Iterator[Variable]:
    """What stands in formulas for nodes that the network defines otherwise."""
    nodes = {p.variable for p in system.pieces if p.body is not None} - {system.objective}
    for w in reading.claims:
        members = [m for m in w.members if not isinstance(m, ReadError)]
        if len(members) < 2 or not isinstance(members[0], Var) or members[0].variable not in nodes:
            continue
        for m in members[1:]:
            if not holds_derivative(m):
                yield from variables(m) - nodes
