r"""Letters that may be the last step: the $\tau$ of `\nabla_{h_\tau} L = V^T \nabla_{o_\tau} L`, where nobody says how
far t goes.

The steps end at a length that was presumed. A letter with which no definition is typed, and of which the page says no
range, may be its name: a line that is wrong for any other step and right there is open. What is no step, with no
definition by the one before, has no last one.

Nor is it said that there are layers above the one that the loss names, the L of `E = \frac12 \|a^{(L)} - y\|^2`. A line
that is wrong only at that or above it is open, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...affine import Affine, Sym, affine
from ...domain import Constraint, Domain, eq, lt
from ...expr import Expr, Var, bound, free, of_kind, own_forms, walk
from ...latex.scripts import domain as domain_latex
from ...step import Judgement, Verdict
from ...system import Span, System
from ..link import Link
from .beyond_use import Judge

RIGHT_WHERE = "it is right where `{}`, of which the page says nothing"


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


def unless_above_the_last(
    link: Link, verdict: Verdict, spans: tuple[Span, ...], judge: Judge, meant: tuple[Constraint, ...]
) -> Verdict:
    """The verdict; open for a line that is right below an entry that is named, where no range of its letter is said.

    `meant` are the conditions without which the line says nothing.
    """
    if verdict.judgement is not Judgement.WRONG or not link.system.presumed:
        return verdict
    ranged = {s.letter for s in (*spans, *link.written.ranges)}
    for letter in sorted(_letters(link) - ranged - link.system.sizes, key=lambda s: s.key):
        indices = [i for x in _entries([link.left, link.right]) for i in x.indices]
        furthest = max((i - letter).const for i in (*indices, affine(letter)) if (i - letter).is_constant)
        for size in sorted(_named_below(link, letter), key=lambda s: s.key):
            below = lt(affine(letter) + furthest, size)
            if judge(link, (*meant, below)).judgement is Judgement.RIGHT:
                return Verdict(Judgement.UNPROVED, detail=RIGHT_WHERE.format(domain_latex(Domain((below,)))))
    return verdict


def _named_below(link: Link, letter: Sym) -> set[Sym]:
    """The sizes that number an entry which is named, so that a presumed length of steps is no less."""
    indices = [i for x in _entries([link.left, link.right]) for i in x.indices]
    if not any(letter in i.letters() and i.letter is None for i in indices) and not _numbers_steps(link, letter):
        return set()
    beside = (c.letters() for c in link.full.constraints if c.mentions(letter))
    lasts = {s for pair in beside for s in pair & link.system.presumed}
    told = (c.letters() for c in link.system.context.constraints if c.rel == ">=" and len(c.letters()) == 2)
    return {s for pair in told if pair & lasts for s in pair - link.system.presumed}


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
