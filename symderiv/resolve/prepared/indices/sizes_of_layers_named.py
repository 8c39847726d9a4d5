r"""A letter of its own for the size of one layer: `$n_L = m$`, `$n_0 = d$`, beside layers of `n_l` units; two layers of
one size, `n_3 = n_1`.

Both are one number, and the letter ends ranges only: so it is written as the size of that layer. A letter that numbers
things as well (`\sum_{i=1}^m` beside `x_m`) is another one at one of these places, and stays as it is; so does one of
which the front matter says more than that ranges of their own end there, `"k" = "1..m"`: these end with the size of the
layer then, too (`sizes_put`). A display says so of what ends ranges, and of a layer that is a number or the last one:
`n_l = m` for any l is something else. Of two layers the sizes are one only where all layers of the page are numbers.
Two letters for the sizes of all layers, `$S_l = s_l$`, are one in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.clauses import STOP
from ....latex.hedged import is_hedged
from ....latex.sizes_said import are_sizes_said, asks_of_sizes
from ....latex.tree import Chain, Formula, Listing, Name, Node, Number, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ...shapes.declared import REALS
from ...sizes.values_of_sizes import IN_A_CASE
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of
from ..words.sizes_of_one_noun import CASE

SAID_OF_ALL = lazily(r"[$\s]*[)）]?\s*(?:[.。;；]|\Z)")
"""Behind an equation of all layers; whatever else stands there may keep some of them from it."""

CLAUSE_END = lazily(r"[;；]")
"""What ends a sentence about a size, besides a full stop."""


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
        if d.inline and _is_said(d.before, d.after, True) and SAID_OF_ALL.match(d.after) is not None
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
def with_sizes_of_layers_named(
    located: Sequence[Located], ranges: Mapping[str, object], blocks: Sequence[Block]
) -> Sequence[Located]:
    """The formulas of a document with the size of a layer for its letter, and without what says so."""
    page = _page(read_of(located), ranges)
    words = gaps_of(located, blocks)
    around = {n: (before, behind) for (n, before), (_, behind) in pairwise(words)}
    same: dict[Name, Name] = {}
    for n, (display, f) in enumerate(located):
        before, behind = (display.before, display.after) if display.inline else around.get(n, ("", ""))
        if not isinstance(f, Formula) or not _is_said(before, behind, display.inline):
            continue
        for size, other in filter(None, map(_pair, f.statements)):
            plainly = display.inline and are_sizes_said(display.before, CLAUSE_END.split(display.after)[0])
            if page.are_one(size, other, display.inline, plainly) and same.setdefault(other, size) != size:
                return located  # two layers of one size: which of them is meant does not show
    same = {other: size for other, size in same.items() if size not in same}
    if not same:
        return located

    def change(x: Any) -> Name | None:
        return same.get(x) if isinstance(x, Name) else None

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


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands at the ends of sums and ranges, what numbers things or is computed, which letters run, what the front
    matter says of ranges."""

    ends: frozenset[Name]
    others: frozenset[str]
    running: frozenset[str]
    typed: tuple[str, ...]

    def are_one(self, size: Name, other: Name, inline: bool, plainly: bool) -> bool:
        """Is another name, equated with the size of a layer, nothing but that size?"""
        if not any(x.base == size.base and _is_of_layer(x) for x in self.ends):
            return False
        ended = [x for x in self.typed if other.base in x]
        if ended and not (plainly and not other.scripts and all(x == f"1..{other.base}" for x in ended)):
            return False
        if other.scripts:
            layers = (x for x in self.ends if x.base in (size.base, other.base) and _is_of_layer(x))
            return {size, other} <= self.ends and all(isinstance(_layer(x), Number) for x in layers)
        told = inline or (other in self.ends and _below(size).isdisjoint(self.running))
        return told and other.base not in self.others


def _page(formulas: Sequence[Formula], ranges: Mapping[str, object]) -> _Page:
    running = {x for f in formulas for x in _running(f)} | ranges.keys()
    others = {x for f in formulas for x in _in_scripts(f)} | {x.base for f in formulas for x in _computed(f)}
    typed = tuple(str(x).strip() for x in ranges.values())
    ends = frozenset(x for f in formulas for x in _ends(f))
    return _Page(ends, frozenset(others | running), frozenset(running), typed)


def sizes_put(before: Sequence[Located], after: Sequence[Located], ranges: Sequence[Chain]) -> Mapping[Name, Name]:
    """The letters in ranges that formulas had for the sizes of layers before, and have no more, with these sizes."""
    if not ranges:
        return {}
    told = {other: size for f in read_of(before) for size, other in filter(None, map(_pair, f.statements))}
    ended = {x for c in ranges for x in t.of_kind(c, Name)} & told.keys()
    gone = ended - {x for f in read_of(after) for x in t.of_kind(f, Name)} if ended else ended
    return {x: told[x] for x in gone}


def _is_said(before: str, behind: str, inline: bool) -> bool:
    """Does a sentence, or a display, say so of the whole page?"""
    if not inline:
        before, behind = STOP.split(before)[-1], STOP.split(behind)[0]
        if IN_A_CASE.search(f"{before} {behind}") or asks_of_sizes(before, behind):
            return False
    return CASE.search(before) is None and not is_hedged(before, behind)


def _pair(s: Statement) -> tuple[Name, Name] | None:
    """The size of a layer and the other name of it: a letter, or the size of another layer."""
    if s.chain.relations != ("=",) or s.conditions or s.struck:
        return None
    one, two = s.chain.members
    if not isinstance(one, Name) or not isinstance(two, Name):
        return None
    if all(_is_of_layer(x) and isinstance(_layer(x), Number) for x in (one, two)):
        return (two, one) if one != two else None
    for size, other in ((one, two), (two, one)):
        if _is_of_layer(size) and letter_of(other) is not None and letter_of(other) not in _below(size):
            return size, other
    return None


def _layer(x: Name) -> Node:
    """What stands below the size of a layer."""
    return x.scripts[0].entries[0]


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


def _in_scripts(f: Formula) -> Iterator[str]:
    r"""The letters in scripts, but for those of spaces such as `\mathbb{R}^m`."""
    for x in t.of_kind(f, Name):
        spelled = rf"\{x.font}{{{x.base}}}" if x.font else x.base
        for e in (e for s in x.scripts if spelled not in REALS or x.base == spelled for e in s.entries):
            yield from _letters(e)
    for y in t.of_kind(f, t.Scripted):
        for e in (e for s in y.scripts for e in s.entries):
            yield from _letters(e)


def _running(f: Formula) -> Iterator[str]:
    """The letters under sums, and in front of ranges."""
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
