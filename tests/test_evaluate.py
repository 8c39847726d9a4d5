"""The oracle's values: what each construct means, sizes, tables, assumptions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import networks as n
import pytest
from networks import Net, call, var

from symderiv.affine import IntFn, Sym, affine
from symderiv.domain import eq, ge
from symderiv.evaluate import Draw, NoRange, Oracle, TooMuchWork, Undefined, Unlucky
from symderiv.evaluate.failures import Redraw
from symderiv.evaluate.numbers import KINKED, PRIME, SMOOTH, Field
from symderiv.expr import (
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    add,
    mul,
    neg,
    num,
    total,
)
from symderiv.functions import KNOWN, MOVED, MULTIPLIED, WELL_KNOWN
from symderiv.system import Assumption, Function, System

TWO = num(2)
E = Var(Variable("E"))


def draw_of(system: System, low: int = 2, seed: int = 0) -> Draw:
    """A draw with small different sizes."""
    return Oracle(system, seed).draw(low)


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
    strict = n.tied_autoencoder()
    loose = draw_of(replace(strict, outside_zero=True))
    assert loose.value(n.o3(99)) == 0
    assert loose.value(Partial(E, n.o3(99))) == 0
    with pytest.raises(Undefined):
        draw_of(strict).value(Partial(E, n.o3(99)))


def test_sums_of_several_bounds_and_shadowed_letters() -> None:
    draw = draw_of(n.tied_autoencoder())
    clipped = Sum(Sym("m"), (affine(1), affine("k")), (affine(5), affine("k") + 2), Index(affine("m")))
    assert [draw.value(clipped, k=k) for k in (-3, 0, 4, 9)] == [0, 3, 9, 0]
    nested = total("m", 1, 3, add(Index(affine("m")), total("m", 1, "m", Index(affine("m")))))
    assert draw.value(nested) == 6 + 1 + 3 + 6
    odd = Sum(Sym("m"), (affine(1),), (affine(5),), Index(affine("m")), (eq("m", "k"),))
    assert draw.value(odd, k=4) == 4


@pytest.mark.parametrize("kind", ["field", "float", "high"])
def test_primes_of_known_functions(kind: str) -> None:
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
    moved = Apply(name, (mul(num(Fraction(1, 3)), n.o1(1)),))
    return draw.value(mul(num(9), Partial(Partial(moved, n.o1(1)), n.o1(1))), kind)


def test_functions_of_the_author() -> None:
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
    return Apply("max", args)


def minimum(*args: Expr) -> Expr:
    return Apply("min", args)


def test_the_field_has_the_roots_of_sizes() -> None:
    sympy = pytest.importorskip("sympy")
    assert sympy.isprime(PRIME)
    assert sympy.isprime((PRIME - 1) // 2)
    assert PRIME < 1 << 61
    field = Field(0)
    roots = {x: field.plain_power(x, Fraction(1, 2)) for x in range(1, 73)}
    assert all(roots[x] ** 2 % PRIME == x for x in roots)
    assert all(roots[a] * roots[b] % PRIME == roots[a * b] for a in range(1, 9) for b in range(1, 9))
    for x in (2, 10**9 + 7, PRIME - 5):
        for order in (3, 5, 7):
            assert pow(field.plain_power(x, Fraction(1, order)), order, PRIME) == x
    with pytest.raises(Redraw):
        field.plain_power(-1, Fraction(1, 2))


def test_every_known_function_is_known_to_the_oracle() -> None:
    assert set(SMOOTH) | set(KINKED) | set(MULTIPLIED) | set(MOVED) == WELL_KNOWN


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
    with pytest.raises(TooMuchWork):
        draw_of(n.tied_autoencoder()).value(total("m", 1, 10**9, Index(affine("m"))))


def test_a_letter_without_a_range() -> None:
    with pytest.raises(NoRange, match="q"):
        draw_of(n.tied_autoencoder()).value(n.o1("q"))


@pytest.mark.parametrize("seed", range(5))
def test_sizes_satisfy_their_relations(seed: int) -> None:
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


@pytest.mark.parametrize("kind", ["float", "masses", "high"])
def test_what_no_values_would_spare_is_refused_at_once(kind: str) -> None:
    net = Net("N")
    net.node(E, total("i", 1, "N", n.x("i")))
    net.parameter(n.x("i"), ("i", 1, "N"))
    nothing = total("i", 2, 1, n.x("i"))
    for e in (call("log", nothing), Div(num(1), mul(nothing, n.x(1))) if kind == "masses" else Div(num(1), nothing)):
        with pytest.raises(Unlucky) as found:
            draw_of(net.system()).value(e, kind)
        assert found.value.lasting


@pytest.mark.parametrize("kind", ["float", "masses", "high"])
def test_what_is_zero_on_one_side_of_a_kink_is_drawn_again(kind: str) -> None:
    net = Net("N")
    net.node(E, total("i", 1, "N", n.x("i")))
    net.parameter(n.x("i"), ("i", 1, "N"))
    for seed in range(8):
        draw = draw_of(net.system(), seed=seed)
        found = draw.value(call("log", call("relu", n.x(1))), kind)
        assert draw.world(kind).agree(found, draw.value(call("log", n.x(1)), kind))
