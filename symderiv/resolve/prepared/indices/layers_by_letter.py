r"""Layers that letters tell apart, sums without ends: `net_j = \sum_i w_{ij} o_i`, `net_k = \sum_j w_{jk} o_j`.

Read as one name for all units, each would depend on itself. So where a name is defined once for each of two letters,
and one definition sums over the letter of the other, each letter runs as far as a size of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Name, Number
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of
from ...spelled.shape import Stem, letter_of, stem_of

Defined: TypeAlias = tuple[Name, Chain]
"""What an equation defines, and the equation."""
CAPITALS = "NMPQRSUVHGD"
"""Sizes of letters of which the capital is taken."""


def with_layers_bounded(located: Sequence[Located], ranges: Sequence[Chain]) -> list[Located]:
    """The formulas of a document with ends for the sums over such letters; `ranges` are those of the front matter."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    lefts = list(lefts_of(chains))
    letters = {x for one, two in combinations(lefts, 2) for x in _letters_of(one, two, lefts)}
    if not letters:
        return list(located)
    conditions = [c for f in read_of(located) for s in f.statements for c in s.conditions]
    sums = [x for c in chains for x in t.of_kind(c, t.BigSum)]
    bound = {x for s in sums if (x := open_letter(s)) is not None}
    names = {x.base for c in chains for x in t.of_kind(c, Name)}
    ended = {y for s in sums if open_letter(s) is None for b in s.below for y in t.of_kind(b, Name)}
    told = {y for c in (*ranges, *conditions, *filter(_is_range, chains)) for y in t.of_kind(c, Name)}
    sizes = _sizes(letters, names)
    if letters & (ended | told) or not letters <= bound or len(sizes) < len(letters):
        return list(located)

    def change(x: Any) -> Any:
        letter = open_letter(x) if isinstance(x, t.BigSum) else None
        if letter not in sizes or letter is None:
            return None
        begin = Chain((letter, Number("1")), ("=",))
        return replace(x, below=(begin,), above=sizes[letter], body=rebuilt(x.body, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _sizes(letters: set[Name], taken: set[str]) -> dict[Name, Name]:
    """A size for each letter: its capital, or another one where the page uses that for something, `J = \\frac12 ..`.

    With a prime it runs as far as without.
    """
    found: dict[Name, Name] = {}
    for x in sorted(letters, key=lambda x: (x.base, x.primes)):
        plain = found.get(replace(x, primes=0)) if x.primes else None
        used = taken | {s.base for s in found.values()} | {y.base.upper() for y in letters - {x}}
        size = plain.base if plain else next((s for s in (x.base.upper(), *CAPITALS) if s not in used), None)
        found |= {} if size is None else {x: Name(size)}
    return found


def lefts_of(chains: Sequence[Chain]) -> Iterator[Defined]:
    """What is defined with letters alone below it."""
    for c in chains:
        left = without_arguments(c.members[0])
        if len(c.members) > 1 and c.relations[0] in EQUALITIES and isinstance(left, Name):
            entries = entries_of(left)
            if entries and all(letter_of(e) is not None for e in entries):
                yield left, c


def without_arguments(x: t.Node) -> t.Node:
    """The name of `y_j(n)`."""
    if isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].joined:
        name, behind = (f.body for f in x.factors)
        return name if isinstance(behind, t.Group) and behind.open == "(" else x
    return x


def _letters_of(one: Defined, two: Defined, lefts: Sequence[Defined]) -> set[Name]:
    """The letters that tell two definitions of a name apart, and those that these sum over; none if it is one layer."""
    (a, first), (b, second) = one, two
    x, y = entries_of(a), entries_of(b)
    differ = [(p, q) for p, q in zip(x, y, strict=False) if p != q]
    if stem_of(a) != stem_of(b) or len(x) != len(y) or len(differ) != 1:
        return set()
    (p, q) = differ[0]
    summed = [
        {z for m in c.members[1:] for s in t.of_kind(m, t.BigSum) if (z := open_letter(s))} for c in (first, second)
    ]
    if not isinstance(p, Name) or not isinstance(q, Name):
        return set()
    stems = {stem_of(x) for x, _ in lefts}
    others = (summed[0] | summed[1]) - {p, q}
    asked = ((first, summed[0] | others), (second, summed[1] | others))
    if any(_is_of_another_step(c, z, stems) for c, letters in asked for z in letters):
        return set()  # units of this layer or of another one, one step back
    above = (p in summed[1] and _rests_on(second, a, p, lefts)) or (q in summed[0] and _rests_on(first, b, q, lefts))
    return {p, q} | summed[0] | summed[1] if above else set()


def _rests_on(chain: Chain, below: Name, letter: Name, lefts: Sequence[Defined]) -> bool:
    """Does a definition use what is made of another name with a letter: `net_k` the `o_j` of `o_j = f(net_j)`?"""
    used = {stem_of(x) for m in chain.members[1:] for x in t.of_kind(m, Name) if letter in entries_of(x)}
    return any(
        stem_of(name) in used
        and letter in entries_of(name)
        and any(stem_of(x) == stem_of(below) and letter in entries_of(x) for x in t.of_kind(c, Name))
        for name, c in lefts
    )


def _is_of_another_step(c: Chain, letter: Name, computed: Set[Stem]) -> bool:
    """Does an equation sum computed entries of another step over a letter: `\\sum_k v_{jk} h_k^{(t-1)}`?"""
    if letter.primes:
        return False
    mine = {x for x in t.of_kind(c, Name) if stem_of(x) in computed and letter in entries_of(x)}
    within = (e for x in mine for e in entries_of(x))
    behind = (
        i
        for x in t.of_kind(c, t.Product)
        for one, two in pairwise(x.factors)
        if two.joined and one.body in mine and isinstance(two.body, t.Group)
        for i in two.body.items
    )
    return any(isinstance(e, t.Terms) for e in (*within, *behind))


def open_letter(x: t.BigSum) -> Name | None:
    """The letter of a sum that says nothing of its ends."""
    one = x.below[0] if len(x.below) == 1 and x.above is None and x.operator == r"\sum" else None
    return one if isinstance(one, Name) and letter_of(one) is not None and len(one.base) == 1 else None


def _is_range(c: Chain) -> bool:
    """Does it say how far something runs?"""
    return any(isinstance(m, t.Listing) for m in c.members) or bool({r"\le", "<", r"\in"} & set(c.relations))
