r"""Letters whose parts stand in indices: `s_{\lfloor i/2 \rfloor}` for `i = 0, \dots, 2M-1`, where `i = 2a + r`.

The a is that part, 0 to M - 1, and r what is left, 0 or 1: so a line is written in these two, and what holds for both
of them holds for every i. So is a sum over i, then one over a and r. `\lceil i/2 \rceil`, `\lfloor (i-1)/2 \rfloor`
and the like are this part but for a number. The range of i has to consist of whole parts; it is the one beside the
line, else that of the front matter, else that for which what the line differentiates by is defined. The first line
about a name is left alone, for it may define it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Derivative, Formula, Group, Name, Node, Number, Script, Statement, Term
from ....latex.walking import moved, rebuilt
from ...asked import any_of, some
from ...located import Located
from ...ranges.typed_ends import Ends, typed_ends
from ...spelled.scripts import Kind, kind_of
from ...spelled.shape import letter_of, letters_in, shifted, stem_of
from .rounded_indices import DOWN, UP, Defined, entries_with_places, multiples, ranges_behind, times
from .rounded_letters import divided


@dataclass(frozen=True, slots=True)
class _Part:
    """A letter plus `more`, divided by a number and rounded down."""

    letter: str
    more: int
    by: int


def with_letters_in_parts(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a page with two letters for one of which such parts are indices."""
    if not any_of(located, _has_parts):
        return list(located)
    typed = {x: both for x, r in ranges.items() if (both := typed_ends(str(r))) is not None}
    defined = Defined(located, typed)
    seen: set[Kind] = set()
    found: list[Located] = []
    for n, (display, f) in enumerate(located):
        if isinstance(f, Formula):
            statements: list[Statement] = []
            for s in f.statements:
                ends = {**dict(_defined(s, defined)), **typed, **dict(ranges_behind(located, n))}
                statements.append(_written(s, ends) if _has_parts(s) and _is_claim(s, seen) else s)
                seen |= {kind_of(x) for x in s.chain.members[:1] if isinstance(x, Name)}
            f = f if all(map(_same, statements, f.statements)) else replace(f, statements=tuple(statements))
        found.append((display, f))
    return found


def _same(one: Statement, two: Statement) -> bool:
    return one is two


@some(Script)
def _has_parts(q: Script) -> bool:
    return any(_part(x) is not None for e in q.entries for x in t.of_kind(e, Group))


def _part(x: object) -> _Part | None:
    if not isinstance(x, Group) or x.open not in (UP, DOWN) or len(x.items) != 1:
        return None
    over = divided(x.items[0])
    letter, more = shifted(over[0]) if over is not None else (None, 0)
    by = int(over[1]) if over is not None else 0
    if not letter or by < 2:
        return None
    return _Part(letter, more + (by - 1 if x.open == UP else 0), by)


def _is_claim(s: Statement, seen: set[Kind]) -> bool:
    left = s.chain.members[0]
    return bool(t.of_kind(left, Derivative)) or (isinstance(left, Name) and kind_of(left) in seen)


def _defined(s: Statement, defined: Defined) -> Iterator[tuple[str, Ends]]:
    """The ranges for which the names on the left side are defined, by the letters that they have there."""
    for x in t.of_kind(s.chain.members[0], Name):
        for above, place, e in entries_with_places(x):
            known, letter = defined.places.get((stem_of(x), above, place), []), letter_of(e)
            if letter is not None and known and known[0] is not None and {*known} <= {known[0], None}:
                yield letter, known[0]


# ------------------------------------------------------------------------------------------------------ the letters


