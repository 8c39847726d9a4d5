r"""Networks as people write them, completed: pieces, roles, ranges, inputs, outputs, ties.

Expected systems are tables of lines, so that a failure can be read beside the equations.
"""

from __future__ import annotations

from fractions import Fraction
from time import process_time

import pytest
from drafts import bare, define, draft, f, fn, outputs, table, v
from networks import NETWORKS

from symderiv.affine import IntFn, Sym, affine
from symderiv.domain import Domain, eq, ge, le, ne
from symderiv.draft import Draft, RawDefinition
from symderiv.expr import Apply, Cases, Div, Expr, Index, Partial, Pow, Var, add, mul, neg, num, substitute, total
from symderiv.network import complete
from symderiv.system import Role, Span, System

E, L, J, I, N, T, K = (affine(s) for s in "ELJINTK")
HALF = num(Fraction(1, 2))
w, w1, w2 = v("w_{#,#}"), v("w^{(1)}_{#,#}"), v("w^{(2)}_{#,#}")
o1, o2, o3 = (v(f"o^{{({n})}}_{{#}}") for n in (1, 2, 3))
net2, net3 = v("net^{(2)}_{#}"), v("net^{(3)}_{#}")
th2, th3 = v(r"\theta^{(2)}_{#}"), v(r"\theta^{(3)}_{#}")
x, y, t, h, b = (v(f"{s}_{{#}}") for s in "xythb")


def square(e: Expr) -> Expr:
    return Pow(e, num(2))


def lecture(*, bounds: bool = True, ties: str = "rooted") -> Draft:
    """The lecture: ranges stand beside the tie only; with `bounds` false its sums do not even state their bounds."""

    def summed(letter: str, upper: object, body: Expr) -> Expr:
        return total(letter, 1, upper, body) if bounds else bare(letter, body)  # type: ignore[arg-type]

    ij = ("i", 1, "I"), ("j", 1, "J")
    tied = {
        "rooted": [define(w2("j", "i"), w("j", "i"), *ij), define(w1("i", "j"), w("j", "i"), *ij)],
        "chain": [define(w2("j", "i"), w1("i", "j"), *ij), define(w1("i", "j"), w("j", "i"), *ij)],
        "both ways": [
            define(w1("i", "j"), w2("j", "i"), *ij),
            define(w2("j", "i"), w1("i", "j"), *ij),
            define(w1("i", "j"), w("j", "i"), *ij),
        ],
        "backwards": [define(w("j", "i"), w2("j", "i"), *ij), define(w("j", "i"), w1("i", "j"), *ij)],
        "unrooted": [define(w1("i", "j"), w2("j", "i"), *ij)],
    }[ties]
    return draft(
        *tied,
        define(net3("j"), summed("i", I + 1, mul(o2("i"), w2("j", "i")))),
        define(o3("j"), f(net3("j"))),
        define(o2(I + 1), 1),
        define(w2("j", I + 1), neg(th3("j"))),
        define(net2("i"), summed("j", J + 1, mul(o1("j"), w1("i", "j")))),
        define(o1(J + 1), 1),
        define(w1("i", J + 1), neg(th2("i"))),
        define(o2("i"), f(net2("i"))),
        objective="E",
    )


LECTURE = [
    "w_{j,i}^{(2)} alias 1 <= j <= J, 1 <= i <= I",
    "w_{i,j}^{(1)} alias 1 <= i <= I, 1 <= j <= J",
    "net_j^{(3)} node 1 <= j <= J",
    "o_j^{(3)} node 1 <= j <= J",
    "o_{I+1}^{(2)} constant",
    "w_{j,I+1}^{(2)} alias 1 <= j <= J",
    "net_i^{(2)} node 1 <= i <= I",
    "o_{J+1}^{(1)} constant",
    "w_{i,J+1}^{(1)} alias 1 <= i <= I",
    "o_i^{(2)} node 1 <= i <= I",
    "w_{j,i} parameter 1 <= j <= J, 1 <= i <= I",
    r"\theta_j^{(3)} parameter 1 <= j <= J",
    "o_j^{(1)} input 1 <= j <= J",
    r"\theta_i^{(2)} parameter 1 <= i <= I",
]


