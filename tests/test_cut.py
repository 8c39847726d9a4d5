"""Where the chain rule cuts, what may depend on what, which letters are picked, and folding back to names."""

from __future__ import annotations

import itertools

import pytest
from networks import NETWORKS, Net, call, var, w, x
from small_oracle import World, sizes_of

from symderiv.affine import Sym, affine
from symderiv.calculus.depend import Dependence
from symderiv.calculus.flow import flow
from symderiv.calculus.fold import folded
from symderiv.calculus.letters import Letters
from symderiv.calculus.match import Pattern, same
from symderiv.derive.cut import cut
from symderiv.domain import Context, Domain, eq, ge, holds, interval, value
from symderiv.expr import Div, Var, Variable, add, mul, neg, num, total
from symderiv.system import Role

CUTS = [
    ("multilayer_perceptron", "w^{(1)}_{#,#}", ["net^{(2)}_{#}"], False),
    ("tied_autoencoder", "w_{#,#}", ["net^{(3)}_{#}"], False),
    ("tied_autoencoder", "w^{(1)}_{#,#}", ["net^{(2)}_{#}"], False),
    ("stacked_tied_autoencoder", "v_{#,#}", ["net^{(4)}_{#}"], False),
    ("weight_used_three_times", "w_{#,#}", ["a^{(3)}_{#}"], False),
    ("weight_decay", "w_{#,#}", ["a^{(2)}_{#}"], True),
    ("siamese", "w_{#,#}", ["a_{#}", "b_{#}"], False),
    ("reconstruction_cost", "W_{#,#}", ["r_{#}"], False),
    ("recurrent", "U_{#,#}", [], False),
    ("symbolic_depth", "b^{(#)}_{#}", [], False),
    ("autoencoder", "o^{(1)}_{#}", ["net^{(2)}_{#}"], True),
]


@pytest.mark.parametrize(("name", "key", "variables", "direct"), CUTS)
def test_cuts(name: str, key: str, variables: list[str], direct: bool) -> None:
    system = NETWORKS[name]()
    assert system.objective is not None
    root = next(v for v in system.variables() if v.key == key)
    found = cut(flow(system), root, system.objective)
    assert ([v.key for v in found.variables], found.direct) == (variables, direct)


def test_a_recurrence_is_cut_behind_its_end() -> None:
    """The states feed one more layer: all paths cross it, and nothing leads back to it."""
    net = Net("T I")
    t, i = ("t", 1, affine("T")), ("i", 1, affine("I"))
    h, y = var("h^{(#)}_{#}"), var("y_{#}")
    net.parameter(w("i", "j"), i, ("j", 1, affine("I")))
    net.data(h(0, "i"), i)
    net.node(h("t", "i"), total("j", 1, affine("I"), mul(w("i", "j"), h(affine("t") - 1, "j"))), t, i)
    net.node(y("i"), call("f", h("T", "i")), i)
    system = net.system(outputs=((y("i"), (i,)),))
    assert [v.key for v in cut(flow(system), w, Variable("E")).variables] == ["y_{#}"]


@pytest.mark.parametrize("name", NETWORKS)
def test_dependence_is_never_too_small(name: str) -> None:
    """Wherever complex step sees an effect, some domain says that there may be one."""
    system = NETWORKS[name]()
    world = World(system, sizes_of(system))
    checked = 0
    parameters = [p for p in system.pieces if p.role is Role.PARAMETER]
    for by, node in itertools.product(parameters[:2], [p for p in system.pieces if p.role is Role.NODE]):
        parts = Dependence(flow(system), by.variable).parts(node.variable)
        for at, there in itertools.product(world.points(node)[:12], world.points(by)[:8]):
            entry = _point(node.indices, at, world)
            root = _point(by.indices, there, world)
            slots = {Sym(f"@x{n}"): i for n, i in enumerate(entry)} | {Sym(f"@w{n}"): i for n, i in enumerate(root)}
            may = any(holds(p, {**world.sizes, **slots}, world.functions) for p in parts)
            effect = world.total(Var(node.variable, tuple(affine(i) for i in entry)), (by.variable, root), {})
            assert may or abs(effect) < 1e-12, (node.variable.key, entry, by.variable.key, root)
            checked += 1
    assert checked > 10


