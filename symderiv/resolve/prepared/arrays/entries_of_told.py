r"""Entries of wholes that a sentence tells in another font than their entries: `(\mathbf{h}_{k-1})_j` is `h_{k-1,j}`
beside `\mathbf{h}_t = (h_{t,i})`.

The sentence says where the step and the index stand, also the step behind the index or above it, `\mathbf{w}_j =
(w_{ij})`, `\vec{s}_t = (s_i^t)`. A letter of the whole stands for any step, anything else only for itself. Where two
sentences tell a whole in two ways, and behind what may be a function, `f (\mathbf{z}_t)_i`, nothing is done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Script, Scripted
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, chains_of, with_statements
from ...spelled.scripts import entries_of, is_index, places_of
from ...spelled.shape import Stem, letter_of, shifted, stem_of
from ...stated import is_told_by_letter, whole_and_entry

MOST = 2
"""So many indices an entry has at most."""
Key: TypeAlias = tuple[Stem, tuple[tuple[bool, int], ...]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A whole, one of its entries, and the letters of the whole and of the indices."""

    whole: Name
    entry: Name
    steps: tuple[str | None, ...]
    indices: tuple[str, ...]

    def alike(self) -> object:
        """The same for two sentences that say the same with other letters."""
        letters = {x: n for n, x in enumerate((*self.steps, *self.indices)) if x is not None}
        fixed = [e for e, x in zip(entries_of(self.whole), self.steps, strict=True) if x is None]
        return stem_of(self.entry), [letters.get(letter_of(e) or "", e) for e in entries_of(self.entry)], fixed

    def at(self, steps: Sequence[Node], indices: Sequence[Node]) -> Name | None:
        """The entry at some step and index."""
        values: dict[str, Node] = dict(zip(self.indices, indices, strict=True))
        for own, letter, step in zip(entries_of(self.whole), self.steps, steps, strict=True):
            if letter is not None:
                values[letter] = step
            elif own != step:
                return None
        return replace(self.entry, scripts=tuple(_put(s, values) for s in self.entry.scripts))


def _put(s: Script, values: Mapping[str, Node]) -> Script:
    entries = tuple(values.get(letter_of(e) or "", e) for e in s.entries)
    apart = s.commas or (len(entries) > 1 and any(letter_of(e) is None for e in entries))
    return replace(s, entries=entries, commas=apart)


def _tells(s: t.Statement) -> bool:
    return _told(s.chain) is not None


@where(_tells)
def with_entries_of_told(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such entries as the sentences write them.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$\mathbf{h}_t = (h_{t,i})$ $$\delta = (\mathbf{h}_{k-1})_j$$")
    >>> found = with_entries_of_told(read_formulas(page))[1][1].statements[0].chain.members[1]
    >>> found.base, found.font, len(found.scripts[0].entries)
    ('h', '', 2)
    """
    told: dict[Key, list[_Told]] = {}
    for c in chains_of(located):
        if (one := _told(c)) is not None:
            told.setdefault(places_of(one.whole), []).append(one)
    known = {key: found[0] for key, found in told.items() if all(x.alike() == found[0].alike() for x in found)}

    def change(x: Any) -> Any:
        if isinstance(x, t.Product):
            return _multiplied(x, known, change)
        return _entry(x, known) if isinstance(x, Scripted) else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _multiplied(x: t.Product, known: Mapping[Key, _Told], change: Any) -> t.Product:
    """A product with its factors rewritten; what stands behind a bare name may be its argument."""
    factors: list[t.Factor] = []
    for n, f in enumerate(x.factors):
        entry = _entry(f.body, known) if f.joined and isinstance(f.body, Scripted) else None
        before = x.factors[n - 1].body if n else None
        if entry is None:
            factors.append(rebuilt(f, change))
        elif isinstance(before, Name) and not before.scripts:
            factors.append(f)
        else:
            factors.append(replace(f, body=entry, joined=False))
    return replace(x, factors=tuple(factors))


def _told(c: Chain) -> _Told | None:
    r"""What `\mathbf{h}_t = (h_{t,i})` tells; None of anything else, and of a whole in the font of its entries."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Name) or not whole.scripts or whole.primes or entry.primes:
        return None
    if stem_of(whole) == stem_of(entry) or not is_told_by_letter(whole, entry):
        return None
    own, below = entries_of(whole), entries_of(entry)
    rest = [e for e in below if e not in own]
    indices = [x for x in map(letter_of, rest) if x is not None]
    steps = tuple(map(letter_of, own))
    letters = [*indices, *(x for x in steps if x is not None)]
    apart = len({*letters}) == len(letters) and len(below) == len(own) + len(rest)
    fits = 1 <= len(indices) == len(rest) <= MOST and apart and all(own.count(e) == 1 == below.count(e) for e in own)
    return _Told(whole, entry, steps, tuple(indices)) if fits else None


def _entry(x: Scripted, known: Mapping[Key, _Told]) -> Node | None:
    r"""The entry that `(\mathbf{h}_{k-1})_j` is, with a power as typed."""
    group = x.base
    inner = group.items[0] if isinstance(group, Group) and group.open in ("(", "[") and len(group.items) == 1 else None
    told = known.get(places_of(inner)) if isinstance(inner, Name) and not inner.primes and not x.primes else None
    below = [s for s in x.scripts if not s.above]
    if told is None or not isinstance(inner, Name) or len(below) != 1 or len(below[0].entries) != len(told.indices):
        return None
    if not all(is_index(e) or shifted(e)[0] is not None for e in below[0].entries):
        return None
    named = told.at(entries_of(inner), below[0].entries)
    if named is None:
        return None
    above = tuple(s for s in x.scripts if s.above)
    placed = replace(named, span=x.span)
    return Scripted(Group("{", (placed,), "}", span=x.span), above, span=x.span) if above else placed
