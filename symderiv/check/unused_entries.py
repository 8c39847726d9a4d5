r"""Entries of data by which a line differentiates, and of which the page makes nothing: the `\theta_1` of
`\partial E/\partial \theta_1 = 0` beside `y = \sum_{i=2}^n \theta_i x_i`.

Nothing says that there is such an entry. If there is, the line says that nothing depends on it. A network that is given
says of all that it has how far it goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain.constraint import Domain
from ..errors import DomainTooHard
from ..expr import Expr, Partial, Var, of_kind
from ..latex.write import write
from ..step import Judgement, Verdict
from ..system import Piece, System
from .assuming import Judge
from .judge import stray
from .link import Link


def unless_unused(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that names such an entry and is right if it exists."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    try:
        out = stray(link.system, link.left, link.full) or stray(link.system, link.right, link.full)
    except DomainTooHard:
        return verdict
    wide = None if out is None else with_unused(link.system, out.entry, (link.left, link.right))
    if out is None or wide is None or judge(replace(link, system=wide)).judgement is not Judgement.RIGHT:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=f"nothing says whether there is {write(out.entry)}, and nothing uses it")


def with_unused(system: System, entry: Var, sides: Sequence[Expr]) -> System | None:
    """The network with such an entry, or such a row of entries, as data; None where the entry is no such one."""
    pieces = system.of(entry.variable)
    if all(entry != x.wrt for side in sides for x in of_kind(side, Partial)):
        return None
    own = dict.fromkeys(x for p in pieces if p.body is None for x in _at(p, entry, system))
    return replace(system, pieces=(*system.pieces, *own)) if own and all(p.body is None for p in pieces) else None


def _at(p: Piece, entry: Var, system: System) -> Iterator[Piece]:
    """Data with a number or a size for their index where the entry has one."""
    places = [n for n, i in enumerate(entry.indices) if i.letters() <= system.sizes]
    letters = {p.indices[n].letter for n in places}
    if not places or None in letters or not letters <= {*p.letters}:
        return
    indices = tuple(entry.indices[n] if n in places else i for n, i in enumerate(p.indices))
    domain = Domain(tuple(c for c in p.domain.constraints if c.letters().isdisjoint(letters)))
    yield replace(p, indices=indices, letters=tuple(s for s in p.letters if s not in letters), domain=domain)
