r"""Elements of a set that stand as indices, `s_{x,y} = f(x; \theta) - f(y; \theta)` with `\sum_{y \in X, y \neq x}`,
where words say how many there are: `$X$ is the set of the $n$ documents`.

An element is told by its number then. What is applied to it has that number for an index, `f_x`, and what it is made
of, `x_k`, is an array of the numbers of elements and entries, `x_{x,k}`; sums over the set run from 1 to n. So it is
read where every letter that runs over the set stands for nothing else: in scripts, as argument, or with one index
below. What is shown behind the elements, the theta, is dropped where it is the same behind every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import ONE, BigSum, Chain, Group, Listing, Name, Node, Product, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...spelled.shape import APART, Stem, letter_of, stem_of
from ..applied import before_parentheses, with_values_for
from ..said_in_place import value_alone

IN = (r"\in",)
UNEQUAL = frozenset([r"\ne", r"\neq"])
MANY = lazily(
    r"\s*(?:is|be|denotes?|,)\s+(?:the|a)\s+(?:finite\s+)?set\s+of\s+(?:the\s+|all\s+(?:the\s+)?)?\$\s*(?P<size>[A-Za-z])\s*\$"
    r"\s+[a-z-]+",
    re.I,
)
"""Words behind a set that say how many elements it has."""


@dataclass(frozen=True, slots=True)
class _Elements:
    """The letters that run over a set, and how many elements it has."""

    stem: Stem
    letters: frozenset[str]
    size: Name

    def is_element(self, x: object) -> bool:
        return isinstance(x, Name) and letter_of(x) in self.letters

    def runs(self, c: object) -> Node | None:
        r"""The letters of `x \in X`."""
        if not isinstance(c, Chain) or c.relations != IN or not _is_set(c.members[1], self.stem):
            return None
        return c.members[0] if all(map(self.is_element, t.listed(c.members[0]))) else None


def _has_elements(s: Statement) -> bool:
    """Is there a sum over a set whose letter is an index, too?"""
    letters = {letter_of(c.members[0]) for x in t.of_kind(s, BigSum) for c in _memberships(x)} - {None}
    return bool(letters) and any(letter_of(e) in letters for x in t.of_kind(s, Script) for e in x.entries)


def with_elements_as_indices(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a page with the numbers of such elements."""
    if not any_of(located, _has_elements):
        return located
    statements = [s for f in read_of(located) for s in f.statements]
    found = [x for x in _sets(located, statements) if _is_read(x, statements)]
    if len(found) != 1:
        return located
    mine = found[0]
    return with_statements(located, lambda s: _numbered(s, mine))


def _memberships(x: BigSum) -> Iterator[Chain]:
    if x.above is None:
        yield from (c for c in x.below if isinstance(c, Chain) and c.relations == IN and isinstance(c.members[1], Name))


def _is_set(x: Node, stem: Stem) -> bool:
    return isinstance(x, Name) and not x.scripts and stem_of(x) == stem


def _sets(located: Sequence[Located], statements: Sequence[Statement]) -> Iterator[_Elements]:
    """The sets of which words say how many elements they have, with the letters that run over them."""
    over = [c for s in statements for x in t.of_kind(s, BigSum) for c in _memberships(x)]
    for n, (display, _) in enumerate(located):
        told = MANY.match(display.after) if "set of" in display.after else None
        name = value_alone(located[n]) if told is not None else None
        if told is None or not isinstance(name, Name) or name.scripts or is_hedged(display.before, display.after):
            continue
        letters = {letter_of(c.members[0]) for c in over if _is_set(c.members[1], stem_of(name))}
        if letters and None not in letters:
            yield _Elements(stem_of(name), frozenset(x for x in letters if x), Name(told["size"], span=name.span))


def _is_read(mine: _Elements, statements: Sequence[Statement]) -> bool:
    """Does the set stand for nothing but its elements, and every element for nothing but its number?"""
    said = [s for s in statements if s.chain.relations]
    for s in said:
        chains = [c for c in t.of_kind(s, Chain) if mine.runs(c) is not None]
        if sum(stem_of(x) == mine.stem for x in t.of_kind(s, Name)) != len(chains):
            return False
        met = sum(x.base in mine.letters for x in t.of_kind(s, Name))
        if met != sum(1 for _ in _as_numbers(s, mine)):
            return False
    behind: dict[Stem, set[tuple[tuple[Node, ...] | None, int]]] = {}
    for head, group in (pair for s in said for x in t.of_kind(s, Product) for pair in before_parentheses(x)):
        behind.setdefault(stem_of(head), set()).add((_shown(group, mine), len(group.items)))
    ours = {stem for stem, found in behind.items() if any(shown is not None for shown, _ in found)}
    alike = all(len(behind[stem]) == 1 for stem in ours)
    shown = {letter_of(x) for found in behind.values() for rest, _ in found for x in rest or ()}
    if not shown.isdisjoint(_running(said)):
        return False  # `r(u, i)` has an entry for each i
    return alike and not any(_is_bare(x, ours, s) for s in said for x in t.walk(s))


