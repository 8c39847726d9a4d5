r"""Entries by number of arrays with few of them: `W_{23}` of a 4 by 3 matrix, `z_{31}` of a column of shape (4, 1).

Two digits are two indices where the array is told to have less than ten rows and columns. Where it is a column, the
second one says nothing, and is left out, as the first of a row. So it is for a vector whose shape nothing tells, where
all its entries end with 1 and those of columns that are told are written so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Number, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import BOLD, Declared, declarations, split
from ...shapes.words import said_in_words
from ...spelled.shape import Stem, shape_of, stem_of
from ..arrays.wholes_in_bold import is_bold, without_bold


def _places(x: Name) -> tuple[Script, tuple[Node, Node]] | None:
    """What stands below a name as two digits, or as two entries one of which is 1; None for anything else."""
    below = [s for s in x.scripts if not s.above and not s.bracket]
    if len(below) != 1:
        return None
    entries = below[0].entries
    if len(entries) == 1 and isinstance(entries[0], Number) and len(entries[0].text) == 2:
        text, span = entries[0].text, entries[0].span
        found = (Number(text[0], span), Number(text[1], span))
        return (below[0], found) if text.isdigit() and "0" not in text else None
    if len(entries) == 2 and t.ONE in entries:
        return below[0], (entries[0], entries[1])
    return None


@where(lambda s: any(_places(x) is not None for x in t.of_kind(s, Name)))
def with_numbered_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas, such entries with their indices apart."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    told = _Told(dict(_shapes(located, statements)), _columns(names), frozenset(_wholes(names)))
    if not told.shapes:
        return list(located)
    if not any(told.kind(x) == "c" and _places(x) is not None for x in names):
        told = replace(told, columns=frozenset())

    def change(x: Any) -> Node | None:
        new = told.entry(x) if isinstance(x, Name) else None
        return None if new is None else replace(new, scripts=tuple(rebuilt(s, change) for s in new.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


@dataclass(frozen=True, slots=True)
class _Told:
    """The shapes that a page tells, by letter and layer; letters of which all entries end with 1; those of arrays."""

    shapes: dict[tuple[str, tuple[Node, ...]], Declared]
    columns: frozenset[Stem]
    wholes: frozenset[Stem]

    def shape(self, x: Name) -> Declared | None:
        shape = shape_of(replace(without_bold(x), scripts=tuple(s for s in x.scripts if s.above)))
        return None if shape is None else self.shapes.get(split(shape)[:2])

    def kind(self, x: Name) -> str:
        shape = self.shape(x)
        return (
            shape.kind if shape is not None else "c" if stem_of(without_bold(x)) in self.columns & self.wholes else ""
        )

    def entry(self, x: Name) -> Name | None:
        """The entry with its indices apart; None where it stays as it is."""
        below = _places(x)
        if below is None:
            return None
        script, (i, j) = below
        shape, typed = self.shape(x), len(script.entries) == 1
        lengths = [s.text if isinstance(s, Number) else "" for s in shape.sizes] if shape is not None else []
        few = shape is None or all(len(n) == 1 for n in lengths)
        if typed and not few:
            return None
        kind = self.kind(x)
        if kind == "m" and typed:
            inside = all(isinstance(p, Number) and p.text <= n for p, n in zip((i, j), lengths, strict=True))
            return _with(x, script, (i, j)) if inside else None
        if kind == "c" and j == t.ONE:
            return _with(x, script, (i,))
        return _with(x, script, (j,)) if kind == "r" and i == t.ONE else None


def _with(x: Name, script: Script, entries: tuple[Node, ...]) -> Name:
    new = replace(script, entries=entries, commas=len(entries) > 1)
    return replace(x, scripts=tuple(new if s is script else s for s in x.scripts))


def _shapes(
    located: Sequence[Located], statements: Sequence[Statement]
) -> Iterator[tuple[tuple[str, tuple[Node, ...]], Declared]]:
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    for base, d in (*declarations(chains), *said_in_words(located)):
        yield (BOLD.sub(r"\1", base), d.pieces), d


def _columns(names: Sequence[Name]) -> frozenset[Stem]:
    """The small letters of which all entries end with 1, but for those without any."""
    below = [(stem_of(without_bold(x)), x, _places(x)) for x in names if any(not s.above for s in x.scripts)]
    other = {stem for stem, _, places in below if places is None or places[1][1] != t.ONE}
    return frozenset(stem for stem, x, _ in below if stem not in other and not x.base.isupper())


def _wholes(names: Sequence[Name]) -> Iterator[Stem]:
    return (stem_of(without_bold(x)) for x in names if is_bold(x) and all(s.above for s in x.scripts))
