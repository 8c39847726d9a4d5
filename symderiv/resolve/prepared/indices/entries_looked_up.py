r"""Entries of rows that are looked up by indices which are all different: `v_{o_i,d}` with `$o_1, \ldots, o_m$ are
different words` is `v_{i,d}`.

Each number i has a row of its own then, and nothing depends on which rows of a larger array these are, if the array
stands with such an index only, and always in the same place. A letter that words tell from the others, the c of `$c,
n_1, \ldots, n_K$ are all different`, is a row apart: `u_{c,d}` beside `u_{n_k,d}` is `u_{\text{c},d}`.

Where the page names the array as a whole, or a letter runs over its rows (`u_{j,d}`, a sum over c), the entries are
left as they are, and no line is read that differentiates by one of the different rows: by rows that may be equal it
would be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below, has_below
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import names_taken_by
from .lookups_all_different import UNTOLD, letters_run_over, lists_of_different, with_row_apart

HINT = "write `v_{k,d}`"
Key: TypeAlias = tuple[Stem, int]
"""A name and its primes: `v'` is another array than `v`."""


@some(Name)
def _looks_up_a_row(x: Name) -> bool:
    """Has a name in a statement several entries below, one of them a name with an index?"""
    return len(entries_below(x)) > 1 and _place(x) is not None


@where(_looks_up_a_row)
def with_entries_looked_up_numbered(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the numbers of such rows for their indices.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$$ h_d = \sum_{i=1}^m v_{o_i,d} $$ with different words $o_1, \ldots, o_m$."
    >>> found, *_ = read_of(with_entries_looked_up_numbered(read_formulas(parse_document(page))))
    >>> [x.base for x in t.of_kind(found, Name)]
    ['h', 'd', 'i', 'm', 'v', 'i', 'd']
    """
    letters = lists_of_different(located)
    if not letters:
        return list(located)
    lines = [s for f in read_of(located) for s in f.statements if EQUALITIES & {*s.chain.relations} or s.conditions]
    arrays = _arrays(lines, letters)
    return with_statements(located, arrays.changed) if arrays.places or arrays.left else list(located)


@dataclass(frozen=True, slots=True)
class _Arrays:
    """The place at which arrays are looked up, and the letters of rows apart; arrays that are `left` as they
    are, with the letters of their rows."""

    places: Mapping[Key, int]
    apart: Set[str]
    left: Mapping[Key, Set[str]]

    def changed(self, s: Statement) -> Statement:
        """A line with the numbers, or with what is not read in the place of its left side."""
        found: Statement = rebuilt(s, self.numbered) if self.places else s
        if not any(self._is_left(x) for x in names_taken_by(s)):
            return found
        unsure = t.Misfit(UNTOLD, HINT, span=s.chain.members[0].span)
        return replace(found, chain=replace(found.chain, members=(unsure, *found.chain.members[1:])))

    def _is_left(self, x: Name) -> bool:
        """Is it a row that is different from others, in an array that is left as it is?"""
        letters = self.left.get(_key(x), frozenset())
        return any(y.base in letters for y in entries_below(x) if isinstance(y, Name))

    def numbered(self, x: Any) -> Node | None:
        """An entry of such an array with the number for its index; None for all else."""
        place = self.places.get(_key(x)) if isinstance(x, Name) else None
        if place is None or not has_below(x):
            return None
        entry = entries_below(x)[place]
        if letter_of(entry) in self.apart:
            return with_row_apart(x, place)
        return _with_entry(x, place, entry.scripts[0].entries) if isinstance(entry, Name) else None


def _key(x: Name) -> Key:
    return stem_of(x), x.primes


def _with_entry(x: Name, place: int, entries: tuple[Node, ...]) -> Name:
    def changed(s: Script) -> Script:
        return s if s.above else replace(s, entries=(*s.entries[:place], *entries, *s.entries[place + 1 :]))

    return replace(x, scripts=tuple(map(changed, x.scripts)))


def _arrays(lines: Sequence[Statement], letters: Mapping[str, Set[str]]) -> _Arrays:
    """The arrays of a page that stand with one such index, in one place."""
    names = [x for s in lines for x in t.of_kind(s, Name)]
    met: dict[Key, list[Name]] = {}
    for x in filter(has_below, names):
        met.setdefault(_key(x), []).append(x)
    running, whole = letters_run_over(lines), set(_wholes(lines))
    found = _Arrays({}, set(), {})
    for key, uses in met.items():
        by = {i.base for x in uses for e in entries_below(x) if (i := _looked_up(e)) is not None} & letters.keys()
        if not by or max(len(entries_below(x)) for x in uses) < len("id"):
            continue
        place, ((base, accents, _), _) = _common_place(uses), key
        rows = [] if place is None or (base.lower(), accents) in whole else [entries_below(x)[place] for x in uses]
        others = {letter_of(x) or "" for x in rows if (i := _looked_up(x)) is None or i.base not in by}
        if place is not None and rows and len(by) == 1 and others <= letters[min(by)] - running:
            found = replace(found, places={**found.places, key: place}, apart=found.apart | others)
        else:
            found = replace(found, left={**found.left, key: by.union(*(letters[x] for x in by))})
    return found


def _common_place(uses: Sequence[Name]) -> int | None:
    """The place at which all uses that look something up do so, if all have an entry there."""
    found = {_place(x) for x in uses if any(map(_looked_up, entries_below(x)))}
    place = next(iter(found)) if len(found) == 1 else None
    short = place is None or any(len(entries_below(x)) <= place or _scripts_below(x) != 1 for x in uses)
    return None if short else place


def _place(x: Name) -> int | None:
    """The place of the only entry below a name that is looked up; None if there is none, or more than one."""
    found = [n for n, e in enumerate(entries_below(x)) if _looked_up(e) is not None]
    return found[0] if len(found) == 1 and _scripts_below(x) == 1 else None


def _scripts_below(x: Name) -> int:
    return sum(not s.above for s in x.scripts)


def _looked_up(x: Node) -> Name | None:
    """An entry that is a name with an index, `o_i`; None for another one."""
    if not isinstance(x, Name) or x.accents or x.primes or len(x.scripts) != 1:
        return None
    (script,) = x.scripts
    return None if script.above or len(script.entries) != 1 else x


def _wholes(lines: Sequence[Statement]) -> Iterator[tuple[str, tuple[str, ...]]]:
    r"""The letters of arrays that lines name as a whole, small, with their accents: the `W^T` that `w_{ij}` may be of.

    What ends a sum is a number, as is what a number is given for, `V = 10000`.
    """
    equations = (s for s in lines if EQUALITIES & {*s.chain.relations})
    for s in (s for s in equations if not any(isinstance(m, t.Number) for m in s.chain.members)):
        ends = {id(x) for b in t.of_kind(s, t.BigSum) for x in _in_ends(b)}
        names = (x for x in t.of_kind(s.chain, Name) if id(x) not in ends and not has_below(x))
        yield from ((x.base.lower(), x.accents) for x in names)


def _in_ends(x: t.BigSum) -> Iterator[Name]:
    ends = x.below if x.above is None else (*x.below, x.above)
    return (name for end in ends for name in t.of_kind(end, Name))
