r"""Lines in the letter of a sum that leaves out the first entry: the j of `+ \lambda w_j` beside `\sum_{j=1}^p w_j^2`.

The vector begins at `w_0`, which the penalty does not hold. Where no range is typed for the line, its j may be that of
the penalty: a line that is right there, and wrong for `j = 0` only, is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...affine import Sym, affine
from ...domain import ge
from ...domain.constraint import Constraint, Domain
from ...expr import Partial, Sum, Var, of_kind
from ...latex.scripts import domain as domain_latex
from ...step import Judgement, Verdict
from ..cases.assuming import Judge
from ..link import Link

DETAIL = "it is right for `{}`, where a sum in its letter begins"


def unless_in_letter_of_penalty(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is right from where a sum in its letter over the same entries begins."""
    ranged = {s.letter for s in link.written.ranges}
    if verdict.judgement is not Judgement.WRONG or link.written.where:
        return verdict
    for side in (link.left, link.right):
        for p in of_kind(side, Partial):
            for letter in (i.letter for i in p.wrt.indices if i.letter is not None and i.letter not in ranged):
                for c in _beginnings(link, p.wrt, letter):
                    if judge(link.under((c,))).judgement is Judgement.RIGHT:
                        return Verdict(Judgement.UNPROVED, detail=DETAIL.format(domain_latex(Domain((c,)))))
    return verdict


def _beginnings(link: Link, wrt: Var, letter: Sym) -> Iterator[Constraint]:
    """Where sums in that letter over entries of the same array begin, if the line goes further down."""
    if ge(affine(letter), affine(0)) not in link.full.constraints:
        return
    bodies = (p.body for p in link.system.pieces if p.body is not None)
    sums = (s for b in bodies for s in of_kind(b, Sum) if s.letter == letter and s.lowers == (affine(1),))
    if any(v.variable == wrt.variable and affine(letter) in v.indices for s in sums for v in of_kind(s.body, Var)):
        yield ge(affine(letter), affine(1))
