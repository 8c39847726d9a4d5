r"""Data that take few values, `y \in \{0, 1\}`: which lines may use them, and verdicts that rest on draws.

A draw is one of two cases, and what holds in one of them only must not pass. Of what a line differentiates by, every
value counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...domain import Domain
from ...evaluate import refuted
from ...expr import Expr, Partial, Variable, of_kind
from ...expr import variables as variables_in
from ...step import Evidence, Judgement, Verdict
from ...system import System

SEEDS = 12
"""So many times values are drawn again, twice each and at several points: a coin falls alike in all of these draws with
a probability below 10^-7."""


def with_other_values(verdict: Verdict, system: System, left: Expr, right: Expr, full: Domain, seed: int) -> Verdict:
    """The verdict, or a counterexample among further draws."""
    if not system.values or verdict.judgement is not Judgement.RIGHT or verdict.evidence is Evidence.PROVED:
        return verdict
    found = (refuted(system, left, right, full, seed + n) for n in range(1, SEEDS + 1))
    return next((v for v in found if v is not None), verdict)


def without_values_nudged(system: System, sides: Iterable[Expr]) -> System:
    """The network as a line with these sides sees it: what it differentiates by, itself or by a name for a
    derivative, takes any value."""
    if not system.values:
        return system
    nudged = differentiated_by(system, sides)
    values = tuple(v for v in system.values if v.variable not in nudged)
    return system if len(values) == len(system.values) else replace(system, values=values)


def differentiated_by(system: System, sides: Iterable[Expr]) -> set[Variable]:
    """What some expressions differentiate by, themselves or by a name that stands in them."""
    below: list[Expr] = list(sides)
    seen: set[Variable] = set()
    while new := {v for e in below for v in variables_in(e)} - seen:
        seen |= new
        below += [p.body for v in new for p in system.of(v) if p.body is not None]
    return {x.wrt.variable for e in below for x in of_kind(e, Partial)}
