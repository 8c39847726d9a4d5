r"""Networks built by hand, without a reader: what the tests of the engine differentiate.

`NETWORKS` maps a name to a `System`; `Net` is the small builder behind them. Letters and ranges are written as in the
catalogue's pages, so that a failing test can be read beside the page.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from symderiv.affine import Affine, AffineLike, IntFn, Sym, affine
from symderiv.domain import Constraint, Domain, ge, le
from symderiv.expr import Apply, Div, Expr, Pow, Var, Variable, add, mul, neg, num, total
from symderiv.system import Assumption, Function, Piece, Role, Span, System

Range = tuple[str, AffineLike, AffineLike]


def var(key: str, spelling: str = "") -> Variable:
    r"""A variable whose spelling writes subscripts before superscripts, as the lecture does."""
    if not spelling and "^{" in key and "_{" in key:
        upper, lower = key.index("^{"), key.index("_{")
        n = iter(range(1, key.count("#") + 1))
        numbered = "".join(f"#{next(n)}" if c == "#" else c for c in key)
        upper, lower = numbered.index("^{"), numbered.index("_{")
        spelling = numbered[:upper] + numbered[lower:] + numbered[upper:lower]
    return Variable(key, spelling)


class Net:
    """Collects pieces and makes a `System`."""

    def __init__(self, sizes: str, *known: Constraint) -> None:
        self.sizes = frozenset(Sym(s) for s in sizes.split())
        self.known = known
        self.pieces: list[Piece] = []
        self.spans: list[Span] = []

    def _piece(self, lhs: Var, body: Expr | None, role: Role, ranges: tuple[Range, ...]) -> None:
        letters = tuple(dict.fromkeys(i.letter for i in lhs.indices if i.letter and i.letter not in self.sizes))
        domain = Domain.of(*(c for s, lo, hi in ranges for c in (ge(s, lo), le(s, hi))))
        self.pieces.append(Piece(lhs.variable, lhs.indices, letters, domain, body, role))
        for s, lo, hi in ranges:
            span = Span(Sym(s), affine(lo), affine(hi))
            if all(x.letter != span.letter for x in self.spans):
                self.spans.append(span)

    def node(self, lhs: Var, body: Expr, *ranges: Range) -> None:
        """A definition."""
        self._piece(lhs, body, Role.NODE, ranges)

    def alias(self, lhs: Var, body: Expr, *ranges: Range) -> None:
        """A tie."""
        self._piece(lhs, body, Role.ALIAS, ranges)

    def constant(self, lhs: Var, value: int, *ranges: Range) -> None:
        """A bias unit or an initial state."""
        self._piece(lhs, num(value), Role.CONSTANT, ranges)

    def parameter(self, lhs: Var, *ranges: Range) -> None:
        """A given piece that is trained."""
        self._piece(lhs, None, Role.PARAMETER, ranges)

    def data(self, lhs: Var, *ranges: Range) -> None:
        """A given piece."""
        self._piece(lhs, None, Role.INPUT, ranges)

    def system(
        self,
        objective: str = "E",
        outputs: tuple[tuple[Var, tuple[Range, ...]], ...] = (),
        functions: tuple[str, ...] = ("f",),
        assumptions: tuple[Assumption, ...] = (),
        outside_zero: bool = False,
        size_functions: frozenset[str] = frozenset(),
    ) -> System:
        """The network; generic where `outputs` are stated."""
        made = Net(" ".join(s.name for s in self.sizes))
        for lhs, ranges in outputs:
            made._piece(lhs, None, Role.NODE, ranges)
        return System(
            pieces=tuple(self.pieces),
            sizes=self.sizes,
            size_functions=size_functions,
            context=Domain.of(*(ge(s, 1) for s in self.sizes), *self.known),
            objective=Variable(objective),
            generic=bool(outputs),
            outputs=tuple(made.pieces),
            functions=tuple(Function(f) for f in functions),
            assumptions=assumptions,
            outside_zero=outside_zero,
            spans=tuple(self.spans),
        )


def call(name: str, x: Expr) -> Apply:
    """`name(x)`."""
    return Apply(name, (x,))


def half_square(letter: str, upper: str, difference: Expr) -> Expr:
    r"""`\frac12 \sum_{letter=1}^{upper} difference^2`."""
    return mul(num(Fraction(1, 2)), total(letter, 1, upper, Pow(difference, num(2))))


I, J, K, H, D, T, N, M, A, V = (affine(s) for s in ["I", "J", "K", "H", "D", "T", "N", "M", "A", "V"])
E = Variable("E")
w, v, x, y, t, k = var("w_{#,#}"), var("v_{#,#}"), var("x_{#}"), var("y_{#}"), var("t_{#}"), var("k_{#}")
w1, w2 = var("w^{(1)}_{#,#}"), var("w^{(2)}_{#,#}")
o1, o2, o3 = var("o^{(1)}_{#}"), var("o^{(2)}_{#}"), var("o^{(3)}_{#}")
net2, net3 = var("net^{(2)}_{#}"), var("net^{(3)}_{#}")
theta2, theta3 = var(r"\theta^{(2)}_{#}"), var(r"\theta^{(3)}_{#}")
TWO = num(2)


def _layer3(net: Net, letter: str, size: str, f: str) -> None:
    rng = (letter, 1, size)
    net.node(net3(letter), total("i", 1, I + 1, mul(o2("i"), w2(letter, "i"))), rng)
    net.node(o3(letter), call(f, net3(letter)), rng)
    net.constant(o2(I + 1), 1)
    net.alias(w2(letter, I + 1), neg(theta3(letter)), rng)


def _layer2(net: Net, f: str) -> None:
    net.node(net2("i"), total("j", 1, J + 1, mul(o1("j"), w1("i", "j"))), ("i", 1, I))
    net.constant(o1(J + 1), 1)
    net.alias(w1("i", J + 1), neg(theta2("i")), ("i", 1, I))
    net.node(o2("i"), call(f, net2("i")), ("i", 1, I))


def tied_autoencoder(f: str = "f", *, squared: bool = False) -> System:
    """The lecture's network."""
    net = Net("I J")
    ij: tuple[Range, Range] = ("j", 1, J), ("i", 1, I)
    net.alias(w2("j", "i"), w("j", "i"), *ij)
    net.alias(w1("i", "j"), w("j", "i"), *ij)
    _layer3(net, "j", "J", f)
    _layer2(net, f)
    if squared:
        net.node(E(), half_square("j", "J", add(o3("j"), neg(t("j")))))
        net.data(t("j"), ("j", 1, J))
    net.data(o1("j"), ("j", 1, J))
    net.parameter(w("j", "i"), *ij)
    net.parameter(theta3("j"), ("j", 1, J))
    net.parameter(theta2("i"), ("i", 1, I))
    outputs = () if squared else ((o3("j"), (("j", 1, J),)),)
    return net.system(outputs=outputs, functions=("f",) if f == "f" else ())


