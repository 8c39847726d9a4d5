r"""Entries beyond what is used of a definition of which no range is stated.

`g_{i,j} = u_{i+1,j} - u_{i,j}` goes as far as the network uses it, where nobody says how far. A line that names an
entry beyond that is no slip, if it is not wrong as far as that goes.
"""

from __future__ import annotations

from collections.abc import Callable

from ..domain import is_empty
from ..domain.constraint import Constraint, Context, Domain
from ..errors import DomainTooHard
from ..expr import free
from ..step import Judgement, Verdict
from .judge import stray, unstated
from .link import Link

Judge = Callable[[Link, tuple[Constraint, ...]], Verdict]


def open_beyond_use(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict on a link that was found wrong; open where only such an entry makes it so."""
    system, full = link.system, link.full
    if not system.inferred:
        return verdict
    try:
        out = stray(system, link.left, full) or stray(system, link.right, full)
    except DomainTooHard:
        return verdict
    if out is None or out.entry.variable not in system.inferred:
        return verdict
    if not free(out.entry) <= full.letters() | system.sizes | free(link.left) | free(link.right):
        return verdict  # of a sum: its bounds are typed
    known = Context(system.context, system.size_functions)
    for piece in system.of(out.entry.variable):
        guard, _ = piece.at(out.entry.indices)
        if not is_empty(full & Domain(guard.constraints), known):
            wrong = judge(link, guard.constraints).judgement is Judgement.WRONG
            return verdict if wrong else unstated(out)
    return verdict
