r"""Lines for the true class in any letter, `$L = -\log p_i$ for the true class $i$` beside `L = -\sum_i y_i \log p_i`.

The i of such a line is no general one, although that of the other lines is. A line that is wrong and right where data
of the page are 1 at its i and 0 elsewhere is left open, if words in its sentence call that letter so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..affine import Sym, affine
from ..domain import eq
from ..domain.constraint import Domain
from ..expr import Bracket, Expr, Partial, free, fresh, of_kind, variables
from ..resolve.prepared.indices.true_class import classes_called
from ..step import Judgement, Verdict
from ..system import Piece, Role, System
from .assuming import Judge
from .link import Link

FOR_CLASS = "it is right where `{}` is the true class, and not for the others"
MOST = 6
"""So many data are tried."""


def unless_for_true_class(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line with the letter of a class, and right for the class alone."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    here = free(link.left) | free(link.right)
    letters = [x for words in link.written.words for x in classes_called(words) if Sym(x) in here]
    for x in dict.fromkeys(letters):
        for system, c in _with_class(link):
            one = replace(link, system=system).under((eq(Sym(x), c),))
            if judge(one).judgement is Judgement.RIGHT:
                return Verdict(Judgement.UNPROVED, detail=FOR_CLASS.format(x))
    return verdict


def _with_class(link: Link) -> Iterator[tuple[System, Sym]]:
    """The network with data of it that are 1 at a class and 0 elsewhere, and the letter of the class."""
    system = link.system
    moved = {x.wrt.variable for e in (link.left, link.right) for x in of_kind(e, Partial)}
    used = {v for p in system.pieces if p.body is not None for v in variables(p.body)}
    data = [p for p in system.pieces if p.body is None and p.variable in used - moved]
    alone = [p for p in data if len(system.of(p.variable)) == 1 and p.letters][:MOST]
    for p in alone:
        for k in p.letters:
            c = fresh({*system.sizes, *link.domain.letters(), *p.letters}, k)
            yield _with_ones(system, p, k, c), c


def _with_ones(system: System, p: Piece, k: Sym, c: Sym) -> System:
    one: Expr = Bracket((eq(k, c),))
    made = replace(p, body=one, role=Role.NODE)
    where = Domain(tuple(x for x in p.domain.constraints if x.letters() <= {k, *system.sizes}))
    return replace(
        system,
        pieces=tuple(made if x is p else x for x in system.pieces),
        sizes=system.sizes | {c},
        context=system.context & where.substitute({k: affine(c)}),
        assumptions=tuple(a for a in system.assumptions if p.variable not in variables(a.left) | variables(a.right)),
        values=tuple(v for v in system.values if v.variable != p.variable),
    )
