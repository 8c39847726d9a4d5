"""The entries that every use of every variable reaches."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.constraint import Domain
from ..expr import Variable
from .inference import State
from .uses import Use


@dataclass(frozen=True, slots=True)
class Reach:
    """A use of a variable and the entries that it reaches (in coordinates)."""

    number: int
    use: Use
    domains: tuple[Domain, ...]


def reaches(state: State) -> dict[Variable, list[Reach]]:
    """Every use of every variable with the entries that it reaches, in document order."""
    found: dict[Variable, list[Reach]] = {}
    for n in range(len(state.entries)):
        for use in state.uses(n):
            meant = use if use.entry.variable in state.of else use.unpinned
            found.setdefault(use.entry.variable, []).append(Reach(n, use, tuple(state.images(n, meant))))
    return found