@dataclass(frozen=True, slots=True)
class _Parted:
    """A letter as `by * whole + rest - more`, and the ends of its part."""

    letter: str
    more: int
    by: int
    low: Node
    high: Node

    @property
    def whole(self) -> Name:
        return Name(rf"\lfloor {self._shifted}/{self.by}\rfloor")

    @property
    def rest(self) -> Name:
        return Name(rf"({self._shifted} \bmod {self.by})")

    @property
    def _shifted(self) -> str:
        return f"({self.letter}{self.more:+d})" if self.more else self.letter

    @property
    def last(self) -> Node:
        return Number(str(self.by - 1))

    def change(self, x: Any) -> Node | None:
        """A part by the first of the two letters, and the letter by both."""
        part = _part(x)
        if part is not None and part.letter == self.letter:
            return _sum(self.whole, (part.more - self.more) // self.by)
        if isinstance(x, Name) and letter_of(x) == self.letter:
            both = (Term("", times(self.by, self.whole)), Term("+", self.rest))
            return moved(_sum(t.Terms(both), -self.more), x.span)  # type: ignore[no-any-return]
        return None

    def conditions(self, s: Statement) -> tuple[Chain, ...]:
        """What is said of both letters beside a line."""
        ends = ((self.low, self.whole, self.high), (t.ZERO, self.rest, self.last))
        relations = (r"\le", r"\le")
        return tuple(Chain(moved(x, s.span), relations, (s.span, s.span), s.span) for x in ends)

    def summed(self, x: BigSum, body: Node) -> BigSum:
        """A sum over both instead of one over the letter."""
        inner = self._over(x, self.rest, t.ZERO, self.last, body)
        return self._over(x, self.whole, self.low, self.high, inner)

    def _over(self, x: BigSum, letter: Name, low: Node, high: Node, body: Node) -> BigSum:
        start = Chain((letter, low), ("=",), (x.span,), x.span)
        return replace(x, below=(moved(start, x.span),), above=moved(high, x.span), body=body)


def _sum(x: Node, more: int) -> Node:
    """Something plus a whole number."""
    if not more:
        return x
    terms = x.terms if isinstance(x, t.Terms) else (Term("", x),)
    return t.Terms((*terms, Term("+" if more > 0 else "-", Number(str(abs(more))))))


def _parted(letter: str, s: t.Tree, ends: Ends | None) -> _Parted | None:
    """A letter by its parts in a tree; None where these are of several kinds, or its range does not consist of them."""
    parts = {p for x in t.of_kind(s, Group) if (p := _part(x)) is not None and p.letter == letter}
    by, mores = {p.by for p in parts}, sorted(p.more for p in parts)
    if len(by) != 1 or ends is None or any((m - mores[0]) % min(by) for m in mores):
        return None
    (size,) = by
    more = mores[0] % size
    low, high = _exactly(ends[0], size, more), _exactly(ends[1], size, more - size + 1)
    return None if low is None or high is None else _Parted(letter, more, size, low, high)


def _exactly(x: Node, by: int, more: int) -> Node | None:
    """An end plus a number, divided by another one; None where that leaves something."""
    found = multiples(x)
    if found is None or any(count % by for count, _ in found[0]) or (found[1] + more) % by:
        return None
    terms = [(count // by, y) for count, y in found[0]]
    number = (found[1] + more) // by
    typed = [Term("-" if n < 0 else "+", times(abs(n), y)) for n, y in terms]
    typed = [replace(typed[0], sign="" if typed[0].sign == "+" else "-"), *typed[1:]] if typed else []
    if not typed:
        return Number(str(number)) if number >= 0 else None
    if len(typed) == 1 and not typed[0].sign:
        return _sum(typed[0].body, number)
    return _sum(t.Terms(tuple(typed)), number)


# ------------------------------------------------------------------------------------------------------- the lines


def _written(s: Statement, ends: Mapping[str, Ends]) -> Statement:
    """The statement in the parts of its letters; as it is where one of them cannot be parted."""
    rounded = [p for x in t.of_kind(s, Group) if (p := _part(x)) is not None]
    within = [p for q in t.of_kind(s, Script) for x in t.of_kind(q, Group) if (p := _part(x)) is not None]
    if len(within) < len(rounded):
        return s  # a part is a value somewhere
    found = s
    for letter in dict.fromkeys(p.letter for p in rounded):
        parted = _in_parts(found, letter, ends)
        if parted is None:
            return s
        found = parted
    return found


def _in_parts(s: Statement, letter: str, ends: Mapping[str, Ends]) -> Statement | None:
    failed = False

    def summed(x: Any) -> Node | None:
        nonlocal failed
        if not isinstance(x, BigSum) or not _binds(x, letter):
            return None
        parts = [p for y in t.of_kind(x, Group) if (p := _part(y)) is not None and p.letter == letter]
        if not parts:
            return x
        start = x.below[0]
        own = (start.members[1], x.above) if isinstance(start, Chain) and x.above is not None else ends.get(letter)
        plain = len(x.below) == 1 and (letter_of(start) or (isinstance(start, Chain) and start.relations == ("=",)))
        parted = _parted(letter, x.body, own) if plain else None
        if parted is None:
            failed = True
            return x
        return parted.summed(x, rebuilt(x.body, parted.change))

    bound: Statement = rebuilt(s, summed)
    if failed:
        return None
    if not any(p.letter == letter for x in t.of_kind(bound, Group) if (p := _part(x)) is not None):
        return bound
    parted = _parted(letter, bound, ends.get(letter))
    if parted is None:
        return None

    def free(x: Any) -> Node | None:
        return x if isinstance(x, BigSum) and _binds(x, letter) else parted.change(x)

    kept = tuple(c for c in bound.conditions if letter not in letters_in(c))
    if any(not _is_range(c, letter) for c in bound.conditions if c not in kept):
        return None
    return replace(bound, chain=rebuilt(bound.chain, free), conditions=(*kept, *parted.conditions(s)))


def _binds(x: BigSum, letter: str) -> bool:
    heads = (c.members[0] if isinstance(c, Chain) else c for c in x.below)
    return any(letter in letters_in(y) for y in heads)


def _is_range(c: Chain, letter: str) -> bool:
    listed = c.relations == ("=",) and isinstance(c.members[1], t.Listing) and letter_of(c.members[0]) == letter
    return listed or (c.relations == (r"\le", r"\le") and letter_of(c.members[1]) == letter)


__all__ = ["with_letters_in_parts"]
