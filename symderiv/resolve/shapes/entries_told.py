r"""Arrays told by their entry: `C = (c_{ij})`, `\boldsymbol{y} = (y^{(i)})`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.shape import letter_of, shape_of
from ..stated import Stated, is_told_turned, matrix_of
from .declared import Declared
from .presumed import ends_shown


def said_of_entries(
    stated: Sequence[Stated], sizes: dict[str, Node], entries_shown: frozenset[str], running: Collection[str] = ()
) -> Iterator[tuple[str, Declared]]:
    r"""What `C = (c_{ij})` says, where the ranges of the letters are known; so does `y = (y^{(i)})` of a column. Of
    what is not among the `entries_shown`, or where definitions show another end of a place, it is presumed. An array
    that is one for all layers has no length that differs from layer to layer, by a letter that is `running`, but the
    one that definitions show: the j of `t = (t_{qj})` beside `\sum_{j=1}^{m_L} t_{qj}`."""
    fixed = {x: size for x, size in sizes.items() if not _differs(size, running)}
    for s in stated:
        said = matrix_of(s)
        shape = shape_of(said[1]) if said is not None and isinstance(said[1], t.Name) else None
        if said is None or shape is None or not isinstance(said[1], t.Name):
            continue
        over = _numbered_above(said[1])
        letters = [letter_of(p) for item in (shape.lowers if over is None else shape.uppers) for p in item]
        if not letters or (shape.uppers and over is None) or not all(x in sizes for x in letters):
            continue
        typed = tuple(fixed.get(str(x), sizes[str(x)]) for x in letters)
        shown = ends_shown(stated, said[1]) if over is None else [{size} for size in typed]
        axes = tuple(next(iter(ends)) if len(ends) == 1 else size for size, ends in zip(typed, shown, strict=True))
        if any(_differs(size, running) for size in axes):
            continue
        kind = {1: "c", 2: "m"}.get(len(axes))
        turned = kind == "m" and is_told_turned(s.statement.chain)
        entry = said[1] if over is None else replace(said[1], scripts=())
        if kind is not None:
            sizes_there = axes[::-1] if turned else axes
            other = any(ends - {fixed.get(str(x))} for x, ends in zip(letters, shown, strict=True))
            presumed = other or shape.base not in entries_shown
            d = Declared((), kind, sizes_there, len(axes) == 1, entry, turned=turned, over=over, presumed=presumed)
            yield said[0], d


def _differs(size: Node, running: Collection[str]) -> bool:
    """Does a length differ from layer to layer?"""
    return any(y.base in running for y in t.of_kind(size, t.Name))


def _numbered_above(x: t.Name) -> t.Script | None:
    """The one script of a name, where it stands above in parentheses."""
    above = x.scripts[0] if len(x.scripts) == 1 else None
    return above if above is not None and above.above and above.bracket and len(above.entries) == 1 else None
