r"""Layers and recurrences, completed: sizes that depend on the layer, where a chain starts, what its last nodes are.

Expected systems are tables of lines, so that a failure can be read beside the equations.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from drafts import bare, define, draft, f, fn, outputs, square, table, v

from symderiv.affine import Sym, affine
from symderiv.domain import ge
from symderiv.draft import Draft
from symderiv.expr import Apply, Expr, Partial, add, mul, neg, num, total
from symderiv.network import complete

T, l = affine("T"), affine("l")
HALF = num(Fraction(1, 2))
w, W = v("w_{#,#}"), v("w^{(#)}_{#,#}")
x, y, h = (v(f"{s}_{{#}}") for s in "xyh")
z, a, g = (v(f"{s}^{{(#)}}_{{#}}") for s in "zag")


def layered(*, ranges: bool) -> Draft:
    """Layers with sizes that depend on the layer; a^{(0)} is x; squared error at layer L."""
    feed = total("j", 1, fn("d", l - 1), mul(W("l", "i", "j"), a(l - 1, "j")))
    loss = mul(HALF, total("i", 1, fn("d", "L"), square(add(a("L", "i"), neg(y("i"))))))
    known = [("l", 1, "L"), ("i", 1, fn("d", "l")), ("j", 1, fn("d", l - 1))]
    return draft(
        define(a(0, "j"), x("j")),
        define(z("l", "i"), add(feed, v("b^{(#)}_{#}")("l", "i"))),
        define(a("l", "i"), f(z("l", "i"))),
        define(v("E")(), loss),
        objective="E",
        ranges=known if ranges else (),
    )


@pytest.mark.parametrize("ranges", [True, False])
def test_layers_of_different_sizes(ranges: bool) -> None:
    system = complete(layered(ranges=ranges))
    assert table(system) == [
        "a_j^{(0)} alias 1 <= j <= d_0",
        "z_i^{(l)} node 1 <= l <= L, 1 <= i <= d_l",
        "a_i^{(l)} node 1 <= l <= L, 1 <= i <= d_l",
        "E node",
        "x_j parameter 1 <= j <= d_0",
        "w_{i,j}^{(l)} parameter 1 <= l <= L, 1 <= i <= d_l, 1 <= j <= d_{l-1}",
        "b_i^{(l)} parameter 1 <= l <= L, 1 <= i <= d_l",
        "y_i parameter 1 <= i <= d_L",
    ]
    assert system.size_functions == {"d"}
    assert system.sizes == {Sym("L")}
    assert not system.generic


def test_bias_units_in_every_layer() -> None:
    r"""`x_0^{(l)} = 1`, sums from 0, `x_i^{(0)} = u_i`, a loss that uses one entry of the last layer."""
    xl, s, wl, delta = v("x^{(#)}_{#}"), v("S^{(#)}_{#}"), v("w^{(#)}_{#,#}"), v(r"\delta^{(#)}_{#}")
    system = complete(
        draft(
            define(s("l", "j"), total("i", 0, fn("d", l - 1), mul(wl("l", "i", "j"), xl(l - 1, "i")))),
            define(xl("l", "j"), f(s("l", "j"))),
            define(xl("l", 0), 1, ("l", 0, "L")),
            define(v("e")(), mul(HALF, square(add(f(s("L", 1)), neg(v("y")()))))),
            define(delta("l", "j"), Partial(v("e")(), s("l", "j"))),
            define(xl(0, "i"), v("u_{#}")("i")),
            objective="e",
            ranges=[("j", 1, fn("d", "l")), ("l", 1, "L")],
        )
    )
    assert table(system) == [
        "S_j^{(l)} node 1 <= l <= L, 1 <= j <= d_l",
        "x_j^{(l)} node 1 <= l <= L, 1 <= j <= d_l",
        "x_0^{(l)} constant 0 <= l <= L",
        "e node",
        r"\delta_j^{(l)} node 1 <= l <= L, 1 <= j <= d_l",
        "x_i^{(0)} alias 1 <= i <= d_0",
        "w_{i,j}^{(l)} parameter 1 <= l <= L, 0 <= i <= d_{l-1}, 1 <= j <= d_l",
        "y parameter",
        "u_i parameter 1 <= i <= d_0",
    ]


@pytest.mark.parametrize("bounds", [True, False])
def test_layers_that_start_at_two(bounds: bool) -> None:
    """Layer 1 is the input; a has no range of its own but that of the z it is computed from; the sum may be bare."""
    before = mul(W("l", "j", "k"), a(l - 1, "k"))
    feed = total("k", 1, fn("d", l - 1), before) if bounds else bare("k", before)
    system = complete(
        draft(
            define(z("l", "j"), feed, ("l", 2, "L"), ("j", 1, fn("d", "l"))),
            define(a("l", "j"), f(z("l", "j"))),
            define(v("C")(), total("j", 1, fn("d", "L"), square(add(y("j"), neg(a("L", "j")))))),
        )
    )
    assert system.pieces[0].body == total("k", 1, fn("d", l - 1), before)
    assert table(system) == [
        "z_j^{(l)} node 2 <= l <= L, 1 <= j <= d_l",
        "a_j^{(l)} node 2 <= l <= L, 1 <= j <= d_l",
        "C node",
        "w_{j,k}^{(l)} parameter 2 <= l <= L, 1 <= j <= d_l, 1 <= k <= d_{l-1}",
        "a_j^{(1)} input 1 <= j <= d_1",
        "y_j parameter 1 <= j <= d_L",
    ]
    assert ge("L", 2) in system.context.constraints


def recurrent(*, last: bool, initial: bool, ranges: bool) -> Draft:
    """A recurrence with a symbolic number of steps; the loss at every step or at the last one."""
    U, W_, ht, xt = v("U_{#,#}"), v("W_{#,#}"), v("h^{(#)}_{#}"), v("x^{(#)}_{#}")
    feed = add(
        total("k", 1, "D", mul(W_("i", "k"), xt("t", "k"))),
        total("j", 1, "H", mul(U("i", "j"), ht(affine("t") - 1, "j"))),
    )
    error = square(add(ht("T" if last else "t", "i"), neg(y("i"))))
    loss = total("i", 1, "H", error)
    definitions = [
        define(ht("t", "i"), Apply("tanh", (feed,)), *([("t", 1, "T")] if ranges else [])),
        define(v("E")(), loss if last else total("t", 1, "T", loss)),
    ]
    if initial:
        definitions.append(define(ht(0, "i"), 0))
    return draft(*definitions, objective="E")


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("initial", [True, False])
@pytest.mark.parametrize("ranges", [True, False])
def test_recurrences(last: bool, initial: bool, ranges: bool) -> None:
    system = complete(recurrent(last=last, initial=initial, ranges=ranges))
    start = ["h_i^{(0)} constant 1 <= i <= H"] if initial else []
    given = [] if initial else ["h_i^{(0)} input 1 <= i <= H"]
    assert sorted(table(system)) == sorted(
        [
            "h_i^{(t)} node 1 <= t <= T, 1 <= i <= H",
            "E node",
            *start,
            *given,
            "W_{i,k} parameter 1 <= i <= H, 1 <= k <= D",
            "x_k^{(t)} parameter 1 <= t <= T, 1 <= k <= D",
            "U_{i,j} parameter 1 <= i <= H, 1 <= j <= H",
            "y_i parameter 1 <= i <= H",
        ]
    )


def test_a_recurrence_written_forwards() -> None:
    """`h_{t+1} = f(h_t)` for 0 <= t <= T-1 is `h_t = f(h_{t-1})` for 1 <= t <= T."""
    system = complete(
        draft(define(h(affine("t") + 1), f(h("t")), ("t", 0, T - 1)), define(v("E")(), square(h("T"))), objective="E")
    )
    assert table(system) == ["h_t node 1 <= t <= T", "E node", "h_0 input"]
    assert system.pieces[0].body == f(h(affine("t") - 1))


def test_a_backward_recurrence() -> None:
    system = complete(
        draft(
            define(g("t", "i"), f(total("j", 1, "H", mul(w("i", "j"), g(affine("t") + 1, "j"))))),
            define(v("E")(), total("t", 1, "T", total("i", 1, "H", square(g("t", "i"))))),
            objective="E",
        )
    )
    assert table(system) == [
        "g_i^{(t)} node 1 <= t <= T, 1 <= i <= H",
        "E node",
        "w_{i,j} parameter 1 <= i <= H, 1 <= j <= H",
        "g_i^{(T+1)} input 1 <= i <= H",
    ]


def test_mutual_recurrences() -> None:
    """An LSTM without ranges: everything follows from the loss and from h_0 and c_0."""
    hh, cc, ff, ii, gg = (v(f"{n}_{{#,#}}") for n in "hcfig")

    def gate(name: str, function: str) -> Expr:
        xs = total("k", 1, "D", mul(v(f"W_{{{name},#,#}}")("i", "k"), v("x_{#,#}")("t", "k")))
        hs = total("j", 1, "H", mul(v(f"R_{{{name},#,#}}")("i", "j"), hh(affine("t") - 1, "j")))
        return Apply(function, (add(xs, hs),))

    system = complete(
        draft(
            define(hh("t", "i"), mul(ff("t", "i"), Apply("tanh", (cc("t", "i"),)))),
            define(cc("t", "i"), add(mul(ff("t", "i"), cc(affine("t") - 1, "i")), mul(ii("t", "i"), gg("t", "i")))),
            define(ff("t", "i"), gate("f", "sigma")),
            define(ii("t", "i"), gate("i", "sigma")),
            define(gg("t", "i"), gate("g", "tanh")),
            define(hh(0, "i"), 0),
            define(v("E")(), total("t", 1, "T", total("i", 1, "H", square(hh("t", "i"))))),
            objective="E",
        )
    )
    lines = table(system)
    for name in "hcfig":
        assert f"{name}_{{t,i}} node 1 <= t <= T, 1 <= i <= H" in lines
    assert "h_{0,i} constant 1 <= i <= H" in lines
    assert "c_{0,i} input 1 <= i <= H" in lines


def test_written_out_steps() -> None:
    """`h_1 = f(h_0)`, `h_2 = f(h_1)`: h_0 is what one starts from."""
    system = complete(draft(*(define(h(n), f(mul(v("w")(), h(n - 1)))) for n in (1, 2, 3)), objective="E"))
    assert table(system) == ["h_1 node", "h_2 node", "h_3 node", "w parameter", "h_0 input"]
    assert outputs(system) == ["h_3"]


def test_last_nodes_are_a_set_of_points() -> None:
    """Of `h_t`, t <= T, the recurrence itself uses all but the last."""
    system = complete(draft(define(h("t"), f(h(affine("t") - 1)), ("t", 1, "T")), objective="E"))
    assert outputs(system) == ["h_T"]
    assert table(system)[-1] == "h_0 input"


def test_a_recurrence_of_second_order() -> None:
    system = complete(draft(define(h("t"), add(h(affine("t") - 1), h(affine("t") - 2)), ("t", 2, "T")), objective="E"))
    assert table(system) == ["h_t node 2 <= t <= T", "h_t input 0 <= t <= 1"]
    assert outputs(system) == ["h_T"]


def test_a_chain_starts_after_its_initial_state() -> None:
    system = complete(
        draft(define(h(1), x(1)), define(h("t"), f(h(affine("t") - 1))), define(v("E")(), square(h("T"))))
    )
    assert table(system) == ["h_1 alias", "h_t node 2 <= t <= T", "E node", "x_1 parameter"]
