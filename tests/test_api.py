"""The Python face: the lecture's network from SymPy objects equals the page, and everything one can ask of it."""

from __future__ import annotations

import json

import pytest
import sympy
from drafts import table
from sympy import Eq, Function, Rational

import symderiv.api as sd
from symderiv.catalogue import page
from symderiv.errors import DerivationError, FreeIndex, ReadError, SymderivError, UncoveredUse, UnknownName
from symderiv.serial import from_json
from symderiv.step import Route

I, J, T, H = sd.sizes("I J T H")
i, j, k, h, t = sd.indices("i j k h t")
f = Function("f")


def lecture(*, letter: str = "k", upper: object = None) -> sd.Network:
    """The tied autoencoder of the lecture."""
    out = sd.indices(letter)
    w, w1, w2, o1, o2, o3 = sd.variables("w w^{(1)} w^{(2)} o^{(1)} o^{(2)} o^{(3)}")
    net2, net3, th2, th3 = sd.variables(r"net^{(2)} net^{(3)} \theta^{(2)} \theta^{(3)}")
    net = sd.Network()
    net.define(w2[j, i], w[j, i], (j, 1, J), (i, 1, I))
    net.define(w1[i, j], w[j, i], (j, 1, J), (i, 1, I))
    net.define(net3[out], sympy.Sum(o2[h] * w2[out, h], (h, 1, upper or I + 1)), (out, 1, J))
    net.define(o3[out], f(net3[out]), (out, 1, J))
    net.define(o2[I + 1], 1)
    net.define(w2[j, I + 1], -th3[j])
    net.define(net2[i], sympy.Sum(o1[j] * w1[i, j], (j, 1, J + 1)))
    net.define(o1[J + 1], 1)
    net.define(w1[i, J + 1], -th2[i])
    net.define(o2[i], f(net2[i]), (i, 1, I))
    return net.objective(sd.variables("E"))


def page_of(name: str) -> sd.Network:
    return sd.read_network(page(name).read_text(encoding="utf-8"))


def test_both_doors_give_the_same_network() -> None:
    assert lecture() == page_of("tied_autoencoder")
    assert lecture(letter="j") == page_of("tied_autoencoder")


def test_another_network_is_not_the_same() -> None:
    assert lecture() != page_of("autoencoder")
    changed = lecture()
    changed.data(sd.variables(r"\theta^{(2)}")[i])
    assert changed != lecture()
    assert lecture() != "a network"


def test_softmax_from_both_doors() -> None:
    K, D = sd.sizes("K J")
    l, v = sd.indices("l j")
    z, w, x, b, y, t_ = sd.variables("z w x b y t")
    net = sd.Network()
    net.define(z[k], sympy.Sum(w[k, v] * x[v], (v, 1, D)) + b[k], (k, 1, K))
    net.define(y[k], sympy.exp(z[k]) / sympy.Sum(sympy.exp(z[l]), (l, 1, K)), (k, 1, K))
    net.objective(sd.variables("E"), -sympy.Sum(t_[k] * sympy.log(y[k]), (k, 1, K)))
    net.data(x[v], t_[k]).assume(Eq(sympy.Sum(t_[k], (k, 1, K)), 1))
    assert net == page_of("softmax_cross_entropy")


def test_a_recurrence_from_both_doors() -> None:
    D = sd.sizes("D")
    d = sd.indices("d")
    a, hh, x, y = sd.variables("a^{(#)}_# h^{(#)}_# x^{(#)}_# y^{(#)}_#")
    U, W, b = sd.variables("U W b")
    net = sd.Network()
    feed = sympy.Sum(W[i, d] * x[t, d], (d, 1, D)) + sympy.Sum(U[i, j] * hh[t - 1, j], (j, 1, H)) + b[i]
    net.define(a[t, i], feed, (t, 1, T), (i, 1, H))
    net.define(hh[t, i], sympy.tanh(a[t, i]), (t, 1, T), (i, 1, H))
    net.define(hh[0, i], 0)
    error = sympy.Sum((hh[t, i] - y[t, i]) ** 2, (i, 1, H), (t, 1, T))
    net.objective(sd.variables("E"), Rational(1, 2) * error).data(x[t, d])
    assert net == page_of("recurrent")


def test_deriving() -> None:
    d = lecture().derive("w_{j,i}")
    assert d.derivation.route is Route.EXPANDED
    assert isinstance(d.result, sympy.Expr)
    assert d.result.has(sympy.Sum)
    assert not d.result.has(sympy.KroneckerDelta, sympy.Piecewise)
    assert r"\frac{\partial E}{\partial w_{j,i}}" in d.latex()
    assert "チェーンルール" in d.latex(lang="ja")
    assert from_json(d.to_json()) == d.derivation
    assert json.loads(d.to_json())
    assert d.verify(seed=0).passed
    assert d._repr_latex_().startswith(r"$\displaystyle \frac{\partial E}")
    assert "$$" in d._repr_markdown_()
    assert str(d) == d.render("text")
    assert repr(d).startswith("Derived(")
    assert len(d.lines()) >= 8
    assert d.claims


