"""The oracle's values: against finite differences, hand-written NumPy, SymPy; and what each construct means."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import networks as n
import numpy as np
import pytest
import sympy
from networks import NETWORKS, Net, call, var

from symderiv.affine import IntFn, Sym, affine
from symderiv.domain import eq, ge
from symderiv.evaluate import Draw, NoRange, Oracle, Undefined
from symderiv.evaluate.loops import Loops
from symderiv.expr import Bracket, Cases, Div, Expr, Index, Partial, Pow, Var, Variable, add, mul, neg, num, total
from symderiv.system import Assumption, Function, Piece, System

TWO = num(2)
E = Var(Variable("E"))


def draw_of(system: System, low: int = 2, seed: int = 0) -> Draw:
    """A draw with small different sizes."""
    return Oracle(system, seed).draw(low)


def given_points(draw: Draw, piece: Piece, kind: str) -> list[tuple[int, ...]]:
    """The indices of the entries of a piece."""
    loops = Loops(draw.program.maker, piece.domain, piece.letters, draw.program.scope())
    world = draw.world(kind)
    env = loops.environment(world)
    forms = [draw.program.maker.form(i, loops.scope) for i in piece.indices]
    return [tuple(f(world, env) for f in forms) for _ in loops.points(world, env)]


def objective(system: System) -> Var:
    """The objective."""
    assert system.objective is not None
    return Var(system.objective)


# derivatives against finite differences of the same forward pass


def nudged_value(draw: Draw, e: Expr, key: tuple[int, tuple[int, ...]], step: object) -> object:
    """The value of an expression after one given entry is moved."""
    world = draw.world("high")
    world.pinned[key] = world.given(*key) + step
    world.forget()
    value = draw.value(e, "high")
    del world.pinned[key]
    world.forget()
    return value


EXPLICIT = [name for name, make in NETWORKS.items() if not make().generic and not make().assumptions]


@pytest.mark.parametrize("name", EXPLICIT)
def test_first_derivatives_are_limits_of_differences(name: str) -> None:
    system = NETWORKS[name]()
    draw = draw_of(system)
    mp = draw.world("high").numbers.mp
    h = mp.mpf(10) ** -15
    checked = 0
    for piece in system.pieces:
        if piece.body is None and piece.variable.arity:
            for point in given_points(draw, piece, "high")[:3]:
                key = (draw.program.numbers[piece.variable], point)
                e = objective(system)
                above, below = nudged_value(draw, e, key, h), nudged_value(draw, e, key, -h)
                slope = draw.value(Partial(e, piece.variable(*point)), "high")
                assert abs((above - below) / (2 * h) - slope) < 1e-20 * (1 + abs(slope)), (name, piece.variable, point)
                checked += 1
    assert checked >= 3


@pytest.mark.parametrize("name", ["weight_decay", "reconstruction_cost", "tied_autoencoder_squared_error", "recurrent"])
def test_second_derivatives_are_differences_of_first_ones(name: str) -> None:
    system = NETWORKS[name]()
    draw = draw_of(system)
    h = draw.world("high").numbers.mp.mpf(10) ** -15
    piece = next(p for p in system.pieces if p.body is None and p.variable.arity == 2)
    points = given_points(draw, piece, "high")
    first = Partial(objective(system), piece.variable(*points[0]))
    for point in (points[0], points[-1]):
        key = (draw.program.numbers[piece.variable], point)
        difference = (nudged_value(draw, first, key, h) - nudged_value(draw, first, key, -h)) / (2 * h)
        second = draw.value(Partial(first, piece.variable(*point)), "high")
        assert abs(difference - second) < 1e-20 * (1 + abs(second))


@pytest.mark.parametrize("kind", ["field", "ordered", "float", "masses", "high"])
def test_many_entries_at_once_give_what_one_at_a_time_gives(kind: str) -> None:
    system = n.recurrent()
    u = var("U_{#,#}")
    together, single = draw_of(system), []
    pairs = [(i, j) for i in (1, 2) for j in (1, 2)] * 2
    many = [together.value(Partial(E, u(i, j)), kind) for i, j in pairs]
    for i, j in pairs:
        alone = draw_of(system)
        single.append(alone.value(Partial(E, u(i, j)), kind))
    world = together.world(kind)
    assert all(world.agree(a, b) for a, b in zip(many, single, strict=True))
    assert many[:4] == many[4:] or kind in ("masses", "ordered")


def test_mixed_second_derivatives_do_not_depend_on_the_order() -> None:
    system = n.tied_autoencoder()
    draw = draw_of(system)
    by = n.w(1, 1), n.w(2, 2), n.w(1, 2), n.w(2, 1), n.w(2, 1)
    for a in by:
        for b in by:
            left, right = (draw.value(Partial(Partial(E, x), y), "field") for x, y in ((a, b), (b, a)))
            assert left == right != 0


# gradients written by hand


def arrays(draw: Draw, **shapes: tuple[Variable, tuple[str, ...]]) -> dict[str, np.ndarray]:
    """The values of given variables as arrays, shapes named by size letters."""
    found = {}
    for name, (variable, shape) in shapes.items():
        sizes = [draw.sizes[Sym(s)] for s in shape]
        a = np.zeros(sizes)
        for index in np.ndindex(*sizes):
            a[index] = draw.value(variable(*(i + 1 for i in index)))
        found[name] = a
    return found


def slopes(draw: Draw, of: Expr, variable: Variable, like: np.ndarray) -> np.ndarray:
    """The derivatives by every entry of a variable."""
    a = np.zeros(like.shape)
    for index in np.ndindex(*like.shape):
        a[index] = draw.value(Partial(of, variable(*(i + 1 for i in index))))
    return a


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


@pytest.mark.parametrize("low", [1, 2, 4])
def test_tied_autoencoder_by_hand(low: int) -> None:
    draw = draw_of(n.tied_autoencoder_squared_error(), low)
    names = {"w": (n.w, ("J", "I")), "x": (n.o1, ("J",)), "t": (n.t, ("J",)), "b3": (n.theta3, ("J",))}
    a = arrays(draw, b2=(n.theta2, ("I",)), **names)
    o2 = sigmoid(a["x"] @ a["w"] - a["b2"])
    o3 = sigmoid(a["w"] @ o2 - a["b3"])
    assert draw.value(E) == pytest.approx(0.5 * ((o3 - a["t"]) ** 2).sum(), rel=1e-14)
    d3 = (o3 - a["t"]) * o3 * (1 - o3)
    d2 = (a["w"].T @ d3) * o2 * (1 - o2)
    np.testing.assert_allclose(slopes(draw, E, n.w, a["w"]), np.outer(d3, o2) + np.outer(a["x"], d2), rtol=1e-12)
    np.testing.assert_allclose(slopes(draw, E, n.theta3, a["b3"]), -d3, rtol=1e-12)
    np.testing.assert_allclose(slopes(draw, E, n.theta2, a["b2"]), -d2, rtol=1e-12)
    np.testing.assert_allclose(slopes(draw, E, n.w2, a["w"]), np.outer(d3, o2), rtol=1e-12)


@pytest.mark.parametrize("low", [1, 2, 4])
def test_softmax_by_hand(low: int) -> None:
    draw = draw_of(n.softmax_cross_entropy(), low)
    b = var("b_{#}")
    a = arrays(draw, w=(n.w, ("K", "J")), x=(n.x, ("J",)), t=(n.t, ("K",)), b=(b, ("K",)))
    assert a["t"].sum() == pytest.approx(1, rel=1e-14)
    z = a["w"] @ a["x"] + a["b"]
    y = np.exp(z) / np.exp(z).sum()
    np.testing.assert_allclose(slopes(draw, E, n.w, a["w"]), np.outer(y - a["t"], a["x"]), rtol=1e-11, atol=1e-14)
    np.testing.assert_allclose(slopes(draw, E, var("z_{#}"), a["b"]), y - a["t"], rtol=1e-11, atol=1e-14)


@pytest.mark.parametrize("low", [1, 2, 4])
def test_recurrent_by_hand(low: int) -> None:
    draw = draw_of(n.recurrent(), low)
    U, W, b, x, y = var("U_{#,#}"), var("W_{#,#}"), var("b_{#}"), var("x^{(#)}_{#}"), var("y^{(#)}_{#}")
    shapes = {"U": (U, ("H", "H")), "W": (W, ("H", "D")), "b": (b, ("H",)), "x": (x, ("T", "D")), "y": (y, ("T", "H"))}
    a = arrays(draw, **shapes)
    h = [np.zeros(len(a["b"]))]
    for xt in a["x"]:
        h.append(np.tanh(a["W"] @ xt + a["U"] @ h[-1] + a["b"]))
    dU, dW, db, back = np.zeros_like(a["U"]), np.zeros_like(a["W"]), np.zeros_like(a["b"]), np.zeros_like(a["b"])
    for t in range(len(a["x"]), 0, -1):
        d = (h[t] - a["y"][t - 1] + back) * (1 - h[t] ** 2)
        dU += np.outer(d, h[t - 1])
        dW += np.outer(d, a["x"][t - 1])
        db += d
        back = a["U"].T @ d
    np.testing.assert_allclose(slopes(draw, E, U, a["U"]), dU, rtol=1e-11, atol=1e-14)
    np.testing.assert_allclose(slopes(draw, E, W, a["W"]), dW, rtol=1e-11, atol=1e-14)
    np.testing.assert_allclose(slopes(draw, E, b, a["b"]), db, rtol=1e-11, atol=1e-14)


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_convolution_by_hand(stride: int) -> None:
    draw = draw_of(n.convolution(stride))
    N, A = draw.sizes[Sym("N")], draw.sizes[Sym("A")]
    k = np.array([draw.value(n.k(i + 1)) for i in range(A)])
    leaf = np.array([draw.value(Partial(E, var("o_{#}")(i + 1), direct=True)) for i in range(N)])
    d = leaf * np.array([draw.value(call_prime(n.y(i + 1))) for i in range(N)])
    x = np.array([draw.value(n.x(m + 1)) for m in range(stride * (N - 1) + A)])
    dk, dx = np.zeros_like(k), np.zeros_like(x)
    for i in range(N):
        dk += d[i] * x[stride * i : stride * i + A]
        dx[stride * i : stride * i + A] += d[i] * k
    np.testing.assert_allclose(slopes(draw, E, n.k, k), dk, rtol=1e-11, atol=1e-13)
    np.testing.assert_allclose(slopes(draw, E, n.x, x), dx, rtol=1e-11, atol=1e-13)


def call_prime(x: Expr) -> Expr:
    """f'(x)."""
    from symderiv.expr import Apply

    return Apply("f", (x,), (1,))