def tied_autoencoder_squared_error() -> System:
    """With the sigmoid and a squared error."""
    return tied_autoencoder("sigma", squared=True)


def multilayer_perceptron() -> System:
    """Three layers, nothing tied."""
    net = Net("I J K")
    _layer3(net, "k", "K", "f")
    _layer2(net, "f")
    net.data(o1("j"), ("j", 1, J))
    net.parameter(w2("k", "i"), ("k", 1, K), ("i", 1, I))
    net.parameter(w1("i", "j"), ("i", 1, I), ("j", 1, J))
    net.parameter(theta3("k"), ("k", 1, K))
    net.parameter(theta2("i"), ("i", 1, I))
    return net.system(outputs=((o3("k"), (("k", 1, K),)),))


def autoencoder() -> System:
    """Weights of its own in each layer, compared with its input."""
    net = Net("I J")
    _layer3(net, "j", "J", "f")
    _layer2(net, "f")
    net.node(E(), half_square("j", "J", add(o3("j"), neg(o1("j")))))
    net.data(o1("j"), ("j", 1, J))
    net.parameter(w2("j", "i"), ("j", 1, J), ("i", 1, I))
    net.parameter(w1("i", "j"), ("i", 1, I), ("j", 1, J))
    net.parameter(theta3("j"), ("j", 1, J))
    net.parameter(theta2("i"), ("i", 1, I))
    return net.system()


def stacked_tied_autoencoder() -> System:
    """Two tied pairs, one inside the other."""
    net = Net("I J H")
    rs: dict[str, Range] = {"i": ("i", 1, I), "j": ("j", 1, J), "h": ("h", 1, H)}
    w4, v3, v2 = var("w^{(4)}_{#,#}"), var("v^{(3)}_{#,#}"), var("v^{(2)}_{#,#}")
    net.alias(w4("j", "i"), w("j", "i"), rs["j"], rs["i"])
    net.alias(w1("i", "j"), w("j", "i"), rs["j"], rs["i"])
    net.alias(v3("i", "h"), v("i", "h"), rs["i"], rs["h"])
    net.alias(v2("h", "i"), v("i", "h"), rs["i"], rs["h"])
    o, a = {}, {}
    for n in range(1, 6):
        o[n], a[n] = var(f"o^{{({n})}}_{{#}}"), var(f"net^{{({n})}}_{{#}}")
    layers = ((2, "i", "j", J, w1), (3, "h", "i", I, v2), (4, "i", "h", H, v3), (5, "j", "i", I, w4))
    for n, out, inner, size, weight in layers:
        body = total(inner, 1, size, mul(o[n - 1](inner), weight(out, inner)))
        net.node(a[n](out), body, rs[out])
        net.node(o[n](out), call("f", a[n](out)), rs[out])
    net.data(o[1]("j"), rs["j"])
    net.parameter(w("j", "i"), rs["j"], rs["i"])
    net.parameter(v("i", "h"), rs["i"], rs["h"])
    return net.system(outputs=((o[5]("j"), (rs["j"],)),))


