r"""Random networks: the same seed, the same network.

`random_network(seed)` composes a `System` from parts that occur in real ones, in odd combinations: dense layers with
biases or bias units, elementwise functions, gates, skips, shifts, strides and windows, normalisation, softmax,
recurrences with symbolic length in both directions, stacks of symbolic depth, batches, branches with a common weight,
weight decay, several outputs, generic and explicit objectives. Weights are tied in every way that a definition allows:
used twice as they are, transposed, with the opposite sign, shifted, through copies of their own, and in classes without
a root. `features(seed)` says what is in one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from networks import Net, call, var
from random_parts import ABSTRACT, KNOWN, TWO, Array, Builder
from random_shapes import attention, shapes

from symderiv.affine import Affine, IntFn, affine
from symderiv.expr import Expr, Pow, Var, Variable, add, mul, neg, num, total
from symderiv.system import Role, System


def feedforward(b: Builder) -> list[Array]:
    """Layers on an input, perhaps twice with the same weights (two branches), perhaps with two heads."""
    sizes = [affine(s) for s in ("I", "J", "H")]
    size = b.random.choice(sizes)
    stride, length = b.random.choice([1, 2]), affine("A")
    windowed = b.chance(0.3)
    x = b.data(stride * (size - 1) + length if windowed else size)
    current = b.window(x, size, length, stride) if windowed else x
    history = [current]
    for _ in range(b.random.choice([1, 2, 2, 3, 3, 4])):
        current = _layer(b, current, history, sizes)
        history.append(current)
    if all(p.role is not Role.PARAMETER for p in b.net.pieces):
        current = b.elementwise(b.dense(current, b.random.choice(sizes)))
    outputs = [current]
    if b.chance(0.25):
        b.note("several outputs")
        outputs.append(b.elementwise(b.dense(b.random.choice(history), b.random.choice(sizes))))
    return outputs


def _layer(b: Builder, x: Array, history: list[Array], sizes: list[Affine]) -> Array:
    kind = b.random.choices(
        ["dense", "elementwise", "combine", "shift", "padded", "centred", "softmax"], [10, 3, 3, 2, 1, 1, 1]
    )[0]
    if kind == "dense":
        out = b.dense(x, b.random.choice([*sizes, x.size]))
        return b.elementwise(out) if b.chance(0.7) else out
    if kind == "combine":
        return b.combine(x, b.random.choice([h for h in history if h.size == x.size]))
    one: dict[str, Callable[[Array], Array]] = {
        "elementwise": b.elementwise, "shift": b.shift, "padded": b.padded, "centred": b.centred, "softmax": b.softmax,
    }  # fmt: skip
    return one[kind](x)


def branches(b: Builder) -> list[Array]:
    """The same weights on two inputs."""
    b.note("branches", "tied")
    size, out = affine("J"), affine("I")
    w = b._new(out, size)
    found = []
    for _ in range(2):
        x, a = b.data(size), b.vector("a", out)
        i, j = b.letter(), b.letter()
        b.net.node(a.at(i), total(j, 1, size, mul(w.entry(affine(i), affine(j)), x.at(j))), (i, 1, out))
        found.append(b.elementwise(a))
    return found if b.chance(0.5) else [b.combine(*found)]


def recurrence(b: Builder) -> list[Array]:
    """`h^{(t)}` from the step before (or after), perhaps two steps, gated, with ties to input and output."""
    H, D, T = affine("H"), b.random.choice([affine("D"), affine("H")]), affine("T")
    t, i, j, d = b.letter(), b.letter(), b.letter(), b.letter()
    a, h, x = (var(f"{s}^{{(#)}}_{{#}}") for s in "ahx")
    backwards, twice = b.chance(0.25), b.chance(0.2)
    b.note("recurrence", "backwards" if backwards else "forwards", *(["two steps"] if twice else []))
    step = 1 if backwards else -1
    u, w = b.weight(H, H), b.weight(H, D)
    before = affine(t) + step
    terms: list[Expr] = [
        total(d, 1, D, mul(w.entry(affine(i), affine(d)), x(t, d))),
        total(j, 1, H, mul(u.entry(affine(i), affine(j)), h(before, j))),
    ]
    edge = T + 1 if backwards else affine(0)
    edges = [edge]
    if twice:
        terms.append(mul(num(Fraction(1, 2)), h(affine(t) + 2 * step, i)))
        edges.append(edge + step)
    b.net.node(a(t, i), add(*terms), (t, 1, T), (i, 1, H))
    value: Expr = call(b.random.choice([*ABSTRACT, "tanh"]), a(t, i))
    if b.chance(0.3):
        b.note("gate")
        value = mul(value, h(before, i))
    b.net.node(h(t, i), value, (t, 1, T), (i, 1, H))
    given = b.chance(0.5) or "gate" in b.features
    for e in edges:
        (b.net.parameter(h(e, i), (i, 1, H)) if given else b.net.constant(h(e, i), 0, (i, 1, H)))
    b.note("initial state" if given else "zero state")
    b.net.data(x(t, d), (t, 1, T), (d, 1, D))
    if b.chance(0.5):
        y = Array(var("y^{(#)}_{#}"), b.random.choice([D, H]), time=True)
        v = b.weight(y.size, H)
        r, c = b.letter(), b.letter()
        body = total(c, 1, H, mul(v.entry(affine(r), affine(c)), h(t, c)))
        b.net.node(y.at(r, t), body, (t, 1, T), (r, 1, y.size))
        return [y]
    return [Array(h, H, time=True)]


def stack(b: Builder) -> list[Array]:
    """Layers of symbolic depth whose sizes depend on the layer, or one square weight in all of them."""
    L, l, i, j = affine("L"), b.letter(), b.letter(), b.letter()
    shared = b.chance(0.5)
    b.note("symbolic depth", "one weight for all layers" if shared else "sizes by layer")

    def size(n: Affine | str) -> Affine:
        return affine("H") if shared else affine(IntFn("d", (affine(n),), "d_{#1}"))

    z, a, w = var("z^{(#)}_{#}"), var("a^{(#)}_{#}"), var("w^{(#)}_{#,#}")
    before = affine(l) - 1
    ranges = (l, 1, L), (i, 1, size(l))
    if shared:
        weight: Expr = b.weight(size(l), size(l)).entry(affine(i), affine(j))
    else:
        weight = w(l, i, j)
        b.net.parameter(w(l, i, j), *ranges, (j, 1, size(before)))
    b.net.node(z(l, i), total(j, 1, size(before), mul(weight, a(before, j))), *ranges)
    b.net.node(a(l, i), call(b.random.choice(ABSTRACT), z(l, i)), *ranges)
    b.net.parameter(a(0, j), (j, 1, size(affine(0))))
    out = b.vector("o", size(L))
    b.net.node(out.at(i), a(L, i), (i, 1, size(L)))
    return [out]


def batch(b: Builder) -> list[Array]:
    """A layer on every example of a batch, the objective a sum over it."""
    b.note("batch")
    T, out, size = affine("T"), affine("I"), affine("J")
    n, i, j = b.letter(), b.letter(), b.letter()
    x, a, o = (var(f"{s}_{{#,#}}") for s in "xao")
    w = b.weight(out, size)
    b.net.data(x(n, j), (n, 1, T), (j, 1, size))
    b.net.node(a(n, i), total(j, 1, size, mul(w.entry(affine(i), affine(j)), x(n, j))), (n, 1, T), (i, 1, out))
    b.net.node(o(n, i), call(b.random.choice([*ABSTRACT, *KNOWN]), a(n, i)), (n, 1, T), (i, 1, out))
    if b.chance(0.5):
        v = b.weight(size, out)
        r, m, c = b.letter(), b.letter(), b.letter()
        y = var("y_{#,#}")
        b.net.node(y(m, r), total(c, 1, out, mul(v.entry(affine(r), affine(c)), o(m, c))), (m, 1, T), (r, 1, size))
        return [Array(y, size, time=True)]
    return [Array(o, out, time=True)]


FAMILIES: tuple[tuple[Callable[[Builder], list[Array]], int], ...] = (
    (feedforward, 7),
    (recurrence, 3),
    (branches, 1),
    (stack, 1),
    (batch, 1),
    (shapes, 5),
    (attention, 1),
)


def _objective(b: Builder, outputs: list[Array]) -> tuple[tuple[Var, tuple[tuple[str, Affine, Affine], ...]], ...]:
    """The outputs of a generic objective, or none after an explicit one is defined."""
    T, one = affine("T"), affine(1)
    if b.chance(0.35):
        b.note("generic objective")
        found = []
        for o in outputs:
            i, t = b.letter(), b.letter()
            last = o.time and b.chance(0.5) and "recurrence" in b.features and "backwards" not in b.features
            if not o.time:
                found.append((o.at(i), ((i, one, o.size),)))
            elif last and o.variable.key.startswith("h"):
                b.note("last state")
                found.append((o.at(i, T), ((i, one, o.size),)))
            else:
                found.append((o.at(i, t), ((t, one, T), (i, one, o.size))))
        return tuple(found)
    b.note("explicit objective")
    terms: list[Expr] = [_loss(b, o) for o in outputs]
    if b.decayed and b.chance(0.35):
        b.note("decay")
        w, rows, columns = b.random.choice(b.decayed)
        r, c = b.letter(), b.letter()
        b.net.data(Var(Variable(r"\lambda")))
        terms.append(mul(Var(Variable(r"\lambda")), total(r, 1, rows, total(c, 1, columns, Pow(w(r, c), TWO)))))
    b.net.node(Variable("E")(), add(*terms))
    return ()


def _loss(b: Builder, o: Array) -> Expr:
    i, t = b.letter(), b.letter()
    name = b.name("y")
    if o.time:
        y = var(f"{name}_{{#,#}}")
        b.net.data(y(t, i), (t, 1, affine("T")), (i, 1, o.size))
        error = Pow(add(o.at(i, t), neg(y(t, i))), TWO)
        return mul(num(Fraction(1, 2)), total(t, 1, affine("T"), total(i, 1, o.size, error)))
    y = var(f"{name}_{{#}}")
    b.net.data(y(i), (i, 1, o.size))
    if o.variable.key.startswith("p"):
        b.note("cross-entropy")
        return neg(total(i, 1, o.size, mul(y(i), call("log", o.at(i)))))
    kind = b.random.choice(["squares", "squares", "product"])
    if kind == "product":
        return total(i, 1, o.size, mul(y(i), o.at(i), o.at(i)))
    return mul(num(Fraction(1, 2)), total(i, 1, o.size, Pow(add(o.at(i), neg(y(i))), TWO)))


def build(seed: int) -> tuple[System, frozenset[str]]:
    """The network of a seed, and what is in it."""
    random = Random(f"network {seed}")
    b = Builder(random, Net("I J H D T A L P"))
    family = random.choices([f for f, _ in FAMILIES], [n for _, n in FAMILIES])[0]
    outputs = _objective(b, family(b))
    system = b.net.system(
        outputs=outputs, functions=ABSTRACT, outside_zero=b.outside_zero, size_functions=frozenset({"d"})
    )
    used = frozenset(s for p in (*system.pieces, *system.outputs) for s in p.domain.letters() if s in system.sizes)
    context = replace(system.context, constraints=tuple(c for c in system.context.constraints if c.letters() <= used))
    return replace(system, sizes=used, context=context, ties=tuple(b.ties)), frozenset(b.features)


def random_network(seed: int) -> System:
    """The network of a seed."""
    return build(seed)[0]


def features(seed: int) -> frozenset[str]:
    """What is in the network of a seed."""
    return build(seed)[1]
