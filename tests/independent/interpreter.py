r"""What a formula is worth: floats with one derivative, at concrete sizes, straight from the definitions.

`\partial y/\partial x_b` is what happens to y when x_b is nudged and everything downstream computed again.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from .tree import (
    Call,
    Condition,
    Entry,
    Form,
    Number,
    Plus,
    Power,
    Quotient,
    Size,
    Slope,
    Times,
    Total,
    Tree,
    Truth,
    Unsupported,
    every,
)

Dual = tuple[float, float]
Nudge = tuple[str, tuple[int, ...]] | None


class NoValue(Exception):
    """An entry that does not exist."""


@dataclass(frozen=True)
class Definition:
    """`key[indices] = body` where the conditions hold; given if there is no body. `letters` are those it binds."""

    key: str
    indices: tuple[Form, ...]
    letters: frozenset[str]
    where: tuple[Condition, ...]
    body: Tree | None


@dataclass(frozen=True)
class Model:
    """A network: definitions, the sizes, what is known of them, a generic objective with its arguments."""

    definitions: tuple[Definition, ...]
    sizes: tuple[str, ...]
    known: tuple[Condition, ...] = ()
    generic: str = ""
    outputs: tuple[Definition, ...] = ()
    outside_zero: bool = False
    shares: tuple[tuple[str, Form, Form], ...] = ()
    """Given entries of one index that add up to 1 between two bounds."""


def hashed(*key: object) -> float:
    """A number between 0.3 and 1.5, of either sign, the same for the same key."""
    n = int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=8).digest(), "big")
    return (0.3 + 1.2 * ((n >> 1) % 10**9) / 10**9) * (1 if n & 1 else -1)


def _wave(a: float, b: float, c: float) -> Callable[[int, float], float]:
    def value(order: int, x: float) -> float:
        polynomial = (c * x * x, 2 * c * x, 2 * c, 0.0)[min(order, 3)]
        return a**order * math.sin(a * x + b + order * math.pi / 2) + polynomial

    return value


def _sigma(order: int, x: float) -> float:
    s = 1 / (1 + math.exp(-x))
    return (s, s * (1 - s), s * (1 - s) * (1 - 2 * s), s * (1 - s) * (1 - 6 * s + 6 * s * s))[order]


def _tanh(order: int, x: float) -> float:
    t = math.tanh(x)
    return (t, 1 - t * t, -2 * t * (1 - t * t), (1 - t * t) * (6 * t * t - 2))[order]


def _log(order: int, x: float) -> float:
    if abs(x) < 1e-9:
        raise Unsupported("the logarithm of zero")
    # random values of either sign: the logarithm of the absolute value has the same derivatives and product rule
    return (math.log(abs(x)), 1 / x, -1 / x**2, 2 / x**3)[order]


FUNCTIONS: dict[str, Callable[[int, float], float]] = {
    "f": _wave(1.1, 0.3, 0.21),
    "g": _wave(0.8, 1.2, -0.17),
    "phi": _wave(0.9, -0.4, 0.13),
    "sigma": _sigma,
    "tanh": _tanh,
    "exp": lambda order, x: math.exp(x),
    "log": _log,
    "sin": lambda order, x: math.sin(x + order * math.pi / 2),
    "cos": lambda order, x: math.cos(x + order * math.pi / 2),
    "relu": lambda order, x: (max(x, 0.0), float(x > 0), 0.0, 0.0)[order],
    "abs": lambda order, x: (abs(x), math.copysign(1, x), 0.0, 0.0)[order],
}


WORK = 400_000
"""So many nodes are evaluated at most for one claim."""


@dataclass
class World:
    """The network at some sizes, with random values; values of entries are remembered for each nudge.

    `extra` are names that a page adds. `base` is the same world without them: it remembers what the network's own
    entries are worth, for every page about the network.
    """

    model: Model
    sizes: dict[str, int]
    seed: int
    extra: tuple[Definition, ...] = ()
    base: World | None = None
    memo: dict[tuple[str, tuple[int, ...], Nudge], Dual] = field(default_factory=dict)
    work: int = WORK

    def __post_init__(self) -> None:
        self.by_key: dict[str, list[Definition]] = {}
        for d in (*self.model.definitions, *self.extra):
            self.by_key.setdefault(d.key, []).append(d)
        self.own = frozenset(d.key for d in self.extra)
        self.above: dict[str, frozenset[str]] = {}

    def with_names(self, extra: tuple[Definition, ...]) -> World:
        """The same world with names that a page adds."""
        self.work = WORK
        return World(self.model, self.sizes, self.seed, extra, self)

    def upstream(self, key: str) -> frozenset[str]:
        """The keys on which an entry may depend, its own included."""
        found = self.above.get(key)
        if found is None:
            seen, todo = {key}, [key]
            while todo:
                k = todo.pop()
                bodies = [d.body for d in self.by_key.get(k, ()) if d.body is not None]
                used = {x for b in bodies for x in _keys(b)}
                used |= {o.key for o in self.model.outputs} if k == self.model.generic else set()
                todo += used - seen
                seen |= used
            found = self.above[key] = frozenset(seen)
        return found

    def value(self, e: Tree, letters: Mapping[str, int], nudge: Nudge = None) -> Dual:
        """The value of a formula and its derivative by what is nudged."""
        self.work -= 1
        if self.work < 0:
            raise Unsupported("too much work")
        return VALUES[type(e)](self, e, letters, nudge)

    def _number(self, e: Number, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        return float(e.value), 0.0

    def _size(self, e: Size, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        return float(e.form.value(letters)), 0.0

    def _truth(self, e: Truth, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        return float(all(c.holds(letters) for c in e.where)), 0.0

    def _name(self, e: Entry, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        return self.entry(e.key, tuple([i.value(letters) for i in e.indices]), nudge)

    def _plus(self, e: Plus, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        x = dx = 0.0
        for t in e.terms:
            y, dy = self.value(t, letters, nudge)
            x, dx = x + y, dx + dy
        return x, dx

    def _quotient(self, e: Quotient, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        (x, dx), (y, dy) = self.value(e.above, letters, nudge), self.value(e.below, letters, nudge)
        if abs(y) < 1e-9:
            raise Unsupported("division by zero")
        return x / y, dx / y - x * dy / (y * y)

    def _power(self, e: Power, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        x, dx = self.value(e.base, letters, nudge)
        n = e.exponent
        return x**n, n * x ** (n - 1) * dx if n else 0.0

    def _times(self, e: Times, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        factors = e.factors
        # a bracket that is 0 guards the others, which need have no value there
        for f in factors:
            if isinstance(f, Truth) and not all(c.holds(letters) for c in f.where):
                return 0.0, 0.0
        x, dx = 1.0, 0.0
        for f in factors:
            y, dy = self.value(f, letters, nudge)
            x, dx = x * y, dx * y + x * dy
        return x, dx

    def _call(self, e: Call, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        x, dx = self.value(e.argument, letters, nudge)
        function = FUNCTIONS.get(e.name)
        if function is None or e.order > 2:
            raise Unsupported(e.name)
        return function(e.order, x), function(e.order + 1, x) * dx if dx else 0.0

    def _total(self, e: Total, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        x = dx = 0.0
        for n in range(e.low.value(letters), e.high.value(letters) + 1):
            inner = {**letters, e.letter: n}
            if all(c.holds(inner) for c in e.where):
                y, dy = self.value(e.body, inner, nudge)
                x, dx = x + y, dx + dy
        return x, dx

    def _slope(self, e: Slope, letters: Mapping[str, int], nudge: Nudge) -> Dual:
        if nudge is not None:
            raise Unsupported("a derivative of a derivative")
        wrt = (e.wrt.key, tuple(i.value(letters) for i in e.wrt.indices))
        self.entry(*wrt, None)  # it must exist
        if not e.direct:
            return self.value(e.of, letters, wrt)[1], 0.0
        if not (isinstance(e.of, Entry) and e.of.key == self.model.generic):
            raise Unsupported("a direct derivative")
        return self._objective(None, wrt)[1], 0.0

    # entries

    def entry(self, key: str, indices: tuple[int, ...], nudge: Nudge) -> Dual:
        """An entry's value; `NoValue` if there is no such entry."""
        if self.base is not None and key not in self.own:
            return self.base.entry(key, indices, nudge)
        at = (key, indices, nudge)
        found = self.memo.get(at)
        if found is None:
            if nudge is not None and nudge[0] not in self.upstream(key):
                found = self.entry(key, indices, None)[0], 0.0
            else:
                value = self._entry(key, indices, nudge)
                found = (value[0], 1.0) if (key, indices) == nudge else value
            self.memo[at] = found
        return found

    def _entry(self, key: str, indices: tuple[int, ...], nudge: Nudge) -> Dual:
        if key == self.model.generic:
            return self._objective(nudge, None)
        for d in self.by_key.get(key, ()):
            bound = self._matched(d, indices)
            if bound is not None:
                return (self._given(key, indices), 0.0) if d.body is None else self.value(d.body, bound, nudge)
        if self.model.outside_zero and key in self.by_key:
            return 0.0, 0.0
        raise NoValue(f"{key} at {indices}")

    def exists(self, key: str, indices: tuple[int, ...]) -> bool:
        """Is there such an entry at these sizes, whatever stands for those outside?"""
        return key == self.model.generic or any(self._matched(d, indices) is not None for d in self.by_key.get(key, ()))

    def _given(self, key: str, indices: tuple[int, ...]) -> float:
        value = hashed(self.seed, key, indices)
        for name, low, high in self.model.shares:
            if name == key:
                all_ = [hashed(self.seed, key, (n,)) for n in range(low.value(self.sizes), high.value(self.sizes) + 1)]
                if abs(sum(all_)) < 1e-3:
                    raise Unsupported("shares of nothing")
                value /= sum(all_)
        return value

    def _matched(self, d: Definition, indices: tuple[int, ...]) -> dict[str, int] | None:
        bound = dict(self.sizes)
        fixed = []
        for written, actual in zip(d.indices, indices, strict=True):
            letter = written.letter
            if letter is not None and letter in d.letters:
                if letter in bound and bound[letter] != actual:
                    return None
                bound[letter] = actual
            else:
                fixed.append((written, actual))
        try:
            inside = all(w.value(bound) == a for w, a in fixed) and all(c.holds(bound) for c in d.where)
        except KeyError as unknown:
            raise Unsupported(f"a definition with {unknown}") from None
        return bound if inside else None

    def _objective(self, nudge: Nudge, direct: Nudge) -> Dual:
        """A function of all its arguments in general position."""
        x = dx = cubes = dcubes = 0.0
        for o in self.model.outputs:
            for point in points(o.letters, o.where, self.sizes):
                indices = tuple(i.value({**self.sizes, **point}) for i in o.indices)
                y, dy = self.entry(o.key, indices, nudge)
                if direct is not None:
                    dy = float((o.key, indices) == direct)
                a, b = hashed(self.seed, "a", o.key, indices), hashed(self.seed, "b", o.key, indices)
                x, dx = x + a * y, dx + a * dy
                cubes, dcubes = cubes + b * y**3 / 3, dcubes + b * y * y * dy
        return x + 0.3 * x * x + cubes, dx * (1 + 0.6 * x) + dcubes


