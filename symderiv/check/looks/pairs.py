r"""Lines about a pair of which nothing says that the two differ: `\frac{\partial C_{ij}}{\partial s_i} = ..`.

Where a page speaks of pairs, a quantity of two letters is mostly one of two things that differ, and its derivative by
what belongs to the one is told without the case in which they are the same. Such a line is open where it is right but
for that case. So is one of two entries that a page singles out, the i and the j of `L = \log p_j - \log p_i`, whatever
condition stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from ...affine import Sym, affine
from ...domain import eq, ne
from ...domain.constraint import Constraint
from ...expr import ZERO, Bracket, Partial, Sum, Var, free, of_kind, walk
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ..link import Link

Under: TypeAlias = Callable[[Link, tuple[Constraint, ...]], Verdict]

PAIRS = lazily(r"\b(?:pairs?|pairwise)\b|ペア", re.I)
SAME = "it is right where the two of a pair differ, and wrong where they are the same, of which the page says nothing"

FIXED = "it is right where {} are different entries, and wrong where they are the same, of which the page says nothing"
COMPARED = "`{}` is compared like an index, but tells names apart elsewhere on the page"
MOST = 4
"""So many entries that are singled out are told apart."""


def of_two(link: Link, verdict: Verdict, under: Under) -> Verdict:
    r"""The verdict; open for a line that is wrong where the two of a pair are the same, and right else.

    That it is about pairs words say, or a quantity that is a constant for one and the same, `C_{ii} = \log 2`, or a
    sum that runs over one of the two and leaves out the other.
    """
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    said = PAIRS.search(link.page) is not None
    pairs = [(a, b) for x, a, b in _pairs(link) if said or _is_constant_in(link, x, a, b, under)]
    for one, two in dict.fromkeys([*pairs, *_left_out(link)]):
        if under(link, (ne(one, two),)).judgement is Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail=SAME)
    return verdict


def of_two_fixed(link: Link, verdict: Verdict, under: Under) -> Verdict:
    """The verdict; open for a line by an entry that is singled out, if it is wrong where another such entry is the same
    one, and right where no two of them are."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    fixed = sorted(_singled_out(link), key=lambda s: s.key)
    if not 2 <= len(fixed) <= MOST or _by(link).isdisjoint(fixed):
        return verdict
    apart = tuple(ne(a, b) for a, b in combinations(fixed, 2))
    if under(link, apart).judgement is not Judgement.RIGHT:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=FIXED.format(", ".join(f"`{s.name}`" for s in fixed)))


def unless_label_compared(link: Link, verdict: Verdict) -> Verdict:
    r"""The verdict; open for a wrong line that compares a letter which is taken for a label of names: the j of
    `\delta_{ij}` beside `y_i = ..` and `y_j = ..`."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    here = free(link.left) | free(link.right)
    brackets = (x for e in (link.left, link.right) for x in of_kind(e, Bracket))
    compared = sorted({s.name for x in brackets for c in x.where for s in c.letters() & here})
    labels = {y for p in link.system.pieces for part in split_key(p.variable.key)[1:] for y in part}
    met = [x for x in compared if x in labels]
    return Verdict(Judgement.UNPROVED, detail=COMPARED.format(met[0])) if met else verdict


def _by(link: Link) -> set[Sym]:
    """The letters of what a line differentiates by."""
    partials = (x for e in (link.left, link.right) for x in of_kind(e, Partial))
    return {s for x in partials for i in x.wrt.indices for s in i.letters()}


def _is_constant_in(link: Link, x: Partial, one: Sym, two: Sym, under: Under) -> bool:
    """Does a quantity of two letters not depend on what it is differentiated by, where they are the same?"""
    return under(replace(link, left=x, right=ZERO), (eq(one, two),)).judgement is Judgement.RIGHT


def _left_out(link: Link) -> Iterator[tuple[Sym, Sym]]:
    r"""The letter of a line that a sum of a definition runs over, and the one with one value that it leaves out: the j
    and the i of `\sum_{j \ne i}`."""
    by, sizes = _by(link), link.system.sizes
    for x in (x for p in link.system.pieces if p.body is not None for x in of_kind(p.body, Sum)):
        for s in by & {x.letter}:
            apart = (o for c in x.where for o in sorted(sizes, key=lambda o: o.key) if c == ne(s, o))
            yield from ((s, o) for o in apart if not _is_told_apart(s, o, link.page))


def _is_told_apart(one: Sym, two: Sym, page: str) -> bool:
    r"""Has a line of the page the condition that they differ, `\quad (j \ne i)`? One without it is for all then."""
    ways = ((one, two), (two, one))
    typed = "|".join(rf"{re.escape(a.name)}\s*\\neq?\s*{re.escape(b.name)}(?![A-Za-z_])" for a, b in ways)
    return re.search(rf"\\q?quad\s*(?:\\text\{{[^{{}}]*\}}\s*)?\(?\s*(?:{typed})", page) is not None


def _singled_out(link: Link) -> set[Sym]:
    """The letters with one value each by which definitions name entries; and those of what is differentiated, of which
    the page may say the same: the i of `L = y_i y_j` beside a range of i."""
    bodies = (p.body for p in link.system.pieces if p.body is not None)
    indices = (i for e in bodies for x in of_kind(e, Var) for i in x.indices)
    found = {s for i in indices for s in i.letters() & link.system.sizes if i == affine(s)}
    partials = (x.of for e in (link.left, link.right) for x in of_kind(e, Partial))
    own = {s for x in partials if isinstance(x, Var) for i in x.indices for s in i.letters() if i == affine(s)}
    return found | own if found else set()


def _pairs(link: Link) -> Iterator[tuple[Partial, Sym, Sym]]:
    """The derivatives of a quantity by what one of its letters numbers, each with that letter and another one that is
    not among those of what it is differentiated by."""
    for x in (x for e in (link.left, link.right) for x in walk(e)):
        if not isinstance(x, Partial) or not isinstance(x.of, Var) or len(x.of.indices) < 2:
            continue
        letters = [s for i in x.of.indices for s in i.letters()]
        by = {s for i in x.wrt.indices for s in i.letters()}
        mine = [s for s in letters if s in by]
        yield from ((x, s, o) for s in mine for o in letters if o != s and o not in by)