@pytest.mark.parametrize("bounds", [True, False])
def test_the_lecture(bounds: bool) -> None:
    system = complete(lecture(bounds=bounds))
    assert table(system) == LECTURE
    assert outputs(system) == ["o_j^{(3)} 1 <= j <= J"]
    assert system.generic
    assert system.objective == v("E")
    assert system.sizes == {Sym("I"), Sym("J")}
    assert system.context == Domain.of(ge("I", 1), ge("J", 1))
    assert [fn.name for fn in system.functions] == ["f"]
    assert system.ties == ()


def test_inferred_bounds_are_the_stated_ones() -> None:
    assert complete(lecture(bounds=False)) == complete(lecture())


@pytest.mark.parametrize("ties", ["chain", "both ways", "backwards"])
def test_ties_in_whichever_direction_they_are_written(ties: str) -> None:
    system = complete(lecture(ties=ties))
    assert sorted(table(system)) == sorted(LECTURE)
    aliases = {p.lhs: p.body for p in system.pieces if p.role is Role.ALIAS}
    assert aliases[w2("j", "i")] == w("j", "i")
    assert aliases[w1("i", "j")] == w("j", "i")


def test_a_tie_without_a_root() -> None:
    system = complete(lecture(ties="unrooted"))
    assert system.ties == ((w2("i", "j").variable, w1("i", "j").variable),)
    assert "w_{j,i}^{(2)} parameter 1 <= j <= J, 1 <= i <= I" in table(system)


def from_system(system: System, *, stated: bool) -> Draft:
    """The draft that a page of the catalogue amounts to: definitions of a system, with or without their ranges."""

    def spans(letters: tuple[Sym, ...], d: Domain) -> tuple[Span, ...]:
        bounds = {s: ([], []) for s in letters}  # type: ignore[var-annotated]
        for c in d.constraints:
            for s in letters:
                if c.form.coefficient(s):
                    bounds[s][c.form.coefficient(s) < 0].append(affine(s) - c.form * c.form.coefficient(s))
        return tuple(Span(s, lo[0], hi[0]) for s, (lo, hi) in bounds.items() if lo and hi)

    return Draft(
        tuple(
            RawDefinition(p.lhs, p.body, spans(p.letters, p.domain) if stated or p.role is Role.ALIAS else ())
            for p in system.pieces
            if p.body is not None
        ),
        objective=None if system.objective is None else Var(system.objective),
        data=tuple(p.lhs for p in system.pieces if p.role is Role.INPUT and p.variable.name != "o^{(1)}"),
        wrt=tuple(p.lhs for p in system.pieces if p.role is Role.PARAMETER),
        functions=system.functions,
        assumptions=system.assumptions,
    )


UNSTATED = set(NETWORKS) - {
    "weight_used_three_times",
    "convolution_stride_1",
    "convolution_stride_2",
    "symbolic_depth",
}


@pytest.mark.parametrize(("name", "stated"), [(n, True) for n in NETWORKS] + [(n, False) for n in sorted(UNSTATED)])
def test_the_catalogue(name: str, stated: bool) -> None:
    """Stated in full or inferred, the network is the one built by hand."""
    wanted = NETWORKS[name]()
    got = complete(from_system(wanted, stated=stated))
    if name == "stacked_tied_autoencoder":  # its inputs are called data by hand, which its page does not say
        wanted_pieces = [line.replace("input", "parameter") for line in table(wanted)]
        assert sorted(table(got)) == sorted(wanted_pieces)
    else:
        assert set(got.pieces) == set(wanted.pieces)
    assert set(got.outputs) == set(wanted.outputs)
    assert (got.context, got.sizes, got.size_functions) == (wanted.context, wanted.sizes, wanted.size_functions)


# ---------------------------------------- networks by many authors

