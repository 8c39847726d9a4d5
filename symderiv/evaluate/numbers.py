r"""Number systems: what the same small evaluator computes with.

`Numbers` knows how functions act on jets, by the derivative of each in terms of itself (`\tanh' = 1 - \tanh^2`); a
subclass knows plain numbers: how to draw one, to invert it, to take a power, to apply a function. Two of them are
exact:

- `Field`, the integers modulo a prime close to 2^61. A function that is not algebraic, abstract or known, is a keyed
  hash of its argument, and its derivatives are what the table says, or further hashes. Two formulas that agree at a
  random point of the field are equal, but for a probability of about their degree divided by 2^61 (Schwartz, Zippel).
- `Ordered`, the same with a double running along, for `max`, `|x|` and steps, which need an order.

In both an identity such as `\exp(a + b) = \exp(a) \exp(b)` fails: a disagreement there proves nothing once such a
function occurs, agreement does. The number systems of `floats` are for those.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from hashlib import blake2b
from typing import ClassVar

from ..functions import CHANGE
from .failures import Declined, Lasting, Redraw
from .jets import Jet, Number, Slopes, base

PRIME = 2305843009045133879
r"""A prime just below 2^61, chosen so that roots of sizes and small numbers are there (`1/\sqrt{A}`): every whole
number up to 72 is a square, minus one is none, and as (p - 1)/2 is prime, there is one root of each odd order."""
MASK = (1 << 31) - 1


def keyed(*key: object) -> int:
    """64 random bits, the same for the same key in every run."""
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "little")


FURTHER = 30
"""How much further the values of one name lie in an uneven draw."""


class Numbers:
    """The part that is common: jets, and functions on them. `seed` keys everything that is drawn."""

    name: ClassVar[str]
    exact: ClassVar[bool]
    spread = 1
    """How far random numbers with an order lie apart: a kink far from 0 (`1 - y s`) has its other side out there."""
    tame = 0
    """How many of the random numbers with an order are made positive, since values were refused."""
    far = ""
    """The name whose values lie further from 0: a margin must exceed all distances to be felt at all."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._rationals: dict[Fraction, Number] = {}
        self._values: dict[tuple[object, ...], Number] = {}
        self.by_chance = False
        """Has a number been chosen among few, or the side of a kink been taken? Then zeros may be zeros by chance."""

    @property
    def held(self) -> int:
        """How many values of functions are remembered."""
        return len(self._values)

    def forget(self) -> None:
        """Forget the values of functions; they come out the same when they are asked for again."""
        self._values.clear()

    # what a subclass knows: plain numbers only

    def draw(self, *key: object) -> Number:
        """A random number, in general position."""
        raise NotImplementedError

    def reach(self, name: object) -> int:
        """How far the values of a name lie from 0."""
        return self.spread * (FURTHER if self.far and name == self.far else 1)

    def positive_draw(self, *key: object) -> Number:
        """A random number that is positive, where there is an order."""
        x = self.draw(*key)
        try:
            return x if self.positive(x) else -x
        except Declined:
            return x

    def of_inverted(self, indices: tuple[int, ...]) -> Fraction | None:
        """What an entry of a matrix that is inverted is multiplied by, so that its determinant is positive; None where
        any matrix will do."""
        return None

    def choice(self, among: tuple[Fraction, ...], *key: object) -> Number:
        """One of a few numbers at random, the same one in every number system with this seed."""
        self.by_chance = True
        return self.rational(among[keyed(self.seed, "choice", key) % len(among)])

    def from_fraction(self, x: Fraction) -> Number:
        """A fraction as a plain number."""
        raise NotImplementedError

    def plain(self, x: Number) -> Number:
        """The canonical form of a plain number."""
        return x

    def plain_inverse(self, x: Number) -> Number:
        """1 / x."""
        raise NotImplementedError

    def plain_power(self, x: Number, n: Fraction) -> Number:
        """x to a constant."""
        raise NotImplementedError

    def plain_known(self, name: str, x: Number) -> Number:
        """The value of a well-known function of one argument."""
        raise NotImplementedError

    def plain_abstract(self, name: str, order: tuple[int, ...], args: tuple[Number, ...]) -> Number:
        """The value of an abstract function, or of a derivative of it."""
        raise NotImplementedError

    def positive(self, x: Number) -> bool:
        """Is the plain number greater than zero?"""
        raise NotImplementedError

    def same(self, a: Number, b: Number) -> bool:
        """Are two plain numbers equal, as far as this number system can tell?"""
        raise NotImplementedError

    def tiny(self, x: Number) -> bool:
        """Is a plain number so small that a step of this size is the last one?"""
        return self.same(x, 0)

    def is_settled(self, x: Number) -> bool:
        """Is a number the same whatever is drawn, as the sum of no terms is?"""
        return x.__class__ is int

    def refusal(self, x: Number, refused: Redraw) -> Redraw:
        """A refusal of a number; one that lasts if all others that may be drawn are refused as well."""
        return Lasting(*refused.args) if not self.by_chance and self.is_settled(x) else refused

    # jets

    def rational(self, x: Fraction) -> Number:
        """A fraction as a number of the system."""
        found = self._rationals.get(x)
        if found is None:
            found = self._rationals[x] = self.from_fraction(x)
        return found

    def reduced(self, x: Number) -> Number:
        """The canonical form, to be remembered."""
        if x.__class__ is Jet:
            return Jet(self.reduced(x.v), self.reduced(x.d), x.level)
        if x.__class__ is Slopes:
            return Slopes({k: self.reduced(y) for k, y in x.items()})
        return self.plain(x)

    def inverse(self, x: Number) -> Number:
        """1 / x, with (1/x)' = -1/x^2."""
        if x.__class__ is Jet:
            y = self.inverse(x.v)
            return Jet(y, self.reduced(-x.d * y * y), x.level)
        try:
            return self.plain_inverse(x)
        except Redraw as refused:
            raise self.refusal(x, refused) from None

    def power(self, x: Number, n: Fraction) -> Number:
        """x to a constant, with (x^n)' = n x^(n-1)."""
        if x.__class__ is Jet:
            if n.denominator == 1 and n.numerator > 0:
                slope = self.power(x.v, n - 1)
                value = slope * x.v
            else:
                value = self.power(x.v, n)
                slope = value * self.inverse(x.v)
            return Jet(self.reduced(value), self.reduced(slope * x.d * self.rational(n)), x.level)
        return self.plain_power(x, n)

    def known(self, name: str, args: tuple[Number, ...]) -> Number:
        """A well-known function by name; see `SMOOTH` and `KINKED`."""
        if name == CHANGE:
            return self.reduced(args[0] + -base(args[0]))
        kinked = KINKED.get(name)
        if kinked is not None:
            self.by_chance = True
            return kinked.value(args, kinked.side(self, args))
        if len(args) != 1 or name not in SMOOTH:
            raise Declined(f"the function {name} of {len(args)} arguments is not known to the oracle")
        return self.smooth(name, args[0])

    def smooth(self, name: str, x: Number) -> Number:
        """A well-known function of one argument that has a derivative."""
        if x.__class__ is Jet:
            value = self.smooth(name, x.v)
            return Jet(value, self.reduced(SMOOTH[name](self, x.v, value) * x.d), x.level)
        try:
            return self.plain_known(name, self.plain(x))
        except Redraw as refused:
            raise self.refusal(x, refused) from None

    def abstract(self, name: str, order: tuple[int, ...], args: tuple[Number, ...]) -> Number:
        """f(v + d eps) = f(v) + eps sum_n f_n(v) d_n, f_n the derivative by the argument n."""
        level = max((a.level for a in args if a.__class__ is Jet), default=0)
        if not level:
            key = (name, order, *args)
            found = self._values.get(key)
            if found is None:
                found = self._values[key] = self.plain_abstract(name, order, tuple(map(self.plain, args)))
            return found
        values = tuple(a.v if a.__class__ is Jet and a.level == level else a for a in args)
        total: Number = 0
        for n, a in enumerate(args):
            if a.__class__ is Jet and a.level == level:
                more = (*order[:n], order[n] + 1, *order[n + 1 :])
                total = total + self.abstract(name, more, values) * a.d
        return Jet(self.abstract(name, order, values), self.reduced(total), level)