def chain(layers: int, *, decay: bool = False) -> System:
    """One square weight used in every one of `layers` layers."""
    net = Net("N")
    i: Range = ("i", 1, N)
    before = x
    for n in range(1, layers + 1):
        a, h = var(f"a^{{({n})}}_{{#}}"), var(f"h^{{({n})}}_{{#}}")
        net.node(a("i"), total("j", 1, N, mul(w("i", "j"), before("j"))), i)
        net.node(h("i"), call("f", a("i")), i)
        before = h
    if decay:
        penalty = total("i", 1, N, total("j", 1, N, Pow(w("i", "j"), TWO)))
        net.node(E(), add(half_square("i", "N", before("i")), mul(Var(Variable(r"\lambda")), penalty)))
        net.data(Var(Variable(r"\lambda")))
    net.data(x("j"), ("j", 1, N))
    net.parameter(w("i", "j"), i, ("j", 1, N))
    return net.system(outputs=() if decay else ((before("i"), (i,)),))


def weight_used_three_times() -> System:
    """The catalogue's page of that name."""
    return chain(3)


def weight_decay() -> System:
    """Two uses in a row and a penalty on the weight itself."""
    return chain(2, decay=True)


def siamese() -> System:
    """One weight in two branches, a distance as loss."""
    net = Net("I J")
    a, u, b = var("a_{#}"), var("u_{#}"), var("b_{#}")
    v_ = var("v_{#}")
    i: Range = ("i", 1, I)
    for pre, out, data in ((a, u, x), (b, v_, y)):
        net.node(pre("i"), total("j", 1, J, mul(w("i", "j"), data("j"))), i)
        net.node(out("i"), call("f", pre("i")), i)
    net.node(E(), half_square("i", "I", add(u("i"), neg(v_("i")))))
    net.data(x("j"), ("j", 1, J))
    net.data(y("j"), ("j", 1, J))
    net.parameter(w("i", "j"), i, ("j", 1, J))
    return net.system()


def reconstruction_cost() -> System:
    """The sum of squares of W^T W x - x."""
    net = Net("K D")
    W, h, r = var("W_{#,#}"), var("h_{#}"), var("r_{#}")
    net.node(h("k"), total("j", 1, D, mul(W("k", "j"), x("j"))), ("k", 1, K))
    net.node(r("i"), add(total("k", 1, K, mul(W("k", "i"), h("k"))), neg(x("i"))), ("i", 1, D))
    net.node(Variable("F")(), total("i", 1, D, Pow(r("i"), TWO)))
    net.data(x("j"), ("j", 1, D))
    net.parameter(W("k", "j"), ("k", 1, K), ("j", 1, D))
    return net.system(objective="F")


def _sums_to_one(letter: str, size: str) -> Assumption:
    return Assumption(total(letter, 1, size, t(letter)), num(1))


def softmax_cross_entropy() -> System:
    """A linear classifier."""
    net = Net("K J")
    z, b = var("z_{#}"), var("b_{#}")
    kk: Range = ("k", 1, K)
    net.node(z("k"), add(total("j", 1, J, mul(w("k", "j"), x("j"))), b("k")), kk)
    net.node(y("k"), Div(call("exp", z("k")), total("l", 1, K, call("exp", z("l")))), kk)
    net.node(E(), neg(total("k", 1, K, mul(t("k"), call("log", y("k"))))))
    net.data(x("j"), ("j", 1, J))
    net.data(t("k"), kk)
    net.parameter(w("k", "j"), kk, ("j", 1, J))
    net.parameter(b("k"), kk)
    return net.system(assumptions=(_sums_to_one("k", "K"),))