def test_unrolled_network_in_sympy() -> None:
    """Two layers with one 2 x 2 weight, tanh, decay: every first and second derivative as SymPy has them."""
    net = Net("N")
    i, j = ("i", 1, affine(2)), ("j", 1, affine(2))
    before = n.x
    for layer in (1, 2):
        h = var(f"h^{{({layer})}}_{{#}}")
        net.node(h("i"), call("tanh", total("j", 1, 2, mul(n.w("i", "j"), before("j")))), i)
        before = h
    loss = total("i", 1, 2, Pow(before("i"), num(3)))
    net.node(E, add(loss, Div(total("i", 1, 2, n.w("i", 1)), n.w(2, 2))))
    net.parameter(n.w("i", "j"), i, j)
    net.data(n.x("j"), j)
    draw = draw_of(net.system(functions=()))
    w = sympy.Matrix(2, 2, sympy.symbols("a b c d"))
    x = [draw.value(n.x(m), "high") for m in (1, 2)]
    h = sympy.Matrix(x)
    for _ in range(2):
        h = (w * h).applyfunc(sympy.tanh)
    energy = sum(v**3 for v in h) + (w[0, 0] + w[1, 0]) / w[1, 1]
    here = {w[p, q]: sympy.Float(str(draw.value(n.w(p + 1, q + 1), "high")), 45) for p in (0, 1) for q in (0, 1)}
    for p, q in np.ndindex(2, 2):
        slope = sympy.diff(energy, w[p, q])
        mine = draw.value(Partial(E, n.w(p + 1, q + 1)), "high")
        assert abs(sympy.N(slope.subs(here), 40) - sympy.Float(str(mine), 45)) < 1e-35
        for r, s in np.ndindex(2, 2):
            second = Partial(Partial(E, n.w(p + 1, q + 1)), n.w(r + 1, s + 1))
            right = sympy.N(sympy.diff(slope, w[r, s]).subs(here), 40)
            assert abs(right - sympy.Float(str(draw.value(second, "high")), 45)) < 1e-33


