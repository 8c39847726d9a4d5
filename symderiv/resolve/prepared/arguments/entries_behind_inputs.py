r"""Entries of an array that is shown with its input, typed behind that: `\mathrm{rms}(x)_i = \sqrt{\sum_j x_{ij}^2}`.

What is meant is an entry of the array `\mathrm{rms}`, of which `(x)` says what it is made of. So it is where an
equation begins with such an entry, and the name stands before the same array wherever it stands, with as many entries
behind it, or none. The x numbers nothing, and a number above (`rms(x)_i^3`) is a power of the entry. Before another
array, as an elementwise function or softmax stands, the name is a function, whose entries cannot be read: they are no
product of the name and the array.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Misfit, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import with_names_for_two

CAUSE = "an entry of a function of a whole array"
HINT = "write `f(x_i)` for a function of the entry alone, `f_i` for an entry of one array"


@dataclass(frozen=True, slots=True)
class _Use:
    """A name, the array in parentheses behind it, the entries and powers behind that."""

    name: Name
    array: Name
    below: tuple[Script, ...]
    above: tuple[Script, ...]
    span: tuple[int, int]


def _begins_with_one(s: Statement) -> bool:
    return _defined(s) is not None


@where(_begins_with_one)
def with_entries_before_inputs(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with `r_i` for such an `r(x)_i`.

    >>> from symderiv.document import parse_document, read_formulas
    >>> found = with_entries_before_inputs(read_formulas(parse_document(r"$$r(x)_i = \sum_j x_{ij}$$")))
    >>> [x.base for _, f in found for x in t.of_kind(f, Name) if x.base in "rx"]
    ['r', 'x']
    """
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    defined = {stem_of(u.name): u for s in said if (u := _defined(s)) is not None}
    uses = [u for s in said for x in t.of_kind(s, Product) for u in _uses(x)]
    names = [stem_of(x) for s in said for x in t.of_kind(s, Name)]
    numbering = set(_numbering(said))

    def is_one(stem: Stem, first: _Use) -> bool:
        own = [u for u in uses if stem_of(u.name) == stem]
        same = all(u.array == first.array and _count(u) in (0, _count(first)) for u in own)
        return same and names.count(stem) == len(own) and letter_of(first.array) not in numbering

    found = {stem for stem, first in defined.items() if is_one(stem, first)}
    entered = {stem_of(x) for s in said for x in t.of_kind(s, Name) if any(not q.above for q in x.scripts)}

    def is_function(stem: Stem, first: _Use) -> bool:
        own = [u for u in uses if stem_of(u.name) == stem]
        arrays = {stem_of(u.array) for u in own}
        return len(arrays) > 1 and arrays <= entered and all(_count(u) == _count(first) for u in own)

    functions = {stem for stem, first in defined.items() if is_function(stem, first)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        named = {n: _entry(u) for n, u in _placed(x) if stem_of(u.name) in found}
        named |= {n: Misfit(CAUSE, HINT, span=u.span) for n, u in _placed(x) if stem_of(u.name) in functions}
        return with_names_for_two(x, named, change) if named else None

    return with_statements(located, lambda s: rebuilt(s, change)) if found or functions else list(located)


def _defined(s: Statement) -> _Use | None:
    """The entry with which an equation begins."""
    left = s.chain.members[0]
    if not isinstance(left, Product) or len(left.factors) != 2 or {*s.chain.relations[:1]}.isdisjoint(EQUALITIES):
        return None
    use = next(iter(_uses(left)), None)
    lettered = use is not None and any(letter_of(e) is not None for q in use.below for e in q.entries)
    return use if use is not None and lettered and not use.above else None


def _uses(x: Product) -> Iterator[_Use]:
    yield from (u for _, u in _placed(x))


def _placed(x: Product) -> Iterator[tuple[int, _Use]]:
    for n, (a, b) in enumerate(pairwise(x.factors)):
        if (use := _use(a, b)) is not None:
            yield n, use


def _use(a: Factor, b: Factor) -> _Use | None:
    name, behind = a.body, b.body
    group, scripts = (
        (behind.base, behind.scripts) if isinstance(behind, Scripted) and not behind.primes else (behind, ())
    )
    if not isinstance(name, Name) or name.scripts or name.primes or not b.joined:
        return None
    if not isinstance(group, Group) or group.open != "(" or len(group.items) != 1:
        return None
    array = group.items[0]
    if not isinstance(array, Name) or array.scripts or array.primes:
        return None
    above = tuple(s for s in scripts if s.above)
    if any(not isinstance(e, t.Number) for s in above for e in s.entries) or any(s.bracket for s in scripts):
        return None
    return _Use(name, array, tuple(s for s in scripts if not s.above), above, (name.span[0], behind.span[1]))


def _count(u: _Use) -> int:
    return sum(len(s.entries) for s in u.below)


def _entry(u: _Use) -> Node:
    """The entry of the array, raised to its power."""
    entry = replace(u.name, scripts=u.below, span=u.span)
    return Scripted(Group("(", (entry,), ")", (), u.span), u.above, 0, u.span) if u.above else entry


def _numbering(said: Sequence[Statement]) -> Iterator[str | None]:
    """The letters that stand in scripts and below sums."""
    for s in said:
        for q in t.of_kind(s, Script):
            yield from (letter_of(x) for e in q.entries for x in t.of_kind(e, Name))
        for total in t.of_kind(s, t.BigSum):
            yield from (letter_of(x) for b in total.below for x in t.of_kind(b, Name))
