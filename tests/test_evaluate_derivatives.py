"""The oracle's derivatives: against finite differences, hand-written NumPy, SymPy."""

from __future__ import annotations

import networks as n
import numpy as np
import pytest
import sympy
from mpmath import mpf
from networks import NETWORKS, Net, call, var

from symderiv.affine import Sym, affine
from symderiv.evaluate import Draw, Oracle
from symderiv.evaluate.jets import Jet, Slopes
from symderiv.evaluate.loops import Loops
from symderiv.expr import Apply, Div, Expr, Partial, Pow, Var, Variable, add, mul, num, total
from symderiv.system import Piece, System

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


def test_mpmath_leaves_arithmetic_with_nudged_numbers_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Jet, "__repr__", lambda self: pytest.fail("it was spelled out to say that it is no number"))
    two, slopes = mpf(2), Slopes({(1,): mpf(5)})
    for found, value, slope in (
        (two + Jet(mpf(3), mpf(5), 1), 5, 5),
        (two - Jet(mpf(3), mpf(5), 1), -1, -5),
        (two * Jet(mpf(3), mpf(5), 1), 6, 10),
    ):
        assert (found.v, found.d) == (value, slope)
    assert two * slopes == {(1,): mpf(10)}
