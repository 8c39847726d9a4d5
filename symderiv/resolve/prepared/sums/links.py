r"""Sums over units with a link: `\sum_{i \to j} w_{ij} y_i`, `\sum_{i \in \mathrm{pa}(j)}`, `\sum_{k : j \to k}`.

In a network of units that feed one another, `x_j = \sum_{i \in \mathrm{pa}(j)} w_{ij} y_i` and `y_j = f(x_j)`, a weight
is there for links alone. So a sum over links whose summand has the weight of that link, or the derivative along it, is
the sum over all units of that layer: what has no link has the weight 0. The set in the definition is that of the units
before, one other set that of the units behind (`\sum_{k \in \mathrm{ch}(j)} w_{jk} \delta_k`).

A sum over links whose summand shows none, `\sum_{k \in \mathrm{ch}(j)} y_k`, is left unread, since all units are not
meant then; so is one whose weights lead the other way, `\sum_{k \in \mathrm{pa}(j)} w_{jk} \delta_k`, unless its letter
runs over the units on that side of another elsewhere, so that it tells the layer. A page where a sum with bounds runs
over weights numbers its units, and is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import BigSum, Chain, Derivative, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from .membership import set_of

FORTH = frozenset([r"\to", r"\rightarrow"])
BACK = r"\leftarrow"
PAIR = 2


@dataclass(frozen=True, slots=True)
class _Item:
    """What stands under a sum: a link between two units, or that a unit is in the set of another; `run` are letters
    that are named before it, as in `k : j \\to k`."""

    one: str
    two: str
    set: Stem | None = None
    run: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Links:
    """The links of a page: the weight and in which place of it the unit stands that a link comes from, the set of the
    units before, and that of the units behind; the letters that run over the ones
    and over the others."""

    weight: Stem
    first: int
    before: Stem | None
    behind: Stem | None = None
    sides: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _has_any(s: Statement) -> bool:
    return any(_item(x) is not None for x in t.of_kind(s, BigSum))


@where(_has_any)
def with_links_everywhere(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with plain letters under such sums."""
    statements = [s for f in read_of(located) for s in f.statements]
    links = _links(statements)
    if links is None or _are_numbered(statements, links.weight):
        return list(located)
    return with_statements(located, lambda s: _changed(s, links))


def _item(x: BigSum) -> _Item | None:
    """The link under a sum."""
    below = x.below
    run = tuple(letter for e in below[:-1] if isinstance(e, Name) and (letter := letter_of(e)) is not None)
    if not below or x.above is not None or len(run) != len(below) - 1 or len(run) > 1:
        return None
    found = _of_chain(below[-1])
    fits = found is not None and (not run or run[0] in (found.one, found.two))
    return replace(found, run=run) if found is not None and fits else None


def _of_chain(c: object) -> _Item | None:
    if not isinstance(c, Chain) or len(c.relations) != 1:
        return None
    one, two = map(letter_of, c.members)
    if c.relations[0] in (*FORTH, BACK) and one and two and one != two:
        return _Item(two, one) if c.relations[0] == BACK else _Item(one, two)
    told = set_of(c.members[1]) if c.relations == (r"\in",) else None
    if told is None or one is None or len(told[1]) != 1:
        return None
    other = letter_of(told[1][0])
    return _Item(one, other, (told[0].base, told[0].accents, told[0].font)) if other and other != one else None


def _links(statements: Sequence[Statement]) -> _Links | None:
    """The links that the definition of a unit shows; None where no unit feeds others of its kind."""
    lefts = [(stem_of(x), x) for s in statements if s.chain.relations and isinstance(x := s.chain.members[0], Name)]
    computed = {stem for stem, _ in lefts}
    for s in statements:
        left = s.chain.members[0]
        own = _letters(left) if isinstance(left, Name) and s.chain.relations else ()
        for x in (x for m in s.chain.members[1:] for x in t.of_kind(m, BigSum)) if len(own) == 1 else ():
            item = _item(x)
            if item is None or item.two != own[0] or (item.run and item.run != (item.one,)):
                continue
            names = t.of_kind(x.body, Name)
            feeds = any(_letters(y) == (item.one,) and stem_of(y) in computed for y in names)
            weights = [y for y in names if {*_letters(y)} == {item.one, item.two} and stem_of(y) not in computed]
            if feeds and len(weights) == 1 and len(_letters(weights[0])) == PAIR:
                first = _letters(weights[0]).index(item.one)
                links = _Links(stem_of(weights[0]), first, item.set)
                links = replace(links, behind=_behind(statements, links) if item.set is not None else None)
                return replace(links, sides=_sides(statements, links))
    return None


def _behind(statements: Iterable[Statement], links: _Links) -> Stem | None:
    """The one other set under sums over weights."""
    sums = (x for s in statements for x in t.of_kind(s, BigSum))
    others = {item.set for x in sums if (item := _item(x)) is not None} - {None, links.before}
    return others.pop() if len(others) == 1 else None