z, a, s_, d_, u, c, g, r, e = (v(f"{n}^{{(#)}}_{{#}}") for n in "zasduegrc")
W = v("w^{(#)}_{#,#}")
l = affine("l")


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


def test_numeric_indices() -> None:
    """A 2-3-1 network without a sum sign."""
    i_, u_, o = v("i_{#}"), v("u_{#}"), v("o")
    hidden = [define(h(n), f(add(mul(i_(1), w(1, n)), mul(i_(2), w(2, n))), "g")) for n in (1, 2, 3)]
    system = complete(
        draft(
            *hidden,
            define(o(), f(add(*(mul(h(n), u_(n)) for n in (1, 2, 3))))),
            define(v("E")(), mul(HALF, square(add(o(), neg(v("t")()))))),
        )
    )
    assert table(system) == [
        "h_1 node",
        "h_2 node",
        "h_3 node",
        "o node",
        "E node",
        "i_i input 1 <= i <= 2".replace("input", "parameter"),
        "w_{i,j} parameter 1 <= i <= 2, 1 <= j <= 3",
        "u_i parameter 1 <= i <= 3",
        "t parameter",
    ]
    assert system.objective == v("E")


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


def test_convolution_with_stride() -> None:
    for stride, length in ((1, "A + N - 1"), (2, "A + 2N - 2"), (3, "A + 3N - 3")):
        at = stride * (affine("i") - 1) + "a"
        system = complete(
            draft(define(y("i"), total("a", 1, "A", mul(v("k_{#}")("a"), x(at))), ("i", 1, "N")), objective="E")
        )
        assert table(system) == [
            "y_i node 1 <= i <= N",
            "k_a parameter 1 <= a <= A",
            f"x_i parameter 1 <= i <= {length}",
        ]


def test_half_open_ranges_and_padding() -> None:
    """A padded convolution: beyond its range x is 0, so nothing is uncovered."""
    system = complete(
        draft(
            define(y("i"), total("a", 0, affine("F") - 1, mul(v("k_{#}")("a"), x(affine("i") + "a"))), ("i", 0, N - 1)),
            define(v("E")(), total("i", 0, N - 1, square(y("i")))),
            ranges=[("i", 0, N - 1)],
            data=(x("i"),),
            outside_zero=True,
        )
    )
    assert "x_i input 0 <= i <= N - 1" in table(system)
    assert system.outside_zero


def test_ranges_between_two_sizes_are_not_empty() -> None:
    """Sums from 0 to P - F say that P >= F."""
    system = complete(draft(define(v("E")(), total("i", 0, affine("P") - "F", x("i"))), objective="E"))
    assert ge("P", "F") in system.context.constraints


def test_relations_between_sizes_are_kept() -> None:
    length = ge(2 * N + "A" - 2, "M")
    body = total("a", 1, "A", mul(v("k_{#}")("a"), x(2 * affine("i") + "a" - 2)))
    system = complete(
        draft(
            define(y("i"), body, ("i", 1, "N")),
            define(x("m"), f(b("m")), ("m", 1, "M")),
            relations=(le(2 * N + "A" - 2, "M"), length),
            objective="E",
        )
    )
    assert system.context == Domain.of(ge("A", 1), ge("M", 1), ge("N", 1), eq("M", 2 * N + "A" - 2))
    assert "b_m parameter 1 <= m <= M" in table(system)


def test_batch_normalisation() -> None:
    """Scalars between arrays; a size used as a number."""
    mu, var_, xh = v(r"\mu"), v(r"\sigma^2"), v(r"\hat{x}_{#}")
    size = Index(N)
    system = complete(
        draft(
            define(mu(), Div(total("j", 1, "N", x("j")), size)),
            define(var_(), Div(total("j", 1, "N", square(add(x("j"), neg(mu())))), size)),
            define(xh("i"), Div(add(x("i"), neg(mu())), Pow(add(var_(), v(r"\epsilon")()), HALF))),
            define(y("i"), add(mul(v(r"\gamma")(), xh("i")), v(r"\beta")())),
            define(v("L")(), total("k", 1, "N", mul(v("c_{#}")("k"), f(y("k"), "g")))),
        )
    )
    assert table(system)[:5] == [
        r"\mu node",
        r"\sigma^2 node",
        r"\hat{x}_i node 1 <= i <= N",
        "y_i node 1 <= i <= N",
        "L node",
    ]
    assert system.objective == v("L")
    assert "x_j parameter 1 <= j <= N" in table(system)


