"""Every array as long as any other: a page whose lengths are all one, to see what a line says that fits only then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from ...latex.tree import Name, Node
from ...latex.walking import rebuilt
from .declared import Declared, Shapes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OneLength:
    """The length that all others are."""

    length: Name
    others: frozenset[Node]

    def put(self, x: T) -> T:
        """A tree with that length for every other."""
        found: T = rebuilt(x, lambda y: self.length if isinstance(y, Name) and y in self.others else None)
        return found

    def of(self, d: Declared) -> Declared:
        """A shape with that length."""
        return replace(d, sizes=(self.length,) * len(d.sizes))


def one_length(shapes: Shapes) -> OneLength | None:
    """The length for all arrays of a page; none where one is no letter."""
    sizes = [s for found in shapes.known.values() for d in found for s in d.sizes]
    letters = [s for s in sizes if isinstance(s, Name) and not s.scripts]
    return OneLength(letters[0], frozenset(letters)) if letters and len(letters) == len(sizes) else None