VALUES: dict[type, Callable[[World, Any, Mapping[str, int], Nudge], Dual]] = {
    Number: World._number,
    Size: World._size,
    Truth: World._truth,
    Entry: World._name,
    Plus: World._plus,
    Times: World._times,
    Quotient: World._quotient,
    Power: World._power,
    Call: World._call,
    Total: World._total,
    Slope: World._slope,
}
"""The value of a formula by the kind of its outermost node."""


def _keys(e: Tree) -> Iterator[str]:
    """The keys of all entries in a formula, those that something is differentiated by included."""
    for x in every(e):
        if isinstance(x, Entry):
            yield x.key
        elif isinstance(x, Slope):
            yield x.wrt.key


def points(
    letters: frozenset[str] | tuple[str, ...], where: tuple[Condition, ...], sizes: Mapping[str, int], most: int = 12
) -> Iterator[dict[str, int]]:
    """Every choice of the letters, from -1 to `most`, at which the conditions hold."""
    names = sorted(letters)
    spans = []
    for s in names:
        own = [c for c in where if c.form.letters <= {s, *sizes}]
        spans.append([n for n in range(-1, most) if all(c.holds({**sizes, s: n}) for c in own)])
    for values in product(*spans):
        point = dict(zip(names, values, strict=True))
        if all(c.holds({**sizes, **point}) for c in where):
            yield point