# what each construct means


def test_a_root_nudges_its_copies_and_a_copy_only_itself() -> None:
    draw = draw_of(n.tied_autoencoder())
    root = draw.value(Partial(E, n.w(1, 2)), "field")
    copies = draw.value(add(Partial(E, n.w2(1, 2)), Partial(E, n.w1(2, 1))), "field")
    assert draw.world("field").agree(root, copies)
    assert draw.value(Partial(n.w2(1, 2), n.w(1, 2))) == 1
    assert draw.value(Partial(n.w(1, 2), n.w2(1, 2))) == 0
    assert draw.value(Partial(n.w2(2, n.I + 1), n.theta3(2))) == -1


def test_any_member_of_a_class_without_a_root_is_the_whole_class() -> None:
    rooted = n.tied_autoencoder()
    for p in rooted.pieces:
        assert p.variable != var("q_{#,#}")
    from dataclasses import replace

    system = replace(rooted, ties=((n.w, n.w1, n.w2),))
    draw = draw_of(system)
    values = {draw.value(Partial(E, e), "field") for e in (n.w(1, 2), n.w2(1, 2), n.w1(2, 1))}
    assert len(values) == 1
    # the boundary piece of the same copy is tied to a threshold, not to the class
    assert draw.value(Partial(n.net3(2), n.w2(2, n.I + 1))) == 1


