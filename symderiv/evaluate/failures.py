"""Why a value could not be had: what to do about it differs, so each reason is a class of its own."""

from __future__ import annotations

STRANGE = "is not part of the network"
"""How it is said that a network does not have a name."""


class Failure(Exception):
    """No value: base of the reasons below."""


class Redraw(Failure):
    """Bad luck with the random values: a zero denominator, no root in the field, a logarithm of less than zero."""


class Lasting(Redraw):
    """A refusal that no other random values would spare: what is refused rests on none, as the sum of no terms."""


class Declined(Failure):
    """This number system cannot do it (an order in a finite field, a cube root): another one must."""


class Unlucky(Declined):
    """Random values were refused again and again: these sizes, or this number system, will not do. `lasting` where none
    would do."""

    def __init__(self, reason: str, *, lasting: bool = False) -> None:
        super().__init__(reason)
        self.lasting = lasting


class Contradicted(Declined):
    """What is assumed cannot be so at these sizes: entries with stated values do not fit another assumption."""


class Undefined(Failure):
    """The expression has no value there: an index outside its range, no case or two cases that hold."""


class NoRange(Failure):
    """A letter that nothing bounds, so that there is nothing to enumerate."""


class TooMuchWork(Failure):
    """The work budget is spent: the sizes are too large for exact enumeration."""


class Pending(Failure):
    """Control flow, never seen outside: an entry must be computed first, lest the recursion grow too deep."""

    def __init__(self, context: object, variable: int, indices: tuple[int, ...]) -> None:
        super().__init__()
        self.context, self.variable, self.indices = context, variable, indices

    @property
    def key(self) -> tuple[int, int, tuple[int, ...]]:
        """What is pending, comparable."""
        return (id(self.context), self.variable, self.indices)
