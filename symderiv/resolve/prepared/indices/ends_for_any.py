r"""Ends of sums that stand for any index: `y[N][C] = \gamma[C] \hat{x}[N][C] + \beta[C]` beside `\sum_{n=1}^N y[n][c]`.

An array declared as in a program, `x[N][C]`, is often written so in its formulas. Its definition is none of the last
entry where nothing defines the others, and a sum takes them all: so the letters are read as those that run to them. One
that is a place of its own is left as it is: where anything but letters stands in its place (`h_{t-1}`), where something
is defined for it and for others, a sum or a range ends before it, or words speak of a last one. A definition that
is not read so, while others of its entries are used, may be about the last or any: it is left unread, with all that
rests on it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.statement_forms import is_equation
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.sizes import ranges_in
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from ..left_unread import without_doubtful

Indices = tuple[Node, ...]
FEWEST = 2
"""So many ends in one name: `h_T` alone is the last of its steps."""
PROGRAMMED = lazily(r"\[\s*[A-Z]\s*(?:\]\s*\[|,)")
"""How programs write them: below a name, `r_{N,M}`, they are more often those of the last."""
LAST = lazily(
    r"\b(?:last|final\w*|ends?|ending|corners?|others?|elsewhere|only|known|given|letzte\w*|Ecke|sonst|nur|übrigen|dernière?s?"
    r"|coin|seule?(?:ment)?|autres|últim[oa]s?|esquina|canto|demás|demais|restantes?|solo|sólo|só)\b"
    r"|последн|угол|остальн|только|最後|最終|末尾|右下|端|以外|のみ|既知|最后|最後|最终|末|其他|其余|只|仅|마지막|나머지",
    re.I,
)
"""Words beside formulas by which some entries are not what the others are."""
DOUBTFUL = "this may be about the last entry, or about any"
HINT = "write letters that run for the ends of the ranges: `y[n][c] = ..`"


def _begins_with_capitals(s: Statement) -> bool:
    """Does an equation begin with a name that several capitals number?"""
    left = s.chain.members[0]
    letters = [letter_of(e) for e in entries_below(left)] if isinstance(left, Name) and is_equation(s.chain) else []
    return sum(x is not None and x.isupper() for x in letters) >= FEWEST


@where(_begins_with_capitals)
def with_ends_for_any(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with the letters that run to such ends in their places."""
    statements = [s for f in read_of(located) for s in f.statements]
    running = _running(statements)
    met = _Met(
        tuple((stem_of(x), entries_below(x)) for s in statements for x in t.of_kind(s, Name) if entries_below(x)),
        running,
    )
    defined: dict[Stem, set[tuple[str | None, ...]]] = {}
    for x in (x for s in statements for x in _defined(s)):
        defined.setdefault(stem_of(x), set()).add(tuple(map(letter_of, entries_below(x))))
    ends = {stem: set(met.ends_of(stem, found)) for stem, found in defined.items()}
    told = any(LAST.search(f"{d.before} {d.after}") for d, _ in located)
    generic = {end for stem in _programmed(located) for end in ends[stem] if len(ends[stem]) >= FEWEST and not told}
    apart = {x for s in statements for x in _set_apart(s, running.values())}
    mixed = {end for found in defined.values() for end in _defined_apart(found, running)}
    meant = {end: running[end] for end in generic - apart - mixed if met.is_any(end)}
    doubtful = {stem for stem, found in ends.items() if found - meant.keys()}
    if doubtful:
        located = without_doubtful(located, lambda s: _first_of(s, doubtful), DOUBTFUL, HINT)
    if not meant:
        return list(located)

    letters = _letters(statements, meant)
    return with_statements(located, lambda s: _with_letters(s, letters))


@dataclass(frozen=True, slots=True)
class _Met:
    """The names of a page that have indices, with the letters that run to each end."""

    names: tuple[tuple[Stem, Indices], ...]
    running: Mapping[str, str]

    def ends_of(self, stem: Stem, found: set[tuple[str | None, ...]]) -> Iterator[str]:
        """The ends that number a name which is defined for capitals alone, and also used where letters run to them."""
        (letters, *more) = found
        ends = {n: x for n, x in enumerate(letters) if x is not None and x in self.running}
        capitals = all(x is not None and x.isupper() for x in letters)
        if more or not capitals or not ends or not FEWEST <= len({*letters}) == len(letters):
            return
        uses = [below for other, below in self.names if other == stem and len(below) == len(letters)]
        if any(all(_plain(below[n]) == self.running[x] for n, x in ends.items()) for below in uses):
            yield from ends.values()

    def is_any(self, end: str) -> bool:
        """Do letters alone stand wherever it does, none of them another end?"""
        places = {
            (stem, len(below), n) for stem, below in self.names for n, e in enumerate(below) if end in letters_in(e)
        }
        others = (e for stem, below in self.names for n, e in enumerate(below) if (stem, len(below), n) in places)
        return all((x := _plain(e)) == end or (x is not None and x not in self.running) for e in others)


