r"""Sentences that give a variable another number of entries than its formulas can have: what rests on it is open."""

from __future__ import annotations

from dataclasses import replace

from ...network.counted import at_odds
from ...read import Reading
from ...resolve.told.untold import Untold
from ...system import System


def with_counted_open(reading: Reading, system: System) -> Reading:
    """The reading with the ranges of the letters of such variables left open."""
    odd = at_odds(system, reading.draft.counted)
    letters = {
        (s.name, c.line)
        for c in odd
        for piece in system.of(c.variable)
        for p, _ in c.sizes
        for s in piece.indices[p].letters()
    }
    untold = (Untold(name, line, kind="range") for name, line in sorted(letters))
    return replace(reading, untold=tuple(dict.fromkeys((*reading.untold, *untold)))) if letters else reading
