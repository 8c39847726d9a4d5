r"""Arrays of which a page only says that they are others: the X of `A^{[0]} = X`, where `A^{[l]}` is known.

Of two names on the sides of a definition the one is what the other is; so a name of which nothing else is known has
its shape. It is not asked of claims, nor of names that stand with indices somewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...latex import tree as t
from ...latex.tree import Chain
from ..spelled.shape import shape_of
from .declared import Declared, Shapes, split
from .named import IDENTITIES


def equated(chains: Sequence[Chain], shapes: Shapes, taken: Collection[str]) -> Iterator[tuple[str, Declared]]:
    """The shapes of such names; `taken` are letters of lengths and indices, and of numbers."""
    shown = {s.base for c in chains for x in t.of_kind(c, t.Name) if (s := shape_of(x)) is not None and s.pieces}
    met: set[str] = set()
    for c in chains:
        names = [m for m in c.members if isinstance(m, t.Name) and not m.primes]
        if len(names) != 2 or len(c.members) != 2:
            continue
        for one, two in (names, names[::-1]):
            base, pieces, marked = split(known) if (known := shape_of(one)) is not None else ("", (), True)
            other = shape_of(two)
            found = shapes.find(base, pieces) if not marked else None
            if found is None or not found.kind or other is None or other.pieces or other.base in {*met, *taken, *shown}:
                continue
            if other.base in IDENTITIES and found.kind == "m" and found.sizes[0] == found.sizes[1]:
                continue  # `P_0 = I` is no array that only has the shape of P
            if other.base not in shapes.known:
                met.add(other.base)
                yield other.base, Declared((), found.kind, found.sizes, found.loose)