def _defined(s: Statement) -> Iterator[Name]:
    left = s.chain.members[0]
    if isinstance(left, Name) and is_equation(s.chain):
        yield left


def _first_of(s: Statement, stems: Collection[Stem]) -> Name | None:
    return next((x for x in t.of_kind(s, Name) if stem_of(x) in stems), None)


def _programmed(located: Sequence[Located]) -> Iterator[Stem]:
    """The names that are defined with their indices in brackets."""
    found = [f for d, f in located if not isinstance(f, ReadError) and PROGRAMMED.search(d.latex)]
    yield from (stem_of(x) for f in found for s in f.statements for x in _defined(s))


def _running(statements: Sequence[Statement]) -> dict[str, str]:
    """For each letter that ends sums the one letter that runs to it from 1."""
    found: dict[str, set[str]] = {}
    for s in statements:
        for x in t.of_kind(s, t.BigSum):
            for letter, size in ranges_in(x):
                if size is not None and (end := letter_of(size)) is not None:
                    found.setdefault(end, set()).add(letter.rstrip("'"))
    letters = {x for own in found.values() for x in own}
    return {end: min(own) for end, own in found.items() if len(own) == 1 and end not in letters}


def _set_apart(s: Statement, running: Collection[str]) -> Iterator[str]:
    """The letters in ends of sums and ranges that are not all of them, `T - 1`, and those of one place, `n = N`."""
    for x in t.of_kind(s, t.BigSum):
        yield from _within(x.above)
        yield from (y for c in x.below if isinstance(c, t.Chain) for m in c.members[1:] for y in letters_in(m))
    for c in (s.chain, *s.conditions):
        if not EQUALITIES.issuperset(c.relations):
            yield from (y for m in c.members for y in _within(m))
        elif letter_of(c.members[0]) in running:
            yield from (y for m in c.members[1:] for i in t.listed(m) for y in _within(i))
            yield from (y for m in c.members[1:] if not isinstance(m, t.Listing) for y in letters_in(m))


def _within(x: Node | None) -> tuple[str, ...]:
    """The letters of what is no letter itself."""
    return () if x is None or letter_of(x) is not None else letters_in(x)


def _defined_apart(found: set[tuple[str | None, ...]], running: Mapping[str, str]) -> Iterator[str]:
    """The ends at which a name is defined that is also defined for what stands there else."""
    for letters in found:
        for n, x in enumerate(letters):
            if x is not None and x in running and any(len(other) == len(letters) and other[n] != x for other in found):
                yield x


def _letters(statements: Sequence[Statement], meant: Mapping[str, str]) -> dict[str, Name]:
    """A letter for each end, the same on all of a page: with primes where one that has the end has that letter, too."""
    found: dict[str, Name] = {}
    for end, letter in meant.items():
        having = [s for s in statements if any(end in map(letter_of, entries_below(x)) for x in t.of_kind(s, Name))]
        taken = {(x.base, x.primes) for s in having for x in t.of_kind(s, Name)}
        found[end] = Name(letter, primes=next(n for n in count() if (letter, n) not in taken))
    return found


def _with_letters(s: Statement, letters: Mapping[str, Name]) -> Statement:
    """A statement with letters for the ends that stand below its names."""

    def change(x: Any) -> Script | None:
        if not isinstance(x, Script) or x.above or letters.keys().isdisjoint(map(letter_of, x.entries)):
            return None
        return replace(x, entries=tuple(_placed(e, letters) for e in x.entries))

    found: Statement = rebuilt(s, change)
    return found


def _placed(e: Node, letters: Mapping[str, Name]) -> Node:
    found = letters.get(letter_of(e) or "")
    return e if found is None or not isinstance(e, Name) else replace(found, span=e.span)


def _plain(x: Node) -> str | None:
    """A letter without its primes."""
    letter = letter_of(x)
    return None if letter is None else letter.rstrip("'")
