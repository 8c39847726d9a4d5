r"""Matrices with a label, in capitals: `W^{(2)}` and `W_2` of the entries `w^{(2)}_{kj}`, `V^{[1]}` of `v^{[1]}_{ji}`.

The capital stands for the entries of its small letter with the same label, where these always have two indices, whose
letters tell the numbers of rows and columns, and the capital itself never has indices.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node
from ..spelled.shape import Shape, letter_of, shape_of
from ..stated import Stated
from .declared import BOLD, Declared, split
from .sizes import sizes_of_letters

Key = tuple[str, Node]
"""A letter and its label."""


def labelled_capitals(stated: Sequence[Stated], ranges: Sequence[Chain]) -> Iterator[tuple[str, Declared]]:
    """The shapes of such matrices."""
    names = list(dict.fromkeys(x for s in stated for x in t.of_kind(s.statement, Name)))
    shapes = [(x, shape) for x in names if (shape := shape_of(x)) is not None]
    wanted = {(shape.base, label) for x, shape in shapes if (label := _label_of_capital(x, shape)) is not None}
    if not wanted:
        return
    said = sizes_of_letters([*(s.statement for s in stated), *ranges])
    sizes = {x: size for x, found in said.items() if len(found) == 1 for size in found if size is not None}
    entries = _entries(shapes, sizes)
    own = {(shape.base, label) for x, shape in shapes if shape.below and (label := _label(x, shape))}
    own |= {(shape.base, shape.pieces[0]) for _, shape in shapes if shape.below > 1 and not shape.uppers}
    for base, label in sorted(wanted - own, key=repr):
        found = entries.get((small(base), label))
        if found is not None:
            yield base, replace(found, pieces=(label,))


def small(base: str) -> str:
    r"""The letter of the entries of a capital, `w` for `W` and for `\mathbf{W}`."""
    return BOLD.sub(r"\1", base).lower()


def _label(x: Name, shape: Shape) -> Node | None:
    """The number that stands in brackets above a name, beside the mark of a transpose at most."""
    _, pieces, _ = split(shape)
    bracketed = any(script.above and script.bracket for script in x.scripts)
    above = pieces[: len(pieces) - shape.below]
    return above[0] if bracketed and len(above) == 1 and isinstance(above[0], t.Number) else None


def _label_of_capital(x: Name, shape: Shape) -> Node | None:
    """The label of a capital without indices, above it in brackets or below it."""
    _, pieces, _ = split(shape)
    thin = BOLD.sub(r"\1", shape.base)
    if len(thin) != 1 or not thin.isupper() or len(pieces) != 1:
        return None
    return _label(x, shape) if not shape.below else pieces[0] if isinstance(pieces[0], t.Number) else None


def _entries(shapes: Sequence[tuple[Name, Shape]], sizes: dict[str, Node]) -> dict[Key, Declared]:
    """What the entries of each letter and label show; nothing of those that differ in the ranges of their places."""
    found: dict[Key, Declared | None] = {}
    for x, shape in shapes:
        label = _label(x, shape)
        if label is None or not shape.below or shape.primes:
            continue
        letters = [(letter_of(p) or "").rstrip("'") for p in shape.pieces[-shape.below :]]
        axes = tuple(sizes[y] for y in letters if y in sizes)
        key = shape.base, label
        if len(letters) != 2 or None in letters:
            found[key] = None
        elif len(axes) == 2:
            new = Declared((), "m", axes, False, x)
            old = found.setdefault(key, new)
            found[key] = old if old is not None and old.sizes == axes else None
    return {key: d for key, d in found.items() if d is not None}
