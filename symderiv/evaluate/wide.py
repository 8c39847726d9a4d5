r"""Claims with kinks or branches, looked at far from 0 as well: `\max(x, -3) = x` holds for every x near 0.

Values are usually drawn near 1. A claim with an order (`max`, `|x|`, a step), a root or the inverse of a function that
is not one to one may hold there and nowhere else, so values are drawn beyond every number of the claim besides. What is
found is a counterexample; finding none is no evidence.
"""

from __future__ import annotations

from functools import lru_cache

from ..domain import TRUE, Domain
from ..expr import Expr, Num, Pow, walk
from ..step import Judgement, Verdict
from ..system import System
from .compare import functions, prepare
from .failures import Failure
from .judge import look
from .numbers import KINKED
from .oracle import oracle

BRANCHED = frozenset({"root", "arcsin", "arccos", "arctan", "tan", "log", *KINKED})
"""What tells near values from far ones."""
FURTHEST = 10**9
POINTS = 12


@lru_cache(maxsize=1024)
def refuted_far_away(system: System, left: Expr, right: Expr, full: Domain, seed: int = 0) -> Verdict | None:
    """A counterexample with values far from 0, or None."""
    if not functions(system, (left, right)) & BRANCHED:
        return None
    judge = oracle(system, seed)
    beyond = 1 + largest(system, (left, right))
    for n, spread in enumerate((4, 4 * beyond, 40 * beyond, 4 * beyond, 40 * beyond, 10)):
        try:
            claim = prepare(judge.program, (left, right), full, seed)
            look(judge.draw(2 + n % 2, n, fixed=TRUE, spread=min(spread, FURTHEST)), claim, POINTS)
        except (Failure, RecursionError, OverflowError):
            continue
        found = claim.links[0].verdict
        if found is not None and found.judgement is Judgement.WRONG:
            return found
    return None


def largest(system: System, members: tuple[Expr, ...]) -> int:
    """The largest number that is typed in a claim or in the network, rounded up."""
    bodies = [p.body for p in system.pieces if p.body is not None]
    sizes = [_size(x) for e in (*members, *bodies) for x in walk(e)]
    return int(min(max(sizes, default=0), FURTHEST))


def _size(x: Expr) -> float:
    if isinstance(x, Num):
        return abs(float(x.value)) if abs(x.value) < FURTHEST else FURTHEST
    if isinstance(x, Pow) and isinstance(x.base, Num) and isinstance(x.exponent, Num):
        base, power = abs(float(x.base.value)), float(x.exponent.value)
        return min(base**power, FURTHEST) if base > 0 and abs(power) < 30 else 0
    return 0


__all__ = ["refuted_far_away"]
