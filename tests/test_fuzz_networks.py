"""Random networks: every adjoint and every claim of both routes against the oracle, and the routes against each other.

Failing seeds are reported by number; `python -m benchmarks.fuzz_networks --first SEED --count 1 --show` prints one.
"""

from __future__ import annotations

from collections import Counter

import pytest
from fuzz import complaints, derivations, judged_adjoints
from random_networks import build, features, random_network

from symderiv.step import Derivation
from symderiv.verify import verify

ADJOINTS = 120
DERIVATIONS = 10
BLOCK = 10


def blocks(count: int) -> list[range]:
    """Seeds in blocks, so that a failure does not hide the others."""
    return [range(first, first + BLOCK) for first in range(0, count, BLOCK)]


@pytest.mark.parametrize("seeds", blocks(ADJOINTS), ids=str)
def test_every_adjoint_is_the_total_derivative(seeds: range) -> None:
    failed = []
    for seed in seeds:
        report = judged_adjoints(random_network(seed), seed)
        assert len(report.claims) >= 1
        if not report.passed:
            failed.append((seed, complaints(report)))
    assert not failed


@pytest.mark.parametrize("seeds", blocks(DERIVATIONS), ids=str)
def test_every_claim_of_both_routes_holds(seeds: range) -> None:
    failed = []
    for seed in seeds:
        for derivation in derivations(random_network(seed)):
            report = verify_with(derivation, seed)
            if report:
                failed.append((seed, derivation.goal.wrt.variable.key, report))
    assert not failed


def verify_with(derivation: Derivation, seed: int) -> list[object]:
    """What does not pass."""
    report = verify(derivation, seed=seed)
    return [] if report.passed else list(complaints(report))


def test_the_same_seed_gives_the_same_network() -> None:
    assert [random_network(s) for s in range(20)] == [random_network(s) for s in range(20)]
    assert len({random_network(s) for s in range(100)}) > 80


WANTED = {
    "tied", "transposed", "signed", "shifted weight", "used again without a name", "class without a root", "bias unit",
    "shift", "stride 1", "stride 2", "outside zero", "recurrence", "backwards", "two steps", "zero state",
    "initial state", "last state", "skip", "gate", "decay", "several outputs", "generic objective",
    "explicit objective", "cross-entropy", "softmax", "mean", "quotient", "square", "abstract", "known", "kinked",
    "branches", "batch", "symbolic depth", "one weight for all layers", "sizes by layer", "pool", "pool mean",
    "pool sum", "pool max", "pool weighted", "remainder", "dilated", "two letters in an index", "reversed",
    "triangular", "hinge", "maximum", "distance", "layer norm", "attention", "causal",
}  # fmt: skip


def test_the_generator_makes_everything_it_is_meant_to() -> None:
    seen = Counter(f for seed in range(ADJOINTS) for f in features(seed))
    assert set(seen) >= WANTED
    assert seen["tied"] > ADJOINTS / 5
    assert all(build(seed)[0].objective is not None for seed in range(10))
