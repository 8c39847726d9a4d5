"""Rules and replay: every rule has its law and its words; every right step is certified, no wrong one is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from networks import NETWORKS, net3, o2, w, w2

from symderiv import captions
from symderiv.calculus.match import same
from symderiv.derive import derive
from symderiv.derive.replay import replay
from symderiv.derive.rules import RULES, At, at_claim, unlabelled
from symderiv.errors import DerivationError
from symderiv.expr import Expr, Partial, Sum, Var, add, mul, num
from symderiv.step import Claim, Derivation, Route, Step
from symderiv.system import Role


def derivations(name: str) -> list[Derivation]:
    system = NETWORKS[name]()
    assert system.objective is not None
    made = []
    for piece in system.pieces:
        if piece.role is Role.PARAMETER:
            goal = Partial(Var(system.objective), piece.lhs)
            try:
                made.append(derive(system, goal, Route.BOTH))
            except DerivationError:
                made.append(derive(system, goal))
    return made


TIED = derivations("tied_autoencoder")[0]


@pytest.mark.parametrize("name", NETWORKS)
def test_every_step_is_reproduced_or_proved(name: str) -> None:
    steps = [r for d in derivations(name) for r in replay(d)]
    assert steps
    assert [(r.step.rule, r.why) for r in steps if not r.certified] == []


def test_every_rule_states_its_law_and_has_its_words() -> None:
    for name, rule in RULES.items():
        assert rule.__doc__, name
        assert set(captions.RULES[name]) == {"ja", "en"}


@pytest.mark.parametrize("name", NETWORKS)
def test_steps_name_rules_and_captions_that_exist(name: str) -> None:
    for derivation in derivations(name):
        for item in derivation.items:
            assert not item.caption or item.caption in captions.CAPTIONS
            if isinstance(item, Claim):
                assert {s.rule for s in item.steps} <= set(RULES)


def test_the_local_rules_reproduce_their_steps_in_the_lecture() -> None:
    """Not by proof but by doing it again."""
    done = {r.step.rule for r in replay(TIED) if r.reproduced}
    assert {"chain rule", "definition", "delta collapse", "product rule", "independence"} <= done


def at(n: int) -> tuple[At, Expr, Expr]:
    """Where the n-th claim of the lecture is, its left side, and its first step."""
    claim = TIED.claims[n]
    found = at_claim(TIED, claim)
    assert found is not None
    return found, claim.left, unlabelled(claim.steps[0].right)


@pytest.mark.parametrize(
    ("n", "rule"), [(1, "chain rule"), (4, "definition"), (5, "product rule"), (6, "independence")]
)
def test_laws(n: int, rule: str) -> None:
    where, before, after = at(n)
    made = RULES[rule](where, before)
    assert made is not None
    assert same(made, after)


@pytest.mark.parametrize("rule", ["definition", "product rule", "delta collapse", "linearity", "chain rule"])
def test_rules_do_not_apply_to_what_is_no_derivative(rule: str) -> None:
    where, _, _ = at(4)
    assert RULES[rule](where, net3("k")) is None


def mutated(step: Step) -> list[Step]:
    """A step with an error planted: a sign, a factor, a term lost, a bound off by one, indices swapped."""
    e = step.right
    found = [mul(num(-1), e), mul(num(2), e)]
    if hasattr(e, "terms"):
        found.append(add(*e.terms[1:]))
    if hasattr(e, "factors"):
        found.append(mul(*e.factors[1:]))
    if isinstance(e, Sum):
        found.append(Sum(e.letter, tuple(a + 1 for a in e.lowers), e.uppers, e.body, e.where))
    return [replace(step, right=f) for f in found]


def test_no_planted_error_is_certified() -> None:
    """The meta-test: every step of the lecture with every error planted in it."""
    planted = 0
    for claim in TIED.claims:
        for n, step in enumerate(claim.steps if not claim.refuted else ()):
            for wrong in mutated(step):
                one = replace(claim, steps=(*claim.steps[:n], wrong))
                last = replay(replace(TIED, items=(one,)))[-1]
                assert not last.certified, (step.rule, wrong.right)
                planted += 1
    assert planted > 30


def test_a_rule_that_does_not_exist_certifies_nothing() -> None:
    claim = TIED.claims[1]
    unknown = replace(claim, steps=(replace(claim.steps[0], rule="wishful thinking"),))
    (found,) = replay(replace(TIED, items=(unknown,)))
    assert not found.certified
    assert "wishful" in found.why


def test_a_false_use_of_independence_is_refused() -> None:
    """`o_h` depends on the weight at h = i: leaving it out is no independence."""
    where, before, _ = at(4)
    wrong = Claim(
        before,
        (Step(Partial(mul(w2("k", "i"), o2(1)), w("j", "i")), "independence"),),
        where.domain,
    )
    assert not replay(replace(TIED, items=(wrong,)))[0].certified
