"""Derivations of hand-made networks: what they read like, that every claim is true, and that both routes agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from networks import NETWORKS, E, Net, call, chain, net3, var, w, w1, w2, x

from symderiv.affine import affine
from symderiv.derive import derive, root_of_tie
from symderiv.derive.expand import Recursion, TooDeep
from symderiv.domain import Domain, eq, ne
from symderiv.errors import DerivationError
from symderiv.expr import Expr, Partial, Var, bound, mul, num, total
from symderiv.latex.style import style_of
from symderiv.latex.write import write
from symderiv.step import Claim, Definitions, Derivation, Judgement, Remark, Route
from symderiv.system import Role, System
from symderiv.verify import verify


def goal_of(system: System, key: str) -> Partial:
    """The derivative of the objective by the variable of that key, at the letters of its own piece."""
    pieces = [p for p in system.pieces if p.variable.key == key]
    piece = next((p for p in pieces if p.body is None), pieces[0])
    assert system.objective is not None
    return Partial(Var(system.objective), piece.lhs)


def derived(name: str, key: str, route: Route | None = None) -> Derivation:
    system = NETWORKS[name]()
    return derive(system, goal_of(system, key), route)


def latex(derivation: Derivation, e: Expr) -> str:
    return write(e, style_of(derivation.system, tuple(v for v, _ in derivation.names)))


def lines(derivation: Derivation) -> list[str]:
    return [" = ".join(latex(derivation, m) for m in c.members) for c in derivation.claims]


RESULTS = {
    ("multilayer_perceptron", "w^{(2)}_{#,#}"): r"\frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)}) o_i^{(2)}",
    ("multilayer_perceptron", "w^{(1)}_{#,#}"): (
        r"\sum_{k=1}^K \frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)}) w_{k,i}^{(2)} f'(net_i^{(2)}) o_j^{(1)}"
    ),
    ("multilayer_perceptron", r"\theta^{(3)}_{#}"): r"-\frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)})",
    ("autoencoder", "w^{(2)}_{#,#}"): r"(o_j^{(3)} - o_j^{(1)}) f'(net_j^{(3)}) o_i^{(2)}",
    ("tied_autoencoder", "w_{#,#}"): (
        r"\sum_{k=1}^J \frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)}) w_{k,i}^{(2)} f'(net_i^{(2)}) o_j^{(1)}"
        r" + \frac{\partial E}{\partial o_j^{(3)}} f'(net_j^{(3)}) o_i^{(2)}"
    ),
    ("tied_autoencoder_squared_error", "w_{#,#}"): (
        r"\sum_{k=1}^J (o_k^{(3)} - t_k) o_k^{(3)} (1 - o_k^{(3)}) w_{k,i}^{(2)} o_i^{(2)} (1 - o_i^{(2)}) o_j^{(1)}"
        r" + (o_j^{(3)} - t_j) o_j^{(3)} (1 - o_j^{(3)}) o_i^{(2)}"
    ),
    ("weight_decay", "w_{#,#}"): (
        r"h_i^{(2)} f'(a_i^{(2)}) h_j^{(1)} + \sum_{k=1}^N h_k^{(2)} f'(a_k^{(2)}) w_{k,i} f'(a_i^{(1)}) x_j"
        r" + 2 \lambda w_{i,j}"
    ),
    ("siamese", "w_{#,#}"): "(u_i - v_i) f'(a_i) x_j - (u_i - v_i) f'(b_i) y_j",
    ("reconstruction_cost", "W_{#,#}"): r"2 r_j h_k + 2 \sum_{i=1}^D r_i W_{k,i} x_j",
    ("softmax_cross_entropy", "z_{#}"): "y_k - t_k",
    ("softmax_cross_entropy", "w_{#,#}"): "(y_k - t_k) x_j",
    ("softmax_cross_entropy", "b_{#}"): "y_k - t_k",
    ("tied_embedding", "W_{#,#}"): r"(y_v - t_v) h_i + \sum_{u=1}^V (y_u - t_u) W_{u,i} f'(e_i) x_v",
    ("convolution_stride_1", "k_{#}"): r"\sum_{i=1}^N \frac{\partial E}{\partial o_i} f'(y_i) x_{i+a-1}",
    ("convolution_stride_1", "x_{#}"): (
        r"\sum_{i=\max(1, m-A+1)}^{\min(N, m)} \frac{\partial E}{\partial o_i} f'(y_i) k_{m-i+1}"
    ),
    ("recurrent", "U_{#,#}"): r"\sum_{t=1}^T \delta_i^{(t)} h_j^{(t-1)}",
    ("symbolic_depth", "b^{(#)}_{#}"): r"\delta_i^{(l)}",
}


@pytest.mark.parametrize(("name", "key"), RESULTS)
def test_results_read_as_a_lecturer_writes_them(name: str, key: str) -> None:
    derivation = derived(name, key)
    assert latex(derivation, derivation.result) == RESULTS[name, key]


CASES = [(name, key) for name, key in RESULTS if name not in ("recurrent", "symbolic_depth")]


@pytest.mark.parametrize(("name", "key"), [*CASES, ("weight_used_three_times", "w_{#,#}")])
def test_both_routes_agree_and_every_claim_is_true(name: str, key: str) -> None:
    derivation = derived(name, key, Route.BOTH)
    assert any(isinstance(i, Remark) and i.caption == "routes agree" for i in derivation.items)
    report = verify(derivation)
    assert report.passed
    assert report.error < 1e-12


@pytest.mark.parametrize(("name", "key"), [("recurrent", "U_{#,#}"), ("symbolic_depth", "w^{(#)}_{#,#}")])
def test_recurrences_turn_to_the_backpropagated_route(name: str, key: str) -> None:
    derivation = derived(name, key)
    assert derivation.route is Route.BACKPROP
    captions = [i.caption for i in derivation.items if isinstance(i, Remark)]
    assert captions == ["recursion", "backpropagation"]
    assert verify(derivation).passed
    with pytest.raises(Recursion):
        derived(name, key, Route.EXPANDED)


def test_the_tied_autoencoder_step_by_step() -> None:
    """The lecture: the naive rule struck out, the sum, first factor, second factor, cases, inner derivative, result."""
    derivation = derived("tied_autoencoder", "w_{#,#}")
    claims = derivation.claims
    assert [c.refuted for c in claims] == [True] + [False] * 8
    assert [[s.rule for s in c.steps] for c in claims] == [
        ["naive chain rule"],
        ["chain rule"],
        ["chain rule"],
        ["chain rule", "elementwise derivative"],
        ["definition", "delta collapse"],
        ["product rule", "delta collapse"],
        ["independence"],
        ["chain rule"],
        ["chain rule", "substitution"],
    ]
    assert [c.where for c in claims if c.where] == [(eq("k", "j"),), (ne("k", "j"),)]
    assert dict(claims[4].bindings)["condition"] == Domain.of(ne("h", "i"))
    assert lines(derivation)[5] == (
        r"\frac{\partial (o_i^{(2)} w_{k,i}^{(2)})}{\partial w_{j,i}}"
        r" = \frac{\partial o_i^{(2)}}{\partial w_{j,i}} w_{k,i}^{(2)}"
        r" + \frac{\partial w_{k,i}^{(2)}}{\partial w_{j,i}} o_i^{(2)}"
        r" = \frac{\partial o_i^{(2)}}{\partial w_{j,i}} w_{k,i}^{(2)} + o_i^{(2)}"
    )
    assert lines(derivation)[7] == (
        r"\frac{\partial o_i^{(2)}}{\partial w_{j,i}}"
        r" = \underbrace{\frac{\partial o_i^{(2)}}{\partial net_i^{(2)}}}_{f'(net_i^{(2)})}"
        r" \underbrace{\frac{\partial net_i^{(2)}}{\partial w_{j,i}}}_{o_j^{(1)}}"
    )


def test_definitions_stand_after_the_chain_rule_and_at_the_end() -> None:
    items = derived("tied_autoencoder", "w_{#,#}").items
    at = [n for n, i in enumerate(items) if isinstance(i, Definitions)]
    claims = [n for n, i in enumerate(items) if isinstance(i, Claim)]
    assert at[0] == claims[1] + 1
    assert at[-1] > claims[-1]


def test_an_untied_weight_needs_no_sum_and_no_warning() -> None:
    claims = derived("multilayer_perceptron", "w^{(2)}_{#,#}").claims
    assert not any(c.refuted for c in claims)
    assert latex(derived("multilayer_perceptron", "w^{(2)}_{#,#}"), claims[0].members[1]) == (
        r"\frac{\partial E}{\partial net_k^{(3)}} \frac{\partial net_k^{(3)}}{\partial w_{k,i}^{(2)}}"
    )


def test_a_forgotten_branch_is_what_is_refuted_in_a_siamese_network() -> None:
    derivation = derived("siamese", "w_{#,#}")
    assert lines(derivation)[0] == (
        r"\frac{\partial E}{\partial w_{i,j}} = \frac{\partial E}{\partial a_i} \frac{\partial a_i}{\partial w_{i,j}}"
    )
    assert derivation.claims[0].refuted
    assert any(isinstance(i, Remark) and i.caption == "other branches depend" for i in derivation.items)


def test_refuted_claims_are_wrong() -> None:
    for name, key in (("tied_autoencoder", "w_{#,#}"), ("siamese", "w_{#,#}"), ("tied_embedding", "W_{#,#}")):
        report = verify(derived(name, key))
        refuted = [c for c in report.claims if c.claim.refuted]
        assert refuted
        assert all(v.judgement is Judgement.WRONG for c in refuted for v in c.verdicts)


def test_where_nothing_is_used_the_derivative_is_zero() -> None:
    """A claim under one condition says what holds elsewhere."""
    assert any("otherwise" in line for line in lines(derived("convolution_stride_2", "x_{#}")))


def test_deep_stacks_turn_to_the_backpropagated_route() -> None:
    system = chain(12)
    derivation = derive(system, Partial(E(), w("i", "j")))
    assert derivation.route is Route.BACKPROP
    assert [i.caption for i in derivation.items[:2]] == ["too deep", "backpropagation"]
    assert len(derivation.claims) == 13
    with pytest.raises(TooDeep) as caught:
        derive(system, derivation.goal, Route.EXPANDED)
    assert "--route backprop" in caught.value.hint


def test_a_copy_is_nudged_alone() -> None:
    system = NETWORKS["tied_autoencoder"]()
    derivation = derive(system, Partial(E(), w2("j", "i")))
    assert latex(derivation, derivation.result) == r"\frac{\partial E}{\partial o_j^{(3)}} f'(net_j^{(3)}) o_i^{(2)}"
    assert verify(derivation).passed


def test_a_member_of_a_class_without_root_means_the_whole_class() -> None:
    """The page says only that w1 and w2 are the same."""
    system = NETWORKS["tied_autoencoder"]()
    i, j = affine("i"), affine("j")
    copies = [p for p in system.pieces if p.role is Role.ALIAS and len(p.letters) == 2]
    kept = [p for p in system.pieces if p.variable != w and p not in copies]
    net = Net("I J")
    net.alias(w1(i, j), w2(j, i), ("j", 1, affine("J")), ("i", 1, affine("I")))
    net.parameter(w2(j, i), ("j", 1, affine("J")), ("i", 1, affine("I")))
    tied = replace(system, pieces=(*kept, *net.pieces), ties=((w1, w2),))
    assert root_of_tie(tied, w1("a", "b")) == w2("b", "a")
    derivation = derive(tied, Partial(E(), w1("i", "j")))
    assert latex(derivation, derivation.result) == RESULTS["tied_autoencoder", "w_{#,#}"]
    assert verify(derivation).passed


def test_letters_follow_the_document() -> None:
    """The page writes k for its output units: no other letter is invented for them, and none clashes."""
    net = Net("I K")
    i, k = ("i", 1, affine("I")), ("k", 1, affine("K"))
    a, o = var("a_{#}"), var("o_{#}")
    net.parameter(w("k", "i"), k, i)
    net.node(a("i"), total("k", 1, affine("K"), mul(w("k", "i"), x("k"))), i)
    net.node(o("k"), total("i", 1, affine("I"), mul(w("k", "i"), call("f", a("i")))), k)
    net.data(x("k"), k)
    system = net.system(outputs=((o("k"), (k,)),))
    derivation = derive(system, Partial(E(), w("k", "i")))
    picked = {s.name for c in derivation.claims for e in c.members for s in bound(e)}
    assert not picked & {"i'", "k'", "K", "I", "o", "a", "w", "x", "f"}
    assert verify(derivation).passed


def test_names_of_the_document_are_not_used_as_indices() -> None:
    """`h` and `l` are variables here, `k` is a size."""
    net = Net("J k")
    h, l = var("h_{#}"), var("l_{#}")
    i, j = ("i", 1, affine("k")), ("j", 1, affine("J"))
    net.parameter(w("j", "i"), j, i)
    net.data(l("j"), j)
    net.node(h("i"), total("j", 1, affine("J"), mul(w("j", "i"), l("j"))), i)
    net.node(var("y_{#}")("j"), total("i", 1, affine("k"), mul(w("j", "i"), h("i"))), j)
    system = net.system(outputs=((var("y_{#}")("j"), (j,)),))
    derivation = derive(system, Partial(E(), w("j", "i")))
    picked = {str(s) for c in derivation.claims for e in c.members for s in bound(e)}
    assert not picked & {"h", "l", "k", "w"}


def test_errors_say_what_can_be_done() -> None:
    system = NETWORKS["siamese"]()
    with pytest.raises(DerivationError, match="only the objective"):
        derive(system, Partial(net3("k"), w("i", "j")))
    lonely = replace(system, pieces=(*system.pieces, replace(system.pieces[-1], variable=var("q_{#,#}"))))
    with pytest.raises(DerivationError, match="E does not depend on q"):
        derive(lonely, Partial(E(), var("q_{#,#}")("i", "j")))
    with pytest.raises(DerivationError):
        derive(system, Partial(E(), w("i", 0)))


def test_a_parameter_used_twice_in_one_product() -> None:
    """x_i x_i: two occurrences that look alike are two."""
    net = Net("I")
    net.parameter(x("i"), ("i", 1, affine("I")))
    net.node(E(), total("i", 1, affine("I"), mul(x("i"), x("i"), call("f", x("i")))))
    derivation = derive(net.system(), Partial(E(), x("i")), Route.BOTH)
    assert verify(derivation).passed
    assert write(derivation.result) == r"x_i \cdot (2 f(x_i) + x_i f'(x_i))"


def test_a_planted_error_does_not_pass() -> None:
    """The meta-test: one sign changed, one claim fails."""
    derivation = derived("siamese", "w_{#,#}")
    last = derivation.claims[-1]
    wrong = replace(last, steps=(*last.steps[:-1], replace(last.steps[-1], right=mul(num(-1), last.steps[-1].right))))
    items = tuple(wrong if i is last else i for i in derivation.items)
    assert verify(derivation).passed
    assert not verify(replace(derivation, items=items)).passed


def test_an_assumption_is_used_only_where_its_range_is_summed() -> None:
    """\\sum_k t_k = 1 over all k says nothing of a sum that leaves the first one out."""
    system = NETWORKS["softmax_cross_entropy"]()
    without = replace(system, assumptions=())
    derivation = derive(without, goal_of(without, "z_{#}"))
    assert latex(derivation, derivation.result) == r"\sum_{h=1}^K t_h y_k - t_k"
    assert verify(derivation).passed
