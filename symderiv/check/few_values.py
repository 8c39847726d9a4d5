r"""A verdict that rests on draws, where data take few values: seen with enough of them.

With `y \in \{0, 1\}` a draw is one of two cases, and what holds in one of them only must not pass.
"""

from __future__ import annotations

from ..domain import Domain
from ..evaluate import refuted
from ..expr import Expr
from ..step import Evidence, Judgement, Verdict
from ..system import System

SEEDS = 12
"""So many times values are drawn again, twice each and at several points: a coin falls alike in all of these draws with
a probability below 10^-7."""


def with_other_values(verdict: Verdict, system: System, left: Expr, right: Expr, full: Domain, seed: int) -> Verdict:
    """The verdict, or a counterexample among further draws."""
    if not system.values or verdict.judgement is not Judgement.RIGHT or verdict.evidence is Evidence.PROVED:
        return verdict
    found = (refuted(system, left, right, full, seed + n) for n in range(1, SEEDS + 1))
    return next((v for v in found if v is not None), verdict)
