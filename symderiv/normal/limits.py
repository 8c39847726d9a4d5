"""What a proof may cost, and how it says that it gave up."""

from __future__ import annotations

from dataclasses import dataclass

MOST_TERMS = 1500
"""Terms that one flattened expression may have."""


class Unprovable(Exception):
    """The normal form cannot go on: the message says why. A proof turns it into `unknown`."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What one proof may cost: rounds of rewriting, terms at any moment, seconds."""

    rounds: int = 40
    terms: int = MOST_TERMS
    seconds: float = 5.0