def test_direct_effects() -> None:
    draw = draw_of(n.weight_decay())
    decay = draw.value(Partial(E, n.w(1, 2), direct=True))
    assert decay == pytest.approx(2 * draw.value(Var(Variable(r"\lambda"))) * draw.value(n.w(1, 2)), rel=1e-14)
    assert abs(draw.value(Partial(E, n.w(1, 2))) - decay) > 1e-6
    draw = draw_of(n.recurrent(), 3)
    U, a, h = var("U_{#,#}"), var("a^{(#)}_{#}"), var("h^{(#)}_{#}")
    assert draw.value(Partial(a(3, 1), U(1, 2), direct=True)) == draw.value(h(2, 2))
    assert abs(draw.value(Partial(a(3, 1), U(1, 2))) - draw.value(h(2, 2))) > 1e-6
    tied = draw_of(n.tied_autoencoder())
    # through a tie the effect is still direct; through a node it is not
    assert tied.value(Partial(n.net3(1), n.w(1, 2), direct=True)) == tied.value(n.o2(2))
    product = mul(n.o2("i"), n.w2("k", "i"))
    assert tied.value(Partial(product, n.w2(1, 2), direct=True), i=2, k=1) == tied.value(n.o2(2))


def test_a_generic_objective_has_partial_derivatives_of_every_order() -> None:
    draw = draw_of(n.tied_autoencoder())
    leaf = [draw.value(Partial(E, n.o3(k), direct=True), "field") for k in range(1, 3)]
    assert len({0, *leaf}) == 3
    first = Partial(E, n.o3(1), direct=True)
    mixed = draw.value(Partial(first, n.o3(2)), "field")
    assert mixed == draw.value(Partial(Partial(E, n.o3(2)), n.o3(1)), "field") != 0


def test_brackets_guard_what_is_not_defined() -> None:
    draw = draw_of(n.tied_autoencoder())
    beyond = mul(n.o3(n.J + 1), Bracket((eq("k", "j"),)))
    assert draw.value(beyond, k=1, j=2) == 0
    with pytest.raises(Undefined, match="no entry"):
        draw.value(beyond, k=1, j=1)


def test_cases() -> None:
    draw = draw_of(n.tied_autoencoder())
    e = Cases(((num(5), (eq("k", "j"),)), (num(7), ())))
    assert [draw.value(e, k=1, j=j) for j in (1, 2)] == [5, 7]
    with pytest.raises(Undefined, match="no case"):
        draw.value(Cases(((num(5), (eq("k", "j"),)),)), k=1, j=2)
    with pytest.raises(Undefined, match="two cases"):
        draw.value(Cases(((num(5), (ge("k", 1),)), (num(7), (ge("k", 0),)))), k=1)


def test_outside_zero() -> None:
    from dataclasses import replace

    strict = n.tied_autoencoder()
    loose = draw_of(replace(strict, outside_zero=True))
    assert loose.value(n.o3(99)) == 0
    assert loose.value(Partial(E, n.o3(99))) == 0
    with pytest.raises(Undefined):
        draw_of(strict).value(Partial(E, n.o3(99)))


