"""What random networks are made of: weights with their ties, and layers from an array to an array."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from networks import Net, call, var

from symderiv.affine import Affine, affine
from symderiv.expr import Div, Expr, Num, Pow, Var, Variable, add, mul, neg, num, total

TWO = num(2)
ABSTRACT = ("f", "g")
KNOWN = ("tanh", "sigma", "sin")
KINKED = ("relu", "abs")


@dataclass(frozen=True)
class Array:
    """A vector of nodes, or a sequence of vectors where `time` is its first index: entries 1..size."""

    variable: Variable
    size: Affine
    time: bool = False

    def at(self, index: Affine | str, t: Affine | str | None = None) -> Var:
        """One entry."""
        return self.variable(index) if t is None else self.variable(t, index)


@dataclass(frozen=True)
class Weight:
    """A matrix that may be used again: `entry(row, column)`."""

    entry: Callable[[Affine, Affine], Expr]
    rows: Affine
    columns: Affine
    root: Variable


@dataclass
class Builder:
    """Collects a network."""

    random: Random
    net: Net
    weights: list[Weight] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    decayed: list[tuple[Variable, Affine, Affine]] = field(default_factory=list)
    ties: list[tuple[Variable, ...]] = field(default_factory=list)
    outside_zero: bool = False
    made: int = 0
    letters: list[str] = field(default_factory=lambda: list("ijhknmpqrsuvabcde"))

    def chance(self, p: float) -> bool:
        """True with probability p."""
        return self.random.random() < p

    def letter(self) -> str:
        """A letter that no other range has."""
        return self.letters.pop(0) if self.letters else self.name("z")

    def name(self, stem: str) -> str:
        """A new number after a stem, as a superscript in parentheses."""
        self.made += 1
        return f"{stem}^{{({self.made})}}"

    def vector(self, stem: str, size: Affine) -> Array:
        """A new array of nodes."""
        return Array(var(self.name(stem) + "_{#}"), size)

    def note(self, *features: str) -> None:
        """Remembers what is in the network."""
        self.features.update(features)

    # weights

    def weight(self, rows: Affine, columns: Affine) -> Weight:
        """A matrix: new, or one that is tied to an earlier one of fitting shape."""
        same = [x for x in self.weights if (x.rows, x.columns) == (rows, columns)]
        turned = [x for x in self.weights if (x.rows, x.columns) == (columns, rows)]
        if (same or turned) and self.chance(0.75):
            old = self.random.choice(same + turned)
            flip = old in turned and (old not in same or self.chance(0.5))
            found = self._tied(old, flip, rows, columns)
        else:
            found = self._new(rows, columns)
        self.weights.append(found)
        return found

    def _new(self, rows: Affine, columns: Affine) -> Weight:
        w = var(self.name("w") + "_{#,#}")
        r, c = self.letter(), self.letter()
        extra = 1 if self.chance(0.2) else 0
        self.net.parameter(w(r, c), (r, 1, rows + extra), (c, 1, columns))
        self.decayed.append((w, rows + extra, columns))
        if extra:
            # one row more than is needed: used with a shift
            self.note("shifted weight")
            return Weight(lambda a, b: w(a + 1, b), rows, columns, w)
        return Weight(lambda a, b: w(a, b), rows, columns, w)

    def _tied(self, old: Weight, flip: bool, rows: Affine, columns: Affine) -> Weight:
        sign = -1 if self.chance(0.2) else 1
        self.note("tied", *(["transposed"] if flip else []), *(["signed"] if sign < 0 else []))

        def entry(a: Affine, b: Affine) -> Expr:
            found = old.entry(b, a) if flip else old.entry(a, b)
            return found if sign > 0 else neg(found)

        if self.chance(0.4):
            self.note("used again without a name")
            return Weight(entry, rows, columns, old.root)
        copy = var(self.name("w") + "_{#,#}")
        r, c = self.letter(), self.letter()
        self.net.alias(copy(r, c), entry(affine(r), affine(c)), (r, 1, rows), (c, 1, columns))
        meant = entry(affine(r), affine(c))
        if isinstance(meant, Var) and meant.variable == old.root and self.chance(0.25):
            self.note("class without a root")
            members = next((t for t in self.ties if old.root in t), (old.root,))
            self.ties = [t for t in self.ties if old.root not in t] + [(*members, copy)]
        return Weight(lambda a, b: copy(a, b), rows, columns, copy)

    # layers, each from an array to an array

    def dense(self, x: Array, size: Affine) -> Array:
        """`a_i = \\sum_j w_{i,j} x_j`, with a bias, a bias unit, or neither."""
        out = self.vector("a", size)
        i, j = self.letter(), self.letter()
        w = self.weight(size, x.size)
        terms: list[Expr] = [total(j, 1, x.size, mul(w.entry(affine(i), affine(j)), x.at(j)))]
        kind = self.random.choice(["none", "bias", "unit"])
        if kind == "bias":
            b = var(self.name("b") + "_{#}")
            self.net.parameter(b(i), (i, 1, size))
            terms.append(b(i))
        elif kind == "unit":
            terms = [self._with_unit(x, size, w, i, j)]
        self.net.node(out.at(i), add(*terms), (i, 1, size))
        return out

    def _with_unit(self, x: Array, size: Affine, w: Weight, i: str, j: str) -> Expr:
        self.note("bias unit")
        padded, v = var(self.name("o") + "_{#}"), var(self.name("v") + "_{#,#}")
        theta = var(self.name(r"\theta") + "_{#}")
        p = self.letter()
        self.net.node(padded(p), x.at(p), (p, 1, x.size))
        self.net.constant(padded(x.size + 1), 1)
        self.net.alias(v(i, j), w.entry(affine(i), affine(j)), (i, 1, size), (j, 1, x.size))
        self.net.alias(v(i, x.size + 1), neg(theta(i)), (i, 1, size))
        self.net.parameter(theta(i), (i, 1, size))
        return total(j, 1, x.size + 1, mul(padded(j), v(i, j)))

    def elementwise(self, x: Array) -> Array:
        """A function of each entry."""
        out = self.vector("h", x.size)
        i = self.letter()
        kinds = ["abstract", "known", "square", "quotient", "kinked"]
        (kind,) = self.random.choices(kinds, [8, 4, 3, 3, 1])
        self.note(kind)
        bodies: dict[str, Callable[[Expr], Expr]] = {
            "abstract": lambda e: call(self.random.choice(ABSTRACT), e),
            "known": lambda e: call(self.random.choice(KNOWN), e),
            "kinked": lambda e: call(self.random.choice(KINKED), e),
            "square": lambda e: Pow(e, TWO),
            "quotient": lambda e: Div(e, add(num(3), Pow(e, TWO))),
        }
        self.net.node(out.at(i), bodies[kind](x.at(i)), (i, 1, x.size))
        return out

    def combine(self, x: Array, y: Array) -> Array:
        """A gate or a skip connection: product or sum of two arrays of one size."""
        out = self.vector("c", x.size)
        i = self.letter()
        gate = self.chance(0.5)
        self.note("gate" if gate else "skip")
        body = mul(x.at(i), y.at(i)) if gate else add(x.at(i), mul(num(Fraction(1, 2)), y.at(i)))
        self.net.node(out.at(i), body, (i, 1, x.size))
        return out

    def shift(self, x: Array) -> Array:
        """Each entry with its neighbour; the first one has none."""
        self.note("shift")
        out, c = self.vector("s", x.size), Var(Variable(self.name("c")))
        i = self.letter()
        self.net.parameter(c)
        self.net.node(out.at(i), add(x.at(i), mul(c, x.at(affine(i) - 1))), (i, 2, x.size))
        self.net.node(out.at(affine(1)), mul(c, x.at(affine(1))))
        return out

    def padded(self, x: Array) -> Array:
        """A window that sticks out at the end, where everything is zero."""
        self.note("outside zero")
        self.outside_zero = True
        out, k = self.vector("y", x.size), var(self.name("k") + "_{#}")
        i, a = self.letter(), self.letter()
        self.net.parameter(k(a), (a, 1, 2))
        self.net.node(out.at(i), total(a, 1, 2, mul(k(a), x.at(affine(i) + a - 1))), (i, 1, x.size))
        return out

    def window(self, x: Array, size: Affine, length: Affine, stride: int) -> Array:
        """`y_i = \\sum_a k_a x_{s (i - 1) + a}`."""
        self.note(f"stride {stride}")
        out, k = self.vector("y", size), var(self.name("k") + "_{#}")
        i, a = self.letter(), self.letter()
        self.net.parameter(k(a), (a, 1, length))
        self.net.node(out.at(i), total(a, 1, length, mul(k(a), x.at(stride * (affine(i) - 1) + a))), (i, 1, size))
        return out

    def centred(self, x: Array) -> Array:
        """Less its mean."""
        self.note("mean")
        mean, out = Var(Variable(self.name(r"\mu"))), self.vector("d", x.size)
        i, j = self.letter(), self.letter()
        size = Num(Fraction(x.size.const)) if x.size.is_constant else None
        body = total(j, 1, x.size, x.at(j))
        self.net.node(mean, Div(body, size) if size else mul(num(Fraction(1, 3)), body))
        self.net.node(out.at(i), add(x.at(i), neg(mean)), (i, 1, x.size))
        return out

    def softmax(self, x: Array) -> Array:
        """Exponentials that add up to 1."""
        self.note("softmax")
        out = self.vector("p", x.size)
        i, j = self.letter(), self.letter()
        above, below = call("exp", x.at(i)), total(j, 1, x.size, call("exp", x.at(j)))
        self.net.node(out.at(i), Div(above, below), (i, 1, x.size))
        return out

    def data(self, size: Affine) -> Array:
        """An input."""
        x = self.vector("x", size)
        i = self.letter()
        self.net.data(x.at(i), (i, 1, size))
        return x
