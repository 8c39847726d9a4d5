r"""Lines judged with what the page supposes for a while: a function, `$g(s) = \tanh s$ のとき`, or a sign, `$u_j > 0$`.

The line that the supposition stands beside is judged under it: where values are compared, both of its sides times the
step that is 1 where the comparison holds, unless that is nowhere the case. A line further below that is wrong in
general and not under a function is left open: nothing says whether it is still supposed there, unless the line goes
on to name the function (`f'(u_j)`), as who knows what it is need not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ..expr import ZERO, Apply, Expr, free, mul, walk
from ..read import Reading
from ..resolve.supposed import Supposed
from ..step import Judgement, Verdict
from ..system import System
from .link import Link

Judge: TypeAlias = Callable[[Link], Verdict]


def under_functions(link: Link, verdict: Verdict, reading: Reading, judge: Judge) -> Verdict:
    """The verdict on a link that is not right in general, under what the page supposes of functions."""
    if verdict.judgement is Judgement.RIGHT or not (reading.supposed or link.written.given):
        return verdict
    written = link.written
    if written.given and (under := _under_given(link, reading, judge)) is not None:
        return under
    here = reading.order(written.place.file, written.line)
    above = [s for s in reading.supposed if reading.order(s.place.file, s.place.line) <= here]
    named = {x.function for e in (link.left, link.right) for x in walk(e) if isinstance(x, Apply)}
    latest = [s for s in {s.function.name: s for s in above}.values() if s.function.name not in named]
    if verdict.judgement is not Judgement.WRONG or not latest:
        return verdict
    if judge(_with(link, latest)).judgement is Judgement.WRONG:
        return verdict
    told = latest[-1]
    detail = f"it is wrong in general but not for `{told.typed}`, which line {told.place.line} supposes"
    return Verdict(Judgement.UNPROVED, detail=detail)


def _under_given(link: Link, reading: Reading, judge: Judge) -> Verdict | None:
    """The verdict under the conditions beside a line; None where they are not all of these kinds, or never hold."""
    functions = {s.typed: s for s in reading.supposed}  # the same may be supposed in several places
    values = {c.typed: c.holds for c in reading.compared}
    given = link.written.given
    if any(g not in functions and g not in values for g in given):
        return None
    link = _with(link, [functions[g] for g in given if g in functions])
    ways = [mul(*way) for way in zip(*(values[g] for g in given if g not in functions), strict=True)]
    if any(not _is_met(link, way, judge) for way in ways):
        return None
    verdicts = [judge(replace(link, left=mul(w, link.left), right=mul(w, link.right))) for w in ways] or [judge(link)]
    wanted = {v.judgement: v for v in reversed(verdicts)}
    if ways and any(f.body is None for f in link.system.functions):
        wanted.pop(Judgement.WRONG, None)  # who compares values may think of a function that the page does not tell
    return wanted.get(Judgement.RIGHT) or wanted.get(Judgement.WRONG)


def _is_met(link: Link, holds: Expr, judge: Judge) -> bool:
    """Is something that is 1 or 0 for all letters of a link not 0 everywhere?"""
    never = judge(replace(link, left=holds, right=ZERO)).judgement is not Judgement.WRONG
    return not never and free(holds) <= link.full.letters()


def _with(link: Link, supposed: list[Supposed]) -> Link:
    functions = {s.function.name: s.function for s in supposed}
    others = tuple(f for f in link.system.functions if f.name not in functions)
    system: System = replace(link.system, functions=(*others, *functions.values()))
    return replace(link, system=system)
