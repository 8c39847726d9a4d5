"""Where the letters of an expression stand in the environment that its closures are called with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from ..affine import Sym
from ..expr import Expr, Variable
from .lookup import Run


class Scope:
    """Which letter, or parameter of a function, stands in which slot; `room` is how many slots are needed.

    The letters in the first `sizes` slots are the same throughout a draw. Sums side by side use the same slot, so the
    letters bound so far settle all slots; a `shared` scope keeps what was made under them, for the next expression.
    """

    def __init__(self, letters: Iterable[Sym], sizes: int = 0, *, shared: bool = False) -> None:
        self.slots: dict[Sym, int] = {s: n for n, s in enumerate(letters)}
        self.sizes = sizes
        self.locals: dict[Variable, int] = {}
        self.room = self.used = len(self.slots)
        self.bound: tuple[Sym, ...] = ()
        self.kept: dict[tuple[Sym, ...], dict[Expr, Run]] | None = {} if shared else None

    def copy(self) -> Scope:
        """Another scope in which the same letters mean the same; what is made in one is known in both."""
        made = Scope((), self.sizes)
        made.slots, made.locals, made.bound, made.kept = dict(self.slots), dict(self.locals), self.bound, self.kept
        made.room, made.used = self.room, self.used
        return made

    def new(self) -> int:
        """A slot for a bound letter or a parameter."""
        self.used += 1
        self.room = max(self.room, self.used)
        return self.used - 1

    @contextmanager
    def binding(self, letter: Sym) -> Iterator[int]:
        """Within, a letter has a slot of its own."""
        before, bound = dict(self.slots), self.bound
        slot = self.slots[letter] = self.new()
        self.bound = (*bound, letter)
        try:
            yield slot
        finally:
            self.slots, self.bound = before, bound
            self.used -= 1