def test_softmax_without_bounds() -> None:
    """Bounds from the letter's range in the document where no position says anything."""
    p, zz = v("p_{#}"), v("z_{#}")
    system = complete(
        draft(
            define(zz("k"), bare("j", mul(w("k", "j"), x("j")))),
            define(p("k"), Div(Apply("exp", (zz("k"),)), bare("l", Apply("exp", (zz("l"),))))),
            define(v("E")(), neg(bare("k", mul(t("k"), Apply("log", (p("k"),)))))),
            ranges=[("k", 1, "K"), ("j", 1, "D")],
        )
    )
    assert table(system)[:2] == ["z_k node 1 <= k <= K", "p_k node 1 <= k <= K"]
    assert system.pieces[1].body == Div(Apply("exp", (zz("k"),)), total("l", 1, "K", Apply("exp", (zz("l"),))))
    assert "x_j parameter 1 <= j <= D" in table(system)


def test_position_ranges_win_over_letter_ranges() -> None:
    """i has 1..I in the document, but the sum over i runs over what o is defined for, the bias unit included."""
    o = v("o_{#}")
    system = complete(
        draft(
            define(v("E")(), bare("i", mul(v("c_{#}")("i"), o("i")))),
            define(o("i"), f(x("i"))),
            define(o(I + 1), 1),
            ranges=[("i", 1, "I")],
        )
    )
    assert system.pieces[0].body == total("i", 1, I + 1, mul(v("c_{#}")("i"), o("i")))


def test_a_range_beside_a_definition_bounds_its_sums() -> None:
    system = complete(draft(define(v("E")(), bare("i", x("i")), ("i", 1, "K")), ranges=[("i", 1, "I")]))
    assert system.pieces[0].body == total("i", 1, "K", x("i"))


def test_an_abbreviation_is_no_node() -> None:
    r"""`\delta_j = \partial E/\partial z_j` uses nothing up: o is still the last node, and z is not cut off."""
    zz, delta = v("z_{#}"), v(r"\delta_{#}")
    system = complete(
        draft(
            define(zz("j"), total("i", 1, "I", mul(w("j", "i"), x("i"))), ("j", 1, "J")),
            define(h("j"), f(zz("j"))),
            define(delta("j"), Partial(v("E")(), zz("j"))),
            objective="E",
        )
    )
    assert outputs(system) == ["h_j 1 <= j <= J"]
    assert r"\delta_j node 1 <= j <= J" in table(system)


def test_the_objective_is_guessed_from_what_nothing_uses() -> None:
    assert complete(draft(define(v("Q")(), total("i", 1, "I", x("i"))))).objective == v("Q")
    assert complete(draft(define(y("i"), f(x("i")), ("i", 1, "I")))).objective == v("E")
    two = draft(define(v("R")(), f(x(1))), define(v("L")(), f(x(2))))
    assert complete(two).objective == v("L")


def test_parameters_beside_thresholds() -> None:
    """`w_{j,I+1} = -theta_j` alone leaves the other weights as parameters, not as inputs."""
    system = complete(
        draft(
            define(net3("j"), total("i", 1, I + 1, mul(o2("i"), w2("j", "i"))), ("j", 1, "J")),
            define(o2(I + 1), 1),
            define(w2("j", I + 1), neg(th3("j"))),
            objective="E",
        )
    )
    assert "w_{j,i}^{(2)} parameter 1 <= j <= J, 1 <= i <= I" in table(system)
    assert "o_i^{(2)} input 1 <= i <= I" in table(system)