def tied_embedding() -> System:
    """Row v of W is read and predicted with."""
    net = Net("V I")
    W, e, h, z = var("W_{#,#}"), var("e_{#}"), var("h_{#}"), var("z_{#}")
    vv: Range = ("v", 1, V)
    i: Range = ("i", 1, I)
    net.node(e("i"), total("v", 1, V, mul(W("v", "i"), x("v"))), i)
    net.node(h("i"), call("f", e("i")), i)
    net.node(z("v"), total("i", 1, I, mul(W("v", "i"), h("i"))), vv)
    net.node(y("v"), Div(call("exp", z("v")), total("u", 1, V, call("exp", z("u")))), vv)
    net.node(E(), neg(total("v", 1, V, mul(t("v"), call("log", y("v"))))))
    net.data(x("v"), vv)
    net.data(t("v"), vv)
    net.parameter(W("v", "i"), vv, i)
    return net.system(assumptions=(_sums_to_one("v", "V"),))


def convolution(stride: int = 1) -> System:
    """A kernel over a signal of just the length it needs."""
    net = Net("N A")
    o = var("o_{#}")
    at = stride * (affine("i") - 1) + "a"
    length: Affine = stride * (N - 1) + A
    net.node(y("i"), total("a", 1, A, mul(k("a"), x(at))), ("i", 1, N))
    net.node(o("i"), call("f", y("i")), ("i", 1, N))
    net.parameter(k("a"), ("a", 1, A))
    net.parameter(x("m"), ("m", 1, length))
    return net.system(outputs=((o("i"), (("i", 1, N),)),))


def recurrent() -> System:
    """T steps, an error at each."""
    net = Net("T H D")
    a, h, xt, yt = (var(f"{s}^{{(#)}}_{{#}}") for s in "ahxy")
    U, W, b = var("U_{#,#}"), var("W_{#,#}"), var("b_{#}")
    tt: Range = ("t", 1, T)
    i: Range = ("i", 1, H)
    inputs = total("d", 1, D, mul(W("i", "d"), xt("t", "d")))
    state = total("j", 1, H, mul(U("i", "j"), h(affine("t") - 1, "j")))
    net.node(a("t", "i"), add(inputs, state, b("i")), tt, i)
    net.node(h("t", "i"), call("tanh", a("t", "i")), tt, i)
    net.constant(h(0, "i"), 0, i)
    error = Pow(add(h("t", "i"), neg(yt("t", "i"))), TWO)
    net.node(E(), mul(num(Fraction(1, 2)), total("t", 1, T, total("i", 1, H, error))))
    net.data(xt("t", "d"), tt, ("d", 1, D))
    net.data(yt("t", "i"), tt, i)
    net.parameter(U("i", "j"), i, ("j", 1, H))
    net.parameter(W("i", "d"), i, ("d", 1, D))
    net.parameter(b("i"), i)
    return net.system()


def symbolic_depth() -> System:
    """L layers of sizes d_l, the last one feeding a generic error."""
    net = Net("L")
    d = {s: affine(IntFn("d", (affine(s),), "d_{#1}")) for s in ("l", "L")}
    before = affine(IntFn("d", (affine("l") - 1,), "d_{#1}"))
    zero = affine(IntFn("d", (affine(0),), "d_{#1}"))
    a, z, b = var("a^{(#)}_{#}"), var("z^{(#)}_{#}"), var("b^{(#)}_{#}")
    W = var("w^{(#)}_{#,#}")
    ranges: tuple[Range, Range] = ("l", 1, "L"), ("i", 1, d["l"])
    feed = total("j", 1, before, mul(W("l", "i", "j"), a(affine("l") - 1, "j")))
    net.node(z("l", "i"), add(feed, b("l", "i")), *ranges)
    net.node(a("l", "i"), call("f", z("l", "i")), *ranges)
    net.data(a(0, "j"), ("j", 1, zero))
    net.parameter(W("l", "i", "j"), *ranges, ("j", 1, before))
    net.parameter(b("l", "i"), *ranges)
    return net.system(outputs=((a("L", "i"), (("i", 1, d["L"]),)),), size_functions=frozenset({"d"}))


NETWORKS: dict[str, Callable[[], System]] = {
    "multilayer_perceptron": multilayer_perceptron,
    "autoencoder": autoencoder,
    "tied_autoencoder": tied_autoencoder,
    "tied_autoencoder_squared_error": tied_autoencoder_squared_error,
    "stacked_tied_autoencoder": stacked_tied_autoencoder,
    "weight_used_three_times": weight_used_three_times,
    "weight_decay": weight_decay,
    "siamese": siamese,
    "reconstruction_cost": reconstruction_cost,
    "softmax_cross_entropy": softmax_cross_entropy,
    "tied_embedding": tied_embedding,
    "convolution_stride_1": convolution,
    "convolution_stride_2": lambda: convolution(2),
    "recurrent": recurrent,
    "symbolic_depth": symbolic_depth,
}
"""Every network of this file by name."""

__all__ = ["NETWORKS", "Net", "call", "half_square", "var"]
