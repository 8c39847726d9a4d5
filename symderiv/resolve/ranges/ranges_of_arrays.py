r"""Ranges of letters that index arrays of a product, `(W H)_{ij} = \sum_a W_{ia} H_{aj}`, where nothing says them.

An entry of a product needs arrays with known axes. So the letters that stand in one place of an array run over one
range, up to a size of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from ...latex import tree as t
from ...latex.parse import parse
from ...latex.tree import Chain, Formula, Name
from ..located import Located, read_of
from ..spelled.shape import letter_of
from .listed_ranges import free_size, told_in

AXES = 2

Place: TypeAlias = tuple[str, int]


def ranges_of_arrays(located: Sequence[Located], ranged: Iterable[Chain]) -> list[tuple[Formula, Chain]]:
    """The ranges of such letters on a page that says nothing of shapes, where no letter in their place has one."""
    statements = [s for f in read_of(located) for s in f.statements]
    chains = [s.chain for s in statements]
    arrays = {x for c in chains for x in _in_products(c)}
    entries = [x for c in chains for x in t.of_kind(c, Name) if x.base in arrays and len(_letters(x)) == AXES]
    if not arrays or arrays - {x.base for x in entries} or any(r"\in" in c.relations for c in chains):
        return []
    classes = _classes(entries)
    conditions = [c for s in statements for c in s.conditions]
    told = set(told_in([*chains, *conditions, *ranged]))
    taken = {x.base for c in chains for x in t.of_kind(c, Name)}
    found = []
    for letters in (c for c in classes if not c & told):
        size = free_size(min(letters), taken)
        if size is None:
            return []
        taken.add(size)
        found += [parse(rf"1 \le {x} \le {size}") for x in sorted(letters)]
    return [(f, s.chain) for f in found for s in f.statements]


def _in_products(c: Chain) -> Iterator[str]:
    """The names of arrays that stand in a product of which an entry is taken."""
    for x in t.of_kind(c, t.Scripted):
        inside = x.base.items[0] if isinstance(x.base, t.Group) and len(x.base.items) == 1 else None
        below = [e for s in x.scripts if not s.above for e in s.entries]
        if isinstance(inside, t.Product) and len(below) == AXES and all(letter_of(e) is not None for e in below):
            yield from (f.body.base for f in inside.factors if isinstance(f.body, Name) and not _letters(f.body))


def _letters(x: Name) -> list[str]:
    """The letters below a name, if there are only such."""
    entries = [e for s in x.scripts if not s.above for e in s.entries]
    letters = [letter for e in entries if (letter := letter_of(e)) is not None]
    return letters if len(letters) == len(entries) else []


def _classes(entries: Iterable[Name]) -> list[frozenset[str]]:
    """The letters that stand in one place of an array, or that do so with others of them."""
    places: dict[Place, set[str]] = {}
    for x in entries:
        for n, letter in enumerate(_letters(x)):
            places.setdefault((x.base, n), set()).add(letter)
    found: list[frozenset[str]] = []
    for letters in places.values():
        joined = frozenset(letters).union(*(c for c in found if c & letters))
        found = [c for c in found if not c & letters] + [joined]
    return found
