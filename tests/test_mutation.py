"""Errors planted in what every rule yields, and in every adjoint: the oracle must call them wrong.

Survivors, which are no errors after all, are told by where they are, never by network:

- *direct for total* where nothing lies between: both derivatives are the same number (design, "Meaning").
- A change *inside a derivative* of what does not depend on what is differentiated by: `t_h` for `t_k` in
  `\\partial (\\sum_k t_k \\log y_k)/\\partial y_h`, the bias of a layer dropped in its derivative by a weight.
- Under a condition `k = j`, one of these letters for the other, and `\\partial w_k/\\partial w_j` for 1.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

import pytest
from fuzz import adjoint_claims, derivations
from mutations import INSIDE, mutations
from networks import NETWORKS
from random_networks import features, random_network

from symderiv.captions import RULES
from symderiv.domain import Domain, solve
from symderiv.evaluate import check_claim
from symderiv.expr import Expr, substitute
from symderiv.step import Claim, Judgement, Verdict
from symderiv.system import System
from symderiv.verify import with_names

EACH = 2
"""So many errors of a kind are planted in what a rule yields in one network."""
KINDS = {
    "sign", "dropped term", "dropped factor", "dropped delta", "swapped index", "shifted index", "bound off by one",
    "wrong layer", "f for f'", "constant",
}  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """An error and what became of it."""

    network: str
    rule: str
    kind: str
    claim: Claim
    right: Expr
    spoiled: Expr
    verdict: Verdict

    @property
    def caught(self) -> bool:
        """Was it called wrong?"""
        return self.verdict.judgement is Judgement.WRONG

    @property
    def explained(self) -> str:
        """Why an error that is right is none."""
        if self.kind.startswith("direct for total"):
            return "direct for total"
        if self.kind.endswith(INSIDE):
            return "inside a derivative"
        if self.kind == "dropped unit":
            return "a derivative that is 1"
        a, b = (equated(e, Domain(self.claim.where)) for e in (self.right, self.spoiled))
        return "letters that are equal" if self.claim.where and a == b else ""


def equated(e: Expr, where: Domain) -> Expr:
    """The expression with the letters replaced that a condition fixes."""
    for letter in sorted(where.letters(), key=lambda s: s.name):
        found = solve(where, letter)
        if found is not None:
            e, where = substitute(e, {letter: found[0]}), found[1]
    return e


def planted_in(name: str, system: System) -> list[Planted]:
    """Errors in every link of every derivation of a network, `EACH` of a kind for each rule."""
    random, count, found = Random(name), Counter[tuple[str, str]](), []
    for derivation in derivations(system):
        whole = with_names(derivation.system, derivation.names)
        for claim in (c for c in derivation.claims if not c.refuted):
            for left, step in zip(claim.members, claim.steps, strict=False):
                scope = claim.domain.letters() - system.sizes
                spoiled = list(dict.fromkeys(m for m in mutations(step.right, system, scope) if m[1] != step.right))
                random.shuffle(spoiled)
                for kind, wrong in spoiled:
                    if count[step.rule, kind] < EACH:
                        count[step.rule, kind] += 1
                        (verdict,) = check_claim(whole, (left, wrong), claim.domain, claim.where)
                        found.append(Planted(name, step.rule, kind, claim, step.right, wrong, verdict))
    return found


@lru_cache(maxsize=1)
def everything() -> list[Planted]:
    """The errors in the networks of the tests and in some random ones."""
    found = [p for name, make in NETWORKS.items() for p in planted_in(name, make())]
    # an entry of a mean depends on every entry alike, so that a swapped index makes no difference there; what is
    # centred adds up to 0; and the end of a layer that a pool leaves out adds nothing to a sum
    seeds = [seed for seed in range(10) if not features(seed) & {"mean", "layer norm", "remainder"}]
    return found + [p for seed in seeds for p in planted_in(f"random {seed}", random_network(seed))]


def test_every_error_is_caught_or_explained() -> None:
    missed = [p for p in everything() if not p.caught and not p.explained]
    assert not missed, [(p.network, p.rule, p.kind, p.right, p.spoiled, p.verdict) for p in missed]


def test_hardly_any_error_needs_an_explanation() -> None:
    stated = [p for p in everything() if not p.kind.startswith("direct for total")]
    survivors = Counter(p.explained for p in stated if not p.caught)
    assert sum(survivors.values()) < len(stated) / 25, survivors
    assert set(survivors) <= {"inside a derivative", "letters that are equal", "a derivative that is 1"}


def test_survivors_are_right_not_undecided() -> None:
    survivors = [p for p in everything() if not p.caught]
    assert {p.verdict.judgement for p in survivors} == {Judgement.RIGHT}


def test_every_rule_and_every_kind_of_error_is_there() -> None:
    used = {p.rule for p in everything()}
    assert used <= set(RULES)
    assert used >= set(RULES) - {"naive chain rule", "tie"}
    caught = Counter(p.kind.removesuffix(INSIDE) for p in everything() if p.caught)
    assert set(caught) >= KINDS
    by_rule = Counter(p.rule for p in everything() if p.caught)
    assert all(by_rule[rule] >= 10 for rule in used), by_rule


@pytest.mark.parametrize("name", NETWORKS)
def test_conditions_are_needed(name: str) -> None:
    """A claim for a case does not hold for all indices."""
    for derivation in derivations(NETWORKS[name]()):
        whole = with_names(derivation.system, derivation.names)
        for claim in derivation.claims:
            # a recurrence states its range as a condition too: then there is nothing to leave out
            if claim.where and not claim.refuted and not set(claim.where) <= set(claim.domain.constraints):
                verdicts = check_claim(whole, claim.members, claim.domain)
                assert any(v.judgement is Judgement.WRONG for v in verdicts), claim


@pytest.mark.parametrize("name", NETWORKS)
def test_errors_in_adjoints(name: str) -> None:
    """An error in the definition of one adjoint makes the claim about it wrong, or one about another that uses it."""
    system = NETWORKS[name]()
    whole, claims = adjoint_claims(system)
    random = Random(name)
    made = [p for p in whole.pieces if p not in system.pieces and p.body is not None]
    for piece in made:
        assert piece.body is not None
        spoiled = [m for m in mutations(piece.body, system, frozenset(piece.letters)) if m[1] != piece.body]
        for kind, wrong in random.sample(spoiled, min(4, len(spoiled))):
            if kind.startswith("direct for total"):
                continue
            broken = replace(whole, pieces=tuple(replace(p, body=wrong) if p == piece else p for p in whole.pieces))
            own = [c for c in claims if c.members[1].variable == piece.variable]  # type: ignore[union-attr]
            verdicts = [v for c in own for v in check_claim(broken, c.members, c.domain)]
            assert any(v.judgement is Judgement.WRONG for v in verdicts), (kind, piece, wrong, verdicts)
