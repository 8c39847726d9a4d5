r"""Given names that letters of two sides tell apart where no length is stated: `\hat{r}_{ui} = \mu + b_u + b_i`.

Each of the two letters numbers arrays of its own (`p_u` and `q_i`), and never stands in the place of the other. The
definitions say so: a line that is judged may have an index in the wrong place, and only tells on which side a letter
is that no definition has. The x of a form `\sum_i \sum_j x_i c_{ij} x_j` is one array; of another product of two of its
entries, `b_u b_i`, it is not known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from ...latex import tree as t
from ..facts import Facts, Occurrence
from ..spelled.shape import Shape, letter_of, shape_of
from .letters_apart import PAIR, Place, is_compared, places_of

Met: TypeAlias = dict[Place, set[str]]
"""The letters that stand in each place."""


def sides_of_letters(facts: Facts, perhaps: bool = False) -> tuple[frozenset[str], dict[str, str]]:
    """The given names with letters of two sides in one definition, where lengths are not stated; the side of each
    letter. `perhaps`: also those of which two entries are multiplied."""
    ranged = facts.kinds().keys() | facts.uppers.keys()  # a letter may have several ranges
    defined = {o.shape.base for o in facts.occurrences if o.left}
    defining = {o.statement for o in facts.occurrences if o.left}
    used = [o for o in facts.occurrences if o.statement in defining] or facts.occurrences
    together: dict[tuple[int, Place], set[str]] = {}
    for o in used:
        for place, letter in places_of(o):
            together.setdefault((o.statement, place), set()).add(letter or "")
    found = {place for (_, place), here in together.items() if len(here) > 1 and place[0] not in defined}
    if not found:
        return frozenset(), {}
    letters = _met(used)
    forms, multiplied = _multiplied(facts)
    found = {place for place in found if place[0] not in forms and (perhaps or place[0] not in multiplied)}
    for place in sorted(found):
        sides = _sides(letters, place[0])
        here = {sides.get(x, "") for x in letters[place]}
        met = _of_names(letters, sides, defined | {place[0]})
        own = [any(found & here == {side} for found in met) for side in here]
        apart = len(here) == PAIR and "" not in here and not is_compared(facts, letters[place])
        if apart and all(own) and not any(x in ranged for x in letters[place]):
            mine = {x: side for x, side in sides.items() if side in here}
            bases = frozenset(p[0] for p in found if letters[p] <= mine.keys())
            return bases, {**mine, **_sides_of_others(facts, used, letters, mine, bases)}
    return frozenset(), {}


def perhaps_of_sides(facts: Facts) -> frozenset[tuple[str, str]]:
    """The names that letters may tell apart so, as two entries of them are multiplied, each with one of its letters."""
    apart, sides = sides_of_letters(facts, perhaps=True)
    sure, _ = sides_of_letters(facts) if apart else (apart, {})
    return frozenset((x, min(sides)) for x in apart - sure)


def _met(used: Sequence[Occurrence]) -> Met:
    letters: Met = {}
    for o in used:
        for place, letter in places_of(o):
            letters.setdefault(place, set()).add(letter or "")
    return letters


def _sides_of_others(
    facts: Facts, used: Sequence[Occurrence], letters: Met, sides: Mapping[str, str], but: Collection[str]
) -> dict[str, str]:
    """The sides of letters that no definition has, by lines that have all others in their places."""
    known, own = {o.statement for o in used}, {x for here in letters.values() for x in here}
    lines: dict[int, list[tuple[Place, str]]] = {}
    for o in facts.occurrences:
        if o.statement not in known and o.shape.base not in but:
            lines.setdefault(o.statement, []).extend((p, x) for p, x in places_of(o) if x and p in letters)
    found: dict[str, set[str]] = {}
    for line in lines.values():
        wanted = [(x, {sides.get(y, "") for y in letters[p]}) for p, x in line]
        if all({sides[x]} == there for x, there in wanted if x in sides):
            for x, there in wanted:
                found.setdefault(x, set()).update(there if x not in own else ())
    return {x: side for x, told in found.items() if len(told) == 1 for side in told if side}


def _multiplied(facts: Facts) -> tuple[frozenset[str], frozenset[str]]:
    """The names of which definitions multiply two entries: those of forms, and others."""
    forms: set[str] = set()
    others: set[str] = set()
    for s in {o.statement for o in facts.occurrences if o.left}:
        chain = facts.stated[s].statement.chain
        inside = {id(x) for x in _under_sums(chain)}
        for product in t.of_kind(chain, t.Product):
            names = [x for f in product.factors if isinstance(f.body, t.Name) and (x := shape_of(f.body)) is not None]
            for one, two in _pairs(names):
                linked = any({*one.letters, *two.letters} <= {*x.letters} for x in names)
                (forms if linked and id(product) in inside else others).add(one.base)
    return frozenset(forms), frozenset(others - forms)


def _pairs(names: Sequence[Shape]) -> Iterator[tuple[Shape, Shape]]:
    """The entries of one name in one letter each, which differ."""
    single = [x for x in names if len(x.pieces) == 1 and letter_of(x.pieces[0]) is not None]
    yield from ((a, b) for a, b in combinations(single, PAIR) if a.base == b.base and a.pieces != b.pieces)


def _under_sums(chain: t.Chain) -> Iterator[t.Node]:
    """What sums sum over as it stands."""
    for x in t.of_kind(chain, t.BigSum):
        yield x.body


def _sides(letters: Met, but: str) -> dict[str, str]:
    """For each letter one of those that stand in the same places, of all names but one."""
    sides: dict[str, str] = {}
    for place, here in letters.items():
        if place[0] != but and "" not in here:
            old = {sides.get(x, x) for x in here}
            least = min(old)
            sides |= dict.fromkeys((*here, *(y for y, side in sides.items() if side in old)), least)
    return sides


def _of_names(letters: Met, sides: Mapping[str, str], others: set[str]) -> list[set[str]]:
    """The sides of the letters of each name but the `others`."""
    bases = {p[0] for p in letters} - others
    return [{sides.get(x, "") for p, here in letters.items() if p[0] == base for x in here} for base in bases]
