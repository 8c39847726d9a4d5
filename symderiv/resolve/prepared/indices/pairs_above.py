r"""Matrices with both indices above their entries: `S^{ij} = Q^{ia} K^{ja}` beside `\frac{\partial L}{\partial S} Q`.

The entries are read with their indices below where the name also stands bare, as the whole. What stands above has to be
two letters of indices everywhere, not always the same two on all of the page: letters that are nowhere a value (the h
and x of `W^{hx}` are labels), and each of which counts something of another name, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, stem_of, values_in

AXES = 2


@some(Name)
def _has_pair(x: Name) -> bool:
    return _pair(x) is not None


@where(_has_pair)
def with_pairs_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such indices below."""
    statements = [s for f in read_of(located) for s in f.statements]
    values = {v.letter for s in statements if _is_equation(s) for v in values_in(s)}
    found: dict[Stem, list[Name]] = {}
    for x in (x for s in statements for x in t.of_kind(s, Name)):
        found.setdefault(stem_of(x), []).append(x)
    counted = {stem: set(_counting(names)) for stem, names in found.items()}
    meant = {stem for stem, names in found.items() if _are_entries(names, values) and _is_shared(stem, counted)}

    if not any(len(_pairs(found[stem])) > 1 for stem in meant):
        return list(located)

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in meant or (pair := _pair(x)) is None:
            return None
        return replace(x, scripts=tuple(replace(s, above=False) if s is pair else s for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _counting(names: Sequence[Name]) -> Iterator[str]:
    """The letters in the scripts of names, but for marks: the T of `A^T` counts nothing."""
    scripts = (s for x in names for s in x.scripts if not all(map(is_mark, s.entries)))
    yield from (y.base for s in scripts for y in t.of_kind(s, Name))


def _is_equation(s: Statement) -> bool:
    """Not a name by itself, nor a range."""
    chain = s.chain
    return bool(chain.relations) and EQUALITIES.issuperset(chain.relations) and not t.of_kind(chain, t.Listing)


def _are_entries(names: Sequence[Name], values: set[str]) -> bool:
    """Do names of one letter stand as a whole, and else with two letters above?"""
    entries = [x for x in names if not _is_whole(x)]
    alone = all(_pair(x) is not None for x in entries) and len(entries) < len(names)
    return alone and not any(e.base in values for p in _pairs(entries) for e in p if isinstance(e, Name))


def _pairs(names: Sequence[Name]) -> set[tuple[Node, ...]]:
    return {pair.entries for x in names if (pair := _pair(x)) is not None}


def _is_shared(stem: Stem, counted: Mapping[Stem, set[str]]) -> bool:
    """Does each letter above a name stand in scripts of another one, too?"""
    others = {x for other, letters in counted.items() if other != stem for x in letters}
    return counted[stem] <= others


def _is_whole(x: Name) -> bool:
    return all(s.above and all(map(is_mark, s.entries)) for s in x.scripts)


def _pair(x: Name) -> Script | None:
    """The script with two letters above a name that has nothing below."""
    only = x.scripts[0] if len(x.scripts) == 1 and x.base.isupper() else None
    if only is None or not only.above or only.bracket or len(only.entries) != AXES:
        return None
    letters = [isinstance(e, Name) and not e.scripts and e.base.islower() and len(e.base) == 1 for e in only.entries]
    return only if all(letters) else None