def test_sums_of_several_bounds_and_shadowed_letters() -> None:
    from symderiv.expr import Sum

    draw = draw_of(n.tied_autoencoder())
    clipped = Sum(Sym("m"), (affine(1), affine("k")), (affine(5), affine("k") + 2), Index(affine("m")))
    assert [draw.value(clipped, k=k) for k in (-3, 0, 4, 9)] == [0, 3, 9, 0]
    nested = total("m", 1, 3, add(Index(affine("m")), total("m", 1, "m", Index(affine("m")))))
    assert draw.value(nested) == 6 + 1 + 3 + 6
    odd = Sum(Sym("m"), (affine(1),), (affine(5),), Index(affine("m")), (eq("m", "k"),))
    assert draw.value(odd, k=4) == 4


@pytest.mark.parametrize("kind", ["field", "float", "high"])
def test_primes_of_known_functions(kind: str) -> None:
    from symderiv.expr import Apply
    from symderiv.functions import KNOWN

    draw = draw_of(n.tied_autoencoder())
    x = mul(num(Fraction(1, 3)), n.o1(1))
    for name, known in KNOWN.items():
        if known.analytic:
            prime = draw.value(Apply(name, (x,), (1,)), kind)
            moved = Apply(name, (mul(num(Fraction(1, 3)), n.o1(1)),))
            by = draw.value(mul(num(3), Partial(moved, n.o1(1))), kind)
            assert draw.world(kind).agree(prime, by), name
            assert draw.world(kind).agree(draw.value(Apply(name, (x,), (2,)), kind), second(draw, name, kind)), name


def second(draw: Draw, name: str, kind: str) -> object:
    """The second derivative of f(x/3) by x, times 9."""
    from symderiv.expr import Apply

    moved = Apply(name, (mul(num(Fraction(1, 3)), n.o1(1)),))
    return draw.value(mul(num(9), Partial(Partial(moved, n.o1(1)), n.o1(1))), kind)


def test_functions_of_the_author() -> None:
    from dataclasses import replace

    from symderiv.expr import Apply

    p = Variable("p")
    logistic = Function("g", 1, (p,), Div(num(1), add(num(1), call("exp", neg(p())))))
    twice = Function("q", 1, (p,), call("g", call("g", p())))
    system = replace(n.tied_autoencoder(), functions=(Function("f"), twice, logistic))
    draw = draw_of(system)
    x = n.o1(1)
    assert draw.value(call("g", x)) == pytest.approx(draw.value(call("sigma", x)), rel=1e-14)
    g = draw.value(call("g", x), "field")
    assert draw.world("field").agree(draw.value(Apply("g", (x,), (1,)), "field"), g * (1 - g))
    chain = mul(Apply("g", (call("g", x),), (1,)), Apply("g", (x,), (1,)))
    prime, product = (draw.value(e, "field") for e in (Apply("q", (x,), (1,)), chain))
    assert draw.world("field").agree(prime, product)


def test_kinks() -> None:
    draw = draw_of(n.tied_autoencoder())
    for kind in ("ordered", "float", "masses", "high"):
        world = draw.world(kind)
        for m in (1, 2):
            x = n.o1(m)
            identities = [
                (call("abs", x), add(call("relu", x), call("relu", neg(x)))),
                (mul(x, call("sign", x)), call("abs", x)),
                (Partial(call("relu", x), x), call("step", x)),
                (Partial(call("abs", x), x), call("sign", x)),
                (maximum(x, neg(x)), call("abs", x)),
                (add(maximum(x, TWO), minimum(x, TWO)), add(x, TWO)),
            ]
            for left, right in identities:
                assert world.agree(draw.value(left, kind), draw.value(right, kind)), (kind, left)


def maximum(*args: Expr) -> Expr:
    from symderiv.expr import Apply

    return Apply("max", args)


def minimum(*args: Expr) -> Expr:
    from symderiv.expr import Apply

    return Apply("min", args)


def test_every_known_function_is_known_to_the_oracle() -> None:
    from symderiv.evaluate.numbers import KINKED, SMOOTH
    from symderiv.functions import WELL_KNOWN

    assert set(SMOOTH) | set(KINKED) == WELL_KNOWN


# sizes, tables, assumptions


