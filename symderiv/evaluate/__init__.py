"""The numeric oracle: what an expression of a network is worth at concrete sizes and random values.

It shares no code with the rules of derivation: definitions are run forward, derivatives are nudges recomputed.

    failures, jets, numbers, floats   why there is no value; dual numbers; number systems
    lookup, maker, totals, closures   expressions as closures
    loops, program                    ranges as loops, networks prepared
    scope, tables, stepped, multiplied  where letters stand; integers that depend on integers; sizes given by others
    all_states                        tables of all states
    world, imposed, inverted          entries computed on demand; values that satisfy what is assumed; matrices inverted
    draw, oracle                      sizes; sizes and values remembered
    either, kinks                     kinks on either side at once; which sides a draw takes
    meeting                           which letters may be one number: how large sizes have to be
    compare, judge                    a claim at a point; a claim: `check_claim`
    rooted                            the sign of a root, which is one bit where numbers are exact
    regions, wide, visible            would agreement be agreement at all sizes, far from 0, and of every term
    one_family                        is a claim about one of the members that have sizes of their own
    empty_divisors                    at which sizes nothing is claimed, since all is divided by a sum of nothing
    defined, signs                    has a claim values at all; what values its parts can have
"""

from __future__ import annotations

from .failures import Declined, Failure, NoRange, Redraw, TooMuchWork, Undefined, Unlucky
from .judge import check_claim, refuted
from .oracle import KINDS, Draw, Oracle, forget_draws, oracle

__all__ = [
    "KINDS",
    "Declined",
    "Draw",
    "Failure",
    "NoRange",
    "Oracle",
    "Redraw",
    "TooMuchWork",
    "Undefined",
    "Unlucky",
    "check_claim",
    "forget_draws",
    "oracle",
    "refuted",
]
