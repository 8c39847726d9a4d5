r"""A given network with what a solution adds, its names for parts of the network among it.

Beside `h_j = \sigma(\sum_i w_{ji} x_i + b_j)` a solution that writes `a_j = \sum_i w_{ji} x_i + b_j` and differentiates
by `a_j` means that the network computes with it. Its values stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ...draft import RawDefinition
from ...errors import DomainTooHard
from ...expr import Expr, Partial, Variable, of_kind, variables
from ...normal.covered import stray
from ...read import Reading
from ...system import Piece, System
from .entries_by_number import with_entries_by_number
from .extend import extended
from .named import leaves_rest, named_part, named_whole


def beside(network: System, reading: Reading) -> System:
    """The network with the definitions of a solution, and with those by which it differentiates put in where their
    formulas stand in it."""
    wider = extended(network, reading.draft)
    if wider is network:
        return network
    wider = with_entries_by_number(wider, network, reading)
    own = wider.pieces[len(network.pieces) :]
    by = frozenset(_differentiated_by(reading))
    for part in own:
        once = sum(p.variable == part.variable for p in own) == 1
        if once and part.variable in by and not _is_used(part.variable, wider, network):
            wider = _with_part(wider, part, network)
    return wider


def _differentiated_by(reading: Reading) -> Iterator[Variable]:
    for e in (*reading.members, *(d.body for d in reading.draft.definitions)):
        yield from [x.wrt.variable for x in of_kind(e, Partial)]


def _is_used(v: Variable, system: System, network: System) -> bool:
    """Does the network itself compute with a name?"""
    there = network.variables()
    pieces = (p for p in system.pieces if p.variable in there)
    return any(v in variables(p.body) for p in pieces if p.body is not None)


def _with_part(system: System, part: Piece, network: System) -> System:
    """The network with a name in every definition that holds its formula, or else in the one definition of the given
    `network` that is this formula (the net input of a linear unit is its output); as it was if it does not exist at all
    of these places."""
    if part.body is None:
        return system
    within = named_part(RawDefinition(part.lhs, part.body))
    if within is None:
        return system
    changed = _changed(system, part, within)
    if not changed:
        changed = _changed(system, part, named_whole(RawDefinition(part.lhs, part.body)))
        if len(changed) != 1 or not network.variables() >= {p.variable for p in changed}:
            return system
    found = replace(
        system,
        pieces=tuple(changed.get(p, p) for p in system.pieces),
        put_in=system.put_in | {part.variable},
        outputs=tuple(changed.get(p, p) for p in system.outputs),
    )
    rest = [RawDefinition(p.lhs, p.body) for p in found.pieces if p.body is not None and not p.nominal]
    if leaves_rest(RawDefinition(part.lhs, part.body), rest):
        return system
    try:
        exists = all(p.body is None or stray(found, p.body, p.domain) is None for p in changed.values())
    except DomainTooHard:
        exists = False
    return found if exists else system


def _changed(system: System, part: Piece, put: Callable[[Expr], Expr]) -> dict[Piece, Piece]:
    """The definitions in which the name of a part is put somewhere, as they are then."""
    found: dict[Piece, Piece] = {}
    for p in system.pieces:
        if p.body is not None and not p.nominal and p.variable != part.variable:
            body = put(p.body)
            if part.variable in variables(body):
                found[p] = replace(p, body=body)
    return found