def test_the_result_has_the_right_value() -> None:
    """SymPy evaluates the result at small sizes; finite sums of the forward pass give the same gradient."""
    w, x = sd.variables("w x")
    net = sd.Network()
    y = sd.variables("y")
    net.define(y[j], sympy.Sum(w[j, i] * x[i], (i, 1, I)), (j, 1, J))
    net.objective(sd.variables("E"), Rational(1, 2) * sympy.Sum(y[j] ** 2, (j, 1, J)))
    result = net.derive("w_{j,i}").result
    at = result.subs({I: 2, J: 2, j: 1, i: 2}).doit()
    inner = w[1, 1] * x[1] + w[1, 2] * x[2]
    assert sympy.expand(at.subs(y[1], inner)) == sympy.expand(inner * x[2])


def test_the_entry_may_be_a_sympy_object() -> None:
    w = sd.variables("w")
    assert lecture().derive(w[j, i]).derivation == lecture().derive("w_{j,i}").derivation


def test_routes_and_objectives() -> None:
    net = page_of("tied_autoencoder_squared_error")
    assert net.derive(route="backprop").derivation.route is Route.BACKPROP
    assert net.derive("w_{j,i}", objective="E").derivation.goal == net.derive().derivation.goal


def test_showing() -> None:
    text = lecture().show()
    assert text.splitlines()[0].split() == ["symbol", "role", "range", "definition"]
    assert any("input" in line and "o_j^{(1)}" in line for line in text.splitlines())
    assert repr(lecture()).startswith("Network(w_{j,i}^{(2)}")


def test_a_loaded_page_is_complete() -> None:
    net = sd.load_network("tied_autoencoder")
    assert net == lecture()
    with pytest.raises(ReadError, match="complete"):
        net.define(sd.variables("q"), 1)


def test_checking_a_hand_derivation() -> None:
    net = page_of("tied_autoencoder")
    right = r"$$\frac{\partial E}{\partial net_k^{(3)}} = \frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)})$$"
    assert net.check(right).verdict == "right"
    assert net.check(right.replace("f'", "f")).verdict == "wrong"


def test_relations_between_sizes() -> None:
    M, N, A = sd.sizes("M N A")
    m, a = sd.indices("m a")
    x, b, y, kk = sd.variables("x b y k")
    net = sd.Network()
    net.define(x[m], f(b[m]), (m, 1, M))
    net.define(y[i], sympy.Sum(kk[a] * x[i + a - 1], (a, 1, A)), (i, 1, N))
    with pytest.raises(UncoveredUse):
        _ = net.system
    net.assume(Eq(M, N + A - 1))
    assert "b_m parameter 1 <= m <= M" in table(net.system)


def test_conditions_stand_beside_a_definition() -> None:
    hh = sd.variables("h")
    net = sd.Network()
    net.define(hh[t], f(hh[t - 1]), t >= 2, t <= T)
    net.define(hh[1], sd.variables("x"))
    assert table(net.system)[0] == "h_t node 2 <= t <= T"


MISTAKES = {
    "a range that is none": (lambda: sd.Network().define(sd.variables("x")[i], 1, (i, 1)), ReadError, "is no range"),
    "a letter that is none": (
        lambda: sd.Network().define(sd.variables("x")[i], 1, (i + 1, 1, I)),
        ReadError,
        "is no index letter",
    ),
    "a free index": (
        lambda: sd.Network().define(sd.variables("E"), sd.variables("x")[i]),
        FreeIndex,
        r"`i` stands free on the right side of `E`\nsum over it \(`Sum\(..., \(i, 1, N\)\)`\), put it on the left side,"
        r' or make it a size: `sd.sizes\("i"\)`',
    ),
    "a left side that is none": (
        lambda: sd.Network().define(sd.variables("x")[i] + 1, 1),
        ReadError,
        "an entry of a variable was expected",
    ),
    "an unknown weight": (lambda: lecture().derive("v_{j,i}"), UnknownName, "does not have"),
    "an unknown weight as an object": (lambda: lecture().derive(sd.variables("v")[j, i]), UnknownName, "does not have"),
    "nothing to differentiate by": (lambda: lecture().derive(), DerivationError, "not said"),
    "no name": (lambda: sd.indices(""), ReadError, "no name"),
    "an assumption that is none": (lambda: sd.Network().assume(sd.variables("t")[i]), ReadError, "cannot be assumed"),
    "a sum too far": (lambda: lecture(upper=I + 2).system, UncoveredUse, r"o_\{I\+2\}|w_"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes(name: str) -> None:
    make, kind, text = MISTAKES[name]
    with pytest.raises(SymderivError, match=text) as caught:
        make()
    assert type(caught.value) is kind


def test_a_page_prints_in_its_own_spelling_whatever_was_derived_before() -> None:
    """Two networks that say the same are equal, and still each is printed as its author wrote it."""
    comma = sd.read_network(r"$$y_i = \sum_{j=1}^{J} w_{i,j} x_j \quad E = \sum_{i=1}^{I} f(y_i)$$")
    plain = sd.read_network(r"$$y_i = \sum_{j=1}^{J} w_{ij} x_j \quad E = \sum_{i=1}^{I} f(y_i)$$")
    assert comma.system == plain.system
    assert "w_{i,j}" in comma.derive("w_{i,j}").latex()
    assert "w_{i,j}" not in plain.derive("w_{i,j}").latex()
