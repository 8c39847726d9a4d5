"""A choice among readings, and whether anything on a page depended on it: if not, no other choice changes the page."""

from __future__ import annotations

from dataclasses import dataclass, field

BY_COLUMNS = "columns by columns"
"""Derivatives by columns, taken to be columns;"""
SHAPED, TRANSPOSED = "shaped", "transposed"
"""those of numbers by vectors that stand as the vector, or transposed, as far as words say so."""


@dataclass(slots=True)
class Chosen:
    """What is chosen (None: words may say so), and whether a page has asked for it.

    >>> chosen = Chosen(False)
    >>> chosen.asked, chosen.ask(), chosen.asked
    (False, False, True)
    """

    value: bool | None = None
    asked: bool = False

    def ask(self) -> bool | None:
        """What is chosen, for a page that is another one by another choice."""
        self.asked = True
        return self.value


@dataclass(slots=True)
class Layouts:
    """The kinds of derivatives that are taken to stand transposed where words leave their layout open (None: each as it
    may), and the kinds of which words of a page do so; `anyway`: those that stand so where no words speak of it."""

    turned: frozenset[str] | None = None
    anyway: frozenset[str] | None = None
    open: set[str] = field(default_factory=set)
