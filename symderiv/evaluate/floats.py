"""The number systems of analysis: double precision, the same with its rounding errors bounded, high precision.

An abstract function is a fixed random analytic function here, a sum of three sines of a linear form of its arguments,
whose derivatives of every order are known in closed form.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

from .failures import Redraw
from .jets import Number
from .numbers import SMOOTH, Numbers, keyed

UNIT = float(1 << 64)
CANCELLED = 1e-14
"""What is left of a sum of terms, relative to their absolute values, where they cancel."""
SMALLEST = sys.float_info.min
"""Below this a double loses digits, and in the end becomes 0: `exp(-800) exp(325)` is not 0."""


def _softplus(x: float) -> float:
    return math.log1p(math.exp(-abs(x))) + max(x, 0.0)


_MATH: dict[str, Callable[[float], float]] = {
    "exp": math.exp,
    "log": math.log,
    "sigma": lambda x: 1 / (1 + math.exp(-x)),
    "tanh": math.tanh,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "arctan": math.atan,
    "arcsin": math.asin,
    "arccos": math.acos,
    "softplus": _softplus,
    "normcdf": lambda x: math.erfc(-x / math.sqrt(2)) / 2,
    "normpdf": lambda x: math.exp(-x * x / 2) / math.sqrt(2 * math.pi),
}


USUAL = Fraction(3, 10), Fraction(1)
SCALES = {5: (Fraction(1, 20), Fraction(9, 10)), 6: (Fraction(1, 100), Fraction(1, 10))}
"""The smallest value and the width of the range in which values are drawn, usually and by how tame they are."""
LARGE = Fraction(4)
"""What diagonals of matrices are multiplied by where their determinants are to be positive; all else is made small."""
IN_ORDER = 7
"""As tame as this, values grow with their indices, as thresholds do (`\\log(\\theta_k - \\theta_{k-1})`)."""


class Real(Numbers):
    """What the systems of this file share. `tame` in 0..4: how many quarters of the variables are drawn positive.

    Logarithms and roots want positive arguments, claims about signs want negative ones too: whoever draws begins with
    0 and goes on while values are refused. With 5 all are below one (`\\log(1 - x)`), with 6 small.
    """

    exact = False

    def __init__(self, seed: int, tame: int = 0) -> None:
        super().__init__(seed)
        self.tame = tame

    def reduced(self, x: Number) -> Number:
        return x

    def draw(self, *key: object) -> Number:
        x = keyed(self.seed, key)
        low, width = SCALES.get(self.tame, USUAL)
        sign = -1 if x & 1 and keyed(self.seed, key[0], "tame") % 4 >= self.tame else 1
        # as whole numbers, which are not reduced: `low + width (x >> 4) / 2^60`
        above = (low.numerator * width.denominator << 60) + width.numerator * low.denominator * (x >> 4)
        below = low.denominator * width.denominator << 60
        if self.tame >= IN_ORDER and len(key) > 1 and isinstance(key[1], tuple):
            size = Fraction(above, below)
            return self.from_fraction(size / 32 + Fraction(sum(n for n in key[1] if isinstance(n, int)), 4))
        return self.ratio(sign * above * self.reach(key[0]), below)

    def ratio(self, above: int, below: int) -> Number:
        """A fraction as a number, correctly rounded."""
        raise NotImplementedError

    def of_inverted(self, indices: tuple[int, ...]) -> Fraction | None:
        if not self.tame:
            return None
        return LARGE if indices[-2] == indices[-1] else 1 / (2 * LARGE)

    def waves(self, name: str, arity: int) -> list[tuple[Fraction, Fraction, tuple[Fraction, ...]]]:
        """Amplitude, phase and frequencies of each of the three sines."""

        def unit(*key: object) -> Fraction:
            return Fraction(keyed(self.seed, name, *key) >> 4, 1 << 60)

        frequencies = [tuple(Fraction(1, 2) + unit(m, n) for n in range(arity)) for m in range(3)]
        return [(self.spread * (Fraction(1, 2) + unit(m, "a")), 6 * unit(m, "p"), frequencies[m]) for m in range(3)]


class Float(Real):
    """Double precision."""

    name = "double precision"

    def __init__(self, seed: int, tame: int = 0) -> None:
        super().__init__(seed, tame)
        self._waves: dict[tuple[str, int], list[tuple[float, float, tuple[float, ...]]]] = {}

    def from_fraction(self, x: Fraction) -> Number:
        return float(x)

    def ratio(self, above: int, below: int) -> Number:
        return above / below

    def plain_inverse(self, x: Number) -> Number:
        if not x:
            raise Redraw("a denominator is zero")
        return 1.0 / x

    def plain_power(self, x: Number, n: Fraction) -> Number:
        if n.denominator == 1:
            if not x and n < 0:
                raise Redraw("a denominator is zero")
            return float(x) ** n.numerator  # a whole number would grow without end
        if x <= 0:
            raise Redraw("a root of less than zero")
        return math.sqrt(x) ** n.numerator if n.denominator == 2 else x ** float(n)

    def plain_known(self, name: str, x: Number) -> Number:
        try:
            return _MATH[name](x)
        except (ValueError, OverflowError):
            raise Redraw(f"{name} is not defined for {x}") from None

    def plain_abstract(self, name: str, order: tuple[int, ...], args: tuple[Number, ...]) -> Number:
        key = (name, len(args))
        if key not in self._waves:
            self._waves[key] = [(float(a), float(p), tuple(map(float, f))) for a, p, f in self.waves(*key)]
        total = 0.0
        turn = sum(order) % 4 * math.pi / 2
        for amplitude, phase, frequencies in self._waves[key]:
            angle = sum(f * x for f, x in zip(frequencies, args, strict=True)) + phase
            slope = math.prod(f**k for f, k in zip(frequencies, order, strict=True))
            total += amplitude * slope * math.sin(angle + turn)
        return total

    def positive(self, x: Number) -> bool:
        if not x:
            raise Redraw("a kink is hit")
        return bool(x > 0)

    def tiny(self, x: Number) -> bool:
        return bool(abs(x) < 1e-14)

    def same(self, a: Number, b: Number) -> bool:
        return bool(abs(a - b) <= 1e-9 * (1 + abs(a) + abs(b)))


class Tracked:
    """A double with the sum of the absolute values of the terms it was added up from: what rounding is relative to."""

    __slots__ = ("m", "v")

    def __init__(self, v: float, m: float) -> None:
        self.v, self.m = v, m

    def __add__(self, other: Number) -> Number:
        if other.__class__ is Tracked:
            return Tracked(self.v + other.v, self.m + other.m)
        return Tracked(self.v + other, self.m + abs(other)) if isinstance(other, (int, float)) else NotImplemented

    def __mul__(self, other: Number) -> Number:
        if other.__class__ is Tracked:
            return Tracked(self.v * other.v, self.m * other.m + SMALLEST)
        if isinstance(other, (int, float)):
            if other.__class__ is int and not other:
                return 0  # whatever is drawn
            return Tracked(self.v * other, self.m * abs(other) + SMALLEST)
        return NotImplemented

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> Tracked:
        return Tracked(-self.v, self.m)

    def __sub__(self, other: Number) -> Number:
        return self + -other

    def __rsub__(self, other: Number) -> Number:
        return -self + other


class Masses(Numbers):
    """`Float` over `Tracked` numbers, with the same draws: tells a cancellation from a disagreement."""

    name = "double precision, terms added up"
    exact = False

    def __init__(self, seed: int, tame: int = 0) -> None:
        super().__init__(seed)
        self.tame = tame
        self.float = Float(seed, tame)

    def _lift(self, x: float) -> Tracked:
        return Tracked(x, abs(x))

    def plain(self, x: Number) -> Number:
        return x if x.__class__ is Tracked else self._lift(float(x))

    def reduced(self, x: Number) -> Number:
        return x if x.__class__ is int else super().reduced(x)  # which is the same whatever is drawn

    def draw(self, *key: object) -> Number:
        self.float.spread, self.float.far = self.spread, self.far
        return self._lift(self.float.draw(*key))

    def from_fraction(self, x: Fraction) -> Number:
        return self._lift(float(x))

    def plain_inverse(self, x: Number) -> Number:
        x = self.plain(x)
        if abs(x.v) <= CANCELLED * x.m:
            raise Redraw("a denominator is zero")
        y = self.float.plain_inverse(x.v)
        return Tracked(y, max(abs(y), x.m * y * y) + SMALLEST)

    def plain_power(self, x: Number, n: Fraction) -> Number:
        x = self.plain(x)
        y = self.float.plain_power(x.v, n)
        return Tracked(y, SMALLEST + abs(y) + abs(float(n) * y / x.v) * x.m if x.v else x.m)

    def plain_known(self, name: str, x: Number) -> Number:
        y = self.float.plain_known(name, x.v)
        return Tracked(y, abs(y) + abs(SMOOTH[name](self.float, x.v, y)) * x.m + SMALLEST)

    def plain_abstract(self, name: str, order: tuple[int, ...], args: tuple[Number, ...]) -> Number:
        values = tuple(a.v for a in args)
        y = self.float.plain_abstract(name, order, values)
        mass = abs(y)
        for n, a in enumerate(args):
            more = (*order[:n], order[n] + 1, *order[n + 1 :])
            mass += abs(self.float.plain_abstract(name, more, values)) * a.m
        return Tracked(y, mass)

    def of_inverted(self, indices: tuple[int, ...]) -> Fraction | None:
        return self.float.of_inverted(indices)

    def positive(self, x: Number) -> bool:
        return self.float.positive(x.v)

    def tiny(self, x: Number) -> bool:
        return self.float.tiny(x.v)

    def same(self, a: Number, b: Number) -> bool:
        return self.float.same(a.v, self.plain(b).v)


DIGITS = 50
SATURATING = frozenset({"tanh", "sigma", "softplus", "exp", "normcdf", "normpdf"})
STEEPEST = 30
"""Beyond this, functions that level off or vanish look constant to 30 digits."""


@lru_cache(maxsize=1)
def _context() -> Any:
    import mpmath

    context = mpmath.MPContext()
    context.dps = DIGITS
    return context


class High(Real):
    """Fifty digits. With `complex_` logarithms and roots of negative numbers are taken on their principal branch."""

    name = f"{DIGITS} digits"

    def __init__(self, seed: int, tame: int = 0, complex_: bool = False) -> None:
        super().__init__(seed, tame)
        self.mp = _context()
        self.complex = complex_
        self._sines: dict[tuple[str, tuple[int, ...]], list[tuple[Number, Number, list[Number]]]] = {}

    def _real(self, y: Number, what: str) -> Number:
        if not self.complex and isinstance(y, self.mp.mpc):
            raise Redraw(f"{what} of less than zero")
        return y

    def from_fraction(self, x: Fraction) -> Number:
        return self.ratio(x.numerator, x.denominator)

    def ratio(self, above: int, below: int) -> Number:
        return self.mp.mpf(above) / below

    def plain_inverse(self, x: Number) -> Number:
        if not x:
            raise Redraw("a denominator is zero")
        return 1 / self.mp.convert(x)

    def plain_power(self, x: Number, n: Fraction) -> Number:
        if n.denominator == 1:
            base = self.mp.convert(x) if n >= 0 else self.plain_inverse(x)
            return base ** abs(n.numerator)
        if not x:
            raise Redraw("a root of zero")
        return self._real(self.mp.power(x, self.from_fraction(n)), "a root")

    def plain_known(self, name: str, x: Number) -> Number:
        mp = self.mp
        if name in SATURATING and abs(x) > STEEPEST:
            raise Redraw(f"{name} of {mp.nstr(x, 3)} hides what it depends on")
        if name == "sigma":
            return 1 / (1 + mp.exp(-x))
        if name == "softplus":
            return mp.log1p(mp.exp(x))
        if name == "log" and not x:
            raise Redraw("a logarithm of zero")
        return self._real(getattr(mp, _MPMATH.get(name, name))(x), name)

    def plain_abstract(self, name: str, order: tuple[int, ...], args: tuple[Number, ...]) -> Number:
        sines = self._sines.get((name, order))
        if sines is None:
            sines = self._sines[name, order] = [*self._sines_of(name, order)]
        total = self.mp.mpf(0)
        for slope, angle, frequencies in sines:
            for f, x in zip(frequencies, args, strict=True):
                angle += f * x
            total += slope * self.mp.sin(angle)
        return total

    def _sines_of(self, name: str, order: tuple[int, ...]) -> Iterator[tuple[Number, Number, list[Number]]]:
        """Amplitude, phase and frequencies of each sine of a derivative of a function."""
        for amplitude, phase, fractions in self.waves(name, len(order)):
            frequencies = [self.from_fraction(f) for f in fractions]
            slope = self.from_fraction(amplitude)
            for f, k in zip(frequencies, order, strict=True):
                slope *= f**k
            yield slope, self.from_fraction(phase) + sum(order) * self.mp.pi / 2, frequencies

    def positive(self, x: Number) -> bool:
        if isinstance(x, self.mp.mpc) or abs(x) < self.mp.mpf(10) ** (-DIGITS // 2):
            raise Redraw("a kink is hit, or there is no order")
        return bool(x > 0)

    def tiny(self, x: Number) -> bool:
        return bool(abs(x) < self.mp.mpf(10) ** (5 - DIGITS))

    def same(self, a: Number, b: Number) -> bool:
        """Equal to 30 digits. Between 12 and 30 digits nothing can be said: `Redraw`."""
        error, scale = abs(a - b), 1 + abs(a) + abs(b)
        if error <= self.mp.mpf(10) ** -30 * scale:
            return True
        if error <= self.mp.mpf(10) ** -12 * scale:
            raise Redraw("too close to tell")
        return False


_MPMATH = {"arctan": "atan", "arcsin": "asin", "arccos": "acos", "normcdf": "ncdf", "normpdf": "npdf"}

__all__ = ["Float", "High", "Masses", "Real", "Tracked"]
