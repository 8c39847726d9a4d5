r"""What a page says of a function for some arguments, or under a condition: `for $z > 0$ let $f(z) = z$`.

It is no definition of the function; and a supposition is used only where it is the one condition of its paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ...latex.grouping import Beat, Group
from ...latex.tree import Chain, Name, Product, Statement, walk
from ...pattern import lazily
from ..facts import Facts
from ..integers.conditions import INEQUALITIES
from ..stated import Beside, Stated

OPEN = lazily(r"[(（\[]\s*(?:(?:here|now|with|for|where|say|e\.g\.|i\.e\.)\s*,?\s*)?\Z", re.I)
CLOSE = lazily(r"\s*[)）\]]")


def defined_in_part(
    beats: Sequence[Beat], own: Sequence[Stated], home: Sequence[int], yes: Sequence[bool], facts: Facts
) -> Iterator[tuple[int, Beside]]:
    """Equations that say what a function is where its argument is compared with something, with the comparison.

    `yes` tells which statements are equations.
    """
    at = {b.number: b for b in beats}
    for n, s in enumerate(own):
        left = s.statement.chain.members[0]
        if not yes[n] or home[n] not in at or not isinstance(left, Product) or len(left.factors) != 2:
            continue
        letters = {x.base for x in walk(left.factors[1].body) if isinstance(x, Name) and not x.scripts}
        letters -= facts.integers() | facts.left
        for c in _comparisons(at[home[n]], beats, own, home) if left.factors[1].joined else ():
            if letters & _names(c):
                yield n, c


def is_enclosed(s: Statement, before: str, behind: str) -> bool:
    """Does a statement stand alone in parentheses, its own or those of the text around it?"""
    return s.parenthesised or (OPEN.search(before) is not None and CLOSE.match(behind) is not None)


def supposed_alone(
    groups: Sequence[Group],
    beats: Sequence[Beat],
    own: Sequence[Stated],
    home: Sequence[int],
    supposed: Collection[int],
) -> Iterator[int]:
    """The supposed statements in whose paragraph no other condition stands, and that no word turns round.

    A comparison of entries, `$f$ が ReLU のとき $u_j > 0$ ならば`, says nothing of the argument of the function,
    unless it is said together with what the function is (`if $f(z) = z$ and $z_1 > 0$`).
    """
    conditions = {b.number for b in beats if b.condition}
    apart = {n for n, s in zip(home, own, strict=False) if n in conditions and _compares_entries(s.statement.chain)}
    told = {home[n] for n in supposed if isinstance(own[n].statement.chain.members[0], Product)}  # `$f(z) = z$`
    count = Counter(b.paragraph for b in beats if b.condition and b.number not in apart)
    values = {b.paragraph for b in beats if b.condition and b.number not in apart | told}
    for group in groups:
        beat = beats[group.members[0]]
        others = [b for b in beats if b.number not in apart]
        together = any(beats[m].number in apart for m in group.members)
        if not (group.doubt or together or any(_comparisons(beat, others, own, home))) and _is_alone(
            beat, beat.number in told, count, values
        ):
            yield from (n for n in supposed if home[n] == beat.number)


def _is_alone(beat: Beat, function: bool, count: Counter[int], values: Collection[int]) -> bool:
    """Is a condition the only one of its paragraph, or are all of them about what functions are?"""
    return count[beat.paragraph] == 1 or (function and beat.paragraph not in values)


def _comparisons(beat: Beat, beats: Sequence[Beat], own: Sequence[Stated], home: Sequence[int]) -> Iterator[Beside]:
    """The comparisons in other formulas of a paragraph: `z > 0`."""
    numbers = {b.number for b in beats if b.paragraph == beat.paragraph and b.number != beat.number}
    for number, s in zip(home, own, strict=False):
        chain = s.statement.chain
        if number in numbers and not INEQUALITIES.isdisjoint(chain.relations):
            yield s.formula, chain


def _compares_entries(chain: Chain) -> bool:
    """Is it an inequality whose names all have indices, `u_j > 0`?"""
    names = [x for m in chain.members for x in walk(m) if isinstance(x, Name)]
    inside = {id(y) for x in names for script in x.scripts for e in script.entries for y in walk(e)}
    outer = [x for x in names if id(x) not in inside]
    return (
        bool(outer)
        and all(x.scripts for x in outer)
        and INEQUALITIES.issuperset(chain.relations)
        and bool(chain.relations)
    )


def _names(c: Beside) -> set[str]:
    return {x.base for m in c[1].members for x in walk(m) if isinstance(x, Name)}
