r"""Functions with kinks on either side at once.

Whether `x > 0` is one bit: `\operatorname{step}(b - n)` and `\operatorname{step}(b - 2n)` agree at most points, and at
every point of many a draw. Here the step of x is a number of its own for each x, `s(x)` with `s(-x) = 1 - s(x)`, and
everything else follows: `ReLU(x) = x s(x)`, `|x| = x (2 s(x) - 1)`, and the larger of several numbers is the sum of
each times the steps of its lead over the others. Two formulas that agree for such s agree on both sides of every kink,
and their kinks are at the same places. Where they disagree nothing is shown (`s(2x) = s(x)` fails): then sides count.
"""

from __future__ import annotations

from ..functions import EXTREMA
from .failures import Redraw
from .jets import Number, base
from .numbers import KINKED, PRIME, Field, keyed


class Either(Field):
    """Integers modulo `PRIME`, kinks left open.

    >>> n = Either(seed=0)
    >>> n.plain(n.known("step", (5,)) + n.known("step", (-5,)))
    1
    >>> n.plain(n.known("max", (7, 9)) + n.known("min", (7, 9)))
    16
    """

    name = "prime field, either side of every kink"

    def known(self, name: str, args: tuple[Number, ...]) -> Number:
        """A well-known function by name; those with kinks from the step of their argument."""
        if name in EXTREMA:
            return self._extremum(EXTREMA[name][1], args)
        if name not in KINKED:
            return super().known(name, args)
        (x,) = args
        step = self._step(x)
        of_step = {"step": step, "sign": 2 * step - 1, "relu": x * step, "abs": x * (2 * step - 1)}
        return self.reduced(of_step[name])

    def _step(self, x: Number) -> int:
        x = self.plain(base(x))
        if not x:
            raise Redraw("a kink is hit")
        size = min(x, PRIME - x)
        bits = keyed(self.seed, "step", size) % PRIME
        return bits if x == size else 1 - bits

    def _extremum(self, sign: int, args: tuple[Number, ...]) -> Number:
        total: Number = 0
        for n, mine in enumerate(args):
            weight: Number = 1
            for m, other in enumerate(args):
                if m != n:
                    weight = self.plain(weight * self._step((mine - other) * sign))
            total = total + mine * weight
        return self.reduced(total)


__all__ = ["Either"]