def test_a_long_recurrence_does_not_exhaust_the_stack() -> None:
    net = Net("T")
    h = var("h_{#}")
    net.node(h("t"), call("f", mul(Var(Variable("u")), h(affine("t") - 1))), ("t", 1, "T"))
    net.constant(h(0), 1)
    net.node(E, h("T"))
    net.parameter(Var(Variable("u")))
    draw = Oracle(net.system()).draw(900)
    assert draw.sizes[Sym("T")] >= 900
    assert draw.value(Partial(E, Var(Variable("u"))), "field") != 0


def test_a_definition_by_itself_is_an_error() -> None:
    net = Net("I")
    h = var("h_{#}")
    net.node(h("i"), call("f", h("i")), ("i", 1, "I"))
    net.node(E, h(1))
    with pytest.raises(Undefined, match="defined by itself"):
        draw_of(net.system()).value(E)


def test_a_sum_that_is_too_long_is_refused_at_once() -> None:
    from symderiv.evaluate import TooMuchWork

    with pytest.raises(TooMuchWork):
        draw_of(n.tied_autoencoder()).value(total("m", 1, 10**9, Index(affine("m"))))


def test_a_letter_without_a_range() -> None:
    with pytest.raises(NoRange, match="q"):
        draw_of(n.tied_autoencoder()).value(n.o1("q"))


@pytest.mark.parametrize("seed", range(5))
def test_sizes_satisfy_their_relations(seed: int) -> None:
    from dataclasses import replace

    base = n.convolution(2)
    known = base.context & eq("M", 2 * affine("N") + "A" - 2) & ge("N", "A")
    system = replace(base, sizes=base.sizes | {Sym("M")}, context=known)
    for low, strict in ((2, False), (1, False), (7, True)):
        sizes = {s.name: x for s, x in Oracle(system, seed).draw(low, strict=strict).sizes.items()}
        assert sizes["M"] == 2 * sizes["N"] + sizes["A"] - 2
        assert sizes["N"] >= sizes["A"] >= 1
        assert not strict or min(sizes.values()) >= 7


def test_sizes_differ_and_begin_where_they_should() -> None:
    draw = Oracle(n.recurrent()).draw(1)
    assert sorted(draw.sizes.values()) == [1, 2, 3]
    assert sorted(Oracle(n.recurrent()).draw(7).sizes.values()) == [7, 8, 9]


def test_sizes_that_depend_on_an_index() -> None:
    draw = Oracle(n.symbolic_depth()).draw(2)
    L = draw.sizes[Sym("L")]
    d = [draw.tables.value("d", (m,)) for m in range(L + 1)]
    assert all(a != b and a >= 2 for a, b in pairwise(d))
    a = var("a^{(#)}_{#}")
    assert draw.value(Partial(E, a(0, 1)), "field") != 0
    with pytest.raises(Undefined):
        draw.value(a(0, d[0] + 1))


def test_lookups_stay_inside_what_they_index() -> None:
    from dataclasses import replace

    net = Net("V M")
    c = affine(IntFn("c", (affine("m"),), "c_{#1}"))
    net.node(E, total("m", 1, "M", call("f", n.x(c))))
    net.parameter(n.x("v"), ("v", 1, "V"))
    draw = draw_of(replace(net.system(), lookups=frozenset({"c"})))
    assert draw.value(Partial(E, n.x(1)), "field") is not None
    values = [draw.tables.value("c", (m,)) for m in range(1, 20)]
    assert set(values) <= set(range(1, draw.sizes[Sym("V")] + 1))
    assert len(set(values)) > 1


@pytest.mark.parametrize("kind", ["field", "float", "high"])
@pytest.mark.parametrize("power", [1, 2])
def test_assumptions_hold_for_every_value_of_their_letters(kind: str, power: int) -> None:
    from dataclasses import replace

    base = n.recurrent()
    y = var("y^{(#)}_{#}")
    left = total("i", 1, "H", Pow(y("t", "i"), num(power)))
    target = num(1) if power == 1 else num(3)
    draw = draw_of(replace(base, assumptions=(Assumption(left, target),)))
    for t in range(1, draw.sizes[Sym("T")] + 1):
        assert draw.world(kind).agree(draw.value(left, kind, t=t), draw.value(target, kind))


def test_the_same_seed_draws_the_same() -> None:
    a, b, c = (Oracle(n.recurrent(), seed).draw(2).value(E) for seed in (3, 3, 4))
    assert a == b != c
