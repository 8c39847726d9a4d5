r"""The entries of a name of a solution that stand by number: `s_0 = 0` beside `s_t = \partial h_t/\partial w`.

A solution introduces a name with a letter and does not say where it runs; then it runs where the network's own letter
does, `t = 1, \dots, T`. Where the solution speaks of `s_0` too, and what the name stands for exists there (`h_0`), the
name does as well.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from ...domain import Context, eq, is_empty
from ...errors import DomainTooHard
from ...expr import Var, Variable, of_kind
from ...network.images import union
from ...normal.covered import stray
from ...read import Reading
from ...system import Piece, System


def with_entries_by_number(system: System, network: System, reading: Reading) -> System:
    """The network with a solution's names for derivatives defined at the entries, too, that it names by number."""
    own = [p for p in system.pieces[len(network.pieces) :] if p.nominal]
    entries = _entries(reading, {p.variable for p in own}) if own else {}
    for piece in own if len({p.variable for p in own}) == len(own) else ():
        wider = piece
        for entry in entries.get(piece.variable, ()):
            wider = _wider(system, wider, entry) or wider
        if wider is not piece:
            system = replace(system, pieces=tuple(wider if p == piece else p for p in system.pieces))
    return system


def _entries(reading: Reading, wanted: Set[Variable]) -> dict[Variable, dict[Var, None]]:
    """What a solution names of each of these variables, each entry once."""
    found: dict[Variable, dict[Var, None]] = {}
    for e in reading.members:
        for x in [x for x in of_kind(e, Var) if x.variable in wanted]:
            found.setdefault(x.variable, {})[x] = None
    return found


def _wider(system: System, piece: Piece, entry: Var) -> Piece | None:
    """The definition with an entry beside its range, if what it stands for exists there and both are one range."""
    pairs = zip(piece.indices, entry.indices, strict=True)
    fixed = [(i.letter, j) for i, j in pairs if i.letter is not None and j.letters() <= system.sizes]
    if piece.body is None or len(fixed) != 1:
        return None
    [(letter, number)] = fixed
    known = Context(system.context, system.size_functions)
    try:
        if not is_empty(piece.domain & eq(letter, number), known):
            return None
        found = union([piece.domain, piece.domain.without(letter) & eq(letter, number)], known)
        if len(found) != 1 or stray(system, piece.body, found[0]) is not None:
            return None
    except DomainTooHard:
        return None
    return replace(piece, domain=found[0])
