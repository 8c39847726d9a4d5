"""Errors are part of the product: what went wrong, where, why, and how to write it right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a text: 1-based line and column, the line itself, and how many characters are meant.

    >>> print(Place(2, 5, "x = w_{}", 3, file="net.md"))
    net.md:2:5
        x = w_{}
            ^~~
    """

    line: int
    column: int
    text: str = ""
    width: int = 1
    file: str = ""
    shift: int = 0  # how many characters of the line are left out before `text` (of a very long line)

    @property
    def start(self) -> int:
        """Where it begins in `text`."""
        return self.column - 1 - self.shift

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}" if self.file else f"line {self.line}, column {self.column}"
        if not self.text:
            return where
        return f"{where}\n    {self.text}\n    {' ' * self.start}^{'~' * (self.width - 1)}"


class SymderivError(Exception):
    """Anything a user can put right: a one-line cause, the place, and the way out.

    >>> print(SymderivError("`x_12` is ambiguous", Place(1, 1, "x_12"), hint="write `x_{12}` or `x_{1,2}`"))
    `x_12` is ambiguous
    line 1, column 1
        x_12
        ^
    write `x_{12}` or `x_{1,2}`
    """

    def __init__(self, cause: str, place: Place | None = None, hint: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        return "\n".join(part for part in (self.cause, str(self.place) if self.place else "", self.hint) if part)


class ReadError(SymderivError):
    """Mathematics that could not be read: the place, what was expected, how to write it."""


class AmbiguousError(ReadError):
    """Mathematics with two readings: both are named, with the line to write for each."""


class ShapeError(ReadError):
    """Arrays of known shapes that do not fit: what is written has no meaning, whatever the numbers."""


class DoubtfulShape(ReadError):
    """Arrays that do not fit if their lengths differ, of which nothing is said."""


class NetworkError(SymderivError):
    """A network that does not hold together: an uncovered use, overlapping definitions, a cycle, clashing ranges."""


class UncoveredUse(NetworkError):
    """A variable is used at a point that no definition covers and that cannot be an input.

    `sizes` are the end of what is defined and that of what is used (two affine forms), where they are sizes.
    """

    def __init__(self, cause: str, place: Place | None = None, hint: str = "", sizes: tuple[object, ...] = ()) -> None:
        super().__init__(cause, place, hint)
        self.sizes = sizes


class TakenForFree(UncoveredUse):
    """An entry is made of the others of its array, and lines differentiate as if it were not: its place is that of the
    definition, which then holds for some of the lines only."""


class OverlappingDefinitions(NetworkError):
    """Two definitions give a value to the same entry."""


class CyclicDefinition(NetworkError):
    """An entry depends on itself (a cycle that is not a recurrence)."""


class RangeClash(NetworkError):
    """An index runs over two different ranges.

    `sizes` are the ends that differ (two affine forms), where known; `single`: one of them is that of a single entry.
    """

    def __init__(
        self,
        cause: str,
        place: Place | None = None,
        hint: str = "",
        sizes: tuple[object, ...] = (),
        single: bool = False,
    ) -> None:
        super().__init__(cause, place, hint)
        self.sizes = sizes
        self.single = single


class UnknownRange(NetworkError):
    """An index whose range is neither stated nor seen from use."""


class FreeIndex(NetworkError):
    """An index stands free on a right side: neither summed over nor on the left side."""


class AmbiguousName(NetworkError):
    """A name that could be an entry of another variable."""


class UnknownName(NetworkError):
    """A variable, parameter, function or file that was asked for does not exist."""


class DerivationError(SymderivError):
    """A derivation that cannot be made as asked."""


class DomainTooHard(SymderivError):
    """Integer reasoning went beyond its work budget: the answer is unknown, never guessed."""


class LimitExceeded(ReadError):
    """Input beyond a stated limit (size, depth, digits)."""
