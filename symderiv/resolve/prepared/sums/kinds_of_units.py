r"""Sets that are all units of a kind: `k \in K`, `h \in H`, `l \in L` of a network with three layers.

The letter of a unit says of which kind it is, and the set is named after it. So it is all that the letter runs over,
and its name how many these are, `|L|`; any letter that runs over the set under a sum is one of that kind. `\sum_{j \in
P}` beside `\sum_{k \in N}` may be parts of one range. Where a page speaks of a part of the units (`a random subset`),
numbers them otherwise, or puts a letter of another kind in such a set outside of a sum, the sums are not read. Where
the front matter gives each of these letters a range that ends otherwise, `"k" = "1..n_K"`, the set is that range: but
not if a letter is one by which many number examples, or a defined name carries two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import (
    ONE,
    ZERO,
    BigSum,
    Chain,
    Derivative,
    Formula,
    Group,
    Listing,
    Misfit,
    Name,
    Node,
    Script,
    Statement,
)
from ....latex.walking import moved, rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...ranges.typed_ends import Ends, typed_ends
from ...spelled.shape import letter_of
from .membership import affirmed, asks_whether

IN = (r"\in",)
PART = lazily(
    r"\b(?:sub-?sets?|random\w*|drop(?:s|ped|out)?|observed|unobserved|ignored|sampled?|samples|mini-?batch\w*|kept|masked"
    r"|selected|active|Teilmengen?|zufällig\w*|sous-ensembles?|subconjuntos?|sottoinsiem\w*)\b"
    r"|部分集合|一部の|ランダム|子集|随机|隨機|一部分|부분집합|일부",
    re.I,
)
"""Words of parts of a set."""
EXAMPLES = frozenset("bdnst")
"""Letters that number examples, batches, samples, steps."""
CAUSE = "is this set all units of a kind, or a part of them?"
HINT = r"say where the letter begins and ends, `\sum_{k=1}^{K}`"


def _sums_over_a_set(s: Statement) -> bool:
    return any(True for _ in _asked(s))


def _asked(s: Statement) -> Iterator[tuple[str, Name]]:
    """The letters below sums with the sets, named by a letter alone, that they are in."""
    for c in (c for x in t.of_kind(s, BigSum) for c in x.below if isinstance(c, Chain) and asks_whether(c)):
        letter = letter_of(c.members[0])
        if letter is not None and isinstance(c.members[1], Name):
            yield letter, c.members[1]


@where(_sums_over_a_set)
def with_kinds_of_units(located: Sequence[Located], ranges: Mapping[str, object], words: str) -> Sequence[Located]:
    """The formulas of a document with sums from 1 to the number of units for those over sets of such units.

    `ranges` are those of letters, as typed; `words` are all that stand between the formulas.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    over = [pair for s in statements for pair in _asked(s)]
    sets = {x for _, x in over}
    kinds = {x.base.lower(): x for x in sets}
    running = {letter for letter, _ in over} | {y for s in statements for y in letters_in_scripts(s.chain.members[0])}
    if any(x.scripts for x in sets) or not running >= {*kinds} or not are_kinds(statements, [*kinds.items()]):
        return located
    typed = {x: ends for x in kinds if x in ranges and (ends := typed_ends(str(ranges[x]))) is not None}
    if PART.search(words) or not _is_all_of_them(statements, kinds, typed):
        return with_statements(located, lambda s: rebuilt(s, _unread))
    writer = _Writer(kinds, {kinds[x]: ends for x, ends in typed.items()})
    return [(d, writer.formula(f) if isinstance(f, Formula) else f) for d, f in located]


def are_kinds(statements: Sequence[Statement], asked: Sequence[tuple[str, Name]]) -> bool:
    r"""Are sets, each with its letter, those of units of a network: are names defined for two of these letters, `n_h`
    and `n_l`, or do weights lead from one to the next, `w_{kh}` and `w_{hl}`?"""
    letters = {letter for letter, _ in asked}
    defined: dict[str, set[str]] = {}
    for left in (s.chain.members[0] for s in statements if s.chain.relations):
        if isinstance(left, Name):
            defined.setdefault(left.base, set()).update(letters.intersection(letters_in_scripts(left)))
    places: dict[tuple[str, str], set[int]] = {}
    for x in (x for s in statements for x in t.of_kind(s, Name)):
        for n, letter in enumerate(letters_in_scripts(x)):
            places.setdefault((x.base, letter), set()).add(n)
    led_through = {letter for (_, letter), found in places.items() if len(found) > 1} & letters
    return any(len(found) > 1 or found & led_through for found in defined.values())


def letters_in_scripts(of: Node) -> Iterator[str]:
    """The letters that stand in the scripts of an expression."""
    scripts = (x for x in t.walk(of) if isinstance(x, Script))
    return (letter for x in scripts for e in x.entries if (letter := letter_of(e)) is not None)


def _is_all_of_them(statements: Sequence[Statement], kinds: Mapping[str, Name], typed: Mapping[str, Ends]) -> bool:
    """Does the page say nothing of the sets but that letters of their kind are in them, and nothing else of how many
    there are than a range for each?"""
    for c in (c for s in statements for c in (s.chain, *s.conditions)):
        if isinstance(c, Chain) and asks_whether(affirmed(c)):
            if c.relations != IN or kinds.get(str(letter_of(c.members[0]))) != c.members[1]:
                return False
        elif any(m in kinds.values() for m in c.members) or _numbers_otherwise(c, kinds, typed):
            return False
    if any(low not in (ZERO, ONE) for low, _ in typed.values()):
        return False
    return all(high == kinds[x] for x, (_, high) in typed.items()) or _are_ranges(statements, kinds, typed)


