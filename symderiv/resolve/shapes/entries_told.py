r"""Arrays told by their entry: `C = (c_{ij})`, `\boldsymbol{y} = (y^{(i)})`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ..shape import letter_of, shape_of
from ..stated import Stated, is_told_turned, matrix_of
from .declared import Declared


def said_of_entries(
    stated: Iterable[Stated], sizes: dict[str, Node], entries_shown: frozenset[str]
) -> Iterator[tuple[str, Declared]]:
    """What `C = (c_{ij})` says, where the ranges of the letters are known; so does `y = (y^{(i)})` of a column. Of what
    is not among the `entries_shown` it is presumed."""
    for s in stated:
        said = matrix_of(s)
        shape = shape_of(said[1]) if said is not None and isinstance(said[1], t.Name) else None
        if said is None or shape is None or not isinstance(said[1], t.Name):
            continue
        over = _numbered_above(said[1])
        letters = [letter_of(p) for item in (shape.lowers if over is None else shape.uppers) for p in item]
        if not letters or (shape.uppers and over is None) or not all(x in sizes for x in letters):
            continue
        axes = tuple(sizes[str(x)] for x in letters)
        kind = {1: "c", 2: "m"}.get(len(axes))
        turned = kind == "m" and is_told_turned(s.statement.chain)
        entry = said[1] if over is None else replace(said[1], scripts=())
        if kind is not None:
            sizes_there = axes[::-1] if turned else axes
            presumed = shape.base not in entries_shown
            d = Declared((), kind, sizes_there, len(axes) == 1, entry, turned=turned, over=over, presumed=presumed)
            yield said[0], d


def _numbered_above(x: t.Name) -> t.Script | None:
    """The one script of a name, where it stands above in parentheses."""
    above = x.scripts[0] if len(x.scripts) == 1 else None
    return above if above is not None and above.above and above.bracket and len(above.entries) == 1 else None