def _running(statements: Sequence[Statement]) -> Iterator[str | None]:
    """The letters that stand in scripts, under sums, and in what says where something lies."""
    for x in (x for s in statements for x in t.walk(s)):
        if isinstance(x, Script):
            yield from map(letter_of, x.entries)
        elif isinstance(x, Chain) and (len(x.members) > len(("a", "b")) or not EQUALITIES.issuperset(x.relations)):
            yield from (letter_of(y) for m in x.members for y in t.listed(m))
        elif isinstance(x, BigSum):
            below = (m for c in x.below for m in (c.members if isinstance(c, Chain) else (c,)))
            yield from (letter_of(y) for m in below for y in t.listed(m))


def _is_bare(x: object, functions: set[Stem], s: Statement) -> bool:
    """Does a function stand anywhere without its element?"""
    if not isinstance(x, Name) or stem_of(x) not in functions:
        return False
    return not any(head is x for p in t.of_kind(s, Product) for head, _ in before_parentheses(p))


def _as_numbers(s: Statement, mine: _Elements) -> Iterator[Name]:
    """The places in a statement where an element may stand for its number."""
    for x in t.walk(s):
        if isinstance(x, Name):
            if _is_entry(x, mine):
                yield x
            yield from (e for y in x.scripts for e in y.entries if isinstance(e, Name) and mine.is_element(e))
        elif isinstance(x, Product):
            for _, group in before_parentheses(x):
                yield from (i for i in _elements(group, mine) if isinstance(i, Name))
        elif isinstance(x, Chain):
            apart = UNEQUAL.issuperset(x.relations) and len(x.members) > 1 and all(map(mine.is_element, x.members))
            held = x.members if apart else t.listed(y) if (y := mine.runs(x)) is not None else ()
            yield from (m for m in held if isinstance(m, Name))


def _is_entry(x: Name, mine: _Elements) -> bool:
    """Is it an element with one index below?"""
    fits = x.base in mine.letters and not x.accents and not x.font and not x.primes and len(x.scripts) == 1
    entries = x.scripts[0].entries if fits and not x.scripts[0].above else ()
    return len(entries) == 1 and letter_of(entries[0]) is not None and not mine.is_element(entries[0])


def _elements(group: Group, mine: _Elements) -> tuple[Node, ...]:
    """The elements with which arguments begin."""
    first = next((n for n, i in enumerate(group.items) if not mine.is_element(i)), len(group.items))
    return group.items[:first]


def _shown(group: Group, mine: _Elements) -> tuple[Node, ...] | None:
    """What stands behind these; None where there are none, or more than names behind them."""
    own = _elements(group, mine)
    rest = group.items[len(own) :]
    return rest if own and all(isinstance(i, Name) for i in rest) else None


def _numbered(s: Statement, mine: _Elements) -> Statement:
    first = min(mine.letters)

    def value(head: Name, group: Group) -> Node | None:
        return _with_below(head, _elements(group, mine)) if _shown(group, mine) is not None else None

    def change(x: Any) -> Node | None:
        if isinstance(x, Name) and _is_entry(x, mine):
            letter = Name(x.base, span=x.span)
            entries = (letter, *x.scripts[0].entries)
            return replace(x, base=first, font=APART, scripts=(replace(x.scripts[0], entries=entries, commas=True),))
        if isinstance(x, Chain) and (letters := mine.runs(x)) is not None:
            span = x.relation_spans[0] if x.relation_spans else x.span
            return replace(
                x, members=(ONE, letters, mine.size), relations=(r"\le", r"\le"), relation_spans=(span, span)
            )
        return _summed(x, mine, change) if isinstance(x, BigSum) else with_values_for(x, value, change)

    found: Statement = rebuilt(s, change)
    return found


def _summed(x: BigSum, mine: _Elements, change: Any) -> Node | None:
    """A sum over the set from 1 to its size."""
    runs = [c for c in x.below if mine.runs(c) is not None]
    if len(runs) != 1 or x.above is not None:
        return None
    (own,) = runs
    assert isinstance(own, Chain)
    letter = own.members[0]
    if isinstance(letter, Listing):
        return None
    start = replace(own, members=(letter, ONE), relations=("=",))
    others = (c for c in x.below if c is not own)
    return replace(x, below=(start, *others), above=mine.size, body=rebuilt(x.body, change))


def _with_below(head: Name, numbers: Sequence[Node]) -> Name:
    """The name with more indices below."""
    below = [s for s in head.scripts if not s.above]
    entries = (*(e for s in below for e in s.entries), *numbers)
    script = Script(False, entries, "", len(entries) > 1, True, head.span)
    return replace(head, scripts=(*(s for s in head.scripts if s.above), script))