Slope = Callable[[Numbers, Number, Number], Number]

SMOOTH: dict[str, Slope] = {
    "exp": lambda n, x, y: y,
    "log": lambda n, x, y: n.inverse(x),
    "sigma": lambda n, x, y: y * (1 - y),
    "tanh": lambda n, x, y: 1 - y * y,
    "sin": lambda n, x, y: n.smooth("cos", x),
    "cos": lambda n, x, y: -n.smooth("sin", x),
    "tan": lambda n, x, y: 1 + y * y,
    "sinh": lambda n, x, y: n.smooth("cosh", x),
    "cosh": lambda n, x, y: n.smooth("sinh", x),
    "arctan": lambda n, x, y: n.inverse(1 + x * x),
    "arcsin": lambda n, x, y: n.power(1 - x * x, Fraction(-1, 2)),
    "arccos": lambda n, x, y: -n.power(1 - x * x, Fraction(-1, 2)),
    "softplus": lambda n, x, y: n.smooth("sigma", x),
    "normcdf": lambda n, x, y: n.smooth("normpdf", x),
    "normpdf": lambda n, x, y: -(x * y),
}
"""The derivative of each function from its argument and its value."""


@dataclass(frozen=True)
class Kinked:
    """A function with kinks: on which side of them its arguments lie, and its value there, with the nudges."""

    side: Callable[[Numbers, tuple[Number, ...]], int]
    value: Callable[[tuple[Number, ...], int], Number]


