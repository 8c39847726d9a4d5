r"""What a page tells of the arrays of which it has differentials: which may change, what the others are made of.

The entries of an array are those that it is equated with, `Q = (Q_{ia})`, or that its shape says, or those that stand
on the page. Where lines show that a name with a d is no differential, `dz = a - y`, or where something else changes,
too, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Name
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, OBJECTIVES
from ...integers.unequal import loose_letters
from ...shapes.declared import space
from ...shapes.differentials import changed, changes, fused
from ...shapes.forms import says_entries
from ...spelled.scripts import entries_below, transposes
from .differentials_of_entries import LETTERS
from .differentials_said import Said
from .flow_of_changes import made_of
from .gradients_by_d import SIGNS, has_plain_d, values_of

NEEDED = 4
"""So many letters for indices: those of an entry of a matrix, and of one that changes."""


@dataclass(frozen=True, slots=True)
class DifferingPage:
    """The letters that are `free` to change; for each other one what it is `made` of; the entry of each array with its
    number of indices, none for numbers; the letters of entries by that of the array, `wholes`; those before which a d
    is a sign, `meant`; letters for indices; what words say."""

    free: frozenset[str]
    made: dict[str, frozenset[str]]
    entries: dict[str, tuple[Name, int]]
    wholes: dict[str, str]
    meant: frozenset[str]
    letters: tuple[str, ...]
    said: Said

    def canonical(self, letter: str) -> str:
        """The letter of the entries of an array."""
        return self.wholes.get(letter, letter)

    def is_meant(self, x: Name) -> bool:
        """Is a d before a name the sign of its differential?"""
        return self.canonical(x.base) in self.meant and not any(s.above and not transposes(s) for s in x.scripts)

    def changing(self, letter: str) -> frozenset[str]:
        """What changes where the name with a letter does."""
        own = self.canonical(letter)
        return frozenset([own]) if own in self.free else self.made.get(own, frozenset()) & self.free

    def is_known(self, letter: str) -> bool:
        """Is the number of its indices known?"""
        return self.canonical(letter) in self.entries


def differing_page(chains: Sequence[Chain], said: Said) -> DifferingPage | None:
    """What a page tells of them; None where its lines show that they are no differentials, or that more changes."""
    wholes = {
        c.members[0].base: entry.base
        for c in chains
        if (entry := is_list_of_names(c)) is not None and isinstance(c.members[0], Name)
    }

    def whole(x: Any) -> Name | None:
        return replace(x, base=wholes[x.base]) if isinstance(x, Name) and wholes.get(x.base, x.base) != x.base else None

    defining = [rebuilt(c, whole) for c in chains if not says_entries(c)]
    made = {x: frozenset(found) for x, found in made_of(defining).items()}
    said_of = {wholes.get(x, x) for x in said.letters}
    free = frozenset(said_of - made.keys())
    plain = has_plain_d(chains)
    meant = frozenset(said_of if plain else said_of | made.keys())
    used = {x.base for c in chains for x in t.of_kind(c, Name)}
    letters = tuple(x for x in LETTERS if x not in used)
    entries = _entries(chains, wholes, defining, {*free, *made})
    page = DifferingPage(free, made, entries, wholes, meant, letters, said)
    if not free or len(letters) < NEEDED or not free <= entries.keys():
        return None
    if _shows_others(chains, page, plain) or not any(_is_linear(c, page) for c in chains):
        return None
    return page


def is_list_of_names(c: Chain) -> Name | None:
    """The entry of `Q = (Q_{ia})`."""
    right = c.members[1] if says_entries(c) and c.relations == ("=",) else None
    items = right.items if isinstance(right, t.Group) and len(right.items) == 1 else ()
    entry = items[0] if items else None
    return entry if isinstance(entry, Name) and _axes(entry) else None


def _axes(x: Name) -> int:
    """How many indices an entry has; 0 where it has other scripts."""
    below = entries_below(x)
    return 0 if any(s.above for s in x.scripts) or x.primes or len(below) > 2 else len(below)


def _entries(
    chains: Sequence[Chain], wholes: dict[str, str], defining: Sequence[Chain], letters: Iterable[str]
) -> dict[str, tuple[Name, int]]:
    """The entry of each array, with the number of its indices; of a number the name."""
    found: dict[str, tuple[Name, int]] = {}
    for c in chains:
        entry = is_list_of_names(c)
        if entry is not None:
            found[entry.base] = entry, _axes(entry)
        sized = space(c.members[1]) if c.relations == (r"\in",) else None
        left = c.members[0]
        for x in left.items if isinstance(left, t.Listing) else (left,):
            if sized is not None and isinstance(x, Name) and not x.scripts:
                found.setdefault(wholes.get(x.base, x.base), (x, len(SIZES.get(sized[0], ""))))
    for letter in letters:
        if letter not in found:
            found.update(_shown(letter, defining))
    return found


SIZES = {"m": "ij", "c": "i", "r": "i"}
"""The indices of each kind of array."""


def _shown(letter: str, defining: Sequence[Chain]) -> Iterator[tuple[str, tuple[Name, int]]]:
    """What the names with a letter show of it: entries alone, or a number or array that equations define."""
    names = [x for c in defining for x in t.of_kind(c, Name) if x.base == letter]
    axes = {_axes(x) for x in names if entries_below(x)}
    lefts = [(c.members[0], c.members[1]) for c in defining if c.relations[0] == "="]
    wholes = [(x, e) for x, e in lefts if isinstance(x, Name) and x.base == letter and not x.scripts]
    whole = wholes[0][0] if wholes else None
    if len(axes) == 1 and 0 not in axes:
        yield letter, (next(x for x in names if entries_below(x)), axes.pop())
    elif whole is not None and not axes:
        drawn = whole.font in ("mathcal", "mathscr") or (letter in OBJECTIVES and whole.font not in BOLD_FONTS)
        bold = whole.font in BOLD_FONTS
        if any(_sums_to_number(e) for _, e in wholes):
            yield letter, (whole, 0)
        elif drawn or bold or letter.isupper():
            yield letter, (whole, 0 if drawn else 2 if letter.isupper() else 1)


def _sums_to_number(x: t.Node) -> bool:
    r"""Is it the sum of entries, over all their letters: `\sum_i \sum_j c_{ij} g(Y_{ij})`?"""
    names = [y for y in t.of_kind(x, Name) if entries_below(y)]
    return isinstance(x, t.BigSum) and bool(names) and not loose_letters(x)


def _is_linear(c: Chain, page: DifferingPage) -> bool:
    """Is it a line with a differential on both sides, or in a trace?"""
    return len(c.members) > 1 and all(_has_change(m, page) for m in c.members)


def _has_change(x: t.Node, page: DifferingPage) -> bool:
    return next(changes(rebuilt(x, lambda y: fused(y, SIGNS, page.is_meant))), None) is not None


def _shows_others(chains: Sequence[Chain], page: DifferingPage, plain: bool) -> bool:
    """Is one such name no differential, or has something else one, too?"""
    for c in chains:
        left = changed(c.members[0], SIGNS)
        defines = c.relations[0] in ("=", ":=") and isinstance(left, Name) and page.is_meant(left)
        if defines and not all(_has_change(m, page) for m in c.members[1:]):
            return True
    if plain:
        return False
    values = values_of(chains)
    every = (x for c in chains for x in changes(rebuilt(c, lambda y: fused(y, SIGNS))))
    return any(page.canonical(x.base) not in page.meant and x.base in values for x in every)
