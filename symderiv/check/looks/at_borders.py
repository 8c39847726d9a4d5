r"""Lines that are right but for a border: `\partial E/\partial x_i = \sum_{p=1}^m w_p \partial E/\partial y_{i-p+1}`.

At `i < m` it names a `y_0`, which does not exist. Those who write so about a convolution mean that nothing is added
there, or speak of the inside only. So a line that is wrong for such entries is left open if it is right where they are
0: entries that are numbered by two letters, the one of the output and the one of the filter. Who states how far the
outputs go knows the border, and has to say what is beyond.
"""

from __future__ import annotations

from dataclasses import replace

from ...expr import ONE, Expr, Partial, Sum, Var, Variable, of_kind
from ...expr import replace as rewritten
from ...normal.covered import stray
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..link import Link

DETAIL = "it is right if what lies beyond a border is 0, which the page does not say"
TWO = 2


def unless_at_borders(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a line that is wrong for entries beyond a border, and right if these are 0."""
    system = link.system
    if verdict.judgement is not Judgement.WRONG or system.outside_zero:
        return verdict
    sides = (link.left, link.right)
    sums = [s for e in sides for s in of_kind(e, Sum)]
    named = (x for s in sums for x in (*of_kind(s, Var), *(d.wrt for d in of_kind(s, Partial))))
    moved = [x.variable for x in named if _is_moved(x, system)]
    if not moved or not all(_is_unstated(v, system) for v in moved):
        return verdict
    if all(stray(system, e, link.full) is None for e in sides):
        return verdict
    if any(stray(system, _without_moved(e, system), link.full) is not None for e in sides):
        return verdict  # it also names others that do not exist, the `w_0` of a sum that begins at 0
    beyond = judge(replace(link, system=replace(system, outside_zero=True)))
    return Verdict(Judgement.UNPROVED, detail=DETAIL) if beyond.judgement is Judgement.RIGHT else verdict


def _is_unstated(v: Variable, system: System) -> bool:
    """Does a page say nothing of the range of a variable, or of what its derivatives are named after?"""
    by = {x.wrt.variable for p in system.of(v) if p.body is not None and p.nominal for x in of_kind(p.body, Partial)}
    if all(p.body is None for p in system.of(v)):
        return True  # data are as many as are used
    presumed = any(p.domain.letters() & system.presumed for p in system.of(v))
    return presumed or v in system.inferred or any(x != v and _is_unstated(x, system) for x in by)


def _is_moved(x: Var, system: System) -> bool:
    """Is an entry numbered by two letters at once, as `y_{i-p+1}` is?"""
    return any(len(form.letters() - system.sizes) >= TWO for form in x.indices)


def _without_moved(e: Expr, system: System) -> Expr:
    """The expression without such entries, and without derivatives by them."""

    def put(x: Expr) -> Expr | None:
        entry = x.wrt if isinstance(x, Partial) else x
        return ONE if isinstance(entry, Var) and _is_moved(entry, system) else None

    return rewritten(e, put)
