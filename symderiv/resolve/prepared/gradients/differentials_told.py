r"""Differentials of arrays that words tell: `$dQ$ and $dK$ are the differentials of $Q$ and $K$`.

The differential of what nothing defines is an array of its shape, whose entries are any numbers; that of what is
computed is the sum over all entries of these of its derivative times the differential. So a line about several of them,
`dS = dQ \, K^T + Q \, dK^T`, is one about numbers, and one that forgets a part of it is wrong. But where words do not
say that all change at once, or any but neutral ones stand between these and the line, a line in which fewer change on
one side is left open: it may be about these alone. Lines of pages that say nothing of differentials are read elsewhere
(`differentials_of_entries`, `shapes.differentials`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Node, Statement
from ....latex.walking import moved, rebuilt
from ...located import Located, chains_of, read_of
from ...shapes.differentials import CHANGE, changes, fused
from ..said_in_place import gaps_of
from .differentials_said import said_of
from .differing_page import DifferingPage, differing_page, is_list_of_names
from .gradients_by_d import OWN, SIGNS
from .gradients_by_d_told import names_behind_d
from .rule_of_products import with_products_parted

SEVERAL = "several things change in this chain"


def with_differentials_told(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with names of their own for differentials, and with what those of computed arrays are."""
    at = next((n for n, pair in enumerate(located) if names_behind_d(pair)), None)
    said = said_of(located, gaps_of(located, blocks)) if at is not None else None
    if at is None or said is None or not said.letters:
        return list(located)
    parted = with_products_parted(located)
    page = differing_page(chains_of(parted), said)
    if page is None:
        return list(located)
    located = parted
    found = [_with_names(pair, page, n in said.together) for n, pair in enumerate(located)]
    display, f = found[at]
    if not isinstance(f, Formula):
        return list(located)
    used = {x.base for g in read_of(found) for x in t.of_kind(g, Name) if x.accents[:1] == (OWN,)}
    more = [*_declared(chains_of(located), page, used), *_defined(page, used)]
    like = f.statements[0]
    found[at] = display, replace(f, statements=(*f.statements, *(_stated(c, like) for c in more)))
    return found


def _stated(c: Chain, like: Statement) -> Statement:
    """A statement that stands where another does; the same text on both sides would make an update of it."""
    start, end = like.chain.span
    left, *right = c.members
    members = (moved(left, (start, end)), *(moved(m, (start, start)) for m in right))
    return replace(like, chain=Chain(members, c.relations, ((end, end),), (start, end)))


def _own(x: Any) -> Node | None:
    """A differential as a name of its own."""
    return replace(x, accents=(OWN, *x.accents[1:])) if isinstance(x, Name) and x.accents[:1] == (CHANGE,) else None


def _with_names(pair: Located, page: DifferingPage, together: bool) -> Located:
    """A formula with such names in it; `together`: all of them change there."""
    display, f = pair
    if not isinstance(f, Formula):
        return pair
    statements = tuple(_with_names_in(s, page, together) for s in f.statements)
    return pair if statements == f.statements else (display, replace(f, statements=statements))


def _with_names_in(s: Statement, page: DifferingPage, together: bool) -> Statement:
    """A statement with them, left open where it is not known what changes."""
    new: Statement = rebuilt(s, lambda x: fused(x, SIGNS, page.is_meant))
    met = [list(changes(m)) for m in new.chain.members]
    if not any(met):
        return s
    changing = [reduce(set.union, (page.changing(x.base) for x in names), set[str]()) for names in met]
    open_ = bool(new.chain.relations) and not all(page.is_known(x.base) for names in met for x in names)
    open_ |= any(map(_is_grouped, t.of_kind(new.chain, t.Product)))
    open_ |= not together and any(one != other for one, other in pairwise(changing))
    new = rebuilt(new, _own)
    if not open_:
        return new
    members = tuple(t.Misfit(SEVERAL, "write one equation for each of them", span=m.span) for m in new.chain.members)
    return replace(new, chain=replace(new.chain, members=members))


def _is_grouped(x: t.Product) -> bool:
    r"""Is it the differential of a product, `d(Q K^T)`?"""
    factors = [f.body for f in x.factors]
    return any(
        isinstance(a, Name) and a.base == "d" and not a.scripts and isinstance(b, t.Group) for a, b in pairwise(factors)
    )


def _declared(chains: Sequence[Chain], page: DifferingPage, used: set[str]) -> Iterator[Chain]:
    """What the page says of the shapes of arrays, said of their differentials."""
    for c in chains:
        left = c.members[0]
        names = left.items if isinstance(left, t.Listing) else (left,)
        entry = is_list_of_names(c)
        for x in names:
            if not isinstance(x, Name) or x.scripts or not page.is_meant(x) or x.base not in used | page.wholes.keys():
                continue
            own = replace(x, accents=(OWN, *x.accents))
            group = c.members[1]
            if entry is not None and isinstance(group, t.Group):
                yield replace(c, members=(own, replace(group, items=(replace(entry, accents=(OWN, *entry.accents)),))))
            elif c.relations == (r"\in",):
                yield replace(c, members=(own, c.members[1]))


def _defined(page: DifferingPage, used: set[str]) -> Iterator[Chain]:
    """The differential of what is computed."""
    for letter in sorted({page.canonical(x) for x in used}):
        if letter in page.free or not page.is_known(letter) or not page.changing(letter):
            continue
        name, axes = page.entries[letter]
        here = page.letters[:axes]
        of = _entry(name, here)
        parts = [_part(of, page.entries[x], page.letters[axes:]) for x in sorted(page.changing(letter))]
        total = (
            parts[0] if len(parts) == 1 else t.Terms(tuple(t.Term("+" if n else "", x) for n, x in enumerate(parts)))
        )
        yield Chain((replace(of, accents=(OWN, *of.accents)), total), ("=",), (of.span,), of.span)


def _part(of: Name, by: tuple[Name, int], letters: Sequence[str]) -> Node:
    """The part of it that goes with one array."""
    place = letters[: by[1]]
    entry = _entry(by[0], place)
    slope = t.Derivative(of, (t.Wrt(entry),), span=of.span)
    change = replace(entry, accents=(OWN, *entry.accents))
    body: Node = t.Product((t.Factor("", slope), t.Factor("", change)), of.span)
    for x in reversed(place):
        body = t.BigSum(r"\sum", (Name(x, span=of.span),), None, body, of.span)
    return body


def _entry(x: Name, place: Sequence[str]) -> Name:
    """A name with these letters for its indices."""
    below = t.Script(False, tuple(Name(p, span=x.span) for p in place), "", False, True, x.span)
    return replace(x, scripts=(below,) if place else ())
