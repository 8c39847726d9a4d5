r"""Derivatives by what only the elements of a set have: `\partial L/\partial w_{ui}` beside `\sum_{i \in I(u)} ..`.

Of a pair that is not in the set the derivative is 0, and few authors say so: they mean the pairs that are. Such a line
is judged as if `i \in I(u)` stood beside it, in a reading beside the one in which all pairs are meant. So are those by
the `g_{ij}` of `\sum_{j \ne i} g_{ij}`, where no sum has any `g_{ii}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Derivative, Name, Node, Statement
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of
from ...spelled.shape import Stem, letter_of, stem_of


@dataclass(frozen=True, slots=True)
class Element:
    """That letters are in a set, and a name below a sum over it with the places that its letters fill there."""

    said: Chain
    name: Stem | None = None
    places: tuple[tuple[int, str], ...] = ()


def elements_of(sums: Iterable[BigSum], asks: Sequence[Chain]) -> Iterator[Element]:
    """The sets of a page under sums, for each name that has all of their letters."""
    for x in sums:
        for c in (c for c in x.below if isinstance(c, Chain) and c in asks):
            letters = _letters(c)
            yield Element(c)
            for name in (n for n in t.of_kind(x.body, Name) if n.scripts):
                at = [(n, letter) for n, e in enumerate(entries_of(name)) if (letter := letter_of(e)) in letters]
                if {letter for _, letter in at} == letters:
                    yield Element(c, stem_of(name), tuple((n, letter) for n, letter in at if letter is not None))


def with_pairs_meant(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with `i \ne j` beside derivatives by what only pairs of different letters have."""
    sums = [x for f in read_of(located) for x in t.of_kind(f, BigSum)]
    apart = [c for x in sums for c in x.below if isinstance(c, Chain) and _tells_apart(c)]
    if not apart:
        return list(located)
    inside: dict[Stem, set[int]] = {}
    elements: list[Element] = []
    for x in sums:
        for e in elements_of([x], apart):
            if e.name is not None:
                elements.append(e)
                inside.setdefault(e.name, set()).update(id(n) for n in t.of_kind(x.body, Name))
    said = [s.chain for f in read_of(located) for s in f.statements if not isinstance(s.chain.members[0], Derivative)]
    names = [n for c in said for m in c.members[1:] for n in t.of_kind(m, Name)]
    beyond = {stem_of(n) for n in names if id(n) not in inside.get(stem_of(n), ())}
    sure = [e for e in elements if e.name not in beyond]

    def meant(s: Statement) -> Statement:
        added = elements_meant(s, sure, again=False) if isinstance(s.chain.members[0], Derivative) else ()
        return replace(s, conditions=(*s.conditions, *added)) if added else s

    return with_statements(located, meant) if sure else list(located)


def elements_meant(s: Statement, elements: Sequence[Element], again: bool) -> tuple[Chain, ...]:
    r"""What a line leaves unsaid: that the letters of a name on its left, a derivative or one that is told `again`, are
    in a set. Of x_j, which has an entry for each j, `\partial h_i/\partial x_j` leaves out nothing."""
    left = s.chain.members[0]
    if not (isinstance(left, Derivative) or again) or not s.chain.relations:
        return ()
    names = [{letter_of(e) for e in entries_of(n)} for n in t.of_kind(left, Name)]
    said = [e for e in elements if not _tells_apart(e.said)]
    found = [e.said for e in said if any(_letters(e.said) <= there for there in names)]
    for name in (w.body for w in left.wrt) if isinstance(left, Derivative) else ():
        for e in (e for e in elements if isinstance(name, Name) and e.name == stem_of(name)):
            entries = entries_of(name) if isinstance(name, Name) else ()
            if all(n < len(entries) and letter_of(entries[n]) is not None for n, _ in e.places):
                found.append(_renamed(e.said, {letter: entries[n] for n, letter in e.places}))
    return tuple(dict.fromkeys(found))


def _tells_apart(c: Chain) -> bool:
    """Does it say that two letters differ?"""
    one, *others = map(letter_of, c.members)
    return len(others) == 1 and c.relations == (r"\ne",) and None not in (one, *others) and one not in others


def _letters(c: Chain) -> set[str | None]:
    """The letters of an element, and those that the set depends on."""
    one, two = c.members
    if _tells_apart(c):
        return {letter_of(one), letter_of(two)}
    depends = (e for x in t.of_kind(two, Name) for e in (*entries_of(x), *((x,) if x is not two else ())))
    named = {letter_of(x) for x in t.of_kind(one, Name)}
    own = letter_of(two.factors[0].body) if isinstance(two, t.Product) else None
    return (named | {letter_of(e) for e in depends}) - {None, own}


def _renamed(c: Chain, names: Mapping[str, Node]) -> Chain:
    def change(x: Any) -> Node | None:
        return names.get(x.base) if isinstance(x, Name) and letter_of(x) in names else None

    found: Chain = rebuilt(c, change)
    return found
