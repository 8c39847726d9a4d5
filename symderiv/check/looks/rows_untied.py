r"""Vectors `w_j` beside a matrix of the capital, the W of `R(W) = \sum_k \sum_l W_{k,l}^2`: are they its rows?

Authors say so in many words, or not at all. A line that differentiates by the vectors is open where it is right with
the matrix as something else and wrong with the vectors as its rows or columns, or the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...affine import Affine, Sym, affine
from ...domain import bounds
from ...expr import Expr, Partial, Var, Variable, of_kind, substitute
from ...expr import replace as with_parts
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..link import Link

DETAIL = "are `{}` the rows of `{}`, and is a derivative by one also that by the other?"
LETTER = lazily(r"([A-Za-z])\}*\Z")
"""The letter of a name in any font."""
PAIR = 2


def unless_rows_untied(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a line by vectors that may be the rows of a matrix, if these would change it."""
    pairs = _pairs(link.system)
    if not pairs:
        return verdict
    met = {p.wrt.variable for side in (link.left, link.right) for p in of_kind(side, Partial)}
    for vectors, matrix in pairs:
        if vectors not in met or not _is_of_vectors(link.page, vectors):
            continue
        found = [judge(tied).judgement for tied in _tied(link, vectors, matrix)]
        if verdict.judgement is Judgement.WRONG and Judgement.RIGHT not in found:
            continue
        if found and not all(x is verdict.judgement for x in found):
            names = (split_key(v.key)[0] for v in (vectors, matrix))
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(*names))
    return verdict


@of_this_object(8)
def _pairs(system: System) -> tuple[tuple[Variable, Variable], ...]:
    """Arrays of two axes that nothing defines, those of a small letter with those of its capital."""
    free = [p.variable for p in system.pieces if p.body is None and p.variable.arity == PAIR]
    letters = {v: m[1] for v in free if (m := LETTER.search(split_key(v.key)[0])) is not None}
    return tuple((v, w) for v, x in letters.items() for w, y in letters.items() if x != y and x.upper() == y)


def _is_of_vectors(page: str, v: Variable) -> bool:
    """Is it typed with one index, `w_j`, and nowhere with two?"""
    base = re.escape(split_key(v.key)[0])
    one = re.search(rf"{base}\s*_\s*(?:[a-z](?![a-z])|\{{\s*[a-z](?:_\w)?\s*\}})", page)
    return one is not None and re.search(rf"{base}\s*_\s*\{{\s*[a-z]\s*,?\s*[a-z]", page) is None


def _tied(link: Link, vectors: Variable, matrix: Variable) -> Iterator[Link]:
    """The line with the vectors as the rows of the matrix, and as its columns."""
    system = link.system
    mine, others = _ends(system, vectors), _ends(system, matrix)
    if mine is None or others is None:
        return
    for order in ((0, 1), (1, 0)):
        sizes = {e.letter: mine[n] for e, n in zip(others, order, strict=True) if e.letter is not None and e != mine[n]}
        if len({e.letter for e in others}) < PAIR and sizes:
            continue

        def change(e: Expr, order: tuple[int, int] = order) -> Expr | None:
            if not isinstance(e, Var) or e.variable != matrix:
                return None
            return Var(vectors, (e.indices[order[0]], e.indices[order[1]]))

        def tied(e: Expr, sizes: dict[Sym, Affine] = sizes) -> Expr:
            return substitute(with_parts(e, change), sizes)

        pieces = tuple(
            replace(p, body=tied(p.body) if p.body is not None else None, domain=p.domain.substitute(sizes))
            for p in system.pieces
            if p.variable != matrix
        )
        yield replace(
            link,
            system=replace(system, pieces=pieces),
            left=tied(link.left),
            right=tied(link.right),
            domain=link.domain.substitute(sizes),
        )


def _ends(system: System, v: Variable) -> tuple[Affine, Affine] | None:
    """How far both indices of an array go, if its sizes are letters and it begins at 1."""
    pieces = system.of(v)
    if len(pieces) != 1 or len(pieces[0].letters) != PAIR:
        return None
    found = [bounds(pieces[0].domain, x, system.context) for x in pieces[0].letters]
    if any(b.lowers != (affine(1),) or len(b.uppers) != 1 or b.uppers[0].letter is None for b in found):
        return None
    return found[0].uppers[0], found[1].uppers[0]