def _point(indices: tuple[object, ...], env: dict[Sym, int], world: World) -> tuple[int, ...]:
    return tuple(value(i, {**world.sizes, **env}, world.functions) for i in indices)  # type: ignore[arg-type]


def test_dependence_is_sharp_in_the_lecture() -> None:
    """o_h depends on w_{j,i} for h = i only; net_k depends on it for every k."""
    system = NETWORKS["tied_autoencoder"]()
    found = Dependence(flow(system), w)
    known = Context(system.context & interval("j", 1, "J") & interval("i", 1, "I"))
    o2, net3 = var("o^{(2)}_{#}"), var("net^{(3)}_{#}")
    assert not found.may(o2("h"), w("j", "i"), Domain.of(ge("h", affine("i") + 1)), known)
    assert found.may(o2("i"), w("j", "i"), Domain(()), known)
    assert found.may(net3("k"), w("j", "i"), Domain.of(ge("k", affine("j") + 1)), known)


def test_letters_are_those_of_the_lecture() -> None:
    """For outputs k, for hidden units h, when i and j are taken."""
    letters = Letters(NETWORKS["tied_autoencoder"]())
    taken = {Sym("i"), Sym("j")}
    k = letters.pick(Sym("j"), affine("J"), taken)
    assert (k, letters.pick(Sym("i"), affine("I") + 1, {*taken, k})) == (Sym("k"), Sym("h"))
    assert letters.pick(Sym("i"), affine("I"), {Sym("j")}) == Sym("i")
    assert letters.pick(Sym("j"), affine("J"), taken) == Sym("k")


def test_letters_are_no_names_and_no_sizes() -> None:
    letters = Letters(NETWORKS["reconstruction_cost"]())
    taken: set[Sym] = set()
    for _ in range(12):
        taken.add(letters.pick(Sym("k"), affine("K"), taken))
    assert not {s.name for s in taken} & {"h", "r", "x", "W", "K", "D", "F"}
    assert len(taken) == 12


def test_folding_back() -> None:
    """Inside products and fractions, with factors left over, under the range of a sum, and not out of range."""
    system = NETWORKS["softmax_cross_entropy"]()
    z, y, t = var("z_{#}"), var("y_{#}"), var("t_{#}")
    bottom = total("m", 1, "K", call("exp", z("m")))
    pieces, known = flow(system).foldable, Context(system.context)
    k = interval("k", 1, "K")
    square = Div(mul(t("k"), call("exp", z("k")), call("exp", z("k"))), mul(bottom, bottom))
    assert folded(square, pieces, k, known) == mul(t("k"), y("k"), y("k"))
    inner = total("l", 1, "K", Div(call("exp", z("l")), bottom))
    assert folded(inner, pieces, k, known) == total("l", 1, "K", y("l"))
    assert folded(square, pieces, Domain(()), known) == square
    assert folded(Div(call("exp", z("k")), total("m", 2, "K", call("exp", z("m")))), pieces, k, known) != y("k")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (total("k", 1, "K", x("k")), total("h", 1, "K", x("h")), True),
        (total("k", 1, "K", x("k")), total("h", 1, "K", x("k")), False),
        (total("k", 1, "K", w("k", "h")), total("h", 1, "K", w("h", "h")), False),
        (total("k", 1, "K", x("k")), total("k", 2, "K", x("k")), False),
        (add(x(1), x(2)), add(x(2), x(1)), False),
        (neg(x("i")), neg(x("i")), True),
        (num(1), x("i"), False),
    ],
)
def test_same_up_to_bound_letters(a: object, b: object, expected: bool) -> None:
    assert same(a, b) is expected  # type: ignore[arg-type]


def test_a_pattern_letter_never_becomes_a_bound_one() -> None:
    pattern = Pattern(frozenset({Sym("i")}))
    assert pattern.match(x("i"), x(affine("j") + 1), {}, {}) == {Sym("i"): affine("j") + 1}
    found = pattern.match(total("k", 1, "K", w("k", "i")), total("h", 1, "K", w("h", "h")), {}, {})
    assert found is None
    assert eq("i", "i").is_true
