"""Adjoint networks against complex step at small sizes, and against what a person writes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from networks import NETWORKS, E, Net, chain, net2, var, w, w2, x
from small_oracle import World, close, sizes_of

from symderiv.affine import affine
from symderiv.derive.adjoint import adjoints
from symderiv.domain import ge, value
from symderiv.errors import DerivationError
from symderiv.expr import Add, Bracket, Partial, Pow, Var, Variable, add, mul, neg, num, total, walk
from symderiv.latex.style import style_of
from symderiv.latex.write import write
from symderiv.system import Piece, Role


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", NETWORKS)
def test_every_adjoint_is_the_total_derivative(name: str, seed: int) -> None:
    system = NETWORKS[name]()
    found = adjoints(system)
    sizes = sizes_of(system, seed)
    world = World(found.system, sizes, seed)
    assert system.objective is not None
    checked = 0
    for variable, gradients in found.gradients.items():
        for gradient in gradients:
            for env in world.points(gradient.piece):
                here = {**world.sizes, **env}
                point = tuple(value(i, here, world.functions) for i in gradient.piece.indices)
                right = world.total(Var(system.objective), (variable, point), {})
                assert close(world.entry(found.of[variable], point), right), (name, variable.key, point)
                checked += 1
    assert checked > 3


FORMS = {
    ("tied_autoencoder", "w_{#,#}"): (r"\bar{w}_{j,i}", r"\delta_j^{(3)} o_i^{(2)} + \delta_i^{(2)} o_j^{(1)}"),
    ("tied_autoencoder", "o^{(2)}_{#}"): (r"\bar{o}_i^{(2)}", r"\sum_{j=1}^J \delta_j^{(3)} w_{j,i}^{(2)}"),
    ("tied_autoencoder", r"\theta^{(2)}_{#}"): (r"\overline{\theta}_i^{(2)}", r"-\delta_i^{(2)}"),
    ("tied_autoencoder_squared_error", "net^{(3)}_{#}"): (
        r"\delta_j^{(3)}",
        r"\bar{o}_j^{(3)} o_j^{(3)} (1 - o_j^{(3)})",
    ),
    ("siamese", "w_{#,#}"): (r"\bar{w}_{i,j}", r"\delta_i^{(a)} x_j + \delta_i^{(b)} y_j"),
    ("weight_decay", "w_{#,#}"): (
        r"\bar{w}_{i,j}",
        r"\delta_i^{(2)} h_j^{(1)} + \delta_i^{(1)} x_j + 2 \lambda w_{i,j}",
    ),
    ("convolution_stride_1", "x_{#}"): (
        r"\bar{x}_m",
        r"\sum_{i=\max(1, m-A+1)}^{\min(N, m)} \delta_i k_{m-i+1}",
    ),
    ("recurrent", "U_{#,#}"): (r"\bar{U}_{i,j}", r"\sum_{t=1}^T \delta_i^{(t)} h_j^{(t-1)}"),
    ("symbolic_depth", "w^{(#)}_{#,#}"): (r"\bar{w}_{i,j}^{(l)}", r"\delta_i^{(l)} a_j^{(l-1)}"),
    ("softmax_cross_entropy", "z_{#}"): (r"\delta_k", r"\bar{y}_k y_k - \sum_{h=1}^K \bar{y}_h y_h y_k"),
}


def definitions(name: str, key: str) -> list[Piece]:
    found = adjoints(NETWORKS[name]())
    variable = next(v for v in found.of if v.key == key)
    return [d for g in found.gradients[variable] for d in g.definitions]


@pytest.mark.parametrize(("name", "key"), FORMS)
def test_adjoints_read_as_a_person_writes_them(name: str, key: str) -> None:
    (piece,) = definitions(name, key)
    assert piece.body is not None
    style = style_of(NETWORKS[name]())
    assert (write(piece.lhs, style), write(piece.body, style)) == FORMS[name, key]


def test_a_state_used_at_the_next_step_has_two_definitions() -> None:
    """Two terms up to T - 1, one at T."""
    until, last = sorted(definitions("recurrent", "h^{(#)}_{#}"), key=lambda p: -len(p.letters))
    assert [len(p.body.terms) for p in (until, last) if isinstance(p.body, Add)] == [3, 2]
    assert last.indices[0] == affine("T")
    assert ge(affine("T") - 1, "t") in until.domain.constraints


def test_names_say_what_deltas_stand_for() -> None:
    found = adjoints(NETWORKS["tied_autoencoder"]())
    names = {bar.key: meaning for bar, meaning in found.names}
    assert set(names) == {r"\delta^{(3)}_{#}", r"\delta^{(2)}_{#}"}
    assert names[r"\delta^{(2)}_{#}"] == Partial(E(), net2("i"))


def test_a_name_that_is_taken_is_left_alone() -> None:
    r"""The document has a \delta^{(3)}_k of its own: then no delta is introduced for net^{(3)}."""
    system = NETWORKS["tied_autoencoder"]()
    own = replace(system.pieces[-1], variable=Variable(r"\delta^{(3)}_{#}"))
    found = adjoints(replace(system, pieces=(*system.pieces, own)))
    assert {v.key for v in found.deltas} == {"net^{(2)}_{#}"}
    assert all(bar != own.variable for bar in found.of.values())


def test_every_parameter_has_a_gradient() -> None:
    for name, build in NETWORKS.items():
        system = build()
        found = adjoints(system)
        for piece in system.pieces:
            if piece.role is Role.PARAMETER:
                assert found.gradient(piece.lhs).variable in found.of.values(), name


def test_data_only_if_asked_for() -> None:
    system = NETWORKS["siamese"]()
    with pytest.raises(DerivationError, match="no adjoint of x"):
        adjoints(system).gradient(x("j"))
    assert adjoints(system, [x]).gradient(x("j")).variable.key == r"\bar{x}_{#}"


def test_a_copy_of_a_tied_weight_is_nudged_alone() -> None:
    system = NETWORKS["tied_autoencoder"]()
    found = adjoints(system, [w2])
    (piece,) = (d for g in found.gradients[w2] for d in g.definitions if len(d.letters) == 2)
    assert piece.body is not None
    assert write(piece.body, style_of(system)) == r"\delta_j^{(3)} o_i^{(2)}"


def test_many_conditions_stay_brackets() -> None:
    """x_i is used by three differently shifted sums: the terms keep their own conditions, and are right."""
    net = Net("N", ge("N", 4))
    i = ("i", 1, affine("N"))
    net.parameter(x("i"), i)
    for n, lower in enumerate((2, 3, 4)):
        u = var(f"u^{{({n})}}_{{#}}")
        net.node(u("i"), mul(num(n + 2), x("i")), ("i", lower, affine("N")))
    squares = [
        total("i", lower, affine("N"), Pow(var(f"u^{{({n})}}_{{#}}")("i"), num(2))) for n, lower in enumerate((2, 3, 4))
    ]
    net.node(E(), add(*squares))
    system = net.system()
    found = adjoints(system)
    (piece,) = (d for g in found.gradients[x] for d in g.definitions)
    assert sum(isinstance(e, Bracket) for e in walk(piece.body or num(0))) == 3
    world = World(found.system, {"N": 5})
    for n in range(1, 6):
        assert close(world.entry(found.of[x], (n,)), world.total(E(), (x, (n,)), {}))


def test_adjoints_of_adjoints() -> None:
    """The network of adjoints is differentiated again: a row of the Hessian, against complex step."""
    system = NETWORKS["reconstruction_cost"]()
    first = adjoints(system)
    W = next(v for v in first.of if v.key == "W_{#,#}")
    S, v = Variable("S"), var("v_{#,#}")
    k, j = ("k", 1, affine("K")), ("j", 1, affine("D"))
    both = total("k", 1, affine("K"), total("j", 1, affine("D"), mul(v("k", "j"), first.of[W]("k", "j"))))
    made = Net("K D")
    made.node(S(), both)
    made.data(v("k", "j"), k, j)
    pieces = (*first.system.pieces, *made.pieces)
    second = adjoints(replace(first.system, pieces=pieces, objective=S))
    world = World(second.system, {"K": 2, "D": 3})
    for point in ((1, 1), (2, 3)):
        assert close(world.entry(second.of[W], point), world.total(S(), (W, point), {}))


def test_linear_in_depth() -> None:
    """As many definitions a layer whatever the depth, and the weight's gradient has one term a layer."""
    for layers in (2, 5, 9):
        found = adjoints(chain(layers))
        assert sum(len(g.definitions) for gs in found.gradients.values() for g in gs) == 2 * layers + 1
        (piece,) = (d for g in found.gradients[w] for d in g.definitions)
        assert isinstance(piece.body, Add)
        assert len(piece.body.terms) == layers
        assert len(found.of) == 2 * layers + 1


def test_an_objective_is_needed() -> None:
    with pytest.raises(DerivationError, match="no objective"):
        adjoints(replace(NETWORKS["siamese"](), objective=None))


def test_the_oracle_notices_a_wrong_adjoint() -> None:
    """The meta-test: with the wrong sign of one gradient, the comparison fails."""
    found = adjoints(NETWORKS["siamese"]())
    wrong = [
        replace(p, body=neg(p.body)) if p.variable == found.of[w] and p.body is not None else p
        for p in found.system.pieces
    ]
    world = World(replace(found.system, pieces=tuple(wrong)), {"I": 2, "J": 3})
    assert not close(world.entry(found.of[w], (1, 2)), world.total(E(), (w, (1, 2)), {}))
