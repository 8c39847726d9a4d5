"""Integers that depend on integers: sizes such as `d_l`, lookups such as `c_m`."""

from __future__ import annotations

from ..affine import Affine, Sym
from .failures import Declined
from .numbers import keyed


class Tables:
    """Drawn at random: sizes between `low` and `low + spread - 1`, lookups inside the `ranges` of what they index."""

    def __init__(self, seed: int, sizes: frozenset[str], low: int, spread: int) -> None:
        self.seed, self.sizes, self.low, self.spread = seed, sizes, low, spread
        self.fixed: dict[tuple[str, tuple[int, ...]], int] = {}
        self.ranges: dict[str, tuple[int, int]] = {}

    def form(self, form: Affine, letters: dict[Sym, int]) -> int:
        """The value of an affine form."""
        total = form.const
        for atom, c in form.terms:
            if isinstance(atom, Sym):
                total += c * letters[atom]
            else:
                total += c * self.value(atom.name, tuple([self.form(x, letters) for x in atom.args]))
        return total

    def value(self, name: str, args: tuple[int, ...]) -> int:
        """The value at some arguments."""
        key = (name, args)
        found = self.fixed.get(key)
        if found is None:
            found = self.fixed[key] = self._draw(name, args)
        return found

    def _draw(self, name: str, args: tuple[int, ...]) -> int:
        if name in self.sizes:
            # neighbours differ: the size of a layer and of the one before are told apart
            step = 1 + keyed(self.seed, name) % max(1, self.spread - 1)
            start = keyed(self.seed, name, args[1:])
            return self.low + (start + step * sum(args[:1])) % self.spread
        if name not in self.ranges:
            raise Declined(f"no range is known for {name}")
        low, high = self.ranges[name]
        return low + keyed(self.seed, name, args) % (high - low + 1)
