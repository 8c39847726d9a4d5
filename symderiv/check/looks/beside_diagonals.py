r"""Lines whose right side is only there for two different letters: `\partial^2 E/\partial x_k \partial x_l = A_{kl}`
beside `\sum_{k<l} A_{kl} x_k x_l`.

There is no `A_{kk}`, so the line says nothing of k = l. But its left side has a value there: where that is not 0, who
writes the line without `k \ne l` may have forgotten it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...affine import Sym, affine
from ...domain.constraint import Constraint, Domain
from ...expr import ZERO, Expr, Partial, free, of_kind, substitute
from ...expr import replace as with_replaced
from ...network.uses import uses
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..known.ranges import keeps_apart
from ..link import Link

DETAIL = "it holds where `{}` and `{}` differ, and does not say so"


def unless_beside_a_diagonal(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a right line whose left side is not 0 where two letters that its right side keeps apart are
    one."""
    if verdict.judgement is not Judgement.RIGHT:
        return verdict
    for c, a, b in _pairs(link):
        kept = tuple(x.substitute({b: affine(a)}) for x in link.domain.constraints if x != c)
        same = replace(link, left=substitute(link.left, {b: affine(a)}), right=ZERO, domain=Domain(kept))
        if judge(same).judgement is Judgement.WRONG:
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(*sorted((a.name, b.name))))
    return verdict


def _pairs(link: Link) -> Iterator[tuple[Constraint, Sym, Sym]]:
    """The letters of the left side that its ranges keep apart for the right side alone, and by which it differentiates:
    what has both as indices may itself be there for different ones only."""
    inside = frozenset(x for p in of_kind(link.left, Partial) if not isinstance(p.of, Partial) for x in free(p.of))
    for c in link.domain.constraints:
        letters = sorted(c.letters(), key=lambda s: s.key)
        if c.rel != "!=" or len(letters) != 2 or c in link.where or not {*letters} <= free(link.left):
            continue
        a, b = letters
        said = not inside.isdisjoint(letters) or _says_of(link.where, a, b) or _tells(link.left, link.system, a, b)
        if keeps_apart(c, a, b) and not said and _tells(link.right, link.system, a, b):
            yield c, a, b


def _says_of(where: tuple[Constraint, ...], a: Sym, b: Sym) -> bool:
    return any({a, b} <= c.letters() for c in where)


def _tells(side: Expr, system: System, a: Sym, b: Sym) -> bool:
    """Does a side name an entry that is only there if two letters differ? What it differentiates is asked elsewhere."""
    named = (u.entry for u in uses(with_replaced(side, lambda e: ZERO if isinstance(e, Partial) else None), free(side)))
    by = (p.wrt for p in of_kind(side, Partial))
    guards = ([p.at(entry.indices)[0] for p in system.of(entry.variable)] for entry in (*named, *by))
    return any(ds and all(any(keeps_apart(c, a, b) for c in d.constraints) for d in ds) for ds in guards)
