r"""Dual numbers, nested for higher derivatives: `v + d eps`, with `eps^2 = 0`.

Every nudge has its own `eps`, told apart by its level; a jet's parts are numbers or jets of lower levels. So the
coefficient of `eps_1 eps_2` is a second derivative, and nudging one entry twice is no special case. A number that a
nudge does not reach stays a plain number, which keeps everything else as fast as without derivatives.

Derivatives by many entries at once cost one pass: `d` is then a `Slopes`, a coefficient for each entry nudged.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Number: TypeAlias = Any
"""An element of some number system (int, float, Fraction, mpf ...) or a `Jet` over one."""

NUDGES = 8
"""So many nudges are in force at most at a time: each doubles the numbers that a value is made of."""


def _declined(self: object, precision: int, rounding: str) -> Number:
    """What mpmath asks for before it leaves a sum or a product to us: it would spell us out to say that it cannot."""
    raise TypeError("a number with nudges is none of mpmath's")


class Slopes(dict[tuple[int, ...], Any]):
    """A linear form in the nudges of many entries of one variable, by their indices; entries left out have slope 0."""

    __slots__ = ()

    def __add__(self, other: Number) -> Slopes:
        if other.__class__ is not Slopes:
            return self  # the plain 0 with which sums begin
        if len(other) > len(self):
            self, other = other, self
        total = Slopes(self)
        for k, x in other.items():
            total[k] = total[k] + x if k in total else x
        return total

    def __mul__(self, factor: Number) -> Slopes:
        return Slopes({k: x * factor for k, x in self.items()})

    __radd__ = __add__
    __rmul__ = __mul__
    _mpmath_ = _declined

    def __neg__(self) -> Slopes:
        return Slopes({k: -x for k, x in self.items()})

    def take(self, other: Slopes) -> None:
        """Adds another form to this one, which nobody else may hold."""
        for k, x in other.items():
            self[k] = self[k] + x if k in self else x


class Jet:
    """`v + d eps_level`.

    >>> x = Jet(3, 1, 1)
    >>> (x * x + 2).d, (x * Jet(3, 1, 2)).d.d
    (6, 1)
    """

    __slots__ = ("d", "level", "v")

    def __init__(self, v: Number, d: Number, level: int) -> None:
        self.v, self.d, self.level = v, d, level

    def __add__(self, other: Number) -> Number:
        if other.__class__ is Jet:
            if other.level == self.level:
                return Jet(self.v + other.v, self.d + other.d, self.level)
            if other.level > self.level:
                return Jet(self + other.v, other.d, other.level)
        return Jet(self.v + other, self.d, self.level)

    def __mul__(self, other: Number) -> Number:
        if other.__class__ is Jet:
            if other.level == self.level:
                return Jet(self.v * other.v, other.d * self.v + self.d * other.v, self.level)
            if other.level > self.level:
                return Jet(self * other.v, self * other.d, other.level)
        elif other.__class__ is Slopes:
            return other * self
        return Jet(self.v * other, self.d * other, self.level)

    __radd__ = __add__
    __rmul__ = __mul__
    _mpmath_ = _declined

    def __neg__(self) -> Jet:
        return Jet(-self.v, -self.d, self.level)

    def __sub__(self, other: Number) -> Number:
        return self + -other

    def __rsub__(self, other: Number) -> Number:
        return -self + other

    def __repr__(self) -> str:
        return f"({self.v!r} + {self.d!r} eps{self.level})"


def summed(total: Jet, x: Jet, own: Slopes | None) -> tuple[Number, Slopes | None]:
    """A sum so far and its next term; `own` are the slopes of the sum so far if nobody else holds them.

    They are added to in place: to copy them for every term would take a time that grows with the square of the sum.

    >>> rest = Jet(1, Slopes({(2,): 5}), 1)
    >>> total, own = summed(Jet(3, Slopes({(1,): 1}), 1), rest, None)
    >>> total, own = summed(total, rest, own)
    >>> total.v, own is total.d, own == {(1,): 1, (2,): 10}
    (5, True, True)
    """
    if total.level != x.level or total.d.__class__ is not Slopes or x.d.__class__ is not Slopes:
        return total + x, None
    if own is None:
        own = Slopes(total.d)
    own.take(x.d)
    return Jet(total.v + x.v, own, total.level), own


def base(x: Number) -> Number:
    """The number without its nudges."""
    while x.__class__ is Jet:
        x = x.v
    return x


def part(x: Number, level: int) -> Number:
    """The coefficient of the nudge of that level, which must be the highest one in `x`."""
    return x.d if x.__class__ is Jet and x.level == level else 0
