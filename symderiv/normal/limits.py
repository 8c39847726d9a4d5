"""What a proof may cost, how it says that it gave up, and what it may take for granted of letters and functions."""

from __future__ import annotations

from dataclasses import dataclass

from ..affine import Affine, Sym
from ..expr import Variable
from ..work import WORK

MOST_TERMS = 1500
"""Terms that one flattened expression may have."""


MOST_WORK = 20_000
"""Units of work (see `work`) that one proof may take; what people write takes a few hundred."""


MOST_SIZE = 5_000
"""A factor may take so many to write out: fractions within fractions share what they repeat."""


class Unprovable(Exception):
    """The normal form cannot go on: the message says why. A proof turns it into `unknown`."""


def spend(units: int) -> None:
    """Takes some work from what is left. Raises `Unprovable` where nothing is."""
    WORK.left -= units
    if WORK.left < 0:
        raise Unprovable("the work for the proof is spent")


@dataclass(frozen=True, slots=True)
class Budget:
    """What one proof may cost: rounds of rewriting, terms at any moment, work.

    Whether a proof is found should not depend on how fast or busy the machine is: seconds are the last resort.
    """

    rounds: int = 40
    terms: int = MOST_TERMS
    work: int = MOST_WORK
    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Facts:
    """Which functions the network declares itself (no law holds for them), which letters and terms are sizes, and which
    variables are positive."""

    declared: frozenset[str] = frozenset()
    sizes: frozenset[Sym] = frozenset()
    size_functions: frozenset[str] = frozenset()
    positive: frozenset[Variable] = frozenset()

    def is_positive(self, f: Affine) -> bool:
        """Is a form certainly positive, made of sizes and positive numbers?"""
        if f.const < 0 or not (f.terms or f.const):
            return False
        return all(
            k > 0 and (a in self.sizes if isinstance(a, Sym) else a.name in self.size_functions) for a, k in f.terms
        )


NO_FACTS = Facts()
