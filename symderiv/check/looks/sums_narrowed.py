r"""Conditions beside a line about a letter that only its sums have: `\sum_j t_j y_k \quad (j \ne k)`.

They can only be said of what the sum runs over. A line that is right without them and wrong with them in its sums, or
the other way round, is open; so is one with several such sums if it matters which of them is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...domain import is_empty
from ...domain.constraint import Constraint, Context, Domain
from ...errors import DomainTooHard
from ...expr import Expr, Partial, Sum, children, of_kind, rebuild
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..link import Link
from .sums_told import is_said_elsewhere

DETAIL = "`{}` beside it can only be said of a sum, and changes what the line says: write it below the sum"
DOUBTED = "`{}` beside it can only be said of a sum, and it is not clear how: write it below the sum"
MOST = 4
"""A line may have so many sums over a letter."""


def unless_narrowed(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open where conditions beside the line narrow its sums, and it is not the same with them."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    for said in link.written.of_sums:
        if is_said_elsewhere(link, said.typed):
            continue
        kept = tuple(c for c in said.where if _keeps_out(link, c))
        if said.doubted and (kept or not said.where):
            return Verdict(Judgement.UNPROVED, detail=DOUBTED.format(said.typed))
        if kept and any(judge(x).judgement is not verdict.judgement for x in _narrowed(link, kept)):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(said.typed))
    return verdict


def _narrowed(link: Link, kept: tuple[Constraint, ...]) -> Iterator[Link]:
    """The link with constraints in all sums that they may be about, and in each of them alone."""
    sums = [x for e in (link.left, link.right) for x in of_kind(e, Sum) if _within(x, kept)]
    yield _with(link, sums, kept)
    for x in sums if 1 < len(sums) <= MOST else ():
        yield _with(link, [x], kept)


def _with(link: Link, sums: list[Sum], kept: tuple[Constraint, ...]) -> Link:
    left, right = (_put(e, sums, kept) for e in (link.left, link.right))
    return replace(link, left=left, right=right)


def _put(e: Expr, sums: list[Sum], kept: tuple[Constraint, ...]) -> Expr:
    if isinstance(e, Partial):
        return Partial(_put(e.of, sums, kept), e.wrt, e.direct)
    found = rebuild(e, lambda x: _put(x, sums, kept))
    if not isinstance(found, Sum) or e not in sums:
        return found
    own = tuple(c for c in kept if c.mentions(found.letter))
    return Sum(found.letter, found.lowers, found.uppers, found.body, (*found.where, *own))


def _within(x: Sum, kept: tuple[Constraint, ...]) -> bool:
    return any(c.mentions(x.letter) for c in kept)


def _keeps_out(link: Link, c: Constraint) -> bool:
    """Does a constraint keep anything out of a sum that it may be about?"""
    known = Context(link.system.context, link.system.size_functions)
    for around in (d for e in (link.left, link.right) for d in _domains(e, link.full, c)):
        try:
            if not all(is_empty(around & Domain((part,)), known) for part in c.negate()):
                return True
        except DomainTooHard:
            return True
    return False


def _domains(e: Expr, around: Domain, c: Constraint) -> Iterator[Domain]:
    """What the sums over a letter of a constraint run over."""
    if isinstance(e, Sum):
        around = Domain(tuple(x for x in around.constraints if not x.mentions(e.letter))) & e.domain
        if c.mentions(e.letter):
            yield around
    for part in (e.of,) if isinstance(e, Partial) else children(e):
        yield from _domains(part, around, c)
