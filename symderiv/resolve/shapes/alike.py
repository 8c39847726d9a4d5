"""Every array as long as any other: a page whose lengths are all one, to see what a line says that fits only then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from ...latex.tree import Chain, Group, Name, Node, Number, Statement
from ...latex.walking import rebuilt
from .declared import Declared, Shapes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OneLength:
    """The length that all others are: `others`, and those of layers, by their letters."""

    length: Name
    others: frozenset[Node]
    layered: frozenset[str] = frozenset()

    def put(self, x: T) -> T:
        """A tree with that length for every other."""
        found: T = rebuilt(x, lambda y: self.length if isinstance(y, Name) and self._is_one(y) else None)
        return found

    def of_statement(self, s: Statement) -> Statement:
        """A statement with that length; that lengths are equal needs no saying then, as a condition or beside one."""
        s = self.put(s)
        kept = tuple(c for c in s.conditions if not self._is_settled(c))
        chain = Chain(s.chain.members[:1], (), (), s.chain.span) if self._is_settled(s.chain) else s.chain
        return replace(s, chain=chain, conditions=kept)

    def _is_settled(self, c: Chain) -> bool:
        return set(c.relations) == {"="} and all(m == self.length for m in c.members)

    def _is_one(self, x: Name) -> bool:
        return x in self.others or (bool(x.scripts) and x.base in self.layered)

    def of(self, d: Declared) -> Declared:
        """A shape with that length."""
        return replace(d, sizes=(self.length,) * len(d.sizes))


def one_length(shapes: Shapes) -> OneLength | None:
    """The length for all arrays of a page; none where one is no letter, nor a letter with that of its layer."""
    sizes = [s for found in shapes.known.values() for d in found for s in d.sizes]
    letters = [s for s in sizes if isinstance(s, Name)]
    if not letters or len(letters) < len(sizes) or not all(map(_is_of_layer, letters)):
        return None
    plain = [s for s in letters if not s.scripts]
    layered = frozenset(s.base for s in letters if s.scripts)
    return OneLength(plain[0] if plain else _of_first(letters[0]), frozenset(plain), layered)


def _is_of_layer(x: Name) -> bool:
    """Is it a letter, alone or with one script: `d^{(l-1)}`?"""
    return not x.primes and len(x.scripts) <= 1


def _of_first(x: Name) -> Name:
    """The length of the first layer."""
    (script,) = x.scripts
    number = Number("1", x.span)
    inner = tuple(replace(e, items=(number,)) if isinstance(e, Group) else number for e in script.entries)
    return replace(x, scripts=(replace(script, entries=inner),))