def test_bias_weight_at_zero_joins_the_other_weights() -> None:
    system = complete(
        draft(
            define(y("j"), add(w("j", 0), total("i", 1, "I", mul(w("j", "i"), x("i")))), ("j", 1, "J")), objective="E"
        )
    )
    assert "w_{j,i} parameter 1 <= j <= J, 0 <= i <= I" in table(system)


def test_conditions_and_cases_guard_what_they_stand_beside() -> None:
    """`h_{t-1}` in the row `t >= 2` needs no h_0."""
    body = Cases(((f(h(affine("t") - 1)), (ge("t", 2),)), (x("t"), ())))
    system = complete(draft(define(h("t"), body, ("t", 1, "T")), objective="E"))
    assert table(system) == ["h_t node 1 <= t <= T", "x_1 parameter"]


def test_restricted_sums() -> None:
    body = total("k", 1, "K", y("k"))
    restricted = type(body)(body.letter, body.lowers, body.uppers, body.body, (ne("k", "l"),))
    system = complete(draft(define(v("q_{#}")("l"), restricted, ("l", 1, "K")), objective="E"))
    assert "y_k parameter 1 <= k <= K" in table(system)


def test_looked_up_indices() -> None:
    """`u_{c_m, i}`: the rows of u are looked up; that they are in range is taken for granted."""
    cm = affine(IntFn("c", (affine("m"),), "c_{#1}"))
    uu = v("u_{#,#}")
    system = complete(
        draft(
            define(v("q_{#}")("i"), total("m", 1, "M", uu(cm, "i")), ("i", 1, "I")),
            define(
                v("E")(),
                add(total("n", 1, "V", total("i", 1, "I", square(uu("n", "i")))), total("i", 1, "I", v("q_{#}")("i"))),
            ),
        )
    )
    assert "u_{n,i} parameter 1 <= n <= V, 1 <= i <= I" in table(system)
    assert system.lookups == {"c"}


def test_a_repeated_definition_counts_once() -> None:
    one = define(y("i"), f(x("i")), ("i", 1, "I"))
    again = define(y("k"), f(x("k")))
    assert len(complete(draft(one, again, objective="E")).pieces) == 2


def test_letters_of_given_pieces_are_those_of_wrt() -> None:
    body = total("a", 1, "A", mul(v("k_{#}")("a"), x(affine("i") + "a" - 1)))
    system = complete(draft(define(y("i"), body, ("i", 1, "N")), objective="E", wrt=(x("m"),)))
    assert "x_m parameter 1 <= m <= A + N - 1" in table(system)


def test_a_diagonal_definition() -> None:
    k2 = v("K_{#,#}")
    system = complete(
        draft(define(k2("i", "i"), x("i"), ("i", 1, "N")), define(v("E")(), total("i", 1, "N", k2("i", "i"))))
    )
    assert len(system.pieces[0].letters) == 2
    assert substitute(k2("i", "i"), {}) == k2("i", "i")
    with pytest.raises(Exception, match="nothing defines it"):
        complete(draft(define(k2("i", "i"), x("i"), ("i", 1, "N")), define(v("E")(), total("i", 1, "N", k2("i", 1)))))


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


def test_a_recurrence_of_second_order() -> None:
    system = complete(draft(define(h("t"), add(h(affine("t") - 1), h(affine("t") - 2)), ("t", 2, "T")), objective="E"))
    assert table(system) == ["h_t node 2 <= t <= T", "h_t input 0 <= t <= 1"]
    assert outputs(system) == ["h_T"]


def test_a_chain_starts_after_its_initial_state() -> None:
    system = complete(
        draft(define(h(1), x(1)), define(h("t"), f(h(affine("t") - 1))), define(v("E")(), square(h("T"))))
    )
    assert table(system) == ["h_1 alias", "h_t node 2 <= t <= T", "E node", "x_1 parameter"]


def test_loading_the_lecture_takes_milliseconds() -> None:
    """With every check: 5 ms on the machine where this was written, so 300 ms means that something went wrong."""
    complete(lecture())
    start = process_time()
    complete(lecture(bounds=False))
    assert process_time() - start < 0.3