def _are_ranges(statements: Sequence[Statement], kinds: Mapping[str, Name], typed: Mapping[str, Ends]) -> bool:
    """Are sets with ranges of their own nothing but these? Sets of examples may be parts of them, and what a sum over a
    whole range stands beside."""
    lefts = (s.chain.members[0] for s in statements if s.chain.relations)
    several = any(len({*kinds}.intersection(letters_in_scripts(x))) > 1 for x in lefts if isinstance(x, Name))
    sets = {*kinds.values()}
    named = sum(x in sets for s in statements for x in t.of_kind(s, Name))
    known = sum(x in sets for s in statements for x in _elements_of(s))
    plain = typed.keys() == kinds.keys() and EXAMPLES.isdisjoint(kinds) and not several and named == known
    return plain and not any(_sums_over_all(s, {*kinds}) for s in statements)


def _sums_over_all(s: Statement, letters: Set[str]) -> bool:
    """Has it a sum over a letter up to an end, or, where nothing is differentiated, over whatever there is?"""
    for x in t.of_kind(s, BigSum):
        heads = {letter_of(c.members[0] if isinstance(c, Chain) else c) for c in x.below}
        over_all = x.above is not None or not (t.of_kind(s, Derivative) or any(isinstance(c, Chain) for c in x.below))
        if over_all and any(letter is not None and letter.rstrip("'") in letters for letter in heads):
            return True
    return False


def _elements_of(s: Statement) -> Iterator[Node]:
    """What is said to have elements, what stands in bars, and what stands below a name."""
    yield from (c.members[1] for c in map(affirmed, t.of_kind(s, Chain)) if asks_whether(c))
    yield from (x.items[0] for x in t.of_kind(s, Group) if x.open == "|" and len(x.items) == 1)
    yield from (e for x in t.of_kind(s, Script) for e in x.entries if not x.above)


def _numbers_otherwise(c: Chain, kinds: Mapping[str, Name], typed: Mapping[str, Ends]) -> bool:
    r"""Is it `l = 1, \dots, n` of a letter whose set is another name, and whose range ends elsewhere?"""
    letters = {str(letter_of(m)) for m in c.members} & {*kinds}
    listed = [m for m in c.members if isinstance(m, Listing)]
    ends = {x: typed[x][1] if x in typed else kinds[x] for x in letters}
    return bool(letters and listed) and any(m.items[-1] != ends[x] for m in listed for x in letters)


def _unread(x: Any) -> Node | None:
    over = isinstance(x, BigSum) and any(isinstance(c, Chain) and asks_whether(c) for c in x.below)
    return Misfit(CAUSE, HINT, span=x.span) if over else None


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the sums over the sets of units of `kinds`, by their letters; `ends` are those of their ranges, if a page
    gives them."""

    kinds: Mapping[str, Name]
    ends: Mapping[Node, Ends]

    def formula(self, f: Formula) -> Formula:
        """A formula without what only says that a unit is one."""
        found = tuple(
            replace(s, conditions=tuple(c for c in s.conditions if c.relations != IN or not self._tells(c)))
            for s in f.statements
            if not (len(f.statements) > 1 and self._tells(s.chain))
        )
        found = tuple(rebuilt(s, self.change) for s in found)
        return f if found == f.statements else replace(f, statements=found)

    def _tells(self, c: Chain) -> bool:
        return c.relations == IN and c.members[1] in self.kinds.values()

    def change(self, x: Any) -> Node | None:
        """What stands for a part of a formula; None where it stays."""
        if isinstance(x, Group) and x.open == "|" and len(x.items) == 1 and x.items[0] in self.kinds.values():
            return self._size(x.items[0])
        if not isinstance(x, BigSum) or len(x.below) != 1 or x.above is not None:
            return None
        (c,) = x.below
        if not (isinstance(c, Chain) and self._tells(c)):
            return None
        kind, letter = c.members[1], c.members[0]
        assert isinstance(kind, Name)
        body = rebuilt(x.body, self.change)
        if letter_of(letter) != kind.base.lower():
            fresh = self._fresh(kind, x)
            body = rebuilt(body, lambda y: replace(fresh, span=y.span) if y == letter else None)
            letter = fresh
        low, high = self.ends.get(kind, (ONE, kind))
        start = Chain((letter, replace(low, span=c.span)), ("=",), c.relation_spans, c.span)
        return replace(x, below=(start,), above=moved(high, c.span) if kind in self.ends else kind, body=body)

    def _size(self, kind: Node) -> Node:
        """How many units there are."""
        low, high = self.ends.get(kind, (ONE, kind))
        if low == ONE:
            found: Node = moved(high, kind.span)
        else:
            found = moved(Group("(", (t.Terms((t.Term("", high), t.Term("+", ONE))),), ")"), kind.span)
        return found

    def _fresh(self, kind: Name, x: BigSum) -> Name:
        """The letter of the kind, with more primes than any in a sum."""
        own = kind.base.lower()
        return Name(own, primes=max([-1, *(y.primes for y in t.of_kind(x.body, Name) if y.base == own)]) + 1)
