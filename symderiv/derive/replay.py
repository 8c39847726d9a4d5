"""Replaying a derivation: every step reproduced by the rule that it names, or its equality proved for all sizes."""

from __future__ import annotations

from dataclasses import dataclass

from ..calculus.match import same
from ..normal.prove import prove_equal
from ..step import Claim, Derivation, Step
from ..verify import with_names
from .rules import RULES, at_claim, unlabelled


@dataclass(frozen=True)
class Replayed:
    """What came of one step: `reproduced` by its rule, else `proved`, else neither, and why."""

    claim: Claim
    step: Step
    reproduced: bool
    proved: bool
    why: str = ""

    @property
    def certified(self) -> bool:
        """Does the step stand?"""
        return self.reproduced or self.proved


def replay(derivation: Derivation) -> tuple[Replayed, ...]:
    """Every step of every claim that is stated as true.

    A step that names no rule of `RULES` is not certified.
    """
    return tuple(
        _replayed(derivation, claim, n)
        for claim in derivation.claims
        if not claim.refuted
        for n in range(len(claim.steps))
    )


def _replayed(derivation: Derivation, claim: Claim, n: int) -> Replayed:
    step = claim.steps[n]
    before, after = unlabelled(claim.members[n]), unlabelled(step.right)
    rule = RULES.get(step.rule)
    if rule is None:
        return Replayed(claim, step, False, False, f"there is no rule `{step.rule}`")
    at = at_claim(derivation, claim)
    made = rule(at, before) if at is not None else None
    if made is not None and same(made, after):
        return Replayed(claim, step, True, False)
    system = with_names(derivation.system, derivation.names)
    proof = prove_equal(system, before, after, claim.domain, claim.where)
    return Replayed(claim, step, False, proof.outcome == "proved", proof.why)
