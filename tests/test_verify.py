"""Whole derivations against the oracle: the lecture passes, and a page with one planted error does not."""

from __future__ import annotations

from dataclasses import replace

import networks as n
import pytest
from networks import NETWORKS, I, J, net2, net3, o1, o2, o3, var, w, w2

from derivations import IJ, IJK, by, claim, leaf, lecture, prime
from symderiv import read_network
from symderiv.affine import affine
from symderiv.derive import derive
from symderiv.derive.adjoint import adjoints
from symderiv.domain import TRUE, Domain, eq, interval
from symderiv.evaluate import oracle
from symderiv.expr import Labelled, Partial, Var, Variable, add, mul, neg, num, total
from symderiv.step import Claim, Derivation, Judgement, Route, Step
from symderiv.system import System
from symderiv.verify import TOLERANCE, labelled, largest_error, verify, with_names

E = Var(Variable("E"))


def page(system: System, *claims: Claim, **more: object) -> Derivation:
    """A derivation that consists of some claims."""
    return Derivation(system, Partial(E, w("j", "i")), Route.EXPANDED, claims, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_lecture_passes(seed: int) -> None:
    report = verify(lecture(), seed=seed)
    assert report.passed
    assert report.exact
    assert 0 < report.error < 1e-14
    assert [c.claim.refuted for c in report.claims] == [True] + [False] * 8
    assert len(report.draws) >= 3
    assert all(len({x for _, x in sizes}) == len(sizes) for sizes in report.draws)
    assert any(1 in dict(sizes).values() for sizes in report.draws)


def test_the_same_seed_gives_the_same_report() -> None:
    assert verify(lecture(), seed=7) == verify(lecture(), seed=7)


@pytest.mark.parametrize("which", range(8))
def test_one_wrong_claim_fails_the_page(which: int) -> None:
    whole = lecture()
    stated = [c for c in whole.claims if not c.refuted]
    broken = stated[which]
    last = replace(broken.steps[-1], right=neg(broken.steps[-1].right))
    wrong = replace(broken, steps=(*broken.steps[:-1], last))
    items = tuple(wrong if item == broken else item for item in whole.items)
    report = verify(replace(whole, items=items))
    assert not report.passed
    failed = [c for c in report.claims if not c.passed]
    assert {c.claim for c in failed} == {wrong}
    assert failed[0].verdicts[-1].judgement is Judgement.WRONG
    assert failed[0].verdicts[-1].counterexample is not None


def test_a_refuted_claim_must_be_wrong() -> None:
    true = claim(by(o2("i")), mul(prime(net2("i")), o1("j")))
    assert verify(page(lecture().system, true)).passed
    assert not verify(page(lecture().system, replace(true, refuted=True))).passed


def test_a_label_is_a_claim_of_its_own() -> None:
    right = Labelled(by(o2("i"), net2("i")), prime(net2("i")))
    wrong = Labelled(by(o2("i"), net2("i")), o1("j"))
    rest = by(net2("i"))
    assert verify(page(lecture().system, claim(by(o2("i")), mul(right, rest)))).passed
    report = verify(page(lecture().system, claim(by(o2("i")), mul(wrong, rest))))
    assert not report.passed
    assert report.claims[0].verdicts[0].judgement is Judgement.RIGHT
    assert report.claims[0].labels[0].judgement is Judgement.WRONG


def test_labels_under_sums_range_over_them() -> None:
    brace = Labelled(by(E, net3("k")), mul(leaf("k"), prime(net3("k"))))
    (found,) = labelled(total("k", 1, J, mul(brace, by(net3("k")))), IJ)
    assert found[2] == IJ & interval("k", 1, J)
    clash = IJ & interval("k", 1, 2)
    (found,) = labelled(total("k", 1, J, mul(brace, by(net3("k")))), clash)
    assert found[2] == clash & interval("k'", 1, J)
    assert found[0] == by(E, net3("k'"))


def test_a_vacuous_claim_does_not_pass() -> None:
    nothing = claim(by(o2("i")), num(0), domain=IJ, where=(eq("i", I + 1),))
    report = verify(page(lecture().system, nothing))
    assert report.claims[0].verdicts[0].judgement is Judgement.VACUOUS
    assert not report.passed


def test_names_that_a_derivation_introduces() -> None:
    delta = var(r"\delta^{(3)}_{#}")
    stated = claim(by(E), total("k", 1, J, mul(delta("k"), by(net3("k")))))
    derivation = page(lecture().system, stated, names=((delta, Partial(E, net3("j"))),))
    assert verify(derivation).passed
    assert not verify(replace(derivation, names=((delta, Partial(E, o3("j"))),))).passed
    scalar = Variable("q")
    twice = page(lecture().system, claim(Var(scalar), total("j", 1, J, o3("j")), domain=TRUE), names=())
    assert verify(replace(twice, names=((scalar, total("k", 1, J, o3("k"))),))).passed
    product = var("r_{#,#}")
    named = ((product, mul(o2("i"), w2("k", "i"))),)
    assert sorted(s.name for s in with_names(lecture().system, named).pieces[-1].letters) == ["i", "k"]


@pytest.mark.parametrize("name", NETWORKS)
def test_adjoints_of_every_network(name: str) -> None:
    """Every adjoint as a derivation of one claim, the network with its adjoints as the system."""
    found = adjoints(NETWORKS[name]())
    objective = Var(found.objective)
    claims = [
        Claim(Partial(objective, g.piece.lhs), (Step(Var(found.of[v], g.piece.indices), "adjoint"),), g.piece.domain)
        for v, gradients in found.gradients.items()
        for g in gradients
    ]
    report = verify(page(found.system, *claims))
    assert report.passed, [(c.claim.left, c.verdicts, c.error) for c in report.claims if not c.passed]
    assert report.error < TOLERANCE


def test_terms_that_cancel_are_judged_by_their_size() -> None:
    """The derivative of a sum that is always 1 is rounding error: relative to its terms it is small."""
    system = n.softmax_cross_entropy()
    slope = Partial(total("l", 1, "K", n.y("l")), var("z_{#}")("k"))
    error = largest_error(system, (slope, num(0)), interval("k", 1, "K"))
    assert error is not None
    assert error < 1e-15
    wrong = largest_error(system, (slope, mul(num(0), slope), num(1)), interval("k", 1, "K"))
    assert wrong is not None
    assert wrong > 0.1


def test_hessians_are_symmetric() -> None:
    system = n.tied_autoencoder()
    left = Partial(Partial(E, w("j", "i")), w("k", "h"))
    right = Partial(Partial(E, w("k", "h")), w("j", "i"))
    inside = IJK & interval("h", 1, I)
    report = verify(page(system, Claim(left, (Step(right, "symmetry"),), inside)))
    assert report.passed
    assert not verify(page(system, Claim(left, (Step(mul(num(2), right), "symmetry"),), inside))).passed


def test_a_claim_about_the_boundary_only() -> None:
    edge = claim(by(E, w2("j", I + 1)), neg(Partial(E, n.theta3("j"))), domain=interval("j", 1, J))
    wrong = claim(by(E, w2("j", I + 1)), Partial(E, n.theta3("j")), domain=interval("j", 1, J))
    assert verify(page(n.tied_autoencoder(), edge)).passed
    assert not verify(page(n.tied_autoencoder(), wrong)).passed
    assert verify(page(n.tied_autoencoder(), claim(add(o2(affine("I") + 1), num(1)), num(2), domain=Domain(())))).passed


def test_attention_is_verified_exactly_and_in_little_work() -> None:
    system = read_network(r"""
$$q_{t,a} = \sum_{m=1}^{M} Q_{a,m} x_{t,m} \quad k_{t,a} = \sum_{m=1}^{M} K_{a,m} x_{t,m}$$
for $1 \le t \le T$, $1 \le a \le A$
$$s_{t,u} = \frac{1}{\sqrt{A}} \sum_{a=1}^{A} q_{t,a} k_{u,a}$$ ($1 \le t, u \le T$)
$$\alpha_{t,u} = \frac{\exp(s_{t,u})}{\sum_{v=1}^{T} \exp(s_{t,v})}$$
$$z_{t,m} = \sum_{u=1}^T \alpha_{t,u} x_{u,m}$$
$$L = \frac12 \sum_{t=1}^T \sum_{m=1}^M (z_{t,m} - y_{t,m})^2$$
""").system
    assert system.objective is not None
    derivation = derive(system, Partial(Var(system.objective), Variable("Q_{#,#}")("a", "m")), Route.BOTH)
    report = verify(derivation)
    assert report.passed
    assert report.exact
    assert sum(draw.spent for draw in oracle(with_names(system, derivation.names)).drawn) < 3_000_000
