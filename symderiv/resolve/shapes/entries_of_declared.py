r"""Entries in bold of arrays in bold: `\mathbf{s}_k` of `\mathbf{s} \in \mathbb{R}^N`, where k runs to N.

Beside a declared `\mathbf{x} \in \mathbb{R}^D` a name in bold with an index may be one of many vectors, `\mathbf{x}_n`.
It is an entry where some letter that stands there runs as far as the array is long, by a sum, a stated range or an
entry of a declared matrix, and none is known to run to another end; or where it is added to one with the same indices,
`\mathbf{y}_k` in `\mathbf{s}_k - \mathbf{y}_k`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..spelled.shape import Shape, letter_of, shape_of
from .declared import Declared, Shapes, split

AXES = {"c": 1, "r": 1, "m": 2}
Key: TypeAlias = tuple[str, int]
Ends: TypeAlias = Mapping[str, Set[Node | None]]


def entries_of_declared(chains: Sequence[Chain], shapes: Shapes) -> set[Key]:
    """The names with indices that are such entries, by letter and number of scripts."""
    names = [x for c in chains for y in t.of_kind(c, t.Name) if (x := shape_of(y)) is not None and x.lowers]
    found = list(_with_arrays(names, shapes))
    ends = {x: set(sizes) for x, sizes in shapes.ends.items()}
    for _, letters, d in found:
        if d.kind == "m":
            for letter, size in zip(letters, d.sizes, strict=True):
                if letter is not None and letter not in shapes.ends:
                    ends.setdefault(letter, set()).add(size)
    met: dict[Key, list[bool | None]] = {}
    for x, letters, d in found:
        met.setdefault(_key(x), []).append(_fits(letters, d, ends))
    turned = {_key(x) for x in names if split(x)[2]} | {key for c in chains for key in _behind_transposes(c)}
    parts = {key for key, fits in met.items() if True in fits and False not in fits} - turned
    return parts.union(*(_added(x, parts, shapes) for c in chains for x in t.of_kind(c, t.Terms))) if parts else parts


def _behind_transposes(c: Chain) -> Iterator[Key]:
    r"""The names right behind a transpose, `\mathbf{w}^T \mathbf{x}_n`: what it is multiplied by is an array."""
    for x in t.of_kind(c, t.Product):
        for a, b in pairwise(x.factors):
            shapes = [shape_of(f.body) if isinstance(f.body, t.Name) else None for f in (a, b)]
            if shapes[0] is not None and shapes[1] is not None and split(shapes[0])[2]:
                yield _key(shapes[1])


def _added(x: t.Terms, parts: Set[Key], shapes: Shapes) -> Iterator[Key]:
    """Names of which nothing is declared that are added to such entries with the same indices."""
    found = [s for term in x.terms if isinstance(term.body, t.Name) and (s := shape_of(term.body)) is not None]
    indices = {split(s)[1] for s in found if _key(s) in parts}
    for s in found:
        base, pieces, marked = split(s)
        whole = next((d for d in shapes.known.get(base, ()) if not d.weak), None)
        if pieces in indices and whole is None and not marked:
            yield _key(s)


def _key(x: Shape) -> Key:
    return x.base, len(split(x)[1])


def _with_arrays(names: Iterable[Shape], shapes: Shapes) -> Iterator[tuple[Shape, list[str | None], Declared]]:
    """Names that have as many indices more as the declared array of that letter has axes."""
    for x in names:
        base, pieces, marked = split(x)
        for count in {*AXES.values()} if not marked else ():
            d = shapes.find(base, pieces[:-count]) if count <= x.below else None
            if d is not None and not d.weak and AXES.get(d.kind) == count == len(d.sizes):
                yield x, [letter_of(p) for p in pieces[-count:]], d


def _fits(letters: Sequence[str | None], d: Declared, ends: Ends) -> bool | None:
    """Do letters run as far as an array is long? None where that of one is not known, or where it has several ends."""
    known = [ends.get(letter or "") for letter in letters]
    if any(found is not None and size not in found for found, size in zip(known, d.sizes, strict=True)):
        return False
    return True if all(found is not None and len(found) == 1 for found in known) else None