def _sides(statements: Iterable[Statement], links: _Links) -> tuple[frozenset[str], frozenset[str]]:
    """The letters that run over the units before another, and over those behind one, where the summand shows links."""
    sides: tuple[set[str], set[str]] = set(), set()
    for s in statements:
        free = _free(s)
        for x in t.of_kind(s, BigSum):
            item = _item(x)
            way = _direction(item, links)
            if item is not None and way is not None and _shows(x.body, way, links):
                for letter in _run(item, free):
                    sides[way.index(letter)].add(letter)
    return frozenset(sides[0] - sides[1]), frozenset(sides[1] - sides[0])


def _are_numbered(statements: Iterable[Statement], weight: Stem) -> bool:
    """Do sums with bounds run over weights?"""
    sums = (x for s in statements for x in t.of_kind(s, BigSum))
    return any(stem_of(y) == weight for x in sums if _has_bounds(x) for y in t.of_kind(x.body, Name))


def _has_bounds(x: BigSum) -> bool:
    return x.above is not None or any(isinstance(c, Chain) and "=" in c.relations for c in x.below)


def _letters(x: Node) -> tuple[str, ...]:
    """The letters below a name, nothing where something else stands there."""
    if not isinstance(x, Name) or x.primes:
        return ()
    entries = [e for s in x.scripts for e in s.entries]
    letters = [letter for e in entries if (letter := letter_of(e)) is not None]
    plain = len(letters) == len(entries) and not any(s.above for s in x.scripts)
    return tuple(letters) if plain else ()


def _changed(s: Statement, links: _Links) -> Statement:
    """The statement with all units under its sums over links, and without what says that there is a link."""
    members = tuple(_everywhere(m, links, _free(s)) for m in s.chain.members)
    kept = tuple(c for c in s.conditions if _direction(_of_chain(c), links) is None)
    if len(kept) == len(s.conditions) and all(a is b for a, b in zip(members, s.chain.members, strict=True)):
        return s
    return replace_statement(replace(s, conditions=kept), chain=replace(s.chain, members=members))


def _everywhere(x: Node, links: _Links, bound: Collection[str]) -> Node:
    """The tree with its sums over links as plain sums, from the outermost inward."""
    found: Node = rebuilt(x, lambda y: _sum(y, links, bound) if isinstance(y, BigSum) else None)
    return found


def _sum(x: BigSum, links: _Links, bound: Collection[str]) -> BigSum:
    item = _item(x)
    if item is None:
        inside = {y for c in x.below for e in t.of_kind(c, Name) if (y := letter_of(e)) is not None}
        body = _everywhere(x.body, links, {*bound, *inside})
        return x if body is x.body else replace(x, body=body)
    way = _direction(item, links)
    run = _run(item, bound)
    body = _everywhere(x.body, links, {*bound, *run})
    if way is not None and run and _shows(x.body, way, links):
        return replace(x, body=body, below=tuple(map(Name, run)))
    told = way is not None and len(run) == 1 and run[0] in links.sides[way.index(run[0])]
    against = told and way is not None and _shows(x.body, way[::-1], links)
    return replace(x, body=body, below=(Name(run[0]),) if against else _unread(x))


def _run(item: _Item, bound: Collection[str]) -> tuple[str, ...]:
    """The letters over which a sum runs: those that are bound elsewhere stand still."""
    of_set = (item.one,) if item.set is not None else ()
    return item.run or of_set or tuple(y for y in (item.one, item.two) if y not in bound)


def _free(s: Statement) -> frozenset[str]:
    """The letters on the left side of a statement."""
    return frozenset(letter for x in t.of_kind(s.chain.members[0], Name) for letter in _letters(x))


def _direction(item: _Item | None, links: _Links) -> tuple[str, str] | None:
    """From which unit to which a link leads; None where that is open."""
    if item is None:
        return None
    if item.set is None or item.set == links.before:
        return item.one, item.two
    return (item.two, item.one) if item.set == links.behind else None


def _shows(body: Node, way: tuple[str, str], links: _Links) -> bool:
    """Has every summand the weight of the link, or the derivative along it?"""
    place = way if links.first == 0 else way[::-1]
    if isinstance(body, t.Terms):
        return all(_shows(term.body, way, links) for term in body.terms)
    if isinstance(body, t.Group) and len(body.items) == 1 and body.open in ("(", "[", "{"):
        return _shows(body.items[0], way, links)
    if isinstance(body, t.Product):
        return any(_shows(f.body, way, links) for f in body.factors)
    if isinstance(body, t.Scripted):
        return _shows(body.base, way, links)
    if isinstance(body, Derivative):
        by = body.wrt[0].body if len(body.wrt) == 1 else None
        return by is not None and body.of is not None and (_letters(by), _letters(body.of)) == ((way[0],), (way[1],))
    whole = replace(body, scripts=tuple(x for x in body.scripts if not x.above)) if isinstance(body, Name) else body
    return isinstance(whole, Name) and stem_of(whole) == links.weight and _letters(whole) == place


def _unread(x: BigSum) -> tuple[Node | Chain, ...]:
    """What stands under a sum over links that is left unread."""
    c = x.below[-1]
    assert isinstance(c, Chain)
    return (*x.below[:-1], replace(c, relations=(r"\to",)))
