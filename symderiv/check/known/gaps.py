r"""Entries of given arrays between those that a network uses: the `x_3` of a page that only names `x_{2p}`.

A line about `\partial L/\partial x_j` for every j up to the last one names them all. That they exist is not said, and
nobody doubts it: an image has all its rows, whatever the stride. So where a line names such an entry it is judged with
all of them, for which its derivatives are 0.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ...domain.constraint import Domain
from ...system import Piece, System


@lru_cache(maxsize=64)
def with_gaps_filled(system: System) -> System:
    """The network whose given arrays have all entries between their ends; the very same one where none has gaps."""
    pieces = tuple(_whole(p) if p.body is None and len(system.of(p.variable)) == 1 else p for p in system.pieces)
    return system if pieces == system.pieces else replace(system, pieces=pieces)


def _whole(p: Piece) -> Piece:
    kept = tuple(c for c in p.domain.constraints if c.rel != "mod")
    return p if len(kept) == len(p.domain.constraints) else replace(p, domain=Domain(kept))
