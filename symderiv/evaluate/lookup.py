"""What a closure asks of the context it runs in: the seam between `closures` and `world`."""

from __future__ import annotations

from typing import Protocol

from .jets import Number
from .numbers import Numbers


class Root(Protocol):
    """What all contexts of one draw share: number system, sizes, the budget."""

    numbers: Numbers
    row: list[int]

    def integer(self, name: str, args: tuple[int, ...]) -> int:
        """A size or an index that depends on indices."""

    def spend(self, work: int) -> None:
        """Counts loop turns."""

    def agree(self, a: Number, b: Number) -> bool:
        """Are two numbers equal?"""


class Lookup(Protocol):
    """A way to look entries up, with some of them nudged."""

    level: int

    @property
    def root(self) -> Root:
        """What the contexts of a draw share."""

    def entry(self, variable: int, indices: tuple[int, ...]) -> Number:
        """The value of an entry."""

    def nudged(self, variable: int, indices: tuple[int, ...], direct: bool = False) -> Lookup:
        """The context in which an entry is nudged."""

    def above(self, levels: int) -> Lookup:
        """The same values, with room for nudges of arguments."""

    def direct_of_entry(self, variable: int, indices: tuple[int, ...], by: tuple[int, tuple[int, ...]]) -> Number:
        """The direct derivative of an entry."""
