r"""Networks as many authors write them, completed: windows, paddings, guards, batches, looked-up indices.

Expected systems are tables of lines, so that a failure can be read beside the equations.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from drafts import bare, define, draft, f, outputs, square, table, v

from symderiv.affine import IntFn, affine
from symderiv.domain import Domain, eq, ge, le, ne
from symderiv.errors import UncoveredUse
from symderiv.expr import Apply, Cases, Div, Index, Partial, Pow, add, mul, neg, num, total
from symderiv.network import complete

I, N = affine("I"), affine("N")
HALF = num(Fraction(1, 2))
w, w2 = v("w_{#,#}"), v("w^{(2)}_{#,#}")
o2, net3, th3 = v("o^{(2)}_{#}"), v("net^{(3)}_{#}"), v(r"\theta^{(3)}_{#}")
x, y, t, h, b = (v(f"{s}_{{#}}") for s in "xythb")


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
        "i_i parameter 1 <= i <= 2",
        "w_{i,j} parameter 1 <= i <= 2, 1 <= j <= 3",
        "u_i parameter 1 <= i <= 3",
        "t parameter",
    ]
    assert system.objective == v("E")


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
    assert table(system)[0] == "K_{i,i'} alias 1 <= i <= N, i = i'"
    with pytest.raises(UncoveredUse, match="nothing defines it"):
        complete(draft(define(k2("i", "i"), x("i"), ("i", 1, "N")), define(v("E")(), total("i", 1, "N", k2("i", 1)))))
