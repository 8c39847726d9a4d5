r"""Further shapes of random networks: pools with strides and remainders, reversed and triangular sums, two indices in
one affine form, hinges and maxima, layer normalisation with its root, attention.

Each is a layer from an array to an array, as in `random_parts`; `shapes` puts some of them after one another.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from networks import call, var
from random_parts import ABSTRACT, TWO, Array, Builder

from symderiv.affine import Affine, affine
from symderiv.expr import Apply, Div, Expr, Index, Pow, Var, Variable, add, mul, neg, num, total

HALF = num(Fraction(1, 2))


def pooled(b: Builder, x: Array) -> Array:
    """The mean, the maximum or a weighted sum over windows of a layer whose length may leave a remainder."""
    stride, rest, size = b.random.choice([2, 2, 3]), b.random.choice([0, 0, 1]), affine("P")
    wide = b.dense(x, stride * size + rest)
    out, p, s = b.vector("m", size), b.letter(), b.letter()
    first = stride * (affine(p) - 1) + b.random.choice([1, 1 + rest])
    kind = b.random.choice(["mean", "sum", "max", "weighted"])
    b.note("pool", f"pool {kind}", *(["remainder"] if rest else []))
    if kind == "mean":
        parts = [wide.at(first + k) for k in range(stride)]
        body: Expr = mul(num(Fraction(1, stride)), add(*parts))
    elif kind == "sum":
        body = total(s, 0, stride - 1, wide.at(first + s))
    elif kind == "max":
        body = Apply("max", (wide.at(first), wide.at(first + stride - 1)))
    else:
        k = var(b.name("k") + "_{#}")
        b.net.parameter(k(s), (s, 0, stride - 1))
        body = total(s, 0, stride - 1, mul(k(s), wide.at(first + s)))
    b.net.node(out.at(p), body, (p, 1, size))
    return out


def dilated(b: Builder, x: Array) -> Array:
    r"""`\sum_a k_a x_{i + 2a}` or `\sum_a \sum_c k_{a,c} x_{i+a+c}`: several indices in one position."""
    size, length = affine("P"), affine("A")
    i, a, c = b.letter(), b.letter(), b.letter()
    out = b.vector("y", size)
    if b.chance(0.5):
        b.note("dilated")
        wide, k = b.dense(x, size + 2 * length), var(b.name("k") + "_{#}")
        b.net.parameter(k(a), (a, 1, length))
        body = total(a, 1, length, mul(k(a), wide.at(affine(i) + 2 * affine(a))))
    else:
        b.note("two letters in an index")
        wide, k = b.dense(x, size + length + 2), var(b.name("k") + "_{#,#}")
        b.net.parameter(k(a, c), (a, 1, length), (c, 0, 2))
        inner = total(c, 0, 2, mul(k(a, c), wide.at(affine(i) + a + c)))
        body = total(a, 1, length, inner)
    b.net.node(out.at(i), body, (i, 1, size))
    return out


def turned(b: Builder, x: Array) -> Array:
    """The entries in the opposite order, each with a weight, perhaps beside the entry itself."""
    b.note("reversed")
    out, i = b.vector("r", x.size), b.letter()
    w = var(b.name("w") + "_{#}")
    b.net.parameter(w(i), (i, 1, x.size))
    back = x.size + 1 - affine(i)
    weight = w(back) if b.chance(0.3) else w(i)
    body: Expr = mul(weight, x.at(back))
    b.net.node(out.at(i), add(body, x.at(i)) if b.chance(0.4) else body, (i, 1, x.size))
    return out


def triangular(b: Builder, x: Array) -> Array:
    r"""`\sum_{j \le i} w_{i,j} x_j`, or over the entries that follow, the entry itself perhaps left out."""
    b.note("triangular")
    out, i, j = b.vector("c", x.size), b.letter(), b.letter()
    w = b.weight(x.size, x.size)
    strict = 1 if b.chance(0.3) else 0
    low, high = (affine(1), affine(i) - strict) if b.chance(0.5) else (affine(i) + strict, x.size)
    body: Expr = total(j, low, high, mul(w.entry(affine(i), affine(j)), x.at(j)))
    b.net.node(out.at(i), add(body, x.at(i)) if strict else body, (i, 1, x.size))
    return out


def hinged(b: Builder, x: Array) -> Array:
    """A hinge with a margin, the larger of two entries, or a distance."""
    out, i = b.vector("h", x.size), b.letter()
    margin = Var(Variable(b.name("b")))
    kind = b.random.choice(["hinge", "maximum", "distance"])
    b.note(kind)
    if kind == "hinge":
        b.net.parameter(margin)
        body: Expr = Apply("max", (num(0), add(margin, neg(x.at(i)))))
    elif kind == "maximum":
        # doubled, lest the entry in the middle tie with itself
        body = Apply("max", (x.at(i), mul(TWO, x.at(x.size + 1 - affine(i))), HALF))
    else:
        b.net.parameter(margin)
        body = call("abs", add(x.at(i), neg(margin)))
    b.net.node(out.at(i), body, (i, 1, x.size))
    return out


def normalised(b: Builder, x: Array) -> Array:
    """Less its mean, over its standard deviation, times a gain."""
    b.note("layer norm")
    mean, spread = Var(Variable(b.name(r"\mu"))), Var(Variable(b.name("v")))
    gain, out = var(b.name("g") + "_{#}"), b.vector("n", x.size)
    i, j, k = b.letter(), b.letter(), b.letter()
    b.net.node(mean, Div(total(i, 1, x.size, x.at(i)), Index(x.size)))
    square = Pow(add(x.at(j), neg(mean)), TWO)
    b.net.node(spread, add(Div(total(j, 1, x.size, square), Index(x.size)), HALF))
    b.net.parameter(gain(k), (k, 1, x.size))
    root = Pow(spread, HALF)
    b.net.node(out.at(k), mul(gain(k), Div(add(x.at(k), neg(mean)), root)), (k, 1, x.size))
    return out


SHAPES: tuple[Callable[[Builder, Array], Array], ...] = (pooled, dilated, turned, triangular, hinged, normalised)


def shapes(b: Builder) -> list[Array]:
    """One to three of the shapes after one another, functions between them."""
    x = b.data(b.random.choice([affine("I"), affine("J")]))
    current = b.dense(x, affine("I")) if b.chance(0.6) else x
    for _ in range(b.random.choice([1, 2, 2, 3])):
        current = b.random.choice(SHAPES)(b, current)
        if b.chance(0.4):
            current = b.elementwise(current)
    if all(p.role.value != "parameter" for p in b.net.pieces):
        current = b.dense(current, affine("J"))
    return [current]


def attention(b: Builder) -> list[Array]:
    """Queries, keys and values of a sequence; the scores perhaps scaled, perhaps of what came before only."""
    b.note("attention")
    T, A, C = affine("T"), affine("A"), affine("H")
    M = affine("D")
    x = var("x_{#,#}")
    t, m = b.letter(), b.letter()
    b.net.data(x(t, m), (t, 1, T), (m, 1, M))
    causal = b.chance(0.3)
    q, k, v = (_projected(b, name, x, T, size, M) for name, size in (("q", A), ("k", A), ("v", C)))
    s, alpha, z = var("s_{#,#}"), var(r"\alpha_{#,#}"), var("z_{#,#}")
    t, u, a, l, n, c = (b.letter() for _ in range(6))
    score = total(a, 1, A, mul(q(t, a), k(u, a)))
    scaled: Expr = score if b.chance(0.4) else mul(Div(num(1), Pow(Index(A), HALF)), score)
    b.net.node(s(t, u), scaled, (t, 1, T), (u, 1, T))
    last = affine(t) if causal else T
    b.note(*(["causal"] if causal else []))
    below = total(l, 1, last, call("exp", s(t, l)))
    b.net.node(alpha(t, u), Div(call("exp", s(t, u)), below), (t, 1, T), (u, 1, last))
    b.net.node(z(t, c), total(n, 1, last, mul(alpha(t, n), v(n, c))), (t, 1, T), (c, 1, C))
    if b.chance(0.4):
        y = var("y_{#,#}")
        b.net.node(y(t, c), call(b.random.choice([*ABSTRACT, "relu"]), z(t, c)), (t, 1, T), (c, 1, C))
        return [Array(y, C, time=True)]
    return [Array(z, C, time=True)]


def _projected(b: Builder, name: str, x: Variable, length: Affine, size: Affine, width: Affine) -> Variable:
    made, w = var(f"{name}_{{#,#}}"), b.weight(size, width)
    t, r, c = b.letter(), b.letter(), b.letter()
    body = total(c, 1, width, mul(w.entry(affine(r), affine(c)), x(t, c)))
    b.net.node(made(t, r), body, (t, 1, length), (r, 1, size))
    return made
