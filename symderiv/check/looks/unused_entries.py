r"""Entries of data by which a line differentiates, and of which the page makes nothing: the `\theta_1` of
`\partial E/\partial \theta_1 = 0` beside `y = \sum_{i=2}^n \theta_i x_i`.

Nothing says that there is such an entry. If there is, the line says that nothing depends on it. A network that is given
says of all that it has how far it goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...affine import affine
from ...domain.constraint import Domain
from ...errors import DomainTooHard
from ...expr import Expr, Partial, Var, of_kind, substitute
from ...latex.write import write
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..cases.assuming import Judge
from ..judge import stray
from ..link import Link


def unless_unused(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that names such an entry and is right if it exists."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    link = _at_values(link)
    try:
        out = stray(link.system, link.left, link.full) or stray(link.system, link.right, link.full)
    except DomainTooHard:
        return verdict
    wide = None if out is None else with_unused(link.system, out.entry, (link.left, link.right))
    if out is None or wide is None or judge(replace(link, system=wide)).judgement is not Judgement.RIGHT:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=f"nothing says whether there is {write(out.entry)}, and nothing uses it")


def _at_values(link: Link) -> Link:
    """The link with the numbers and sizes in the place of letters that its condition says are these, `(k = 1)`."""
    for c in link.where:
        letters = sorted(c.letters() - link.system.sizes, key=lambda s: s.key)
        n = c.form.coefficient(letters[0]) if c.rel == "==" and len(letters) == 1 else 0
        if abs(n) == 1:
            values = {letters[0]: affine(letters[0]) - n * c.form}
            left, right = (substitute(side, values) for side in (link.left, link.right))
            domain = link.domain.without(letters[0])
            where = tuple(x for x in link.written.where if x != c)
            link = replace(link, written=replace(link.written, where=where), left=left, right=right, domain=domain)
    return link


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
