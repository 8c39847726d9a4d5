r"""Given names of which the letters tell several: `\hat{r}_{ui} = \mu + b_u + b_i` with u up to M and i up to N.

Where one definition has a name with two of the letters of its left side, which run over different lengths, these are
two arrays of one name: nobody adds entries of one array that a user and an item number.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..latex import tree as t
from .facts import Facts, Occurrence
from .shape import letter_of

Place = tuple[str, int, int, int]


def told_by_letters(facts: Facts) -> frozenset[str]:
    """The letters of names that nothing defines and that the letters of their indices tell apart."""
    kinds = facts.kinds()
    lefts: dict[int, set[str]] = {}
    for o in facts.occurrences:
        if o.left:
            lefts.setdefault(o.statement, set()).update(filter(None, map(letter_of, o.shape.pieces)))
    defined = {o.shape.base for o in facts.occurrences if o.left}
    seen: dict[tuple[int, Place], set[str]] = {}
    unknown: set[str] = set()
    for o in facts.occurrences:
        for place, letter in _places(o):
            if letter is None or letter not in kinds or not _ends_in_a_size(facts, letter):
                unknown.add(o.shape.base)
            elif letter in lefts.get(o.statement, ()):
                seen.setdefault((o.statement, place), set()).add(kinds[letter])
    told = {place[0] for (_, place), found in seen.items() if len(found) > 1}
    return frozenset(told - defined - unknown)


def _places(o: Occurrence) -> Iterator[tuple[Place, str | None]]:
    """The indices of a name by place."""
    above = len(o.shape.pieces) - o.shape.below
    for n, piece in enumerate(o.shape.pieces):
        if n < above and isinstance(piece, t.Number):
            continue  # a power
        yield (o.shape.base, len(o.shape.uppers), o.shape.below, n), letter_of(piece)


def _ends_in_a_size(facts: Facts, letter: str) -> bool:
    """Does a letter run up to something that is no index itself?"""
    return not any(end & (facts.strong | facts.left) for end in facts.uppers[letter])
