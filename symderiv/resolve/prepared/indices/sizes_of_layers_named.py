r"""A letter of its own for the size of one layer: `$n_L = m$`, `$n_0 = d$`, beside layers of `n_l` units.

Both are one number, and the letter ends ranges only: so it is written as the size of that layer. A letter that numbers
things as well (`\sum_{i=1}^m` beside `x_m`) is another one at one of these places, and stays as it is; so does one of
which the front matter speaks. Two letters for the sizes of all layers, `$S_l = s_l$`, are one in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import Chain, Formula, Listing, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of
from ...shape import letter_of
from ...shapes.declared import REALS
from ..words.sizes_of_one_noun import CASE

SAID_OF_ALL = re.compile(r"[$\s]*[)）]?\s*(?:[.。;；]|\Z)")
"""Behind an equation of all layers; whatever else stands there may keep some of them from it."""


def _may_be_one(s: Statement) -> bool:
    return _pair(s) is not None


def _may_be_two(s: Statement) -> bool:
    return _letters_of_all(s) is not None


@where(_may_be_two)
def with_one_letter_for_sizes(located: Sequence[Located], ranges: Mapping[str, object]) -> Sequence[Located]:
    """The formulas of a document with one letter for the sizes of all layers where a sentence equates two."""
    formulas = read_of(located)
    told = [
        pair
        for d, f in located
        if isinstance(f, Formula) and len(f.statements) == 1 and (pair := _letters_of_all(f.statements[0])) is not None
        if _is_said(d.inline, d.before, d.after) and SAID_OF_ALL.match(d.after) is not None
    ]
    same = dict(told)
    typed = " ".join(map(str, ranges.values()))
    both = {x for pair in same.items() for x in pair}
    if len(told) != 1 or any(x in typed for x in both) or not both <= {x.base for f in formulas for x in _ends(f)}:
        return located
    if any(not _is_of_layer(x) for f in formulas for x in t.of_kind(f, Name) if x.base in both):
        return located  # the letter alone is something else
    if both & {x for f in formulas for x in _found(f)}:
        return located

    def change(x: Any) -> Name | None:
        return replace(x, base=same[x.base]) if isinstance(x, Name) and x.base in same else None

    def changed(s: Statement) -> Statement:
        if _letters_of_all(s) in told:
            return replace(s, chain=Chain(s.chain.members[1:], (), (), s.chain.span))
        found: Statement = rebuilt(s, change)
        return found

    return [
        (d, replace(f, statements=tuple(map(changed, f.statements))) if isinstance(f, Formula) else f)
        for d, f in located
    ]


def _letters_of_all(s: Statement) -> tuple[str, str] | None:
    """The two letters of `S_l = s_l`."""
    if s.chain.relations != ("=",) or s.conditions or s.struck:
        return None
    one, other = s.chain.members
    if not isinstance(one, Name) or not isinstance(other, Name) or one.base == other.base or one.font != other.font:
        return None
    if not _is_of_layer(one) or not _is_of_layer(other) or _entry(one) is None or _entry(one) != _entry(other):
        return None
    return one.base, other.base


def _entry(x: Name) -> str | None:
    """The small letter below a size: `n_L` is the size of one layer."""
    letter = letter_of(x.scripts[0].entries[0])
    return letter if letter is not None and letter.islower() else None


def _found(f: Formula) -> Iterator[str]:
    """The letters that other equations define, and those of what things are differentiated by."""
    yield from (
        x.base
        for s in f.statements
        if s.chain.relations[:1] == ("=",) and _letters_of_all(s) is None
        if isinstance(x := s.chain.members[0], Name)
    )
    yield from (d.body.base for d in t.of_kind(f, t.Wrt) if isinstance(d.body, Name))


@where(_may_be_one)
def with_sizes_of_layers_named(located: Sequence[Located], ranges: Mapping[str, object]) -> Sequence[Located]:
    """The formulas of a document with the size of a layer for its letter, and without what says so."""
    formulas = read_of(located)
    sizes = {x.base for f in formulas for x in _ends(f) if _is_of_layer(x)}
    typed = " ".join(map(str, ranges.values()))
    numbering = {x for f in formulas for x in _numbering(f)}
    computed = {x.base for f in formulas for x in _computed(f)}
    same: dict[str, Name] = {}
    for display, f in located:
        for s in (
            f.statements if isinstance(f, Formula) and _is_said(display.inline, display.before, display.after) else ()
        ):
            if (pair := _pair(s)) is None or pair[0].base not in sizes:
                continue
            size, letter = pair
            if letter not in numbering | computed and letter not in typed and same.setdefault(letter, size) != size:
                return located  # two layers of one size: which of them is meant does not show
    if not same:
        return located

    def change(x: Any) -> Name | None:
        return same.get(letter_of(x) or "") if isinstance(x, Name) else None

    def changed(s: Statement) -> Statement:
        pair = _pair(s)
        if pair is not None and same.get(pair[1]) == pair[0]:
            return replace(s, chain=Chain((pair[0],), (), (), s.chain.span))
        found: Statement = rebuilt(s, change)
        return found

    return [
        (d, replace(f, statements=tuple(map(changed, f.statements))) if isinstance(f, Formula) else f)
        for d, f in located
    ]


def _is_said(inline: bool, before: str, after: str) -> bool:
    """Does a sentence say so of the whole page?"""
    return inline and CASE.search(before) is None and not is_hedged(before, after)


def _pair(s: Statement) -> tuple[Name, str] | None:
    """The size of a layer and the letter that it is equated with."""
    if s.chain.relations != ("=",) or s.conditions or s.struck:
        return None
    for size, other in (s.chain.members, s.chain.members[::-1]):
        letter = letter_of(other)
        if isinstance(size, Name) and _is_of_layer(size) and letter is not None and letter not in _below(size):
            return size, letter
    return None


def _is_of_layer(x: Name) -> bool:
    r"""Is it a letter with one number or letter below, `n_L`, `n_1`, `d_{l+1}`?"""
    below = [s for s in x.scripts if not s.above]
    plain = not x.accents and not x.primes and len(x.scripts) == len(below) == 1
    return plain and len(below[0].entries) == 1 and not isinstance(below[0].entries[0], t.Text)


def _below(x: Name) -> set[str]:
    return {letter for s in x.scripts for e in s.entries for letter in _letters(e)}


def _letters(x: Node) -> set[str]:
    return {name.base for name in t.of_kind(x, Name)}


def _ends(f: Formula) -> Iterator[Name]:
    """What stands at the ends of sums and ranges."""
    ends = [x.above for x in t.of_kind(f, t.BigSum) if x.above is not None]
    for c in t.of_kind(f, Chain):
        last = c.members[-1]
        ends += [last.items[-1]] if isinstance(last, Listing) else [last] if len(c.members) > 2 else []
    yield from (x for x in ends if isinstance(x, Name))


def _numbering(f: Formula) -> Iterator[str]:
    r"""The letters in scripts, but for those of spaces such as `\mathbb{R}^m`, under sums, and in front of ranges."""
    for x in t.of_kind(f, Name):
        spelled = rf"\{x.font}{{{x.base}}}" if x.font else x.base
        for e in (e for s in x.scripts if spelled not in REALS or x.base == spelled for e in s.entries):
            yield from _letters(e)
    for y in t.of_kind(f, t.Scripted):
        for e in (e for s in y.scripts for e in s.entries):
            yield from _letters(e)
    for z in t.of_kind(f, t.BigSum):
        for item in z.below:
            yield from _letters(item.members[0] if isinstance(item, Chain) else item)
    for c in t.of_kind(f, Chain):
        if isinstance(c.members[-1], Listing) or len(c.members) > 2:
            yield from (letter for m in c.members[:-1] if (letter := letter_of(m)) is not None)


def _computed(f: Formula) -> Iterator[Name]:
    """The letters on left sides, and in derivatives."""
    for s in f.statements:
        left = s.chain.members[0]
        if s.chain.relations[:1] == ("=",) and isinstance(left, Name) and not left.scripts and _pair(s) is None:
            yield left
    yield from (x for d in t.of_kind(f, t.Derivative) for x in t.of_kind(d, Name) if not x.scripts)
