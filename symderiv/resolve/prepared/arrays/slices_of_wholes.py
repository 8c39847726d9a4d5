r"""Rows and columns in other letters than their matrix: `W_{j,:}` beside `\mathbf{W}`, `w_{j,:}` of `W = (w_{jk})`.

Nothing but an array has them, so such a letter is that of the matrix where it has slices or entries alone on the page,
with as many indices each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Name, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, is_slice, stem_of
from ...stated import whole_and_entry
from .wholes_in_bold import is_bold, without_bold


@some(Name)
def _has_slices(x: Name) -> bool:
    return _is_slice(x)


@where(_has_slices)
def with_slices_of_wholes(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such rows and columns in the font of their matrix."""
    formulas = read_of(located)
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    sliced = {stem_of(x): len(entries_below(x)) for x in names if _is_slice(x)}
    others = {stem_of(x) for x in names if stem_of(x) in sliced and not _is_part(x, sliced[stem_of(x)])}
    # `y_{i\cdot} = \sum_j y_{ij}`: the dot may mean a sum
    others |= {stem_of(x) for f in formulas for s in f.statements if (x := _defined(s)) is not None}
    wholes: dict[Stem, set[Stem]] = {}
    for other, whole in (*_in_bold(names), *_told((s.chain for f in formulas for s in f.statements), sliced)):
        wholes.setdefault(other, set()).add(whole)
    found = {other: stems.pop() for other, stems in wholes.items() if len(stems) == 1}
    found = {other: whole for other, whole in found.items() if other in sliced and other not in others}

    def change(x: Any) -> Name | None:
        if not isinstance(x, Name) or not _is_slice(x) or (whole := found.get(stem_of(x))) is None:
            return None
        return replace(x, base=whole[0], accents=whole[1], font=whole[2])

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _in_bold(names: Iterable[Name]) -> Iterator[tuple[Stem, Stem]]:
    """The plain letters of what stands in bold without indices."""
    yield from ((stem_of(without_bold(x)), stem_of(x)) for x in names if is_bold(x) and not entries_below(x))


def _told(chains: Iterable[Chain], sliced: Mapping[Stem, int]) -> Iterator[tuple[Stem, Stem]]:
    """The letters of entries that a page names, in bold or not, with the letter of their matrix."""
    for whole, entry in (told for c in chains if (told := whole_and_entry(c)) is not None):
        if isinstance(whole, Name) and isinstance(entry, Name) and not entries_below(whole):
            alike = (
                x for x in (entry, replace(entry, font="mathbf")) if sliced.get(stem_of(x)) == len(entries_below(entry))
            )
            yield from ((stem_of(x), stem_of(whole)) for x in alike if stem_of(x) != stem_of(whole))


def _is_slice(x: Name) -> bool:
    return is_slice(entries_below(x))


def _is_part(x: Name, count: int) -> bool:
    """Has a name as many indices?"""
    return len(entries_below(x)) == count and not x.primes


def _defined(s: Statement) -> Name | None:
    """The slice of which an equation says more than its name."""
    left, *others = s.chain.members
    equated = s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES and not isinstance(others[0], Name)
    return left if equated and isinstance(left, Name) and _is_slice(left) else None


__all__ = ["with_slices_of_wholes"]
