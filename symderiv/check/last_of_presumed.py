r"""Letters that may be the last step: the $\tau$ of `\nabla_{h_\tau} L = V^T \nabla_{o_\tau} L`, where nobody says how
far t goes.

The steps end at a length that was presumed. A letter with which no definition is typed, and of which the page says no
range, may be its name: a line that is wrong for any other step and right there is open. What is no step, with no
definition by the one before, has no last one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..affine import Affine, Sym
from ..domain import eq
from ..expr import Expr, Var, bound, free, of_kind, own_forms, walk
from ..step import Judgement, Verdict
from ..system import Span, System
from .beyond_use import Judge
from .link import Link


def unless_at_the_last(link: Link, verdict: Verdict, spans: tuple[Span, ...], judge: Judge) -> Verdict:
    """The verdict; open for a line that is not wrong where a letter of it is a length that was presumed."""
    if verdict.judgement is not Judgement.WRONG or not link.system.presumed:
        return verdict
    known = _known(link.system) | {s.letter for s in (*spans, *link.written.ranges)}
    for letter in sorted(_letters(link) - known, key=lambda s: s.key):
        for size in sorted(_last_of(link, letter), key=lambda s: s.key):
            at_end = eq(letter, size)
            if judge(link, (at_end,)).judgement is Judgement.RIGHT:
                detail = f"it is right where `{letter.name} = {size.name}`, of which the page says nothing"
                return Verdict(Judgement.UNPROVED, detail=detail)
    return verdict


def _letters(link: Link) -> set[Sym]:
    """The letters that a line, or what stands beside it, holds."""
    inside = free(link.left) | free(link.right) | link.full.letters()
    return {*inside, *_of(form for s in link.written.ranges for form in (s.lower, s.upper))}


def _known(system: System) -> set[Sym]:
    """The letters that definitions hold."""
    inside = (s for p in system.pieces if p.body is not None for s in _all(p.body))
    outside = (s for p in system.pieces for s in (*p.letters, *p.domain.letters(), *_of(p.indices)))
    return {*inside, *outside}


def _all(e: Expr) -> Iterator[Sym]:
    yield from free(e) | bound(e)
    yield from _of(form for x in walk(e) for form in own_forms(x))


def _of(forms: Iterable[Affine]) -> Iterator[Sym]:
    return (s for form in forms for s in form.letters())


def _last_of(link: Link, letter: Sym) -> Iterator[Sym]:
    """The presumed lengths that end what a letter runs over; of one that only ends another range, all of them."""
    beside = [c.letters() for c in link.full.constraints if letter in c.letters()]
    if letter in free(link.left) | free(link.right):
        steps = _numbers_steps(link, letter)
        yield from (s for s in link.system.presumed if steps and {letter, s} in beside)
    else:
        yield from link.system.presumed


def _numbers_steps(link: Link, letter: Sym) -> bool:
    """Is it an index of something that a definition takes at an earlier or a later one, `h_{t-1}`?"""
    bodies = [p.body for p in link.system.pieces if p.body is not None]
    shifted = {
        (x.variable, n)
        for x in _entries(bodies)
        for n, i in enumerate(x.indices)
        if i.letter is None and len(i.letters()) == 1
    }
    own = _entries([link.left, link.right])
    return any((x.variable, n) in shifted for x in own for n, i in enumerate(x.indices) if i.letter == letter)


def _entries(es: Iterable[Expr]) -> list[Var]:
    """The entries of names in expressions."""
    return [x for e in es for x in of_kind(e, Var)]
