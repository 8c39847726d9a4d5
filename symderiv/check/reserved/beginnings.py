r"""The first of a row of entries, which is given and used like the others: the `x_0` of `x_{l+1} = x_0 x_l w_l + x_l`.

Without a range `\partial x_{l+1}/\partial x_l = ..` is judged where `x_l` is computed. Where it does not hold for
l = 0, too, although all that it names is there, the page leaves open whether it is meant so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...affine import Affine, Sym
from ...domain import eq, is_empty
from ...domain.constraint import Context, Domain
from ...errors import DomainTooHard
from ...evaluate.compare import UNDEFINED
from ...expr import Partial, free
from ...network.uses import uses
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..link import Link
from .beyond_use import Judge


def open_at_beginnings(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict on a link that was found right; open where it does not hold at such a first entry."""
    if link.where or link.written.perhaps or link.written.given:
        return verdict
    said = {s.letter for s in link.written.ranges}
    for letter, number in dict.fromkeys(_firsts(link)):
        if letter in said:
            continue
        kept = tuple(c for c in link.domain.constraints if not c.mentions(letter))
        there = replace(link, domain=Domain(kept) & eq(letter, number))
        found = judge(there, ()) if _is_left_out(link, letter, number) else verdict
        counter = found.counterexample
        if (
            found.judgement is Judgement.WRONG
            and counter is not None
            and UNDEFINED not in (counter.left, counter.right)
        ):
            detail = f"it is right but for `{letter.name} = {number}`, which may be meant, too"
            return Verdict(Judgement.UNPROVED, detail=detail)
    return verdict


def _firsts(link: Link) -> Iterator[tuple[Sym, Affine]]:
    """The letters of what a derivative is taken by, with the number of the given entry before the computed ones."""
    for side in (link.left, link.right):
        if not isinstance(side, Partial):
            continue
        pieces = link.system.of(side.wrt.variable)
        computed = [p for p in pieces if p.body is not None]
        for place, form in enumerate(side.wrt.indices):
            letter = form.letter
            if letter is None or letter not in free(side) or not computed:
                continue
            for p in pieces:
                number = p.indices[place]
                if p.body is None and number.is_constant and _runs_over(link.system, p, place):
                    yield letter, number


def _runs_over(system: System, given: Piece, place: int) -> bool:
    """Does a definition use the entry by a letter that runs, as it uses those behind it?"""
    known = Context(system.context, system.size_functions)
    for piece in system.pieces:
        for use in uses(piece.body, frozenset(piece.letters)) if piece.body is not None else ():
            if use.entry.variable != given.variable or use.entry.indices[place].is_constant:
                continue
            try:
                if not is_empty(use.where & eq(use.entry.indices[place], given.indices[place]), known):
                    return True
            except DomainTooHard:
                continue
    return False


def _is_left_out(link: Link, letter: Sym, number: Affine) -> bool:
    """Is the link not judged there yet?"""
    try:
        return is_empty(link.domain & eq(letter, number), Context(link.system.context, link.system.size_functions))
    except DomainTooHard:
        return False