def _up(n: Numbers, args: tuple[Number, ...]) -> int:
    return int(n.positive(n.plain(base(args[0]))))


def _winner(sign: int) -> Callable[[Numbers, tuple[Number, ...]], int]:
    def winner(n: Numbers, args: tuple[Number, ...]) -> int:
        best = 0
        for k in range(1, len(args)):
            if _up(n, ((args[k] - args[best]) * sign,)):
                best = k
        return best

    return winner


KINKED: dict[str, Kinked] = {
    "relu": Kinked(_up, lambda a, side: a[0] if side else 0),
    "abs": Kinked(_up, lambda a, side: a[0] if side else -a[0]),
    "step": Kinked(_up, lambda a, side: side),
    "sign": Kinked(_up, lambda a, side: 1 if side else -1),
    "max": Kinked(_winner(1), lambda a, side: a[side]),
    "min": Kinked(_winner(-1), lambda a, side: a[side]),
}
"""Functions with kinks: one side of the kink is taken, with its nudges, by the sign of plain numbers."""
JUMPS = frozenset({"step", "sign"})
"""Those whose values say on which side, and nothing else."""


class Field(Numbers):
    """Integers modulo `PRIME`.

    >>> n = Field(seed=0)
    >>> n.plain(n.inverse(7) * 7), n.plain(n.power(9, Fraction(1, 2))) in (3, PRIME - 3)
    (1, True)
    """

    name = "prime field"
    exact = True

    def reduced(self, x: Number) -> Number:
        if x.__class__ is int:
            return x % PRIME
        if x.__class__ is Slopes:
            return Slopes({k: y % PRIME if y.__class__ is int else self.reduced(y) for k, y in x.items()})
        return super().reduced(x)

    def draw(self, *key: object) -> Number:
        return keyed(self.seed, key) % PRIME

    def from_fraction(self, x: Fraction) -> Number:
        return x.numerator * pow(x.denominator, -1, PRIME) % PRIME

    def plain(self, x: Number) -> Number:
        return x % PRIME

    def is_settled(self, x: Number) -> bool:
        return not x % PRIME  # no number drawn is zero, nor what is made of such, but for one time in 2^61

    def plain_inverse(self, x: Number) -> Number:
        x %= PRIME
        if not x:
            raise Redraw("a denominator is zero")
        return pow(x, -1, PRIME)

    def plain_power(self, x: Number, n: Fraction) -> Number:
        x %= PRIME
        if n.denominator != 1:
            x = self._root(x, n.denominator)
        if n.numerator < 0 and not x:
            raise Redraw("a denominator is zero")
        return pow(x, n.numerator, PRIME)

    def _root(self, x: int, n: int) -> int:
        while n % 2 == 0:
            # the prime is 3 modulo 4: this power is the square root that is a square itself
            root = pow(x, (PRIME + 1) // 4, PRIME)
            if root * root % PRIME != x:
                raise Redraw("no square root in the field")
            x, n = root, n // 2
        if n == 1:
            return x
        try:
            return pow(x, pow(n, -1, PRIME - 1), PRIME)
        except ValueError:
            raise Declined(f"roots of order {n} are not unique in the field") from None

    def plain_known(self, name: str, x: Number) -> Number:
        return keyed(self.seed, name, x) % PRIME

    def plain_abstract(self, name: str, order: tuple[int, ...], args: tuple[Number, ...]) -> Number:
        return keyed(self.seed, name, order, args) % PRIME

    def positive(self, x: Number) -> bool:
        raise Declined("a finite field has no order")

    def same(self, a: Number, b: Number) -> bool:
        return not (a - b) % PRIME


class Shadowed:
    """An element of the field together with the real number that it stands for, in double precision."""

    __slots__ = ("f", "x")

    def __init__(self, x: int, f: float) -> None:
        self.x, self.f = x, f

    def __add__(self, other: Number) -> Number:
        if other.__class__ is Shadowed:
            return Shadowed(self.x + other.x, self.f + other.f)
        return Shadowed(self.x + other, self.f + other) if isinstance(other, int) else NotImplemented

    def __mul__(self, other: Number) -> Number:
        if other.__class__ is Shadowed:
            return Shadowed(self.x * other.x, self.f * other.f)
        return Shadowed(self.x * other, self.f * other) if isinstance(other, int) else NotImplemented

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> Shadowed:
        return Shadowed(-self.x, -self.f)

    def __sub__(self, other: Number) -> Number:
        return self + -other

    def __rsub__(self, other: Number) -> Number:
        return -self + other

    def __str__(self) -> str:
        return f"{self.f:.10g}"


class Ordered(Numbers):
    """The field with an order: rational numbers by their residues, their signs read off a double that runs along.

    Equality is decided by the residues alone, so it is as exact as in `Field`; doubles only say on which side of a kink
    an argument lies, and where they cannot, other values are drawn.
    """

    name = "prime field with an order"
    exact = True

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.field = Field(seed)

    def draw(self, *key: object) -> Number:
        return self._signed(keyed(self.seed, key)) * self.reach(key[0])

    def _signed(self, bits: int) -> Number:
        x = self._between(bits >> 1)
        return -x if bits & 1 else x

    def _between(self, bits: int) -> Number:
        """A number between 0 and 1."""
        return self.from_fraction(Fraction(bits % MASK + 1, MASK + 2))

    def from_fraction(self, x: Fraction) -> Number:
        return Shadowed(self.field.from_fraction(x), float(x))

    def plain(self, x: Number) -> Number:
        return Shadowed(x.x % PRIME, x.f) if x.__class__ is Shadowed else Shadowed(x % PRIME, float(x))

    def is_settled(self, x: Number) -> bool:
        x = self.plain(x)
        return not x.x and not x.f

    def plain_inverse(self, x: Number) -> Number:
        x = self.plain(x)
        y = self.field.plain_inverse(x.x)
        if not x.f:
            raise Redraw("a denominator is too small")
        return Shadowed(y, 1 / x.f)

    def plain_power(self, x: Number, n: Fraction) -> Number:
        x = self.plain(x)
        if (n.denominator != 1 and x.f <= 0) or (n < 0 and not x.f):
            raise Redraw("a root of less than zero, or a denominator")
        try:
            return Shadowed(self.field.plain_power(x.x, n), x.f ** (n.numerator if n.denominator == 1 else float(n)))
        except OverflowError:
            raise Redraw("too large for a double") from None

    def plain_known(self, name: str, x: Number) -> Number:
        bits = keyed(self.seed, name, x.x)
        # keep what everybody knows of their values: exp is positive, the sigmoid lies between 0 and 1
        found = self._between(bits) if name in _POSITIVE else self._signed(bits)
        return found if name in _BOUNDED else found * self.spread

    def plain_abstract(self, name: str, order: tuple[int, ...], args: tuple[Number, ...]) -> Number:
        return self._signed(keyed(self.seed, (name, order, tuple(a.x for a in args)))) * self.spread

    def positive(self, x: Number) -> bool:
        if abs(x.f) < CLOSE:
            raise Redraw("a kink is hit, or nearly")
        return bool(x.f > 0)

    def same(self, a: Number, b: Number) -> bool:
        return self.field.same(a.x, b.x)


_POSITIVE = {"exp", "cosh", "softplus", "sigma", "normcdf", "normpdf"}
_BOUNDED = {"sigma", "tanh", "sin", "cos", "arctan", "arcsin", "arccos", "normcdf", "normpdf"}
CLOSE = 1e-12
