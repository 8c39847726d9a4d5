"""What a closure asks of the context it runs in: the seam between `closures` and `world`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from .jets import Number
from .numbers import Numbers

Env: TypeAlias = list[Any]
"""The values of the letters in scope, by slot."""
Key: TypeAlias = tuple[int, tuple[int, ...]]
"""An entry: the place of its variable in the program's tables, and its indices."""


class Root(Protocol):
    """What all contexts of one draw share: number system, sizes, the budget."""

    numbers: Numbers
    row: list[int]
    sums: dict[tuple[object, ...], Number]

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

    def derivative(self, of: Run, env: Env, by: Key, direct: bool) -> Number:
        """The derivative of an expression by an entry."""

    def above(self, levels: int) -> Lookup:
        """The same values, with room for nudges of arguments."""

    def direct_of_entry(self, variable: int, indices: tuple[int, ...], by: Key) -> Number:
        """The direct derivative of an entry."""


Run: TypeAlias = Callable[[Lookup, Env], Number]
"""An expression as a closure."""
