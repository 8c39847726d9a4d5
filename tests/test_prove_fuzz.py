"""Random expressions: what keeps the value is proved, what changes it never is; brute force at small sizes judges."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from plain_moves import MOVES, SLIPS, everywhere, expression
from plain_oracle import Undefined, evaluate
from random_networks import random_network

from symderiv.affine import Sym
from symderiv.derive import derive
from symderiv.domain import Domain, ge, interval
from symderiv.errors import DerivationError
from symderiv.evaluate import check_claim
from symderiv.expr import Expr, Partial, Var
from symderiv.normal import compare, prove_equal
from symderiv.step import Judgement, Route
from symderiv.system import Role, System
from symderiv.verify import with_names

SYSTEM = System((), sizes=frozenset({Sym("I"), Sym("J")}), context=Domain.of(ge("I", 1), ge("J", 1)))
WHERE = interval("i", 1, "I") & interval("j", 1, "J")
SIZES = ((2, 3), (1, 1), (3, 2), (1, 2), (4, 5))
SEEDS = range(120)


def agree(left: Expr, right: Expr) -> bool:
    """Do they agree at every index of several small sizes?"""
    for seed, (i_size, j_size) in enumerate(SIZES):
        for i, j in product(range(1, i_size + 1), range(1, j_size + 1)):
            letters = {"I": i_size, "J": j_size, "i": i, "j": j}
            if evaluate(left, letters, seed) != evaluate(right, letters, seed):
                return False
    return True


def pair(seed: int) -> tuple[Expr, Expr, Expr]:
    """An expression, the same written otherwise, and that with a slip."""
    r = Random(seed)
    e = expression(r, r.choice((2, 3, 3, 4)), ["i", "j"])
    same = e
    for _ in range(r.randint(1, 5)):
        same = everywhere(same, r, r.choice(MOVES))
    return e, same, everywhere(same, r, r.choice(SLIPS))


def test_what_keeps_the_value_is_proved() -> None:
    """At least 98 of 100; the moves themselves are checked by brute force."""
    proved = right = 0
    for seed in SEEDS:
        e, same, _ = pair(seed)
        try:
            assert agree(e, same), f"the move at seed {seed} does not keep the value"
        except Undefined:
            continue
        right += 1
        proved += prove_equal(SYSTEM, e, same, WHERE).proved
    assert right > 100
    assert proved >= 0.98 * right


def slipped() -> list[tuple[int, Expr, Expr]]:
    """Pairs that differ somewhere, by brute force."""
    found = []
    for seed in SEEDS:
        e, _, wrong = pair(seed)
        try:
            if not agree(e, wrong):
                found.append((seed, e, wrong))
        except Undefined:
            continue
    return found


def test_what_changes_the_value_is_never_proved() -> None:
    pairs = slipped()
    assert len(pairs) > 60
    assert [seed for seed, e, wrong in pairs if prove_equal(SYSTEM, e, wrong, WHERE).outcome != "unknown"] == []


@pytest.mark.parametrize("fault", ["_is_zero", "is_empty"])
def test_the_fuzzer_sees_a_prover_that_is_too_lenient(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the test of cells broken, wrong pairs come out proved, and this test would be the one to say so."""
    monkeypatch.setattr(compare, fault, lambda *_: True)
    assert any(prove_equal(SYSTEM, e, wrong, WHERE).proved for _, e, wrong in slipped())


@pytest.mark.parametrize("seed", range(6))
def test_derivations_of_random_networks(seed: int) -> None:
    """Every claim of both routes is proved; a slip that the numeric oracle calls wrong is not."""
    system = random_network(seed)
    r = Random(seed)
    assert system.objective is not None
    parameter = r.choice([p for p in system.pieces if p.role is Role.PARAMETER])
    proved = 0
    for route in (Route.EXPANDED, Route.BACKPROP):
        try:
            found = derive(system, Partial(Var(system.objective), parameter.lhs), route)
        except DerivationError:
            continue
        named = with_names(found.system, found.names)
        for claim in found.claims:
            for left, right in zip(claim.members, claim.members[1:], strict=False):
                proof = prove_equal(named, left, right, claim.domain, claim.where)
                assert proof.proved != claim.refuted, (claim.caption, proof.why)
                proved += proof.proved
                slip = everywhere(right, r, r.choice(SLIPS))
                if r.random() < 0.3 and slip != right:
                    (verdict,) = check_claim(named, (left, slip), claim.domain, claim.where, seed=seed)
                    if verdict.judgement is Judgement.WRONG:
                        assert not prove_equal(named, left, slip, claim.domain, claim.where).proved
    assert proved
